"""After the answer to what somebody sent: a call to the workers, since it may have made work."""

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from procrastinate.exceptions import ConnectorException

from art28.web.waking import queue

_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_log = logging.getLogger(__name__)


class WakeMiddleware:
    """Whoever sent a form doesn't wait for the call; one that fails is made up for by the workers' own looking."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer first."""
        response = self.get_response(request)
        if request.method not in _READS:
            response._resource_closers.append(_call)  # type: ignore[attr-defined]  # run once the answer is out
        return response


def _call() -> None:
    try:
        queue.call()
    except (DatabaseError, ConnectorException) as error:
        _log.error("no worker could be called: %s", type(error).__name__)

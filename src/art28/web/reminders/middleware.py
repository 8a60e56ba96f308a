"""After an answer has left: a look whether anybody mans the queue."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from art28.web.reminders import watch

_log = logging.getLogger(__name__)


class WatchMiddleware:
    """The web notices that no worker runs; whoever asked for the page doesn't wait for that."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer first."""
        response = self.get_response(request)
        if settings.WATCH_FROM_WEB:
            response._resource_closers.append(_look)  # type: ignore[attr-defined]  # run once the answer is out
        return response


def _look() -> None:
    try:
        watch.look_from_web(now=timezone.now())
    except DatabaseError as error:
        _log.error("the look after an answer failed: %s", type(error).__name__)

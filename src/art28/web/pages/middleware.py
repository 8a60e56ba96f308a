"""Refuses a request that is larger than its address takes, before its body is read or spooled to disk."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from art28.web.uploads import largest

Next = Callable[[HttpRequest], HttpResponse]


class RequestSizeMiddleware:
    """Files are taken where a view says so, from those who may put them in; every other request is small."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Compare what the request says of its size with what it may be; without a size Django reads nothing of it."""
        given = str(request.META.get("CONTENT_LENGTH") or "0")
        size = int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0
        if size <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE or size <= (most := largest(request)):
            return self.get_response(request)
        context = {"most": most // (1024 * 1024)}
        return render(request, "errors/413.html", context, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)

"""Refuses a request that is larger than its address takes, before its body is read or spooled to disk."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from art28.web.accounts.rights import Right

Next = Callable[[HttpRequest], HttpResponse]


class RequestSizeMiddleware:
    """Files are taken at one address, from those who may put them in; every other request is small."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Compare what the request says of its size with what it may be; without a size Django reads nothing of it."""
        given = str(request.META.get("CONTENT_LENGTH") or "0")
        size = int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0
        if size <= _largest(request):
            return self.get_response(request)
        return render(request, "errors/413.html", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _largest(request: HttpRequest) -> int:
    membership = getattr(request, "membership", None)
    may_upload = membership is not None and membership.may(Right.UPLOAD)
    if may_upload and request.path == reverse("agreements:upload"):
        return int(settings.UPLOAD_MAX_REQUEST_BYTES)
    may_report = membership is not None and membership.may(Right.REPORT_BREACH)
    if may_report and request.path == reverse("received:new"):
        return int(settings.UPLOAD_MAX_REQUEST_BYTES)
    return int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)

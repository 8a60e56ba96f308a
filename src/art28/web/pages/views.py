"""The frame's own pages: errors that say what was kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from art28.web.accounts.access import page_before


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: this role may not."""
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: nothing here, or nothing of this organisation."""
    return render(request, "errors/404.html", status=404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """429: a rate limit, such as that on signing in, was reached."""
    return render(request, "errors/429.html", status=429)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: something broke; what was saved before is still there."""
    return render(request, "errors/500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: the form was open too long, or came from elsewhere; with the way back to it."""
    return render(request, "errors/csrf.html", {"back": page_before(request)}, status=403)

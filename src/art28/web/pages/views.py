"""The frame's own pages: the way in, and errors that say what was kept."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right


@require_safe
@requires(Right.READ)
def home(request: MemberRequest) -> HttpResponse:  # noqa: ARG001
    """Today, where that page exists; else the agreements."""
    for name in ("today", "agreements:list"):
        try:
            return HttpResponseRedirect(reverse(name))
        except NoReverseMatch:
            continue
    raise RuntimeError("neither today nor the agreements have an address")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: this role may not."""
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: nothing here, or nothing of this organisation."""
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: something broke; what was saved before is still there."""
    return render(request, "errors/500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: the form was open too long, or came from elsewhere."""
    return render(request, "errors/csrf.html", status=403)

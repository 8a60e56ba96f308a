"""Choosing a language and an organisation."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from art28.web.accounts import actions, queries
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.middleware import SESSION_ORGANISATION
from art28.web.accounts.rights import Right

_LANGUAGES = frozenset(code for code, _ in settings.LANGUAGES)


def _back(request: HttpRequest) -> HttpResponseRedirect:
    """To the page that the form stood on, if it is ours."""
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if safe else reverse("today"))


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak the chosen language: to a person from now on, to a visitor by cookie."""
    chosen = request.POST.get("language", "")
    response = _back(request)
    if chosen not in _LANGUAGES:
        return response
    if request.user.is_authenticated:
        actions.set_language(request.user, chosen)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=365 * 24 * 3600,
        samesite="Lax",
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
    )
    return response


@require_POST
@requires(Right.READ)
def organisation(request: MemberRequest) -> HttpResponse:
    """Work in another organisation of which the person is a member."""
    chosen = request.POST.get("organisation", "")
    if any(str(row.organisation_id) == chosen for row in queries.memberships_of(request.user)):
        request.session[SESSION_ORGANISATION] = chosen
    return HttpResponseRedirect(reverse("today"))

"""Sets the language of a request, and the membership under which a signed-in person works."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers

from art28.web.accounts import queries
from art28.web.accounts.models import Membership

Next = Callable[[HttpRequest], HttpResponse]
_LANGUAGES = frozenset(code for code, _ in settings.LANGUAGES)
SESSION_ORGANISATION = "organisation"


class LanguageMiddleware:
    """Speaks a person's own language, else that of the cookie, else Dutch."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Activate the language for this request."""
        chosen = getattr(request.user, "language", "") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in _LANGUAGES else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def chosen(memberships: tuple[Membership, ...], organisation_id: str | None) -> Membership | None:
    """The membership in the organisation asked for, else the oldest; None without any."""
    asked = (row for row in memberships if str(row.organisation_id) == organisation_id)
    return next(asked, memberships[0] if memberships else None)


class MembershipMiddleware:
    """Puts `membership` and `organisation` on a signed-in request; None where the person works nowhere."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find the membership that the session names, else the oldest."""
        memberships = tuple(queries.memberships_of(request.user)) if request.user.is_authenticated else ()
        membership = chosen(memberships, request.session.get(SESSION_ORGANISATION) if memberships else None)
        request.membership = membership  # type: ignore[attr-defined]
        request.organisation = membership.organisation if membership else None  # type: ignore[attr-defined]
        request.organisations = tuple(row.organisation for row in memberships)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if membership is not None:  # pages and fragments of one person: no cache that others share, none without asking
            if not response.has_header("Cache-Control"):
                patch_cache_control(response, private=True, no_cache=True)
            patch_vary_headers(response, ("HX-Request",))
        return response

"""Who asks: the signed-in member and the organisation in which they work, checked before a view runs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from art28.web.accounts.models import Membership, Organisation, User
from art28.web.accounts.rights import Right

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something, as the trail keeps it: a person by id and role, or a part of art28 by `label` alone."""

    id: UUID | None
    label: str


WORKER = Actor(None, "worker")
SYSTEM = Actor(None, "system")


def actor_of(membership: Membership) -> Actor:
    """The member as an actor."""
    return Actor(membership.user_id, membership.role)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the page that signs in; from there who sent a form comes back to the page of the form, not to what takes it."""
    if request.method in ("GET", "HEAD"):
        return redirect_to_login(request.get_full_path())
    found = redirect_to_login(page_before(request) or reverse("today"))
    is_htmx = getattr(request, "htmx", False)
    return HttpResponseClientRedirect(found.url) if is_htmx else found


def page_before(request: HttpRequest) -> str:
    """The address within this site of the page from which a request came; empty where it doesn't say."""
    before = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    hosts = {request.get_host()}
    if not url_has_allowed_host_and_scheme(before, allowed_hosts=hosts, require_https=request.is_secure()):
        return ""
    parts = urlsplit(before)
    return f"/{parts.path.lstrip('/')}" + (f"?{parts.query}" if parts.query else "")


class MemberRequest(HttpRequest):
    """A request that `requires` let through: somebody signed in, working in an organisation."""

    user: User
    htmx: HtmxDetails
    membership: Membership
    organisation: Organisation
    actor: Actor


View = Callable[Concatenate[MemberRequest, P], HttpResponseBase]


def requires(right: Right) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """Let a member with `right` in; others are sent to sign in, or refused."""

    def decorate(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            membership: Membership | None = getattr(request, "membership", None)
            if membership is None or not membership.may(right):
                raise PermissionDenied
            member = cast("MemberRequest", request)
            member.actor = actor_of(membership)
            return view(member, *args, **kwargs)

        guarded.required_right = right  # type: ignore[attr-defined]
        return guarded

    return decorate

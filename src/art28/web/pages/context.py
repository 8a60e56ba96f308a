"""What every page's frame needs: the navigation that this member may use, and the languages."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Membership
from art28.web.accounts.rights import Right


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """An entry of the main navigation; shown where its address exists and the member has the right."""

    name: str
    label: str | Promise
    icon: str
    right: Right


_NAVIGATION = (
    NavigationItem("today", _("Today"), "calendar-clock", Right.READ),
    NavigationItem("agreements:list", _("Agreements"), "scroll-text", Right.READ),
    NavigationItem("breaches:list", _("Breaches"), "siren", Right.READ),
    NavigationItem("parties:list", _("Parties"), "building-2", Right.READ),
    NavigationItem("evidence:index", _("Evidence"), "stamp", Right.READ_EVIDENCE),
)


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A navigation entry with its address; `active` is true on its pages."""

    href: str
    label: str | Promise
    icon: str
    active: bool


def shell(request: HttpRequest) -> dict[str, object]:
    """Context of `base.html`."""
    membership: Membership | None = getattr(request, "membership", None)
    return {
        "membership": membership,
        "navigation": tuple(_links(request, membership)) if membership else (),
        "languages": settings.LANGUAGES,
    }


def _links(request: HttpRequest, membership: Membership) -> list[NavigationLink]:
    links = []
    for item in _NAVIGATION:
        if not membership.may(item.right):
            continue
        try:
            href = reverse(item.name)
        except NoReverseMatch:
            continue
        links.append(NavigationLink(href, item.label, item.icon, active=request.path.startswith(href)))
    return links

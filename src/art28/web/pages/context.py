"""What every page's frame needs: the navigation and the account menu that this member may use."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Membership, Organisation
from art28.web.accounts.rights import Right, Role
from art28.web.agreements import queries as agreements
from art28.web.audits import queries as audits
from art28.web.instructions import queries as instructions
from art28.web.intake import queries as signals
from art28.web.reminders import queries as reminders
from art28.web.reminders.models import Alarm
from art28.web.requests import queries as requests


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """An entry of the main navigation; shown where its address exists and the member has the right.

    `waits` counts what waits there for a person, in one query.
    """

    name: str
    label: str | Promise
    icon: str
    right: Right
    waits: Callable[[Organisation], int] | None = None


_NAVIGATION = (
    NavigationItem("today", _("Today"), "calendar-clock", Right.READ),
    NavigationItem("due:list", _("What is due"), "timer", Right.READ),
    NavigationItem("agreements:list", _("Agreements"), "scroll-text", Right.READ),
    NavigationItem(
        "agreements:open",
        _("Open questions"),
        "circle-question-mark",
        Right.READ,
        lambda of: agreements.asked(of).questions,
    ),
    NavigationItem("portfolio:index", _("Portfolio"), "list-checks", Right.READ),
    NavigationItem("chains:index", _("Chain"), "link", Right.READ),
    NavigationItem("intake:queue", _("Signals"), "inbox", Right.READ, signals.waiting),
    NavigationItem("breaches:list", _("Breaches"), "siren", Right.READ),
    NavigationItem("exercises:list", _("Exercises"), "flag", Right.READ),
    NavigationItem("requests:list", _("Requests"), "user", Right.READ, requests.waiting),
    NavigationItem("audits:list", _("Audits"), "scale", Right.READ, audits.waiting),
    NavigationItem("instructions:list", _("Instructions"), "gavel", Right.READ, instructions.waiting),
    NavigationItem("services:list", _("Services"), "layers", Right.READ),
    NavigationItem("subprocessors:list", _("Sub-processors"), "git-compare", Right.READ),
    NavigationItem("parties:list", _("Parties"), "building-2", Right.READ),
    NavigationItem("drafts:list", _("Drafts"), "handshake", Right.READ),
    NavigationItem("events:list", _("What happened"), "calendar", Right.READ),
    NavigationItem("endings:list", _("Endings"), "hourglass", Right.READ),
    NavigationItem("registers:breaches", _("Registers"), "library", Right.READ),
    NavigationItem("evidence:index", _("Evidence"), "stamp", Right.READ_EVIDENCE),
)
_ACCOUNT = (
    NavigationItem("mfa_index", _("Second factor and passkeys"), "fingerprint", Right.READ),
    NavigationItem("account_change_password", _("Password"), "key-round", Right.READ),
    NavigationItem("account_email", _("E-mail addresses"), "mail", Right.READ),
    NavigationItem("due:feeds", _("Calendar"), "calendar", Right.READ),
    NavigationItem("api:tokens", _("Other programs"), "server", Right.READ),
    NavigationItem("due:targets", _("Own targets"), "flag", Right.DECIDE),
    NavigationItem("mailings:rules", _("Rules for mailings"), "send", Right.DECIDE),
    NavigationItem("cybersecurity:entity", _("Cyberbeveiligingswet"), "shield-alert", Right.DECIDE),
    NavigationItem("reminders:mine", _("Reminders"), "bell", Right.READ),
    NavigationItem("offline:index", _("Offline pack"), "download", Right.READ),
    NavigationItem("accounts:people", _("People"), "users", Right.MANAGE_PEOPLE),
)


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A navigation entry with its address; `active` is true on its pages, `waiting` is asked for when it is drawn."""

    href: str
    label: str | Promise
    icon: str
    active: bool
    waiting: Callable[[], int] | None = None


def shell(request: HttpRequest) -> dict[str, object]:
    """Context of `base.html`."""
    membership: Membership | None = getattr(request, "membership", None)
    return {
        "membership": membership,
        "organisations": getattr(request, "organisations", ()),
        "navigation": _links(request, membership, _NAVIGATION) if membership else (),
        "account_links": _links(request, membership, _ACCOUNT) if membership else (),
        # Asked for by the bar alone, so that a part of a page costs nothing more.
        "bell": lambda: reminders.unseen(membership.organisation, membership.user) if membership else 0,
        "alarms": lambda: _alarms(membership),
    }


def _alarms(membership: Membership | None) -> tuple[Alarm, ...]:
    """What owners see in the frame of every page."""
    if membership is None or membership.role != Role.OWNER:
        return ()
    return reminders.open_alarms(membership.organisation)


def _links(
    request: HttpRequest, membership: Membership, items: tuple[NavigationItem, ...]
) -> tuple[NavigationLink, ...]:
    links = []
    for item in items:
        if not membership.may(item.right):
            continue
        try:
            href = reverse(item.name)
        except NoReverseMatch:
            continue
        waiting = partial(item.waits, membership.organisation) if item.waits else None
        links.append(NavigationLink(href, item.label, item.icon, _stands_on(request.path, href), waiting))
    # Of an entry and one below it, the lower is where one is.
    nearest = max((link.href for link in links if link.active), key=len, default="")
    return tuple(replace(link, active=link.href == nearest) for link in links)


def _stands_on(path: str, href: str) -> bool:
    """Whether `path` is the entry's own page or lies under it; the root has nothing under it."""
    return path == href or (href != "/" and path.startswith(href))

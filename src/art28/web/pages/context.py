"""What every page's frame needs: the navigation and the account menu that this member may use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, partial
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import Aggregate, Count, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Membership, Organisation
from art28.web.accounts.rights import Right, Role
from art28.web.agreements import queries as agreements
from art28.web.audits import queries as audits
from art28.web.claims import queries as claims
from art28.web.controls import queries as controls
from art28.web.drafts import queries as drafts
from art28.web.instructions import queries as instructions
from art28.web.intake import queries as signals
from art28.web.measures import changing as measures
from art28.web.reminders import queries as reminders
from art28.web.reminders.models import Alarm
from art28.web.requests import queries as requests
from art28.web.subprocessors import proposals as subprocessors


class Group(StrEnum):
    """What entries of the navigation have in common; those of each day have no group."""

    AGREED = "agreed"
    HAPPENS = "happens"
    KEPT = "kept"


_GROUPS = {Group.AGREED: _("Agreed"), Group.HAPPENS: _("What comes up"), Group.KEPT: _("Kept")}


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """An entry of the main navigation, under `group`; shown where its address exists and the member has the right.

    `waits` are the rows that wait there for a person, which `counted` counts. They hang on the organisation alone and on no
    clock: the statement that counts them is put together once.
    """

    name: str
    label: str | Promise
    icon: str
    right: Right
    group: Group | None = None
    waits: Callable[[Organisation], QuerySet[Any]] | None = None
    counted: Aggregate = Count("pk")  # noqa: RUF009 - an expression, which nothing alters


_NAVIGATION = (
    NavigationItem("today", _("Today"), "calendar-clock", Right.READ),
    NavigationItem("due:list", _("What is due"), "timer", Right.READ),
    NavigationItem("agreements:list", _("Agreements"), "scroll-text", Right.READ, Group.AGREED),
    NavigationItem(
        "agreements:open",
        _("Open questions"),
        "circle-question-mark",
        Right.READ,
        Group.AGREED,
        agreements.asking,
        Sum("asked_count"),
    ),
    NavigationItem("portfolio:index", _("Portfolio"), "list-checks", Right.READ, Group.AGREED),
    NavigationItem("chains:index", _("Chain"), "link", Right.READ, Group.AGREED),
    NavigationItem("drafts:list", _("Drafts"), "handshake", Right.READ, Group.AGREED, drafts.waiting),
    NavigationItem("intake:queue", _("Signals"), "inbox", Right.READ, Group.HAPPENS, signals.waiting),
    NavigationItem("breaches:list", _("Breaches"), "siren", Right.READ, Group.HAPPENS),
    NavigationItem("exercises:list", _("Exercises"), "flag", Right.READ, Group.HAPPENS),
    NavigationItem("requests:list", _("Requests"), "user", Right.READ, Group.HAPPENS, requests.waiting),
    NavigationItem("audits:list", _("Audits"), "scale", Right.READ, Group.HAPPENS, audits.waiting),
    NavigationItem("instructions:list", _("Instructions"), "gavel", Right.READ, Group.HAPPENS, instructions.waiting),
    NavigationItem("claims:list", _("Claims"), "landmark", Right.READ, Group.HAPPENS, claims.waiting),
    NavigationItem("endings:list", _("Endings"), "hourglass", Right.READ, Group.HAPPENS),
    NavigationItem("events:list", _("What happened"), "calendar", Right.READ, Group.HAPPENS),
    NavigationItem("services:list", _("Services"), "layers", Right.READ, Group.KEPT),
    NavigationItem("measures:list", _("Measures"), "lock", Right.READ, Group.KEPT, measures.objecting),
    NavigationItem(
        "subprocessors:list", _("Sub-processors"), "git-compare", Right.READ, Group.KEPT, subprocessors.objecting
    ),
    NavigationItem("controls:list", _("Checks"), "list-checks", Right.READ, Group.KEPT, controls.waiting),
    NavigationItem("parties:list", _("Parties"), "building-2", Right.READ, Group.KEPT),
    NavigationItem("people:list", _("Staff"), "users", Right.READ_STAFF, Group.KEPT),
    NavigationItem("reports:index", _("Registers"), "library", Right.READ, Group.KEPT),
    NavigationItem("evidence:index", _("Evidence"), "stamp", Right.READ_EVIDENCE, Group.KEPT),
)
_WAITED_FOR = tuple((item.name, item.waits, item.counted) for item in _NAVIGATION if item.waits)
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
    """A navigation entry with its address; `active` is true on its pages, `waiting` is asked for when it is drawn.

    `opens` names the group of which it is the first.
    """

    href: str
    label: str | Promise
    icon: str
    active: bool
    waiting: Callable[[], int] | None = None
    opens: str | Promise = ""


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
    counts = cache(partial(_counts, membership.organisation))
    group: Group | None = None
    for item in items:
        if not membership.may(item.right):
            continue
        try:
            href = reverse(item.name)
        except NoReverseMatch:
            continue
        waiting = partial(_of, counts, item.name) if item.waits else None
        opens = _GROUPS[item.group] if item.group and item.group is not group else ""
        group = item.group
        links.append(NavigationLink(href, item.label, item.icon, _stands_on(request.path, href), waiting, opens))
    # Of an entry and one below it, the lower is where one is.
    nearest = max((link.href for link in links if link.active), key=len, default="")
    return tuple(replace(link, active=link.href == nearest) for link in links)


def _of(counts: Callable[[], Mapping[str, int]], name: str) -> int:
    return counts()[name]


def _counts(organisation: Organisation) -> Mapping[str, int]:
    """How many wait behind each entry where any may: one query for the whole frame."""
    statement, parameters = _counting()
    here = _in_a_statement(organisation.pk)
    with connection.cursor() as cursor:
        cursor.execute(statement, [here if each is None else each for each in parameters])
        (found,) = cursor.fetchall()
    return dict(zip((name for name, _waits, _counted in _WAITED_FOR), map(int, found), strict=True))


@cache
def _counting() -> tuple[str, tuple[Any, ...]]:
    """The statement and its parameters, None where an organisation belongs; Django takes ten milliseconds to make it."""
    anyone = Organisation(pk=uuid4())
    counted = []
    for _name, waits, number in _WAITED_FOR:
        rows = waits(anyone).order_by().values("organisation").annotate(number=number).values("number")
        counted.append(Coalesce(Subquery(rows), 0))
    statement, parameters = Organisation.objects.filter(pk=anyone.pk).values_list(*counted).query.sql_with_params()
    there = _in_a_statement(anyone.pk)
    placed = tuple(None if each == there else each for each in parameters)
    if placed.count(None) <= len(_WAITED_FOR):
        raise RuntimeError("rows that wait are asked for without their organisation: each of `waits` narrows to it")
    return statement, placed


def _in_a_statement(organisation: UUID) -> Any:
    """An organisation's id as the database is told it."""
    return Organisation._meta.pk.get_db_prep_value(organisation, connection)


def _stands_on(path: str, href: str) -> bool:
    """Whether `path` is the entry's own page or lies under it; the root has nothing under it."""
    return path == href or (href != "/" and path.startswith(href))

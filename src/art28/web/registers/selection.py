"""An address -> which breaches of the register are shown, and in which order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Q, QuerySet, Subquery

from art28.agreement.duties import Action
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Direction
from art28.web.assessments.models import Decision, Notification
from art28.web.breaches.models import Breach, FactsVersion, TouchedAgreement
from art28.web.clocks.models import Obligation, State
from art28.web.typed import day_in, identifier

ROLES = ("controller", "processor")
STATES = ("open", "closed")
RISKS = ("unlikely", "risk", "high", "undecided")
NOTIFIED = ("yes", "no")
SORTS = ("-aware", "aware", "-reference", "reference", "title", "-recorded")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Selection:
    """What the register is narrowed to; empty means all."""

    words: str = ""
    role: str = ""
    state: str = ""
    risk: str = ""
    notified: str = ""
    late: bool = False
    counterparty: UUID | None = None
    from_on: date | None = None
    until_on: date | None = None
    sort: str = SORTS[0]

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked for."""
        return self != Selection(sort=self.sort)


def read(given: Mapping[str, str]) -> Selection:
    """The selection that an address asks for; what it says that isn't known asks for nothing."""
    return Selection(
        words=" ".join(given.get("q", "").replace("\x00", "").split())[:_LONGEST],
        role=_one(given, "role", ROLES),
        state=_one(given, "state", STATES),
        risk=_one(given, "risk", RISKS),
        notified=_one(given, "notified", NOTIFIED),
        late=given.get("late") == "1",
        counterparty=identifier(given.get("counterparty", "")),
        from_on=day_in(given.get("from", "")),
        until_on=day_in(given.get("until", "")),
        sort=_one(given, "sort", SORTS) or SORTS[0],
    )


def _one(given: Mapping[str, str], name: str, known: tuple[str, ...]) -> str:
    value = given.get(name, "")
    return value if value in known else ""


def selected(organisation: Organisation, selection: Selection) -> QuerySet[Breach]:
    """The breaches of an organisation that belong in the register and answer to a selection, in its order.

    What hangs on other tables is asked of each once, not once for every breach: a plan that reads all rows of the
    organisation for each of them would take the square of the time.
    """
    rows = registered(organisation)
    if selection.words:
        described = FactsVersion.objects.filter(
            Q(facts__description__icontains=selection.words) | Q(facts__cause__icontains=selection.words),
            organisation=organisation,
        )
        found = Q(title__icontains=selection.words) | _reference(selection.words) | Q(pk__in=described.values("breach"))
        rows = rows.filter(found)
    if selection.role:
        rows = rows.filter(pk__in=_in_role(organisation, selection.role).values("breach"))
    if selection.state:
        rows = rows.filter(state=selection.state)
    if selection.risk:
        decided = Decision.objects.filter(organisation=organisation)
        if selection.risk == "undecided":
            rows = rows.exclude(pk__in=decided.values("breach"))
        else:
            rows = rows.filter(pk__in=_standing(decided).filter(risk=selection.risk).values("breach"))
    if selection.notified:
        made = Q(pk__in=Notification.objects.filter(organisation=organisation).values("breach"))
        rows = rows.filter(made if selection.notified == "yes" else ~made)
    if selection.late:
        rows = rows.filter(pk__in=_late(organisation).values("subject_id"))
    if selection.counterparty:
        touched = _touched(organisation).filter(agreement__counterparty=selection.counterparty)
        rows = rows.filter(pk__in=touched.values("breach"))
    return _within(rows, selection, organisation).order_by(*_order(selection.sort))


def registered(organisation: Organisation) -> QuerySet[Breach]:
    """Every breach that the register holds; exercises are none."""
    return Breach.objects.filter(organisation=organisation, exercise=None)


def _standing(decided: QuerySet[Decision]) -> QuerySet[Decision]:
    """Of each breach the decision that stands."""
    newest = Decision.objects.filter(breach=OuterRef("breach")).order_by("-number").values("number")[:1]
    return decided.filter(number=Subquery(newest))


def _touched(organisation: Organisation) -> QuerySet[TouchedAgreement]:
    return TouchedAgreement.objects.filter(organisation=organisation, excluded_at=None)


def _in_role(organisation: Organisation, role: str) -> QuerySet[TouchedAgreement]:
    """The agreements under which we are that party; unknown counts as processor."""
    ours = Q(agreement__direction=Direction.CONTROLLER)
    return _touched(organisation).filter(ours if role == "controller" else ~ours)


def _late(organisation: Organisation) -> QuerySet[Obligation]:
    return Obligation.objects.filter(
        organisation=organisation,
        subject_kind="breach",
        ours=True,
        action__in=(Action.NOTIFY_BREACH, Action.NOTIFY_AUTHORITY),
        state=State.LATE,
    )


def _reference(words: str) -> Q:
    year, _mark, number = words.partition("-")
    if (
        year.isascii()
        and year.isdigit()
        and number.isascii()
        and number.isdigit()
        and len(year) + len(number) < _LONGEST
    ):
        return Q(year=min(int(year), 32_767), number=min(int(number), 2_147_483_647))
    return Q(pk__in=())


def _within(rows: QuerySet[Breach], selection: Selection, organisation: Organisation) -> QuerySet[Breach]:
    zone = ZoneInfo(organisation.time_zone)
    if selection.from_on:
        rows = rows.filter(aware_at__gte=datetime.combine(selection.from_on, time(), tzinfo=zone).astimezone(UTC))
    if selection.until_on and selection.until_on < date.max:
        until = datetime.combine(selection.until_on + timedelta(days=1), time(), tzinfo=zone)
        rows = rows.filter(aware_at__lt=until.astimezone(UTC))
    return rows


def _order(sort: str) -> tuple[Any, ...]:
    down = sort.startswith("-")
    match sort.removeprefix("-"):
        case "reference":
            return ("-year", "-number") if down else ("year", "number")
        case "title":
            return ("title", "id")
        case "recorded":
            return ("-recorded_at", "-id")
        case _:
            return ("-aware_at", "-id") if down else ("aware_at", "id")

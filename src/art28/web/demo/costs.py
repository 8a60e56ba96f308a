"""What breaches and audits took in time and expenses, line by line, and the statements in which some of it was charged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from art28.web.agreements.models import Agreement
from art28.web.audits.models import Audit
from art28.web.audits.models import State as Held
from art28.web.breaches.models import Breach, State
from art28.web.breaches.queries import touched_agreements
from art28.web.costs import actions, queries
from art28.web.costs.actions import Kept, NotCharged, NothingToCharge
from art28.web.costs.models import CaseKind, Work
from art28.web.costs.queries import Case
from art28.web.demo.telling import Story
from art28.web.demo.world import World

_CASES = 4
_WRITTEN = (130, 24)


@dataclass(frozen=True, slots=True)
class _Line:
    """Time or an expense; `work` and `text` as a person writes them with the case."""

    text: str
    work: str = ""
    minutes: int = 0
    cents: int | None = None


_OF_A_BREACH = (
    _Line("Oorzaak gezocht en verholpen", Work.SOLVE, minutes=270),
    _Line("Klant geholpen met de beoordeling", Work.ASSIST, minutes=90),
    _Line("Forensisch onderzoek", Work.SOLVE, cents=185_000),
)
_OF_AN_AUDIT = (
    _Line("Rondleiding en gesprekken met de auditor", minutes=480),
    _Line("Stukken voor de kluis bijeengebracht", minutes=195),
)
_HOURLY_CENTS = 11_500


def stories(world: World) -> Iterator[Story]:
    """One for each of some cases that are over by then."""
    yield from (_of_breaches(world, days) for days in _WRITTEN)
    yield from (_of_audits(world, days) for days in _WRITTEN)


def _of_breaches(world: World, days: int) -> Story:
    at = yield world.ago(days, "16:40")
    closed = Breach.objects.filter(organisation=world.organisation, state=State.CLOSED, exercise=None)
    for breach in closed.select_related("organisation").order_by("-id")[:_CASES]:
        under = Agreement.objects.select_related("organisation").filter(pk__in=touched_agreements(breach))
        agreement = under.order_by("id").first()
        if agreement is not None:
            _write(world, queries.of_breach(breach), agreement, _OF_A_BREACH, at)
            at = yield at + timedelta(minutes=4)


def _of_audits(world: World, days: int) -> Story:
    at = yield world.ago(days, "11:05")
    over = Audit.objects.filter(organisation=world.organisation, state=Held.CLOSED)
    for audit in over.select_related("agreement__organisation").order_by("-id")[:_CASES]:
        case = Case(CaseKind.AUDIT.value, audit.pk, audit.reference, "audit.costs")
        _write(world, case, audit.agreement, _OF_AN_AUDIT, at)
        at = yield at + timedelta(minutes=4)


def _write(world: World, case: Case, agreement: Agreement, lines: Sequence[_Line], at: datetime) -> None:
    """The lines of a case that has none yet, and the statement of what the agreement lets be charged of them."""
    if queries.lines(world.organisation, case.kind, case.id).exists():
        return
    for line in lines:
        kept = Kept(
            text=line.text,
            on=at.date(),
            minutes=line.minutes,
            hourly_cents=_HOURLY_CENTS if line.minutes else 0,
            expense_cents=line.cents,
            work=line.work,
        )
        actions.keep(case, agreement, kept, **world.did(at))
    account = queries.account(world.organisation, case.kind, case.id, agreement.pk)
    if account is None:
        return
    try:
        actions.charge(case, account, **world.did(at))
    except (NotCharged, NothingToCharge):
        return

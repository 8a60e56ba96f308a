"""Reads of the controller's side of a breach; always of one organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Max, Q

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.assessing.severity import Circumstance, DataClass, Scored, Severity, severity
from art28.notices.breach import BreachFacts, Extent
from art28.obligations.statutory import in_force, latest
from art28.terms import Role
from art28.timelimits.compute import compute_limit
from art28.timelimits.limit import Limit, Regime
from art28.timelimits.period import parse_period
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, FactVersion
from art28.web.assessments.models import About, Awareness, Consultation, Decision, Notification, Told, WrittenAnswers
from art28.web.breaches.models import Breach
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation

_CONSULTING = ("breach.duty_to_consult", "breach.controller_silence")


@dataclass(frozen=True, slots=True)
class Counted:
    """The 72 hours as they count: from which of the two instants, until when, and what the other instant would give."""

    received: Limit | None
    known: Limit | None
    limit: Limit


@dataclass(frozen=True, slots=True)
class Wanted:
    """An agreement that wants the processor consulted first, with the clause, and the consultations held."""

    agreement: Agreement
    fact: FactVersion
    held: tuple[Consultation, ...]

    def met(self, about: About) -> bool:
        """Whether the processor was consulted on that, or could not be reached."""
        return any(row.about in (about, About.BOTH) for row in self.held)

    @property
    def for_authority(self) -> bool:
        """Whether the authority may be told, as far as this agreement goes."""
        return self.met(About.AUTHORITY)

    @property
    def for_people(self) -> bool:
        """Whether people may be told, as far as this agreement goes."""
        return self.met(About.PEOPLE)


@dataclass(frozen=True, slots=True)
class Case:
    """All that is on file of the controller's side of one breach."""

    breach: Breach
    clocks: tuple[Obligation, ...]
    awareness: tuple[Awareness, ...]
    decisions: tuple[Decision, ...]
    notifications: tuple[Notification, ...]
    told: tuple[Told, ...]
    wanted: tuple[Wanted, ...]
    forbidden: tuple[FactVersion, ...]

    @property
    def ours(self) -> bool:
        """Whether the notification to the authority is this organisation's to make."""
        return bool(self.clocks)

    @property
    def decision(self) -> Decision | None:
        """The one that stands."""
        return self.decisions[0] if self.decisions else None

    @property
    def aware(self) -> Awareness | None:
        """The version that counts."""
        return self.awareness[0] if self.awareness else None

    @property
    def aware_at(self) -> datetime:
        """From when the 72 hours count."""
        if self.aware is not None:
            return self.aware.counts_from
        return min((row.started_at for row in self.clocks), default=self.breach.aware_at)

    @property
    def running(self) -> tuple[Obligation, ...]:
        """The clocks of the notification that have not ended."""
        return tuple(row for row in self.clocks if row.ended_at is None)

    @property
    def clock(self) -> Obligation | None:
        """The one that ends first: of those running, else of those that ran."""
        rows = self.running or tuple(row for row in self.clocks if row.state != "cancelled") or self.clocks
        return rows[0] if rows else None

    def unconsulted(self, about: About) -> tuple[Wanted, ...]:
        """The agreements whose processor is still to be consulted."""
        return tuple(each for each in self.wanted if not each.met(about))

    @property
    def incomplete(self) -> bool:
        """Whether the authority was told that more follows, and nothing complete has followed yet."""
        return bool(self.notifications) and not self.notifications[-1].complete


def case(breach: Breach) -> Case:
    """What is on file, in a fixed number of queries."""
    organisation = breach.organisation
    ours = tuple(
        clocks.obligations(organisation)
        .select_related("organisation", "agreement__counterparty")
        .filter(subject_kind=breach.subject_kind, subject_id=breach.pk, action=Action.NOTIFY_AUTHORITY, ours=True)
        .order_by("due_at", "made_at", "id")
    )
    of_breach = Q(organisation=organisation, breach=breach)
    wanted, forbidden = _said(breach, ours)
    return Case(
        breach=breach,
        clocks=ours,
        awareness=tuple(Awareness.objects.filter(of_breach).select_related("by").order_by("-number")),
        decisions=tuple(Decision.objects.filter(of_breach).select_related("by").order_by("-number")),
        notifications=tuple(Notification.objects.filter(of_breach).select_related("by").order_by("number")),
        told=tuple(Told.objects.filter(of_breach).select_related("by").order_by("number")),
        wanted=wanted,
        forbidden=forbidden,
    )


def _said(breach: Breach, ours: tuple[Obligation, ...]) -> tuple[tuple[Wanted, ...], tuple[FactVersion, ...]]:
    """Of the agreements under which we notify, who wants to be consulted; else, of those touched, who keeps us from it."""
    under = {row.agreement.pk: row.agreement for row in ours if row.agreement is not None}
    if not under:
        return (), _keeping_us_from_it(breach)
    facts = agreements.facts_in(breach.organisation, set(under), _CONSULTING)
    held: dict[UUID, list[Consultation]] = {}
    consulted = Consultation.objects.filter(organisation=breach.organisation, breach=breach)
    for row in consulted.select_related("by", "agreement").order_by("held_at", "id"):
        held.setdefault(row.agreement_id, []).append(row)
    wanted = [
        Wanted(under[found], fact, tuple(held.get(found, ())))
        for found, known in facts.items()
        if (fact := _consult(known)) is not None
    ]
    return tuple(wanted), ()


def _consult(known: Mapping[str, FactVersion]) -> FactVersion | None:
    rows = (known.get(key) for key in _CONSULTING)
    return next((row for row in rows if row is not None and row.value is True), None)


_SHOWN = 5
_LOOKED_AT = 50
_NOTIFYING = ("breach.authority_notifier", "breach.processor_may_notify_authority")


def _keeping_us_from_it(breach: Breach) -> tuple[FactVersion, ...]:
    """The clauses by which the notification is another's, of the first few agreements that have one."""
    touched = clocks.obligations(breach.organisation).filter(subject_kind=breach.subject_kind, subject_id=breach.pk)
    some = set(touched.order_by("agreement_id").values_list("agreement_id", flat=True).distinct()[:_LOOKED_AT])
    found = agreements.facts_under(breach.organisation, some, _NOTIFYING).select_related("agreement")
    keeping = (row for row in found.order_by("agreement_id", "key") if row.value in ("controller", False))
    return tuple(keeping)[:_SHOWN]


def consulted(breach: Breach, agreement_id: UUID) -> Wanted | None:
    """What one agreement wants of consultation; None where it wants none or is not ours to notify under."""
    return next((each for each in case(breach).wanted if each.agreement.pk == agreement_id), None)


def counted(found: Case) -> Counted:
    """The period as the law counts it from each of the two instants, with its other readings."""
    zone = ZoneInfo(found.breach.organisation.time_zone)
    aware = found.aware
    received = _limit(aware.received_at, zone) if aware and aware.received_at else None
    known = _limit(aware.known_at, zone) if aware and aware.known_at else None
    return Counted(received, known, _limit(found.aware_at, zone))


def _limit(at: datetime, zone: ZoneInfo) -> Limit:
    """The strict end, with the other readings of Regulation 1182/71 beside it."""
    found = in_force(Action.NOTIFY_AUTHORITY, at.astimezone(zone).date()) or latest(Action.NOTIFY_AUTHORITY)
    return compute_limit(at, parse_period(found.period), regime=Regime.EU, zone=zone)


def supplement_duty() -> Duty:
    """What was not known at the notification follows without undue further delay (Art. 33(4) GDPR)."""
    return _by_law(Action.FOLLOW_UP_BREACH, "33(4)", _WITHOUT_DELAY)


def people_duty() -> Duty:
    """The people concerned are told of a high risk without undue delay (Art. 34(1) GDPR)."""
    return _by_law(Action.INFORM_DATA_SUBJECTS, "34(1)", _WITHOUT_DELAY)


_WITHOUT_DELAY = DutyLimit(None, "without_undue_delay", "eu", LimitSource.LAW)


def _by_law(action: Action, article: str, limit: DutyLimit) -> Duty:
    return Duty(
        id=f"{Trigger.BREACH}.{Role.CONTROLLER}.{action}",
        action=action,
        trigger=Trigger.BREACH,
        bearer=Role.CONTROLLER,
        beneficiary=Role.CONTROLLER,
        limit=limit,
        channels=(),
        content=(),
        citations=(),
        provision="",
        facts=(),
        gdpr=article,
    )


def severity_of(decision: Decision, facts: BreachFacts) -> Severity | None:
    """The outcome of the method with what was chosen for this decision; None where it wasn't used."""
    if decision.scored is None:
        return None
    return severity(scored_of(decision.scored), people=people(facts), unintelligible=facts.protection is Extent.YES)


def people(facts: BreachFacts) -> int | None:
    """How many people are concerned at least; None where that isn't known."""
    return facts.subjects.least if facts.subjects else None


def scored_of(record: Mapping[str, object]) -> Scored:
    """What `scored_record` wrote."""
    contexts, circumstances = record["contexts"], record["circumstances"]
    if not isinstance(contexts, dict) or not isinstance(circumstances, dict):
        raise TypeError("a kept score holds two tables")
    return Scored(
        contexts={DataClass(kind): int(value) for kind, value in contexts.items()},
        identification=Decimal(str(record["identification"])),
        circumstances={Circumstance(kind): Decimal(value) for kind, value in circumstances.items()},
    )


def scored_record(scored: Scored) -> dict[str, object]:
    """What was chosen, as kept with a decision."""
    return {
        "contexts": {kind.value: value for kind, value in scored.contexts.items()},
        "identification": str(scored.identification),
        "circumstances": {kind.value: str(value) for kind, value in scored.circumstances.items()},
    }


def next_number(model: type[Awareness] | type[Decision] | type[Notification] | type[Told], breach: Breach) -> int:
    """The number of the next version or act of a breach; the breach's row is locked meanwhile."""
    Breach.objects.select_for_update().only("id").get(pk=breach.pk)
    last = model.objects.filter(organisation=breach.organisation_id, breach=breach).aggregate(last=Max("number"))[
        "last"
    ]
    return (last or 0) + 1


def written(breach: Breach, form: str) -> WrittenAnswers:
    """What people wrote in a form for this breach; a fresh one, not kept yet, where nobody did."""
    rows = WrittenAnswers.objects.filter(organisation=breach.organisation, form=form)
    own = rows.filter(breach=breach).first()
    return own or WrittenAnswers(organisation=breach.organisation, breach=breach, form=form, version=0)


def last_written(organisation: Organisation, form: str) -> Mapping[str, str]:
    """What was written last in a form, for any breach: from where answers that stay the same are taken."""
    row = WrittenAnswers.objects.filter(organisation=organisation, form=form).order_by("-changed_at").first()
    return row.answers if row is not None else {}


def notification(organisation: Organisation, notification_id: UUID) -> Notification | None:
    """One notification with what proves it."""
    rows = Notification.objects.filter(organisation=organisation, pk=notification_id)
    return rows.select_related("breach", "proof").first()

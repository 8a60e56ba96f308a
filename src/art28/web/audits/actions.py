"""Writes: an audit is asked for, decided on by the agreement, held, reported with measures that have clocks, and closed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.agreement.duties import Action, Trigger
from art28.notices.answers import Section
from art28.notices.correspondence import clause_words
from art28.notices.language import instant
from art28.notices.notice import LetterKind
from art28.obligations.auditing import Point, Proposed, Verdict, may_audit
from art28.terms import StartReason
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement, Direction
from art28.web.audits import queries
from art28.web.audits.models import POINTS, Audit, Finding, Item, ItemKind, ItemState, State
from art28.web.casework import To, keep_act, move, write
from art28.web.clocks import actions as clocks
from art28.web.clocks import correcting
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Proof
from art28.web.clocks.signals import Begun
from art28.web.costs import actions as costs
from art28.web.database.numbering import next_number
from art28.web.endings import queries as endings
from art28.web.events import queries as events
from art28.web.lifecycle import queries as lifecycle
from art28.web.lifecycle.stages import Stage
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An audit as it is asked for."""

    asked_by: str
    asked_at: datetime
    planned_at: datetime
    suspicion: str = ""
    auditor: str = ""
    third_party: bool = True
    competitor: bool = False
    reports_assessed: str = ""
    systems: Sequence[str] = ()
    foreign_systems: Sequence[str] = ()


@transaction.atomic
def ask(agreement: Agreement, asked: Asked, *, by: By) -> Audit:
    """Keep that an audit is asked for, and start what that starts; each request for information gets its own clock later.

    A customer's request is its announcement: no clock runs on that. Ours is still to be announced (`announcing`).
    """
    organisation = agreement.organisation
    year, number = next_number(organisation, Audit, by.now)
    row = Audit.objects.create(
        organisation=organisation,
        agreement=agreement,
        year=year,
        number=number,
        asked_by=asked.asked_by,
        asked_at=asked.asked_at,
        planned_at=asked.planned_at,
        announced_at=None if agreement.direction == Direction.CONTROLLER else asked.asked_at,
        suspicion=asked.suspicion,
        auditor=asked.auditor,
        third_party=asked.third_party,
        competitor=asked.competitor,
        reports_assessed=asked.reports_assessed,
        systems=list(asked.systems),
        foreign_systems=list(asked.foreign_systems),
        recorded_at=by.now,
        recorded_by=by.user,
    )
    content = {
        "agreement": str(agreement.pk),
        "asked_at": asked.asked_at.isoformat(),
        "planned_at": asked.planned_at.isoformat(),
        "suspicion": asked.suspicion,
        "auditor": asked.auditor,
        "systems": row.systems,
    }
    keep_act(row, "audit.asked", by, content)
    later = {Action.DELIVER_AUDIT_EVIDENCE} if row.by_us else {Action.DELIVER_AUDIT_EVIDENCE, Action.ANNOUNCE_AUDIT}
    _start(row, _subject(row), asked.asked_at, by, but=later)
    return row


def verdict(row: Audit) -> Verdict:
    """Whether it may be held as it stands now."""
    proposed = Proposed(
        asked_at=row.announced_at or timezone.now(),
        planned_at=row.planned_at,
        earlier=queries.held(row.agreement),
        suspicion=row.suspicion,
        auditor=row.auditor,
        third_party=row.third_party,
        competitor=row.competitor,
        reports_assessed=row.reports_assessed,
        ended_on=_ended_on(row.agreement),
        foreign_systems=tuple(row.foreign_systems),
    )
    return may_audit(deriving.standing(row.agreement), proposed, zone=ZoneInfo(row.organisation.time_zone))


def _ended_on(agreement: Agreement) -> date | None:
    """The day from which nothing is processed under an agreement any more: it ended, and its data are gone."""
    ending = endings.of_agreement(agreement)
    if ending is not None and ending.completed_at is not None:
        return ending.completed_at.astimezone(ZoneInfo(agreement.organisation.time_zone)).date()
    standing = lifecycle.standing(agreement)
    return standing.since if standing.stage is Stage.ENDED else None


@transaction.atomic
def change(
    row: Audit,
    *,
    planned_at: datetime,
    auditor: str,
    third_party: bool,
    competitor: bool,
    reports_assessed: str,
    systems: Sequence[str],
    foreign_systems: Sequence[str],
    by: By,
) -> None:
    """Mend what stood in the way while it isn't decided, such as a later day or the assessment of existing reports.

    Ours on another day is announced anew; a clock of its notice that still runs counts from that day.
    """
    fields = {
        "planned_at": planned_at,
        "auditor": auditor,
        "third_party": third_party,
        "competitor": competitor,
        "reports_assessed": reports_assessed,
        "systems": list(systems),
        "foreign_systems": list(foreign_systems),
    }
    anew = row.by_us and planned_at != row.planned_at
    move(row, (State.ASKED,), **fields, **({"announced_at": None} if anew else {}))
    if anew:
        _count_anew(row, by)
    keep_act(row, "audit.changed", by, {**fields, "planned_at": planned_at.isoformat()})


def _count_anew(row: Audit, by: By) -> None:
    with translation.override(row.organisation.language):
        begun = Begun(row.planned_at, _("the audit was put on another day"), StartReason.PLANNED)
    for clock in correcting.running_under(
        row.organisation, subject_id=row.pk, action=Action.ANNOUNCE_AUDIT.value, under=(row.agreement_id,)
    ):
        correcting.count_from(clock, begun, righted=True, actor=by.actor, now=by.now)


@transaction.atomic
def accept(row: Audit, *, to: To, by: By) -> OutboxMessage:
    """Plan it, and answer the other side. Raises `NotNow` with the clause of the first point that isn't met."""
    if row.by_us:
        raise NotNow("ours")
    found = verdict(row)
    for check in found.checks:
        if not check.met:
            raise NotNow(check.point.value, place=check.provision and _clause(row, check.provision))
    move(row, (State.ASKED,), state=State.PLANNED, checks=kept_checks(found), decided_at=by.now)
    message = _answer(row, found, to, accepted=True, by=by)
    keep_act(row, "audit.accepted", by, {"checks": row.checks, "message": str(message.pk)})
    return message


@transaction.atomic
def refuse(row: Audit, *, reason: str, to: To, by: By) -> OutboxMessage:
    """Refuse it as it was asked, with each point that isn't met and its clause; or for another reason, such as the law."""
    if row.by_us:
        raise NotNow("ours")
    found = verdict(row)
    if found.allowed and not reason:
        raise NotNow("no_ground")
    move(row, (State.ASKED,), state=State.REFUSED, checks=kept_checks(found), reason=reason, decided_at=by.now)
    for clock in queries.clocks_of(row):
        if clock.ended_at is None:
            clocks.cancel(clock, reason=(reason or row.reference)[:500], actor=by.actor, now=by.now)
    message = _answer(row, found, to, accepted=False, by=by)
    keep_act(row, "audit.refused", by, {"checks": row.checks, "reason": reason, "message": str(message.pk)})
    return message


@transaction.atomic
def bind(row: Audit, *, statement: str, at: datetime, by: By) -> None:
    """Put the auditor's undertaking of confidentiality on file: which, and when it was signed."""
    move(row, (State.PLANNED, State.RUNNING), bound_at=at, bound_by=statement)
    keep_act(row, "audit.auditor_bound", by, {"statement": statement, "at": at.isoformat()})


@transaction.atomic
def begin(row: Audit, *, at: datetime, by: By) -> None:
    """It is held from `at`; of us not before the auditor is bound to secrecy."""
    if row.bound_at is None and not row.by_us:
        raise NotNow("unbound")
    move(row, (State.PLANNED,), state=State.RUNNING, started_at=at)
    keep_act(row, "audit.begun", by, {"at": at.isoformat()})


@transaction.atomic
def request_item(row: Audit, *, kind: ItemKind, name: str, at: datetime, by: By) -> Item:
    """Something is asked for in it: its own clock runs, within what the agreement gives for it."""
    if not row.is_open:
        raise StateChanged(row.reference)
    made = Item.objects.create(organisation_id=row.organisation_id, audit=row, kind=kind, name=name, asked_at=at)
    subject = Subject(queries.KIND, made.pk, f"{row.reference} {name}"[:120])
    _start(row, subject, at, by, only=Action.DELIVER_AUDIT_EVIDENCE)
    keep_act(row, "audit.item_asked", by, {"item": str(made.pk), "kind": kind, "name": name, "at": at.isoformat()})
    return made


@transaction.atomic
def settle_item(row: Audit, item: Item, *, granted: bool, what: str, at: datetime, by: By) -> None:
    """It was granted or handed over, or refused with a reason; access to ours waits for the auditor's undertaking."""
    if granted and row.bound_at is None and not row.by_us:
        raise NotNow("unbound")
    state = ItemState.GRANTED if granted else ItemState.REFUSED
    if Item.objects.filter(pk=item.pk, state=ItemState.ASKED).update(state=state, what=what, at=at, by=by.user) != 1:
        raise StateChanged(item.name)
    clock = queries.clock_of(row.organisation, item.pk)
    if clock is not None:
        clocks.end(clock, at=at, by=Proof.DONE, reason=what[:500], actor=by.actor, now=by.now)
    keep_act(row, "audit.item_settled", by, {"item": str(item.pk), "granted": granted, "what": what})


@transaction.atomic
def report(row: Audit, *, compliant: bool, outcome: str, at: datetime, by: By) -> None:
    """What the audit showed, agreed jointly; who pays follows where the agreement lets it depend on that."""
    move(row, (State.RUNNING,), state=State.REPORTED, reported_at=at, compliant=compliant, outcome=outcome)
    for clock in queries.clocks_of(row):
        if clock.ended_at is None and clock.subject_id == row.pk:
            clocks.end(clock, at=at, by=Proof.DONE, reason=outcome[:500], actor=by.actor, now=by.now)
    settled = costs.settle(row.agreement, case_id=row.pk, compliant=compliant, actor=by.actor, now=by.now)
    keep_act(row, "audit.reported", by, {"compliant": compliant, "outcome": outcome, "lines": settled})


@transaction.atomic
def warn(row: Audit, *, reasons: str, to: To, by: By) -> OutboxMessage:
    """Tell the controller at once that something asked in the audit infringes the law (Art. 28(3), last paragraph)."""
    if row.by_us:
        raise NotNow("ours")
    if not row.is_open:
        raise StateChanged(row.reference)
    Audit.objects.filter(pk=row.pk).update(warned_at=by.now, warned_reasons=reasons)
    row.refresh_from_db()
    message = write(
        row.agreement, LetterKind.AUDIT_WARNING, _subject(row), to, by, filled={"reasons": reasons}, again=True
    )
    keep_act(row, "audit.warned", by, {"reasons": reasons, "message": str(message.pk)})
    return message


@transaction.atomic
def erase_information(row: Audit, *, at: datetime, by: By) -> None:
    """The auditing side erased what it had learnt: kept with when."""
    if row.reported_at is None:
        raise NotNow("not_reported")
    Audit.objects.filter(pk=row.pk).update(information_erased_at=at)
    row.refresh_from_db()
    keep_act(row, "audit.information_erased", by, {"at": at.isoformat()})


@transaction.atomic
def close(row: Audit, *, by: By) -> None:
    """It is over: every measure was taken."""
    if Finding.objects.filter(audit=row, done_at=None).exists():
        raise NotNow("measures_left")
    move(row, (State.REPORTED,), state=State.CLOSED, closed_at=by.now)
    keep_act(row, "audit.closed", by, {})


def _start(
    row: Audit,
    subject: Subject,
    at: datetime,
    by: By,
    *,
    only: Action | None = None,
    but: Collection[Action] = frozenset(),
) -> None:
    said = events.Said(Trigger.AUDIT_REQUEST, at, StartReason.ASKED, row.planned_at, subject.label)
    for starting in events.would_start(row.agreement, said):
        action = starting.duty.action
        if starting.obligation is None or action in but or only not in (None, action):
            continue
        clocks.start(
            row.agreement,
            starting.obligation,
            subject=subject,
            following=(),
            owner=by.user if starting.ours else None,
            actor=by.actor,
            now=by.now,
        )


def _subject(row: Audit) -> Subject:
    return Subject(queries.KIND, row.pk, row.reference)


def kept_checks(found: Verdict) -> list[dict[str, Any]]:
    """What was found of it, as it is kept."""
    return [
        {
            "point": check.point.value,
            "met": check.met,
            "provision": check.provision,
            "earliest": check.earliest.isoformat() if check.earliest else None,
            "latest": check.latest.isoformat() if check.latest else None,
        }
        for check in found.checks
    ]


def _clause(row: Audit, provision: str) -> str:
    return clause_words(provision, writing.language_for(row.agreement))


def _answer(row: Audit, found: Verdict, to: To, *, accepted: bool, by: By) -> OutboxMessage:
    language = writing.language_for(row.agreement)
    zone = ZoneInfo(row.organisation.time_zone)
    sections = []
    with translation.override(language.value):
        yes, no = _("met"), _("not met")
        for number, check in enumerate(found.checks, start=1):
            where = clause_words(check.provision, language)
            said = yes if check.met else no
            sections.append(Section(number, str(POINTS[Point(check.point)]), f"{said} ({where})" if where else said))
        if row.reason:
            sections.append(Section(len(sections) + 1, _("Another reason"), row.reason))
    filled = {
        "accepted": "1" if accepted else "",
        "refused": "" if accepted else "1",
        "planned": instant(row.planned_at, zone=zone, language=language),
        "latest": labels.day(found.latest.isoformat(), language.value) if found.latest and not accepted else "",
        "earliest": labels.day(found.earliest.isoformat(), language.value) if found.earliest and not accepted else "",
    }
    return write(
        row.agreement, LetterKind.AUDIT_ANSWER, _subject(row), to, by,
        filled=filled, sections=tuple(sections), again=True,
    )  # fmt: skip

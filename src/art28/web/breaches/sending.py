"""The draft under one agreement -> the notice in the outbox, in one transaction with what it does to the clocks."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F

from art28.agreement import labels
from art28.agreement.duties import Action
from art28.notices.language import Language
from art28.notices.notice import Evidence, Matter, Notice, NoticeKind, changed_since, compose
from art28.obligations import start as core
from art28.obligations.statutory import in_force
from art28.timelimits.period import parse_period
from art28.web.accounts.access import Actor
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.audit.sealing import head_of, seal
from art28.web.breaches import actions, drafting, fanout, promises
from art28.web.breaches.actions import StateChanged
from art28.web.breaches.models import TouchedAgreement
from art28.web.breaches.promises import Promised
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof, State
from art28.web.clocks.queries import is_late
from art28.web.notices import actions as outbox
from art28.web.notices import queries as outbox_queries
from art28.web.notices.models import OutboxMessage
from art28.web.notices.record import sections_of


class ReasonsWanted(Exception):
    """The notification is late: it leaves with the reasons for that (Art. 33(1) GDPR, last sentence), not without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What the sender decides: which notice, to whom, signed by whom, and the words that only people can give."""

    kind: NoticeKind
    recipient: str
    recipient_name: str
    signed_by: str
    late_reasons: str = ""
    closing_reason: str = ""


def kinds(touched: TouchedAgreement) -> tuple[NoticeKind, ...]:
    """The notices that may come next: a first one, with an early warning where the agreement knows it; else supplements."""
    if touched.sent:
        return (NoticeKind.FOLLOW_UP, NoticeKind.CLOSING)
    early = promises.of(touched.agreement).values.get("breach.early_warning") is True
    return (NoticeKind.REPORT, NoticeKind.EARLY_WARNING) if early else (NoticeKind.REPORT,)


def notice(
    touched: TouchedAgreement, sending: Sending, *, token: str, evidence: Evidence | None, now: datetime
) -> Notice:
    """The notice as it would leave now; `evidence` None for a preview."""
    agreement = touched.agreement
    language = promises.language(agreement)
    sections = drafting.sections(touched.questions)
    before = outbox_queries.last_sent(agreement.organisation, agreement_id=agreement.pk, subject_id=touched.breach_id)
    if before is not None:
        sections = changed_since(sections_of(before.notice), sections)
    clock = actions.notification(touched)
    matter = _matter(touched, sending, clock, link=outbox.link(token), language=language, now=now)
    return compose(sending.kind, sections, matter=replace(matter, evidence=evidence), language=language)


def _matter(
    touched: TouchedAgreement,
    sending: Sending,
    clock: Obligation | None,
    *,
    link: str,
    language: Language,
    now: datetime,
) -> Matter:
    agreement, breach = touched.agreement, touched.breach
    said = promises.of(agreement)
    facts = said.values
    zone = ZoneInfo(agreement.organisation.time_zone)
    by_processor = facts.get("breach.authority_notifier") == "processor"
    provision = str(clock.duty["provision"]) if clock else ""
    return Matter(
        reference=breach.reference,
        agreement=_called(agreement, said, language),
        clause=_clause(provision, language),
        processor=str(facts.get("processor.name") or agreement.organisation.name),
        addressee=sending.recipient_name,
        started_at=clock.started_at if clock else breach.aware_at,
        start_reason=clock.start_reason if clock else breach.aware_reason,
        ends_at=clock.ends_at if clock else None,
        authority_hours=None if by_processor else _authority_hours(now, zone),
        acknowledge_url=link,
        evidence=None,
        zone=zone,
        late_reasons=sending.late_reasons,
        sequence=touched.sent,
        closing_reason=sending.closing_reason,
        signed_by=sending.signed_by,
    )


def _called(agreement: Agreement, said: Promised, language: Language) -> str:
    """How the notice calls the agreement: its title, and the day it was signed where that is known."""
    signed = said.signed_on
    words = {Language.NL: "„{}” van {}", Language.EN: "“{}” of {}"}
    if signed is None:
        return f"„{agreement.title}”" if language is Language.NL else f"“{agreement.title}”"
    return words[language].format(agreement.title, labels.day(signed, language.value))


_THE = {Language.NL: "de", Language.EN: "the"}


def _clause(provision: str, language: Language) -> str:
    if not provision:
        return ""
    if not provision[0].isdigit():
        place = labels.place(provision, language.value)
        return place if place == provision else f"{_THE[language]} {place}"
    return f"artikel {provision}" if language is Language.NL else f"clause {provision}"


def _authority_hours(now: datetime, zone: ZoneInfo) -> int | None:
    period = in_force(Action.NOTIFY_AUTHORITY, now.astimezone(zone).date())
    return int(parse_period(period.period).elapsed.total_seconds() // 3600) if period else None


@transaction.atomic
def send(touched: TouchedAgreement, sending: Sending, *, based_on: int, actor: Actor, now: datetime) -> OutboxMessage:
    """Put the notice in the outbox as it stands now.

    The draft must still be at version `based_on`, so that nobody sends what another has just changed: `StateChanged`.
    A first notice after its limit needs reasons: `ReasonsWanted`.
    """
    if sending.kind not in kinds(touched):
        raise StateChanged(f"a {sending.kind.value} can't follow {touched.sent} notices")
    clock = actions.notification(touched) if not touched.sent else None
    if clock is not None and is_late(clock, now):
        _explain(clock, sending, actor=actor, now=now)
    rows = TouchedAgreement.objects.filter(pk=touched.pk, version=based_on, sent=touched.sent, closed_at=None)
    if rows.update(sent=F("sent") + 1, version=F("version") + 1) != 1:
        raise StateChanged("the draft was changed or sent meanwhile")
    seal(touched.organisation_id, now=now)  # so that the notice witnesses what was done until now
    head = head_of(touched.organisation_id)
    token = outbox.new_token()
    leaving = notice(touched, sending, token=token, evidence=Evidence(head.hash, head.count), now=now)
    message = outbox.queue(
        leaving,
        outbox.Envelope(
            agreement=touched.agreement,
            obligation=clock,
            subject_kind="breach",
            subject_id=touched.breach_id,
            recipient=sending.recipient,
            recipient_name=sending.recipient_name,
            idempotency_key=f"breach:{touched.breach_id}:{touched.agreement_id}:{touched.sent}",
            token=token,
        ),
        actor=actor,
        now=now,
    )
    _follow_up(touched, complete=leaving.is_complete or sending.kind is NoticeKind.CLOSING, actor=actor, now=now)
    content = {"message": str(message.pk), "kind": sending.kind.value, "agreement": str(touched.agreement_id)}
    record(
        organisation=touched.organisation,
        actor=actor,
        kind="breach.notice_sent",
        subject=touched.breach,
        at=now,
        content=content,
    )
    touched.refresh_from_db(fields=("sent", "version"))
    return message


def _explain(clock: Obligation, sending: Sending, *, actor: Actor, now: datetime) -> None:
    if not sending.late_reasons.strip():
        raise ReasonsWanted
    if clock.state != State.LATE:
        clocks.mark_late(clock, actor=actor, now=now)
    clocks.explain_lateness(clock, reasons=sending.late_reasons.strip(), actor=actor, now=now)


def _follow_up(touched: TouchedAgreement, *, complete: bool, actor: Actor, now: datetime) -> None:
    """An incomplete notice starts the duty to supplement it without further undue delay; a complete one ends it."""
    row = actions.clock_of(touched, Action.FOLLOW_UP_BREACH)
    if complete:
        if row is not None and row.ended_at is None:
            clocks.end(row, at=now, by=Proof.DONE, reason=touched.breach.reference, actor=actor, now=now)
        return
    said = promises.of(touched.agreement)
    duty = next((duty for duty in said.duties if duty.action is Action.FOLLOW_UP_BREACH), None)
    if row is not None or duty is None or not clocks.bears(touched.agreement.direction, duty.bearer.value):
        return
    obligation = core.start(
        duty,
        core.Event(duty.trigger, now, promises.incomplete(touched.agreement)),
        facts_version=said.facts_version(duty),
        ends_by=core.Proof.DONE,
    )
    subject = fanout.subject_of(touched.breach)
    clocks.start(touched.agreement, obligation, subject=subject, following=(), owner=None, actor=actor, now=now)

"""The draft under one agreement, and what was read beforehand -> its notice."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from art28.agreement import labels
from art28.agreement.duties import Action
from art28.notices.language import Language
from art28.notices.notice import Evidence, Matter, Notice, NoticeKind, as_exercise, changed_since, compose
from art28.obligations.statutory import in_force
from art28.timelimits.period import parse_period
from art28.web.agreements.models import Agreement
from art28.web.breaches import drafting, promises
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.breaches.promises import Promised
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.notices import actions as outbox
from art28.web.notices import queries as outbox_queries
from art28.web.notices.record import sections_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What the sender decides: which notice, to whom, signed by whom, and the words that only people can give."""

    kind: NoticeKind
    recipient: str
    recipient_name: str
    signed_by: str
    late_reasons: str = ""
    closing_reason: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What a notice under one agreement needs besides its draft.

    What the agreement says, the clocks of the notification and of its supplement, and what the last notice said. `lost` is
    whether every notice was refused or came back, so that nobody there knows yet.
    """

    said: Promised
    clock: Obligation | None
    follow_up: Obligation | None
    before: Mapping[str, Any] | None
    lost: bool = False


def known(breach: Breach, agreement_ids: Collection[UUID]) -> Mapping[UUID, Known]:
    """What notices under these agreements need, in a fixed number of queries."""
    organisation = breach.organisation
    running = clocks.by_agreement(
        clocks.about(organisation, subject_kind=breach.subject_kind, subject_id=breach.pk, under=agreement_ids)
    )
    said = promises.promised(organisation, agreement_ids)
    before = outbox_queries.last_said(organisation, subject_id=breach.pk, under=agreement_ids)
    lost = outbox_queries.lost(organisation, subject_id=breach.pk, under=agreement_ids)
    found = {}
    for agreement_id in agreement_ids:
        rows = running.get(agreement_id, ())
        clock, follow_up = _of(rows, Action.NOTIFY_BREACH), _of(rows, Action.FOLLOW_UP_BREACH)
        last = None if agreement_id in lost else before.get(agreement_id)
        found[agreement_id] = Known(said[agreement_id], clock, follow_up, last, agreement_id in lost)
    return found


def known_of(touched: TouchedAgreement) -> Known:
    """The same for one agreement."""
    return known(touched.breach, (touched.agreement_id,))[touched.agreement_id]


def _of(rows: tuple[Obligation, ...], action: Action) -> Obligation | None:
    """The clock of that duty: the one that runs, where there were several, else any that ended."""
    found = [row for row in rows if row.action == action]
    return next((row for row in found if row.ended_at is None), found[0] if found else None)


def kinds(touched: TouchedAgreement, known: Known) -> tuple[NoticeKind, ...]:
    """The notices that may come next: a first one, with an early warning where the agreement knows it; else supplements.

    Where nothing that was sent arrived, a first one comes again.
    """
    later = (NoticeKind.FOLLOW_UP, NoticeKind.CLOSING) if touched.sent else ()
    if touched.sent and not known.lost:
        return later
    early = known.said.values.get("breach.early_warning") is True
    return (NoticeKind.REPORT, *((NoticeKind.EARLY_WARNING,) if early else ()), *later)


def notice(
    touched: TouchedAgreement, sending: Sending, known: Known, *, token: str, evidence: Evidence | None, now: datetime
) -> Notice:
    """The notice as it would leave now; `evidence` None for a preview."""
    language = promises.language(touched.agreement)
    sections = drafting.sections(touched.questions)
    if known.before is not None:
        sections = changed_since(sections_of(known.before), sections)
    matter = _matter(touched, sending, known, link=outbox.link(token), language=language, now=now)
    made = compose(sending.kind, sections, matter=replace(matter, evidence=evidence), language=language)
    return as_exercise(made) if touched.breach.exercise_id else made


def _matter(
    touched: TouchedAgreement,
    sending: Sending,
    known: Known,
    *,
    link: str,
    language: Language,
    now: datetime,
) -> Matter:
    agreement, breach, clock, said = touched.agreement, touched.breach, known.clock, known.said
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
        controller=agreement.counterparty_name,
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

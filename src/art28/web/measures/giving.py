"""An overview of the measures, asked for by a customer: whether it may be refused, and the letter that gives it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from art28.notices.answers import section_record
from art28.notices.measures import Shown, ShownCertificate, overview_sections
from art28.notices.notice import LetterKind
from art28.notices.subprocessing import day_words
from art28.timelimits.days import add_months
from art28.web.accounts.models import Organisation
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach
from art28.web.casework import To, keep_act
from art28.web.database.numbering import next_number
from art28.web.measures import promising
from art28.web.measures.agreed import AskedFor, Overview
from art28.web.measures.models import Certificate, Measure, Standing
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage

KIND = "measureoverview"
_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Limit:
    """How often an overview may be asked for: the passage, until when the last one holds back another, and exceptions."""

    provision: str
    words: str
    next_on: date | None
    sooner_with_reason: bool


def limit_of(agreement: Agreement) -> Limit | None:
    """What the agreement says; None where it is silent, or lets it be asked for at any time."""
    reading = promising.reading_of(agreement)
    said = reading.overview if reading is not None else None
    if not said or said["period"] is None:
        return None
    last = (
        overviews(agreement.organisation).filter(agreement=agreement, refused="").order_by("-asked_on", "-id").first()
    )
    next_on = add_months(last.asked_on, _A_YEAR)[0] if last is not None else None
    return Limit(said["provision"], said["words"], next_on, said["sooner_with_reason"])


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOverview:
    """A request as it came in."""

    asked_on: date
    asked_by: str
    why: AskedFor
    breach: Breach | None
    reason: str


@transaction.atomic
def ask(agreement: Agreement, what: AskedOverview, *, by: By) -> Overview:
    """Keep a request; one that comes sooner than the agreement allows is kept as refused, with the clause."""
    if what.why == AskedFor.BREACH and what.breach is None:
        raise NotNow("which_breach")
    if what.why == AskedFor.OTHER and not what.reason.strip():
        raise NotNow("which_reason")
    organisation = agreement.organisation
    year, number = next_number(organisation, Overview, by.now)
    row = Overview.objects.create(
        organisation=organisation,
        agreement=agreement,
        year=year,
        number=number,
        asked_on=what.asked_on,
        asked_by=what.asked_by,
        why=what.why,
        breach=what.breach,
        reason=what.reason,
        refused=_refusal(agreement, what),
        at=by.now,
        by=by.user,
    )
    content = {
        "agreement": str(agreement.pk),
        "asked_on": what.asked_on.isoformat(),
        "asked_by": what.asked_by,
        "why": what.why.value,
        "breach": str(what.breach.pk) if what.breach else None,
        "reason": what.reason,
        "refused": row.refused,
    }
    keep_act(row, "overview.asked", by, content)
    return row


def _refusal(agreement: Agreement, what: AskedOverview) -> str:
    """The clause by which the request may be refused; empty where it may not be."""
    limit = limit_of(agreement)
    if limit is None or limit.next_on is None or what.asked_on >= limit.next_on:
        return ""
    if limit.sooner_with_reason and what.why in (AskedFor.BREACH, AskedFor.OTHER):
        return ""
    return limit.provision or limit.words[:200]


@transaction.atomic
def give(row: Overview, to: To, *, by: By) -> OutboxMessage:
    """Send the measures as they stand, and keep what was given. Raises `NotNow` for a request that was refused."""
    row = Overview.objects.select_for_update().select_related("agreement__organisation").get(pk=row.pk)
    if row.refused:
        raise NotNow("refused", place=row.refused)
    if row.answered_at is not None:
        raise StateChanged(row.reference)
    agreement, language = row.agreement, writing.language_for(row.agreement)
    sections = overview_sections(_shown(agreement.organisation), _certificates(row, by), language)
    if not sections:
        raise NotNow("empty")
    limit = limit_of(agreement)
    filled = {
        "asked": day_words(row.asked_on, language),
        "today": day_words(by.now.date(), language),
        "next": day_words(add_months(row.asked_on, _A_YEAR)[0], language) if limit is not None else "",
    }
    sent = writing.Writing(
        kind=LetterKind.MEASURE_OVERVIEW,
        subject_kind=KIND,
        subject_id=row.pk,
        reference=row.reference,
        recipient=to.recipient,
        recipient_name=to.recipient_name,
        key=f"{KIND}:{row.pk}",
        filled=filled,
        provision=limit.provision if limit is not None else "",
        sections=sections,
        signed_by=to.signed_by,
    )
    message = writing.send(agreement, deriving.standing(agreement), sent, actor=by.actor, now=by.now)
    content = [section_record(each) for each in sections]
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    Overview.objects.filter(pk=row.pk).update(content=content, sha256=digest, answered_at=by.now, message=message)
    row.refresh_from_db()
    keep_act(row, "overview.given", by, {"message": str(message.pk), "sha256": digest, "topics": len(sections)})
    return message


def _shown(organisation: Organisation) -> Sequence[Shown]:
    rows = Measure.objects.filter(organisation=organisation, ended_at=None).exclude(standing=Standing.PLANNED)
    return [
        Shown(
            topic=row.topic,
            name=row.name,
            text=row.text,
            standing=row.standing,
            article_32=tuple(row.article_32),
            controls=tuple(row.iso27001),
        )
        for row in rows.order_by("name", "id")
    ]


def _certificates(row: Overview, by: By) -> Sequence[ShownCertificate]:
    rows = Certificate.objects.filter(
        organisation=row.organisation_id, ended_at=None, renewed=None, expires_on__gte=by.now.date()
    )
    return [
        ShownCertificate(standard=each.standard, holder=each.holder, expires_on=each.expires_on)
        for each in rows.order_by("standard", "holder", "id")
    ]


def overviews(organisation: Organisation) -> QuerySet[Overview]:
    """Every request, newest first."""
    rows = Overview.objects.filter(organisation=organisation).select_related("agreement", "breach", "by", "message")
    return rows.order_by("-asked_on", "-id")


def overview(organisation: Organisation, overview_id: UUID) -> Overview | None:
    """One request."""
    return overviews(organisation).filter(pk=overview_id).first()


def breaches_of(agreement: Agreement) -> Sequence[Breach]:
    """The breaches that touched the agreement, for the reason of a request."""
    return tuple(breaches.touching(agreement)[:50])

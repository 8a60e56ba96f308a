"""What was read -> rows: the text, fact versions, open questions, promises and findings of one agreement.

A fact that a person confirmed, corrected or found not said never changes by a reading; where the new reading differs, it
becomes an open question.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from art28.agreement.catalogue import catalogue
from art28.agreement.model import Fact, QuestionKind
from art28.web.accounts.access import WORKER
from art28.web.agreements import checks, deriving, reading_rows, rows, search
from art28.web.agreements.models import (
    Agreement,
    AgreementText,
    FactState,
    FactVersion,
    Question,
    State,
    TextStructure,
)
from art28.web.agreements.reading import Read
from art28.web.agreements.signals import addendum_stored, reading_stored
from art28.web.audit import actions as audit
from art28.web.database import bulk

_RULE = 120
_LONGEST_TITLE = 300
_LONGEST_HEADING = 120


class LeaseLost(Exception):
    """Another worker took this agreement over; nothing was written."""


@transaction.atomic
def store(agreement_id: UUID, read: Read, *, lease: UUID, now: datetime) -> None:
    """Write a reading and release the lease, all or nothing; raises LeaseLost where the lease isn't ours any more."""
    done = Agreement.objects.filter(pk=agreement_id, lease=lease).update(
        state=State.READ, reason="", lease=None, leased_until=None, due_at=None, read_at=now, attempts=0
    )
    if done != 1:
        raise LeaseLost(agreement_id)
    agreement = Agreement.objects.select_related("organisation", "source").get(pk=agreement_id)
    text, _ = AgreementText.objects.get_or_create(
        agreement=agreement,
        extraction=read.document.extraction,
        defaults=reading_rows.of_text(agreement, read, now=now),
    )
    TextStructure.objects.update_or_create(text=text, defaults=reading_rows.of_structure(agreement, read, now=now))
    versions = {row.key: row for row in FactVersion.objects.filter(agreement=agreement, current=True)}
    bulk.create(FactVersion, list(_versions(agreement, text, read, versions, now=now)))
    Question.objects.filter(agreement=agreement, settled_at=None).delete()
    Question.objects.bulk_create(list(_questions(agreement, read, versions, now=now)))
    reading_rows.describe(agreement, read)
    agreement.save(update_fields=("title", "language", "pages", "shares"))
    if agreement.amends_id is not None:
        _stored_beside(agreement, text, now=now)
    else:
        _derive(agreement, text, read, now=now)
    search.index(
        agreement.organisation_id, agreement.pk, reading_rows.found_by(agreement, read, agreement.source), read.running
    )
    audit.record(
        organisation=agreement.organisation,
        actor=WORKER,
        kind="agreement.read",
        subject=agreement,
        at=now,
        content=reading_rows.act(read),
    )


def _derive(agreement: Agreement, text: AgreementText, read: Read, *, now: datetime) -> None:
    """What follows from an agreement that was read: verdicts and findings, promises, and what other apps make of it."""
    turned = checks.keep(agreement.organisation, [checks.Held(agreement.pk, text.pk, read.checked)], now=now)[
        agreement.pk
    ]
    if agreement.share == 1:
        take_in_others(agreement, now=now)
    deriving.refresh(agreement, actor=WORKER, now=now)
    reading_stored.send(Agreement, agreement=agreement, text=text, read=read, turned=turned, now=now)


def _stored_beside(agreement: Agreement, text: AgreementText, *, now: datetime) -> None:
    """An addendum is no agreement by itself: nothing is promised by it and nothing is asked of it alone."""
    Agreement.objects.filter(pk=agreement.pk).update(state=State.ADDENDUM)
    agreement.state = State.ADDENDUM
    Question.objects.filter(agreement=agreement, settled_at=None).delete()
    deriving.beside(agreement, actor=WORKER, now=now)
    addendum_stored.send(Agreement, agreement=agreement, text=text, now=now)


def take_in_others(agreement: Agreement, *, now: datetime) -> None:
    """Make the other agreements that the file turned out to hold, so that they are read too."""
    same_file = Agreement.objects.filter(source_id=agreement.source_id)
    known = set(same_file.values_list("share", flat=True))
    same_file.exclude(shares=agreement.shares).update(shares=agreement.shares)
    for number in range(2, agreement.shares + 1):
        if number in known:
            continue
        other = Agreement.objects.create(
            organisation_id=agreement.organisation_id,
            source_id=agreement.source_id,
            share=number,
            shares=agreement.shares,
            batch=agreement.batch,
            title=PurePath(agreement.source.name).stem[:_LONGEST_TITLE] or agreement.source.name,
            state=State.QUEUED,
            added_at=agreement.added_at,
            due_at=now,
        )
        audit.record(
            organisation=agreement.organisation,
            actor=WORKER,
            kind="agreement.found_beside",
            subject=other,
            at=now,
            content={"number": number, "of": agreement.shares, "file_sha256": agreement.source.sha256},
        )


@transaction.atomic
def fail(agreement_id: UUID, reason: str, *, lease: UUID, now: datetime) -> None:
    """Say why an agreement can't be read, and release the lease; what was read of it before stays."""
    done = Agreement.objects.filter(pk=agreement_id, lease=lease).update(
        state=State.FAILED, reason=reason, lease=None, leased_until=None, due_at=None
    )
    if done != 1:
        raise LeaseLost(agreement_id)
    agreement = Agreement.objects.select_related("organisation").get(pk=agreement_id)
    audit.record(
        organisation=agreement.organisation,
        actor=WORKER,
        kind="agreement.unreadable",
        subject=agreement,
        at=now,
        content={"reason": reason},
    )


def _versions(
    agreement: Agreement, text: AgreementText, read: Read, before: dict[str, FactVersion], *, now: datetime
) -> Iterator[FactVersion]:
    """The new versions: of facts that are new or read differently, where no person has decided."""
    last = _last_numbers(agreement)
    for key, known in before.items():
        if known.state == FactState.PROPOSED and key not in read.facts:
            FactVersion.objects.filter(pk=known.pk).update(current=False)
    for key, fact in read.facts.items():
        known_before = before.get(key)
        if known_before is not None:
            if known_before.state != FactState.PROPOSED or _as_read(known_before, fact):
                continue
            FactVersion.objects.filter(pk=known_before.pk).update(current=False)
        version = reading_rows.version(text, key, fact, number=last.get(key, 0) + 1, now=now)
        version.supersedes = known_before
        yield version


def _last_numbers(agreement: Agreement) -> dict[str, int]:
    """The number of the last version of each fact that was ever read: a fact may come back."""
    known = FactVersion.objects.filter(agreement=agreement).order_by().values_list("key")
    return dict(known.annotate(last=Max("number")))


def _as_read(row: FactVersion, fact: Fact) -> bool:
    return (
        bool(row.value == rows.of_value(fact.value))
        and row.citations == rows.of_citations(fact.citations)
        and row.strength == fact.strength.value
        and row.doubts == rows.of_doubts(fact)
    )


def _questions(
    agreement: Agreement, read: Read, before: dict[str, FactVersion], *, now: datetime
) -> Iterator[Question]:
    decided = {key: row for key, row in before.items() if row.state != FactState.PROPOSED}
    for question in read.questions:
        if question.key not in decided:
            yield reading_rows.question(agreement, question.key, question.kind, question.candidates, now=now)
    for key, row in decided.items():
        fact = read.facts.get(key)
        if key in catalogue() and fact is not None and _contradicts(agreement, row, fact):
            yield reading_rows.question(agreement, key, QuestionKind.CONFLICT, (fact,), now=now)


def _contradicts(agreement: Agreement, row: FactVersion, fact: Fact) -> bool:
    """Whether a new reading differs from what a person decided, and from what that person was shown."""
    value = rows.of_value(fact.value)
    if row.value == value:
        return False
    shown = (
        FactVersion.objects.filter(agreement=agreement, key=row.key, number__lt=row.number).order_by("-number").first()
    )
    return shown is None or shown.value != value

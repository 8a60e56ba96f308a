"""Files that were read already -> agreements, many at once: set-based, in one transaction.

The worker reads file after file, and `storing.store` asks of each what was known before: who decided on a fact, which clocks
run, what was signed. Of an agreement that comes to be in the same transaction nothing is known and nothing hangs on it, so
hundreds are kept here with as many statements as a few. What is kept of each, and what the trail says of it, is the same.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import WORKER, Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements import checks, deriving, reading_rows, search, sides
from art28.web.agreements.actions import Refusal, Taken, Upload, kept_name, title_of
from art28.web.agreements.models import (
    Agreement,
    AgreementText,
    Certainty,
    FactVersion,
    PromisedDuty,
    Question,
    SourceBytes,
    SourceFile,
    State,
    TextStructure,
)
from art28.web.agreements.reading import Read
from art28.web.agreements.signals import Stored, readings_registered
from art28.web.agreements.storing import take_in_others
from art28.web.audit import actions as audit
from art28.web.audit.actions import Entry
from art28.web.database import bulk
from art28.web.database.identifiers import new_id
from art28.web.parties import naming as parties


@dataclass(frozen=True, slots=True)
class Brought:
    """A file and what was read in it: the first agreement, or a code of why there is none to read."""

    upload: Upload
    found: Read | str


@dataclass(slots=True)
class _Kept:
    """An agreement on its way into the database."""

    brought: Brought
    source: SourceFile
    agreement: Agreement
    text: AgreementText | None = None


@transaction.atomic
def register(
    organisation: Organisation, brought: Sequence[Brought], *, actor: Actor, now: datetime, largest_bytes: int
) -> tuple[Taken, ...]:
    """Take in files that were read, all or nothing; one that is refused, or is there already, leaves the others alone.

    A file that holds more agreements than its first has the worker read those.
    """
    taken, kept = _sorted_out(organisation, brought, actor=actor, now=now, largest_bytes=largest_bytes)
    read = [each for each in kept if isinstance(each.brought.found, Read)]
    _name_sides(organisation, read, now=now)
    rows = [row for each in read for row in _rows(each, now=now)]
    bulk.create(SourceFile, (each.source for each in kept))
    bulk.create(SourceBytes, (SourceBytes(file=each.source, data=each.brought.upload.data) for each in kept))
    bulk.create(Agreement, (each.agreement for each in kept))
    for model in (AgreementText, TextStructure, FactVersion, Question, PromisedDuty):
        bulk.create(model, (row for row in rows if type(row) is model))
    audit.record_many(organisation=organisation, actor=actor, at=now, entries=map(_put_in, kept))
    _check(organisation, read, now=now)
    stored = [Stored(each.agreement, each.text, _found(each)) for each in read if each.text is not None]
    readings_registered.send(Agreement, organisation=organisation, stored=stored, now=now)
    for one in stored:
        words = reading_rows.found_by(one.agreement, one.read, one.agreement.source)
        search.index(organisation.pk, one.agreement.pk, words, one.read.running, first=True)
        if one.agreement.shares > 1:
            take_in_others(one.agreement, now=now)
    audit.record_many(organisation=organisation, actor=WORKER, at=now, entries=map(_outcome, kept))
    return taken


def _sorted_out(
    organisation: Organisation, brought: Sequence[Brought], *, actor: Actor, now: datetime, largest_bytes: int
) -> tuple[tuple[Taken, ...], list[_Kept]]:
    """What becomes of each file, and those that are taken in; the same bytes twice are one file."""
    digests = [hashlib.sha256(each.upload.data).hexdigest() for each in brought]
    there = _there(organisation, digests)
    taken: list[Taken] = []
    kept: list[_Kept] = []
    batch = new_id()
    for each, sha256 in zip(brought, digests, strict=True):
        name = kept_name(each.upload.name)
        if not each.upload.data:
            taken.append(Taken(name, None, Refusal.EMPTY))
        elif len(each.upload.data) > largest_bytes:
            taken.append(Taken(name, None, Refusal.TOO_LARGE))
        elif sha256 in there:
            taken.append(Taken(name, there[sha256], Refusal.ALREADY_THERE))
        else:
            kept.append(_begun(organisation, each, sha256, batch, actor=actor, now=now))
            there[sha256] = kept[-1].agreement
            taken.append(Taken(name, kept[-1].agreement))
    return tuple(taken), kept


def _there(organisation: Organisation, digests: Iterable[str]) -> dict[str, Agreement]:
    rows = Agreement.objects.filter(organisation=organisation, source__sha256__in=list(digests), share=1)
    return {row.source.sha256: row for row in rows.select_related("source")}


def _begun(
    organisation: Organisation, brought: Brought, sha256: str, batch: UUID, *, actor: Actor, now: datetime
) -> _Kept:
    upload, found = brought.upload, brought.found
    source = SourceFile(
        organisation=organisation,
        sha256=sha256,
        name=kept_name(upload.name),
        media_type=upload.media_type[:120],
        size=len(upload.data),
        uploaded_by_id=actor.id,
        uploaded_at=now,
    )
    agreement = Agreement(
        organisation=organisation, source=source, batch=batch, title=title_of(source.name), added_at=now
    )
    if isinstance(found, Read):
        agreement.state, agreement.read_at = State.READ, now
        reading_rows.describe(agreement, found)
    else:
        agreement.state, agreement.reason = State.FAILED, found
    return _Kept(brought, source, agreement)


def _name_sides(organisation: Organisation, kept: Sequence[_Kept], *, now: datetime) -> None:
    own = sides.own_entities(organisation)
    others: list[sides.OtherSide] = []
    for each in kept:
        sides.take(each.agreement, _found(each).facts, own)
        theirs = sides.other_side(each.agreement, _found(each).facts)
        if theirs is None:
            sides.name(each.agreement, _found(each).facts, None)
        else:
            others.append(theirs)
    named = iter(
        parties.name_many(
            organisation,
            [parties.Named(each.name, each.details, each.contacts) for each in others],
            actor=WORKER,
            now=now,
        )
    )
    for each in kept:
        if sides.other_side(each.agreement, _found(each).facts) is not None:
            sides.name(each.agreement, _found(each).facts, next(named))


def _rows(each: _Kept, *, now: datetime) -> list[AgreementText | TextStructure | FactVersion | Question | PromisedDuty]:
    """All that is kept of one reading, its checks apart; counts what waits for a person on the agreement."""
    agreement, read = each.agreement, _found(each)
    each.text = text = AgreementText(
        agreement=agreement, extraction=read.document.extraction, **reading_rows.of_text(agreement, read, now=now)
    )
    versions = [reading_rows.version(text, key, fact, number=1, now=now) for key, fact in read.facts.items()]
    asked = [reading_rows.question(agreement, one.key, one.kind, one.candidates, now=now) for one in read.questions]
    duties = [deriving.duty_row(agreement, text, duty, order, now) for order, duty in enumerate(read.duties)]
    agreement.duty_count = len(duties)
    agreement.open_count = len(asked) + len(versions)
    agreement.asked_count = len(asked) + sum(row.certainty != Certainty.EXPRESS for row in versions)
    structure = TextStructure(text=text, **reading_rows.of_structure(agreement, read, now=now))
    return [text, structure, *versions, *asked, *duties]


def _check(organisation: Organisation, kept: Sequence[_Kept], *, now: datetime) -> None:
    held = [
        checks.Held(each.agreement.pk, each.text.pk, _found(each).checked) for each in kept if each.text is not None
    ]
    checks.keep(organisation, held, now=now)


def _found(each: _Kept) -> Read:
    if isinstance(each.brought.found, str):
        raise TypeError(f"nothing was read in {each.source.name}")
    return each.brought.found


def _put_in(each: _Kept) -> Entry:
    content: Mapping[str, str | int] = {
        "name": each.source.name,
        "sha256": each.source.sha256,
        "size": each.source.size,
    }
    return Entry("agreement.uploaded", "agreement", each.agreement.pk, content)


def _outcome(each: _Kept) -> Entry:
    if isinstance(each.brought.found, str):
        return Entry("agreement.unreadable", "agreement", each.agreement.pk, {"reason": each.brought.found})
    return Entry("agreement.read", "agreement", each.agreement.pk, reading_rows.act(each.brought.found))

"""Which agreements a file holds, as a person says: where each begins, that it holds one, or that art28 is to find out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from art28.document.model import OUTSIDE_THE_FLOW, BlockKind
from art28.web.accounts.access import Actor
from art28.web.agreements import queries
from art28.web.agreements.models import Agreement, AgreementText, SourceFile, State
from art28.web.audit import actions as audit

MOST_BEGINNINGS = 200
_LONGEST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Opening:
    """A line of a file at which an agreement may begin; `start` counts in the file's text, `begins` says that one does."""

    start: int
    words: str
    page: int | None
    begins: bool


def openings(agreement: Agreement, *, every_line: bool = False) -> tuple[Opening, ...]:
    """The lines of the file at which an agreement may begin: its headings without a number, or every short line.

    Of a file that is read as several agreements these are the lines within them; what stands between is none's.
    """
    found: list[Opening] = []
    for each in (agreement, *queries.beside(agreement)):
        if each.share <= each.shares and (text := queries.text_of(each)) is not None:
            found += _lines(text, every_line=every_line)
    return tuple(sorted(found, key=lambda opening: opening.start))


def _lines(text: AgreementText, *, every_line: bool) -> Iterator[Opening]:
    offset, first = _offset(text), True
    for row in text.blocks:
        if BlockKind(row["k"]) in OUTSIDE_THE_FLOW:
            continue
        start, stop = row["s"]
        words = text.text[start:stop].split("\n")[0].strip()
        heads = BlockKind(row["k"]) is BlockKind.HEADING and row["n"] is None
        if words and (first or heads or (every_line and stop - start <= _LONGEST_WORDS)):
            yield Opening(offset + start, words[:_LONGEST_WORDS], row["p"], first)
        first = False


def _offset(text: AgreementText) -> int:
    """Where in its file's text an agreement's own text starts: "pdf/7 1200:5600" is 1200, "pdf/7" is 0."""
    _, _, span = text.extraction.partition(" ")
    return int(span.partition(":")[0] or 0)


@transaction.atomic
def divide(agreement: Agreement, begins: Sequence[Opening] | None, *, actor: Actor, now: datetime) -> bool:
    """Say where the agreements of the file begin, None to leave that to art28; all are read again in the background.

    Returns whether that is something new. What people decided stays with the agreement at its place in the file; one that
    the file no longer holds is kept and says so.
    """
    said = None if begins is None else [_said(opening) for opening in begins]
    source = SourceFile.objects.select_for_update().get(
        organisation_id=agreement.organisation_id, pk=agreement.source_id
    )
    if source.begins == said:
        return False
    source.begins = said
    source.save(update_fields=("begins",))
    held = Agreement.objects.filter(organisation_id=agreement.organisation_id, source=source)
    held.update(state=State.QUEUED, due_at=now, attempts=0, reason="", lease=None, leased_until=None)
    audit.record(
        organisation=agreement.organisation,
        actor=actor,
        kind="agreement.divided",
        subject=agreement,
        at=now,
        content={"file_sha256": source.sha256, "begins": None if said is None else [each["start"] for each in said]},
    )
    return True


def _said(opening: Opening) -> Mapping[str, Any]:
    return {"start": opening.start, "words": opening.words}

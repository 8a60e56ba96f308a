"""What was read of one agreement -> rows that are not written yet, for one reading and for many at once."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from art28.agreement.model import Fact, QuestionKind
from art28.checking.edition import preparation, textual
from art28.document.model import BlockKind
from art28.web.agreements import rows, weighing
from art28.web.agreements.models import (
    Agreement,
    AgreementText,
    Certainty,
    FactState,
    FactVersion,
    Question,
    SourceFile,
)
from art28.web.agreements.reading import Read

_RULE = 120
_LONGEST_TITLE = 300
_LONGEST_HEADING = 120


def describe(agreement: Agreement, read: Read) -> None:
    """Set what a document says of itself: title, language, pages, and how many agreements its file holds."""
    agreement.title = _title(read) or agreement.title
    agreement.language = read.language[:2]
    agreement.pages = len(read.document.pages) or None
    agreement.shares = share.of if (share := read.document.share) is not None else 1


def _title(read: Read) -> str:
    """What the document calls itself: by its title, else by its first heading; empty where it has neither."""
    title = read.facts.get("document.title")
    if title is not None:
        return str(title.value)[:_LONGEST_TITLE]
    headings = (block.span for block in read.document.blocks if block.kind is BlockKind.HEADING)
    first = next((" ".join(read.document.text[span.start : span.end].split()) for span in headings), "")
    return first if len(first) <= _LONGEST_HEADING else ""


def of_text(agreement: Agreement, read: Read, *, now: datetime) -> dict[str, Any]:
    """What is kept of the text, its agreement and extraction apart."""
    document = read.document
    return {
        "organisation_id": agreement.organisation_id,
        "text": document.text.replace("\x00", "\ufffd"),  # PostgreSQL stores no NUL; one code point for one
        "blocks": [rows.of_block(block) for block in document.blocks],
        "pages": rows.of_pages(document),
        "notes": [rows.of_note(note) for note in document.notes],
        "changes": [rows.of_change(change) for change in document.changes],
        "comments": [rows.of_comment(comment) for comment in document.comments],
        "read_at": now,
    }


def of_structure(agreement: Agreement, read: Read, *, now: datetime) -> dict[str, Any]:
    """What is kept of how the text is built, the text apart."""
    return {
        "organisation_id": agreement.organisation_id,
        "parts": read.parts,
        "references": read.references,
        "rejects": read.rejects.replace("\x00", "\ufffd"),
        "made_at": now,
        "prepared": read.prepared,
        "prepared_by": preparation(),
        "textual": read.textual if read.prepared else b"",  # what can't be stored as it is would cite other words
        "textual_by": textual(),
    }


def version(text: AgreementText, key: str, fact: Fact, *, number: int, now: datetime) -> FactVersion:
    """A version of a fact as it was read in a text."""
    doubts = rows.of_doubts(fact)
    certainty = weighing.certainty(doubts)
    return FactVersion(
        organisation_id=text.organisation_id,
        agreement_id=text.agreement_id,
        text=text,
        key=key,
        number=number,
        value=rows.of_value(fact.value),
        citations=rows.of_citations(fact.citations),
        rule=fact.rule[:_RULE],
        provision=fact.provision[:120],
        state=FactState.PROPOSED,
        at=now,
        strength=fact.strength.value,
        doubts=doubts,
        certainty=certainty,
        urgency=weighing.urgency(key, certainty),
        place=weighing.place(key),
    )


def question(
    agreement: Agreement, key: str, kind: QuestionKind, candidates: Iterable[Fact], *, now: datetime
) -> Question:
    """An open question about a fact, with what it may be."""
    return Question(
        organisation_id=agreement.organisation_id,
        agreement=agreement,
        key=key,
        kind=kind.value,
        candidates=[rows.of_candidate(fact) for fact in candidates],
        asked_at=now,
        urgency=weighing.urgency(key, Certainty.CONFLICT),
        place=weighing.place(key),
    )


def found_by(agreement: Agreement, read: Read, source: SourceFile) -> tuple[str, ...]:
    """By what an agreement is found besides its text: its title, file and parties."""
    parties = [str(read.facts[key].value) for key in ("processor.name", "controller.name") if key in read.facts]
    return (agreement.title, source.name, *parties)


def act(read: Read) -> dict[str, Any]:
    """What the record of the reading says of it."""
    return {
        "extraction": read.document.extraction,
        "file_sha256": read.document.sha256,
        "facts": len(read.facts),
        "questions": len(read.questions),
        "duties": len(read.duties),
        "findings": len(read.checked.findings),
    }

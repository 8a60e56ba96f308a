"""Core values <-> what the rows hold as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.duties import DutyLimit, LimitSource
from art28.agreement.model import Fact, OpenQuestion, QuestionKind, Value
from art28.checking.model import Message
from art28.document.model import Block, BlockKind, Change, Citation, Comment, Document, Page, ReadingNote, Span
from art28.extraction.doubts import doubts_of
from art28.web.agreements.models import AgreementText, FactVersion, Question

Json = dict[str, Any]


def of_value(value: Value) -> Any:
    """A fact's value as JSON: tuples become lists, records objects."""
    if isinstance(value, tuple):
        return [_of_record(item) if isinstance(item, Mapping) else item for item in value]
    return value


def _of_record(record: Mapping[str, Any]) -> Json:
    return {name: list(item) if isinstance(item, tuple) else item for name, item in record.items()}


def to_value(given: Any) -> Value:
    """The value behind JSON made by `of_value`; raises TypeError for null, which stands for no value."""
    if isinstance(given, list):
        if any(isinstance(item, dict) for item in given):
            return tuple({name: _field(item) for name, item in record.items()} for record in given)
        return tuple(str(item) for item in given)
    if isinstance(given, str | int | bool):
        return given
    raise TypeError(f"a fact has no value of type {type(given).__name__}")


def _field(item: Any) -> Any:
    return tuple(item) if isinstance(item, list) else item


def of_citation(citation: Citation) -> Json:
    """A passage as JSON."""
    row: Json = {"text": citation.text, "start": citation.start, "end": citation.end, "page": citation.page}
    if citation.recognised:
        row["recognised"] = True
    if citation.document:
        row["document"] = citation.document
    return row


def to_citation(row: Mapping[str, Any]) -> Citation:
    """The passage behind JSON."""
    return Citation(
        row["text"], row["start"], row["end"], row["page"], row.get("recognised", False), row.get("document", "")
    )


def of_citations(citations: Sequence[Citation]) -> list[Json]:
    """Passages as JSON."""
    return [of_citation(citation) for citation in citations]


def to_citations(rows: Sequence[Mapping[str, Any]]) -> tuple[Citation, ...]:
    """The passages behind JSON."""
    return tuple(to_citation(row) for row in rows)


def of_limit(limit: DutyLimit | None) -> Json | None:
    """A duty's limit as JSON; None stays None."""
    if limit is None:
        return None
    return {
        "period": limit.period,
        "wording": str(limit.wording),
        "regime": limit.regime,
        "source": limit.source.value,
        "backward": limit.backward,
        "working_days": limit.working_days,
    }


def to_limit(row: Mapping[str, Any] | None) -> DutyLimit | None:
    """The limit behind JSON."""
    return None if row is None else DutyLimit(**{**row, "source": LimitSource(row["source"])})


def of_block(block: Block) -> Json:
    """A block as JSON, short keys since a document has thousands."""
    return {
        "k": block.kind.value,
        "s": [block.span.start, block.span.end],
        "p": block.page,
        "n": block.label,
        "l": block.level,
        "c": [[cell.start, cell.end] for cell in block.cells],
        "t": block.table,
        "x": [[skip.start, skip.end] for skip in block.skips],
        "o": block.continues,
    }


def to_block(row: Mapping[str, Any]) -> Block:
    """The block behind JSON."""
    return Block(
        kind=BlockKind(row["k"]),
        span=Span(*row["s"]),
        page=row["p"],
        label=row["n"],
        level=row["l"],
        cells=tuple(Span(*cell) for cell in row["c"]),
        table=row["t"],
        skips=tuple(Span(*skip) for skip in row.get("x", ())),
        continues=row.get("o", False),
    )


def of_pages(document: Document) -> list[list[int]]:
    """Pages as JSON: number, start, end."""
    return [
        [page.number, page.span.start, page.span.end, *([] if page.recognised is None else [page.recognised])]
        for page in document.pages
    ]


def of_note(note: ReadingNote) -> Json:
    """A remark on the reading as JSON."""
    return {"code": note.code.value, "detail": note.detail}


def to_document(text: AgreementText) -> Document:
    """The document behind a stored text, as the rules read it."""
    return Document(
        name="",
        media_type="",
        sha256="",
        extraction=text.extraction,
        text=text.text,
        blocks=tuple(to_block(row) for row in text.blocks),
        pages=to_pages(text),
    )


def of_change(change: Change) -> Json:
    """A tracked change as JSON."""
    return {"kind": change.kind.value, **_beside(change)}


def of_comment(comment: Comment) -> Json:
    """A comment as JSON."""
    return _beside(comment)


def _beside(said: Change | Comment) -> Json:
    return {
        "start": said.span.start,
        "end": said.span.end,
        "text": said.text,
        "author": said.author,
        "when": said.when,
    }


def to_pages(text: AgreementText) -> tuple[Page, ...]:
    """The pages of a text."""
    return tuple(
        Page(number, Span(start, end), recognised[0] if recognised else None)
        for number, start, end, *recognised in text.pages
    )


def to_fact(row: FactVersion) -> Fact | None:
    """The fact behind its newest version; None where it is not said, or was entered without a passage."""
    if row.value is None:
        return None
    return entered(row.key, row.value, to_citations(row.citations), row.rule, row.provision)


def entered(key: str, value: Any, citations: tuple[Citation, ...], rule: str, provision: str) -> Fact:
    """A fact as the core knows it. One that a person entered without a passage cites nothing at an empty place."""
    return Fact(key, to_value(value), citations or (Citation("", 0, 0, None),), rule, provision)


def to_question(row: Question) -> OpenQuestion:
    """The open question behind its row."""
    candidates = tuple(
        entered(row.key, item["value"], to_citations(item["citations"]), item["rule"], item["provision"])
        for item in row.candidates
    )
    return OpenQuestion(row.key, QuestionKind(row.kind), candidates)


def of_candidate(fact: Fact) -> Json:
    """A candidate of an open question as JSON."""
    return {
        "value": of_value(fact.value),
        "citations": of_citations(fact.citations),
        "rule": fact.rule,
        "provision": fact.provision,
        "strength": fact.strength.value,
        "doubts": of_doubts(fact),
    }


def of_doubts(fact: Fact) -> list[str]:
    """What makes a fact less than express, as codes."""
    return [doubt.value for doubt in doubts_of(fact)]


def is_records(key: str) -> bool:
    """Whether a fact's value is a list of records."""
    return catalogue()[key].type is FactType.RECORDS


def of_message(message: Message) -> Json:
    """A sentence of checking as JSON: by its key, so that it can be said in either language."""
    return {"key": message.key, "values": dict(message.values)}


def to_message(row: Mapping[str, Any]) -> Message:
    """The sentence behind JSON."""
    return Message(row["key"], row["values"])

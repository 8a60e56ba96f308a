"""Two agreements -> their comparison: facts first, then clauses, and what was left out of it."""

from collections.abc import Iterator
from types import MappingProxyType

from art28.agreement.model import Agreement
from art28.comparing.facts import differences
from art28.comparing.model import Comparison, NotCompared
from art28.document.model import OUTSIDE_THE_FLOW, Document, NoteCode
from art28.families.alignment import align
from art28.families.words import worded


def compare(one: Agreement, other: Agreement) -> Comparison:
    """Hold two agreements side by side, whatever their formats; texts in different languages meet by their facts alone."""
    texts = worded(one), worded(other)
    facts, same = differences(one, other)
    same_language = one.reading.language == other.reading.language
    return Comparison(
        one,
        other,
        texts,
        facts,
        same,
        align(*texts) if same_language else (),
        MappingProxyType(dict(_left_out(one, other))),
    )


def _left_out(one: Agreement, other: Agreement) -> Iterator[tuple[NotCompared, str]]:
    readings = one.reading, other.reading
    documents = tuple(reading.flow.document for reading in readings)
    if readings[0].language != readings[1].language:
        yield NotCompared.LANGUAGES, f"{readings[0].language}, {readings[1].language}"
    if any(block.kind in OUTSIDE_THE_FLOW for document in documents for block in document.blocks):
        yield NotCompared.RUNNING_HEADS, ""
    if pictures := _noted(documents, NoteCode.PAGES_WITHOUT_TEXT):
        yield NotCompared.PICTURES, pictures
    if inside := _noted(documents, NoteCode.EMBEDDED_FILES):
        yield NotCompared.EMBEDDED_FILES, inside
    if any(document.comments for document in documents):
        yield NotCompared.COMMENTS, ""
    yield NotCompared.LAYOUT, ""


def _noted(documents: tuple[Document, ...], code: NoteCode) -> str:
    return "; ".join(note.detail for document in documents for note in document.notes if note.code is code)

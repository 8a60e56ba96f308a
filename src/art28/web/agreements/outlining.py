"""A reading -> its structure as a row keeps it: the contents as a tree, and where each cross-reference stands and leads.

Places are those of blocks of the document, so that a page finds them without counting. What an entry without a heading of
its own is called is left to the page, in the reader's language.
"""

import re
from collections.abc import Iterator

from art28.agreement.crossreferences import cross_references, leading_nowhere
from art28.agreement.passages import Reading, ReadingLine
from art28.agreement.structure import Kind, Node, structure_of
from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.web.agreements import rows
from art28.web.agreements.models import AgreementText, TextStructure
from art28.web.agreements.rows import Json

_LISTED = frozenset({Kind.PARAGRAPH, Kind.DEFINITION})
_BY_KIND = frozenset({Kind.PREAMBLE, Kind.RECITALS, Kind.SIGNATURES})
_LONGEST_HEADING = 120
_LONGEST_WORDS = 64
_OWN_NUMBER = re.compile(
    r"^\W*(?:(?:artikel|article|art\.|clause|section|lid|paragraph|abs\.|§)\s*)?\d{1,2}(?:\.\d{1,2})*(?:\s*[.):-])*\s+",
    re.IGNORECASE,
)
_SAID_NUMBER = re.compile(r"^\W*(?:(?:artikel|article|clause|section)\s+)?(\d{1,2})(?![\d.]*\d)", re.IGNORECASE)
_SHORT_TITLE = re.compile(r"^(.{8,64}?)[.:;](?:\s|$)")


def parts_of(reading: Reading) -> list[Json]:
    """The contents: each part with its kind, number, title, the block it starts at, and what is under it."""
    titles = _Titles(reading)
    found: list[Json] = []
    for node in structure_of(reading):
        entry = titles.entry(node)
        if not found or not _goes_on(found[-1], entry):
            found.append(entry)
        elif entry["t"]:
            found[-1]["c"].append(entry)
        else:
            found[-1]["c"] += entry["c"]
    return found


def _goes_on(above: Json, entry: Json) -> bool:
    """Whether an entry belongs to the one above it: of its number, or untitled under a title that says its number."""
    if not entry["n"] or above["k"] != entry["k"]:
        return False
    said = _SAID_NUMBER.match(above["t"])
    return above["n"] == entry["n"] or bool(not entry["t"] and not above["n"] and said and said[1] == entry["n"])


def references_of(reading: Reading) -> list[Json]:
    """The cross-references: where each stands, what it names, and the block that it leads to; null where it leads nowhere."""
    lost = set(map(id, leading_nowhere(reading)))
    firsts: dict[int, ReadingLine] = {}
    for line in reading.lines:
        firsts.setdefault(id(line.clause), line)
    return [
        {
            "s": [[citation.start, citation.end] for citation in reading.citations(one.start, one.end)],
            "k": one.target.value,
            "n": one.name,
            "at": None if one.clause is None else firsts[id(one.clause)].block.span.start,
        }
        for one in cross_references(reading)
        if one.clause is not None or id(one) in lost
    ]


def structure_of_text(text: AgreementText) -> tuple[list[Json], list[Json]]:
    """Parts and references of a text: as kept; read now, where it was read before they were kept."""
    kept: TextStructure | None = getattr(text, "structure", None)
    if kept is not None:
        return kept.parts, kept.references
    reading = prepare(flow_of(rows.to_document(text)))
    return parts_of(reading), references_of(reading)


class _Titles:
    """Makes entries of nodes; what a reader sees of each is in the document's own words."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lines = {line.start: line for line in reading.lines}

    def entry(self, node: Node) -> Json:
        """A node with what is listed under it."""
        return {
            "k": node.kind.value,
            "n": node.number,
            "t": self._title(node),
            "at": self._lines[node.start].block.span.start,
            "c": list(self._under(node)),
        }

    def _under(self, node: Node) -> Iterator[Json]:
        """Paragraphs and definitions; those under what isn't listed itself stand here."""
        for child in node.children:
            if child.kind in _LISTED:
                yield self.entry(child)
            else:
                yield from self._under(child)

    def _title(self, node: Node) -> str:
        if node.kind in _BY_KIND:
            return ""
        if node.kind is Kind.DEFINITION:
            return _cut(node.heading, _LONGEST_WORDS)
        if node.kind is Kind.PARAGRAPH:
            line = self._lines[node.start]
            words = _OWN_NUMBER.sub("", " ".join(self._reading.original(line.start, line.end).split()))
            short = _SHORT_TITLE.match(words)
            return short[1] if short else _cut(words, _LONGEST_WORDS)
        return _cut(" ".join(node.heading.split()), _LONGEST_HEADING)


def _cut(words: str, longest: int) -> str:
    words = words.replace("\x00", "\ufffd")  # PostgreSQL stores no NUL
    if len(words) <= longest:
        return words
    return f"{words[:longest].rsplit(' ', 1)[0].rstrip(' ,;:')}…"

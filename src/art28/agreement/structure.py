"""Reading -> the agreement as a tree: its parts, articles and annexes, their paragraphs, and the items and tables under them.

Numbers are those that a reader would cite, whatever the style: "4.1" for what article 4 numbers 1, "Bijlage 2" for an annex.
What a definitions article explains is a definition, headed by its term; an annex that asks is a questionnaire.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Clause, Part


class Kind(StrEnum):
    """What a node of the tree is."""

    PREAMBLE = "preamble"
    RECITALS = "recitals"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    DEFINITION = "definition"
    TABLE = "table"
    ANNEX = "annex"
    QUESTIONNAIRE = "questionnaire"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class Node:
    """A node at `start:end` of the reading text, children included; `number` and `heading` are empty where it has none."""

    kind: Kind
    number: str
    heading: str
    start: int
    end: int
    children: tuple["Node", ...] = ()


_PART = {
    Part.PREAMBLE: Kind.PREAMBLE,
    Part.RECITALS: Kind.RECITALS,
    Part.BODY: Kind.ARTICLE,
    Part.ANNEX: Kind.ANNEX,
    Part.SIGNATURES: Kind.SIGNATURES,
}
_DEFINITIONS = re.compile(
    r"begrip|definiti|definition|begriffsbestimmung|définition|interpretation|terms used|uitleg", re.IGNORECASE
)
_TERM = re.compile(
    r"^[\s*_•\"'(-]*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)])\s+)?[\"'*_]*(?P<term>[A-ZÀ-Þ][\w/ -]{1,50}?)[\"'*_]*\s*"
    r"(?::|\t|=|\s-\s|,? (?:betekent|means|bedeutet|désigne|bezeichnet|is|wordt verstaan)\b)"
)
_ITEM_LEVELS = (
    re.compile(r"^\W{0,2}\d{1,2}[.)]?(?=\s)"),
    re.compile(r"^\W{0,2}[A-Za-z][.)](?=\s)"),
    re.compile(r"^\W{0,2}[ivxIVX]{1,4}[.)](?=\s)"),
    re.compile(r"^\W{0,2}[•●○▪■◦‣·*–—-](?=\s)"),
)
_ASKS = re.compile(
    r"\?\s*(?:\t|$|[_.…]{2,})|:\s*[_.…]{3,}|\b(?:ja ?/ ?nee|yes ?/ ?no|ja ?/ ?nein|oui ?/ ?non)\b", re.IGNORECASE
)
_QUESTIONS = 4


def structure_of(reading: Reading) -> tuple[Node, ...]:
    """The agreement's parts in order: preamble, recitals, each article, the signatures, each annex."""
    clauses = _clauses_with_lines(reading)
    grouped = groupby(clauses, key=lambda pair: (pair[0].part, pair[0].article, pair[0].heading))
    return tuple(_top(reading, key, tuple(members)) for key, members in grouped)


def _clauses_with_lines(reading: Reading) -> Iterator[tuple[Clause, tuple[ReadingLine, ...]]]:
    for _, lines in groupby(reading.lines, key=lambda line: id(line.clause)):
        own = tuple(lines)
        yield own[0].clause, own


def _top(
    reading: Reading, key: tuple[Part, str, str], members: Sequence[tuple[Clause, tuple[ReadingLine, ...]]]
) -> Node:
    part, article, heading = key
    lines = [line for _, own in members for line in own]
    kind = _PART[part]
    if part is Part.ANNEX and sum(bool(_ASKS.search(line.text)) for line in lines) >= _QUESTIONS:
        kind = Kind.QUESTIONNAIRE
    definitions = reading if part is Part.BODY and _DEFINITIONS.search(heading) else None
    children: list[Node] = []
    for clause, own in members:
        if clause.number and clause.number != article:
            children.append(
                Node(
                    Kind.PARAGRAPH,
                    clause.number,
                    "",
                    own[0].start,
                    own[-1].end,
                    tuple(_hanging(own[1:], definitions)),
                )
            )
        else:
            children += _hanging([line for line in own if line.block.kind is not BlockKind.HEADING], definitions)
    return Node(kind, article, heading, lines[0].start, lines[-1].end, tuple(_nested(children)))


def _nested(children: Sequence[Node]) -> Iterator[Node]:
    """Paragraph 4.1.2 stands under 4.1."""
    waiting: list[Node] = []
    for child in children:
        if waiting and child.kind is Kind.PARAGRAPH and child.number.startswith(f"{waiting[-1].number}."):
            parent = waiting[-1]
            waiting[-1] = Node(
                parent.kind, parent.number, parent.heading, parent.start, child.end, (*parent.children, child)
            )
        else:
            waiting.append(child)
    return iter(waiting)


def _hanging(lines: Sequence[ReadingLine], definitions: Reading | None) -> Iterator[Node]:
    """The items, definitions and tables among lines, items under the items that they belong to.

    `definitions` is the reading where lines may define terms: these are told in the document's own words, since the reading
    text has words of its own for some of them.
    """
    yield from _tree([_leaf(line, definitions) for line in _rows_as_one(lines)])


def _rows_as_one(lines: Sequence[ReadingLine]) -> Iterator[tuple[ReadingLine, ...]]:
    for table, own in groupby(lines, key=lambda line: line.block.table if line.block.cells else None):
        if table is None:
            yield from ((line,) for line in own)
        else:
            yield tuple(own)


def _leaf(lines: tuple[ReadingLine, ...], definitions: Reading | None) -> tuple[int, Node] | None:
    first, last = lines[0], lines[-1]
    term = _TERM.match(definitions.original(first.start, first.end)) if definitions else None
    if term is not None and len(lines) == 1:
        return 0, Node(Kind.DEFINITION, "", term["term"].strip(), first.start, last.end)
    if first.block.cells:
        return 0, Node(Kind.TABLE, "", first.text.replace("\t", " | "), first.start, last.end)
    depth, label = _label(first)
    if label is None:
        return None
    return depth, Node(Kind.ITEM, label.strip(" .)("), "", first.start, last.end)


def _label(line: ReadingLine) -> tuple[int, str | None]:
    """How deep an item stands by the style of its label, and the label; None for a line that is no item."""
    for depth, pattern in enumerate(_ITEM_LEVELS):
        match = pattern.match(line.text)
        if match:
            return max(depth, line.block.level), match[0]
    if line.block.kind is BlockKind.ITEM and line.block.label:
        return max(len(_ITEM_LEVELS), line.block.level), line.block.label
    return 0, None


def _tree(leaves: Sequence[tuple[int, Node] | None]) -> Iterator[Node]:
    """Items of a deeper style go under the one before them; what is no item ends the list."""
    path: list[tuple[int, Node, list[Node]]] = []

    def closed(until: int) -> Iterator[Node]:
        while path and path[-1][0] >= until:
            _, node, under = path.pop()
            whole = Node(
                node.kind, node.number, node.heading, node.start, under[-1].end if under else node.end, tuple(under)
            )
            if path:
                path[-1][2].append(whole)
            else:
                yield whole

    for leaf in leaves:
        if leaf is None:
            yield from closed(0)
            continue
        depth, node = leaf
        yield from closed(0 if node.kind is not Kind.ITEM else depth)
        path.append((depth, node, []))
    yield from closed(0)

"""Document -> its structure as `art28 text --structure` prints it: a line a node, with what the node refers to."""

from bisect import bisect_left
from collections.abc import Iterator

from art28.agreement.crossreferences import CrossReference, cross_references
from art28.agreement.passages import Reading
from art28.agreement.structure import Node, structure_of
from art28.document.flow import flow_of
from art28.document.model import Document
from art28.extraction.prepare import prepare

_FIRST_WORDS = 60


def structure(document: Document) -> str:
    """The tree, indented; a reference that leads nowhere has a question mark behind it."""
    reading = prepare(flow_of(document))
    references = cross_references(reading)
    return "\n".join(line for node in structure_of(reading) for line in _lines(reading, references, node, 0))


def _lines(reading: Reading, references: tuple[CrossReference, ...], node: Node, depth: int) -> Iterator[str]:
    first = reading.original(node.start, node.end).lstrip().split("\n", 1)[0]
    words = node.heading or first
    cut = words if len(words) <= _FIRST_WORDS else words[: _FIRST_WORDS - 1].rstrip() + "…"
    until = node.children[0].start if node.children else node.end
    names = dict.fromkeys(
        f"{one.name}{'' if one.clause else ' ?'}"
        for one in references[bisect_left(references, node.start, key=lambda one: one.start) :]
        if one.start < until
    )
    refers = f"  → {', '.join(names)}" if names else ""
    number = f" {node.number}" if node.number else ""
    yield f"{'  ' * depth}{node.kind.value}{number}: {cut}{refers}"
    for child in node.children:
        yield from _lines(reading, references, child, depth + 1)

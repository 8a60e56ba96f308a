"""Reading <-> bytes that are kept beside its text, so that checking again begins where preparing it ended.

Texts stand as they are; a layer as the runs that it copies or replaces; clauses, lines and sentences by their places.
"""

import json
import re
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from art28.agreement.passages import Reading, ReadingLine, Sentence
from art28.checking.words.statements import Spelled, spelled, statements_of
from art28.document.flow import Flow, Line
from art28.document.layer import Layer, counted
from art28.document.model import Document
from art28.document.outline import Clause, Part
from art28.terms import Role

_FAST = 1
_COPIED = -1
_NUL = "\x00"


def statements(reading: Reading) -> list[Spelled]:
    """The statements of a reading as values that can be kept, and checking can begin with."""
    return spelled(statements_of(reading), reading.every_clause())


def written(reading: Reading, said: Sequence[Spelled]) -> bytes:
    """What `read` makes the reading and its statements of; nothing for a text that can't be stored as it is, or whose
    flow has blocks of its own: clauses that stand in a table beside their numbers."""
    flow, clauses = reading.flow, reading.every_clause()
    blocks = {id(block): place for place, block in enumerate(flow.document.blocks)}
    if _NUL in flow.document.text or any(id(line.block) not in blocks for line in flow.lines):
        return b""
    places = {id(clause): place for place, clause in enumerate(clauses)}
    kept = {
        "texts": [flow.text, reading.text],
        "layers": [[list(_runs(layer)), list(layer.jumps)] for layer in (flow.layer, reading.layer)],
        "flow": [[blocks[id(line.block)], line.start, line.end] for line in flow.lines],
        "clauses": [[one.part.value, one.number, one.article, one.heading, one.start, one.end] for one in clauses],
        "outline": len(reading.clauses),
        "lines": [[places[id(one.clause)], one.start, one.end, blocks[id(one.block)]] for one in reading.lines],
        "sentences": [[places[id(one.clause)], one.start, one.end, one.text] for one in reading.sentences],
        "statements": said,
        "language": reading.language,
        "names": [[term, role.value] for term, role in reading.names.items()],
    }
    return zlib.compress(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode(), _FAST)


def read(data: bytes, document: Document) -> tuple[Reading, Sequence[Spelled]]:
    """The reading behind `data`, over its document, and its statements as they were spelled."""
    kept: dict[str, Any] = json.loads(zlib.decompress(data))
    below, above = (_layer(text, *layer) for text, layer in zip(kept["texts"], kept["layers"], strict=True))
    blocks = document.blocks
    flow = Flow(document, below, tuple([Line(blocks[block], start, end) for block, start, end in kept["flow"]]))
    clauses = tuple([Clause(Part(part), *given) for part, *given in kept["clauses"]])
    text = above.text
    lines = tuple(
        [
            ReadingLine(text[start:end], start, end, clauses[place], blocks[block])
            for place, start, end, block in kept["lines"]
        ]
    )
    sentences = tuple([Sentence(said, start, end, clauses[place]) for place, start, end, said in kept["sentences"]])
    names = {term: Role(role) for term, role in kept["names"]}
    outline = clauses[: kept["outline"]]
    return Reading(flow, above, outline, lines, sentences, kept["language"], names), kept["statements"]


def _runs(layer: Layer) -> Iterator[tuple[int, int, int]]:
    """Length, start and end of each run: end is -1 where characters are copied, else each stands for the whole range."""
    starts, ends = layer.starts, layer.ends
    breaks = [at for at in _unlike_the_rest(layer) if _begins(starts, ends, at)]
    for start, end in pairwise((0, *breaks, len(starts))):
        if start < end:
            yield end - start, starts[start], _COPIED if ends[start] - starts[start] == 1 else ends[start]


def _begins(starts: "array[int]", ends: "array[int]", at: int) -> bool:
    """Whether the run of the character in front of `at` ends there."""
    one, other = ends[at - 1] - starts[at - 1] == 1, ends[at] - starts[at] == 1
    if one and other:
        return starts[at] != starts[at - 1] + 1
    return one or other or (starts[at - 1], ends[at - 1]) != (starts[at], ends[at])


def _unlike_the_rest(layer: Layer) -> Iterable[int]:
    """The characters at which a run may begin, in order: most are copied, each behind the one before it."""
    starts, ends = layer.starts, layer.ends
    steps, widths = _not_one_apart(starts[:-1], starts[1:]), _not_one_apart(starts, ends)
    if steps is None or widths is None:
        return range(1, len(starts))
    found = {at + 1 for at in steps} | set(widths) | {at + 1 for at in widths}
    return sorted(found - {0, len(starts)})


def _not_one_apart(below: "array[int]", above: "array[int]") -> list[int] | None:
    """The places at which `above` isn't one more than `below`; None where it is less anywhere, or a number isn't 4 octets.

    All numbers are taken from each other at once, as one number of as many octets: in Python one by one they take as long
    as checking an agreement does.
    """
    if below.itemsize != _OCTETS or sys.byteorder != "little":
        return None
    difference = int.from_bytes(above.tobytes(), "little") - int.from_bytes(below.tobytes(), "little")
    if difference < 0:
        return None
    octets = difference.to_bytes(_OCTETS * len(below), "little")
    lowest, *higher = (octets[place::_OCTETS] for place in range(_OCTETS))
    if b"\xff" in higher[-1]:  # what was less took one from the number behind it
        return None
    found = {match.start() for match in _NOT_ONE.finditer(lowest)}
    for each in higher:
        if each.count(0) < len(each):
            found.update(match.start() for match in _NOT_NONE.finditer(each))
    return sorted(found)


_OCTETS = 4
_NOT_ONE = re.compile(rb"[^\x01]", re.DOTALL)
_NOT_NONE = re.compile(rb"[^\x00]", re.DOTALL)


def _layer(text: str, runs: Sequence[Sequence[int]], jumps: Sequence[int]) -> Layer:
    starts: array[int] = array("I")
    ends: array[int] = array("I")
    for length, start, end in runs:
        if end == _COPIED:
            starts.extend(counted(start, start + length))
            ends.extend(counted(start + 1, start + length + 1))
        else:
            starts.extend([start] * length)
            ends.extend([end] * length)
    return Layer(text, starts, ends, tuple(jumps))

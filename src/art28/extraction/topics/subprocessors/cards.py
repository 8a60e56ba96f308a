"""Reading -> sub-processors on cards: a name on a line of its own, and below it what is said of it, each line with its label."""

from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.topics.subprocessors.columns import columns_of, entry_of
from art28.extraction.topics.subprocessors.entry import SUB, Entry, folded_words
from art28.extraction.topics.subprocessors.prose import LISTS_SUBS

_LABELLED = lasting(r"^[\s*_•●·–-]*(?P<label>[A-ZÀ-Þ][^:\t.;]{1,40}?)[\s*_]*[:\t][\s*_]*(?P<value>[^\s*_].*?)[\s*_]*$")
_MARKED = lasting(r"[:\t]")
_NAME = lasting(
    r"^[\s*_#•●·–-]*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]?\s+)?(?P<name>[A-Z0-9][^:;\t?!]{1,70}?)[\s*_]*$"
)
_ENDS_A_SENTENCE = lasting(r"[a-z]{3}\.$")
_NO_NAME = lasting(
    r"\b(?:CONTROLLER|PROCESSOR|SUBPROCESSOR)\b|^(?:artikel|bijlage|annex|article|schedule|anlage|annexe)\b"
)
_MOST_LABELS = 8
_FEWEST_LABELS = 2
_AHEAD = 8


def from_cards(reading: Reading) -> Iterator[Entry]:
    """The cards that stand below words on sub-processors, or below another card."""
    lines = reading.lines
    ends = -_AHEAD
    for index, line in enumerate(lines[:-1]):
        # Most lines are told by the next, which bears no label.
        name = _name(reading, line) if _MARKED.search(lines[index + 1].text) else None
        told = tuple(_labelled(reading, lines[index + 1 : index + 1 + _MOST_LABELS])) if name else ()
        if not name or len(told) < _FEWEST_LABELS:
            continue
        if index > ends + 1 and not _announced(lines, index):
            continue
        columns = columns_of(("Naam", *(label for label, _ in told)))
        if len(columns) < _FEWEST_LABELS or "service" not in columns:
            continue
        entry = entry_of((name, *(value for _, value in told)), columns)
        if entry is not None:
            below = lines[index + 1 : index + 1 + len(told)]
            entry.passages += [(one.start, one.end) for one in (line, *below)]
            ends = index + len(told)
            yield entry


def _name(reading: Reading, line: ReadingLine) -> str | None:
    if line.block.cells or line.clause.part is Part.SIGNATURES or _NO_NAME.search(line.text):
        return None
    words = folded_words(reading, line)
    match = _NAME.match(words)
    if match is None or _ENDS_A_SENTENCE.search(match["name"]):
        return None
    return match["name"]


def _labelled(reading: Reading, below: Sequence[ReadingLine]) -> Iterator[tuple[str, str]]:
    """The label and the value of each line from the first of `below`, up to one that bears no label."""
    for line in below:
        match = None if line.block.kind is BlockKind.HEADING else _LABELLED.match(folded_words(reading, line))
        if match is None:
            return
        yield match["label"], match["value"]


def _announced(lines: Sequence[ReadingLine], index: int) -> bool:
    """Whether the lines above speak of sub-processors, or the heading does."""
    above = lines[max(0, index - _AHEAD) : index]
    heads = {line.clause.heading for line in (*above[-1:], lines[index])}
    return any("SUBPROCESSOR" in line.text for line in above[-3:]) or any(
        LISTS_SUBS.search(head) or SUB.search(head) for head in heads
    )

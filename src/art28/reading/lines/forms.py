"""Lines of a form that lost its two columns -> its rows: what is asked of the processing, and what is filled in.

Taken out of a PDF as text, "Betrokkenen | leerlingen; ouders" is left as "Betrokkenen leerlingen; ouders", and a label of two
lines stands above what belongs beside it. Where several lines close to each other begin with different labels that such forms
have, each row reaches to the next.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from art28.document.model import Block, BlockKind, Span
from art28.reading.building.openings import opening_of
from art28.reading.lines.columns import any_of, heads_two_columns, vocabulary
from art28.reading.lines.text import TextLine, row_of

# What a label is of: "van de verwerking".
_OF = (
    r"(?: (?:van|of|der|des|du|de la|de) (?:(?:de|het|the) )?"
    r"(?:verwerking(?:en)?|processing|verarbeitung|traitement|opérations|dienst|betrokkenen))?"
)
_FROM_HEADS = ("data", "subjects")
_PREDICATE = re.compile(
    r"(?:is|zijn|wordt|worden|was|heeft|hebben|kan|kunnen|mag|mogen|moet|moeten|dient|dienen|zal|zullen|die|dat|waarvan|en|of|van|in|bij|te|"
    r"are|shall|may|must|will|has|have|and|or|that|which|who|of|to|ist|sind|wird|werden|darf|kann|und|oder|der|die|das|"
    r"est|sont|peut|peuvent|doit|doivent|et|ou|de|qui|que)\b|[:.,;()]",
    re.IGNORECASE,
)
_CONTINUED = ",;-/"
_FEWEST, _FURTHEST, _MOST_VALUE_LINES = 3, 9, 12


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: its kind, its range, its lines, and where what stands beside it begins."""

    kind: str
    span: Span
    first: int
    value: int


def formed(text: str, lines: Sequence[TextLine], taken: frozenset[int], table: int) -> dict[int, Block | None]:
    """The rows of such forms by where their first lines start; None for a line that goes on with one.

    `taken` are the starts of lines that belong to other tables; the tables made are numbered from `table`.
    """
    found: dict[int, Block | None] = {}
    for number, group in enumerate(_groups(text, lines, _labels(text, lines, taken))):
        above = group[0].first - 1
        head = heads_two_columns(text[lines[above].start : lines[above].end]) if above >= 0 else None
        if head is not None and lines[above].start not in taken:
            at = lines[above].start
            cells = (Span(at, at + head), Span(at + head + 1, lines[above].end))
            found.update(row_of(lines, above, above, cells, table + number))
        for label, following in zip(group, [*group[1:], None], strict=True):
            if following is not None and label.value >= lines[following.first].start:
                continue
            last = following.first - 1 if following is not None else _end(text, lines, label, taken)
            cells = (label.span, Span(label.value, lines[last].end))
            found.update(row_of(lines, label.first, last, cells, table + number))
    return found


def _labels(text: str, lines: Sequence[TextLine], taken: frozenset[int]) -> Iterator[_Label]:
    for number, line in enumerate(lines):
        if not text[line.start].isupper() or line.start in taken:
            continue
        matches = [(kind, match) for kind, pattern in _kinds().items() if (match := pattern.match(text, line.start))]
        if not matches:
            continue
        kind, match = max(matches, key=lambda each: each[1].end())
        last = number
        while last + 1 < len(lines) and lines[last].end < match.end():
            last += 1
        whole = match.end() == lines[last].end
        if whole and (last == number or last + 1 == len(lines)):
            continue
        value = lines[last + 1].start if whole else match.end() + 1
        if text[match.end()].isspace() and not _PREDICATE.match(text, value):
            yield _Label(kind, Span(*match.span()), number, value)


@cache
def _kinds() -> Mapping[str, re.Pattern[str]]:
    """The labels of each kind, wherever their lines end."""
    heads = vocabulary()["heads"]
    patterns = {
        kind: [*(heads[kind] if kind in _FROM_HEADS else ()), *own] for kind, own in vocabulary()["labels"].items()
    }
    return {
        kind: re.compile(rf"{any_of(own)}{_OF}(?![\w-])".replace(" ", r"\s"), re.IGNORECASE)
        for kind, own in patterns.items()
    }


def _groups(text: str, lines: Sequence[TextLine], labels: Iterator[_Label]) -> Iterator[tuple[_Label, ...]]:
    """Labels of different kinds, each a few lines below the one before and without a heading between."""
    group: list[_Label] = []
    for label in labels:
        if group and not _follows(text, lines, group, label):
            yield from _enough(group)
            group = []
        group.append(label)
    yield from _enough(group)


def _follows(text: str, lines: Sequence[TextLine], group: Sequence[_Label], label: _Label) -> bool:
    before = group[-1].first
    apart = lines[label.first].after_blank or label.first - before > _FURTHEST
    if apart or any(label.kind == other.kind for other in group):
        return False
    between = (opening_of(text[line.start : line.end]) for line in lines[before + 1 : label.first])
    return not any(opened is not None and opened[0] is BlockKind.HEADING for opened in between)


def _enough(group: Sequence[_Label]) -> Iterator[tuple[_Label, ...]]:
    if len(group) >= _FEWEST and any(label.kind in _FROM_HEADS for label in group):
        yield tuple(group)


def _end(text: str, lines: Sequence[TextLine], label: _Label, taken: frozenset[int]) -> int:
    """The last line of what stands beside the last label: what goes on with it in small letters, a number or an address."""
    last = next(n for n in range(label.first, len(lines)) if lines[n].end > label.value)
    while last + 1 < min(len(lines), label.first + _MOST_VALUE_LINES):
        line = lines[last + 1]
        content = text[line.start : line.end]
        hangs = text[lines[last].end - 1] in ",;-/"
        if (
            line.after_blank
            or line.start in taken
            or opening_of(content) is not None
            or not (hangs or not content[0].isupper())
        ):
            break
        last += 1
    return last

"""Lines of a form that lost its two columns -> its rows: who the parties are, what is processed, what is agreed.

Taken out of a PDF as text, "Betrokkenen | leerlingen; ouders" is left as "Betrokkenen leerlingen; ouders", and a label of two
lines stands above what belongs beside it. Where several lines close to each other begin with different labels that such forms
have, each row reaches to the next. What parties are called begins a row only where a name, a register or an address tells
that one is introduced; what an agreement is about ("Geheimhouding") only below the heads of both columns.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from art28.document.model import Block, BlockKind, Span
from art28.reading.building.openings import opening_of
from art28.reading.lines.columns import any_of, begins_with_company, heads_two_columns, vocabulary
from art28.reading.lines.text import TextLine, row_of

# What a label is of: "van de verwerking".
_OF = (
    r"(?: (?:van|of|der|des|du|de la|de) (?:(?:de|het|the) )?"
    r"(?:verwerking(?:en)?|processing|verarbeitung|traitement|opérations|dienst|betrokkenen))?"
)
# Kinds of which a form has several rows.
_SEVERAL = ("side", "topic", "contact")
_FROM_HEADS = ("data", "subjects")
_PREDICATE = re.compile(
    r"(?:is|zijn|waar(?:op|van|bij|mee|door|onder)|wordt|worden|was|heeft|hebben|kan|kunnen|mag|mogen|moet|moeten|dient|dienen|zal|zullen|die|dat|waarvan|en|of|van|in|bij|te|"
    r"are|shall|may|must|will|has|have|and|or|that|which|who|of|to|ist|sind|wird|werden|darf|kann|und|oder|der|die|das|"
    r"est|sont|peut|peuvent|doit|doivent|et|ou|de|qui|que)\b|[:.,;()]"
)
# Who a party is begins with a capital or an article; what it does begins with a verb.
_A_PARTY = re.compile(r"[A-ZÀ-Þ]|(?:de|het|een|the|an?|der|die|das|ein|la|le|l’|l')(?!\w)")
_CONTINUED = ",;-/"
_FEWEST, _FURTHEST, _MOST_VALUE_LINES = 3, 9, 12
_POSTCODE_LAST = re.compile(r" \d{4} ?[A-Z]{2}$")
_OF_A_COMPANY = re.compile(
    r"\d{4} ?[A-Z]{2} [A-ZÀ-Þ]|^KvK\b|^[A-ZÀ-Þ][^\d.:;]{2,40} \d{1,4}\w?$|^[Vv]ertegenwoordigd\b"
)
_BOTH, _MOST_LINES_OF_PARTY = 2, 2
_REGISTER = re.compile(r"^[A-ZÀ-Þ][^.;:]{2,120}(?:, \d{4} ?[A-Z]{2} [A-ZÀ-Þ]|, KvK|\bKvK[- ]?(?:nummer )?\d{8})")


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: its kind, its words, its range, its first line, and where what stands beside it begins."""

    kind: str
    words: str
    span: Span
    first: int
    value: int


def formed(text: str, lines: Sequence[TextLine], taken: frozenset[int], table: int) -> dict[int, Block | None]:
    """The rows of such forms by where their first lines start; None for a line that goes on with one.

    `taken` are the starts of lines that belong to other tables; the tables made are numbered from `table`.
    """
    found: dict[int, Block | None] = {}
    for number, group in enumerate(_groups(text, lines, _labels(text, lines, taken), taken)):
        above = group[0].first - 1
        head = _head(text, lines, above, taken)
        if head is not None:
            found.update(row_of(lines, above, above, head, table + number))
        for label, following in zip(group, [*group[1:], None], strict=True):
            if following is not None and label.value >= lines[following.first].start:
                continue
            last = following.first - 1 if following is not None else _end(text, lines, label, taken)
            cells = (label.span, Span(label.value, lines[last].end))
            found.update(row_of(lines, label.first, last, cells, table + number))
    return found


def _head(text: str, lines: Sequence[TextLine], number: int, taken: frozenset[int]) -> tuple[Span, Span] | None:
    """The cells of a line that heads both columns; None for any other."""
    if number < 0 or lines[number].start in taken:
        return None
    start, end = lines[number].start, lines[number].end
    first = heads_two_columns(text[start:end])
    return (Span(start, start + first), Span(start + first + 1, end)) if first is not None else None


def _labels(text: str, lines: Sequence[TextLine], taken: frozenset[int]) -> Iterator[_Label]:
    value = -1
    for number, line in enumerate(lines):
        # What stands where the words beside a label begin is no label.
        if not text[line.start].isupper() or line.start in taken or line.start == value:
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
        said = _A_PARTY.match(text, value) if kind == "side" else not _PREDICATE.match(text, value)
        if said and text[match.end()].isspace() and heads_two_columns(text[line.start : line.end]) is None:
            words = " ".join(match[0].lower().split())
            yield _Label(kind, words, Span(*match.span()), number, value)


@cache
def _kinds() -> Mapping[str, re.Pattern[str]]:
    """The labels of each kind, wherever their lines end."""
    heads = vocabulary()["heads"]
    sides = rf"{any_of(vocabulary()['sides']['names'])}(?: \([^)]{{2,40}}\))?"
    patterns = {
        kind: [*(heads[kind] if kind in _FROM_HEADS else ()), *own] for kind, own in vocabulary()["labels"].items()
    }
    patterns["side"] = [sides]
    patterns["contact"].insert(0, rf"contact(?:persoon|gegevens)? {sides}")
    return {
        kind: re.compile(rf"{any_of(own)}{_OF}(?![\w-])".replace(" ", r"\s"), re.IGNORECASE)
        for kind, own in patterns.items()
    }


def _groups(
    text: str, lines: Sequence[TextLine], labels: Iterator[_Label], taken: frozenset[int]
) -> Iterator[tuple[_Label, ...]]:
    """Labels of different words, each a few lines below the one before and without a heading between."""
    group: list[_Label] = []
    for label in labels:
        if group and not _follows(text, lines, group, label):
            yield from _enough(text, lines, group, taken)
            group = []
        group.append(label)
    yield from _enough(text, lines, group, taken)


def _follows(text: str, lines: Sequence[TextLine], group: Sequence[_Label], label: _Label) -> bool:
    before = group[-1].first
    apart = lines[label.first].after_blank or label.first - before > _FURTHEST
    if apart or any(label.words == other.words or label.kind == other.kind not in _SEVERAL for other in group):
        return False
    between = [text[line.start : line.end] for line in lines[before + 1 : label.first]]
    opened = map(opening_of, between)
    headed = any(map(heads_two_columns, between)) or any(
        one is not None and one[0] is BlockKind.HEADING for one in opened
    )
    return not headed


def _enough(
    text: str, lines: Sequence[TextLine], group: Sequence[_Label], taken: frozenset[int]
) -> Iterator[tuple[_Label, ...]]:
    """The labels of `group` that make a form together, if they do."""
    headed = bool(group) and _head(text, lines, group[0].first - 1, taken) is not None
    sides = [label for label in group if label.kind == "side"]
    introduced = len(sides) >= _BOTH and any(_introduces(text, lines, label) for label in sides)
    plain = [label for label in group if label.kind not in ("side", "topic")]
    processed = len(plain) >= _FEWEST and any(label.kind in _FROM_HEADS for label in plain)
    left_out = {kind for kind, stays in (("side", introduced), ("topic", headed or processed)) if not stays}
    kept = tuple(label for label in group if label.kind not in left_out)
    if introduced or processed or (headed and len(kept) >= _FEWEST):
        yield kept


def _introduces(text: str, lines: Sequence[TextLine], label: _Label) -> bool:
    """Whether what stands beside a label is a company's name, or goes on with the number or the address of one."""
    last = min(label.first + _MOST_LINES_OF_PARTY, len(lines) - 1)
    said = " ".join(text[label.value : lines[last].end].split())
    return begins_with_company(said) or _REGISTER.search(said) is not None


def _end(text: str, lines: Sequence[TextLine], label: _Label, taken: frozenset[int]) -> int:
    """The last line of what stands beside the last label: what goes on with it in small letters, a number or an address."""
    last = next(n for n in range(label.first, len(lines)) if lines[n].end > label.value)
    while last + 1 < min(len(lines), label.first + _MOST_VALUE_LINES):
        line = lines[last + 1]
        content = text[line.start : line.end]
        before = text[lines[last].start : lines[last].end]
        hangs = before[-1] in _CONTINUED or _POSTCODE_LAST.search(before) is not None
        if (
            line.after_blank
            or line.start in taken
            or opening_of(content) is not None
            or not (hangs or not content[0].isupper() or (label.kind == "side" and _OF_A_COMPANY.search(content)))
        ):
            break
        last += 1
    return last

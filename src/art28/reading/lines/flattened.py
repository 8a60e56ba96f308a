"""Lines of a table that lost its columns -> its rows, cell by cell.

Taken out of a PDF as text, such a table is left with single blanks and line ends between its cells: "Naam Dienst Land" and
below it "Kade Hosting B.V. hosting van de dienst Nederland". Where a line or a few hold nothing but heads that columns have
in agreements (`columns.toml`), what follows is divided into rows of as many cells (`dividing.py`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from art28.document.model import Block, BlockKind, Span
from art28.reading.building.openings import opening_of
from art28.reading.lines.columns import COMPANIES, any_of, begins_with_company, forget, vocabulary
from art28.reading.lines.dividing import Row, divided
from art28.reading.lines.text import TextLine, row_of

# Where a question ends and its answer begins: behind the question mark, at a box or dots.
_ANSWER = re.compile(r"(?<=[?]) (?=\S)| (?=[☐☑☒□…_.]{1}[☐☑☒□…_. ]*)")
_LONGEST_HEAD, _MOST_HEAD_LINES, _MOST_LINES = 130, 14, 150
# So many columns make a table, or these two; of these kinds a table has one column at the most.
_FEWEST, _MOST = 3, 7
_NARROW, _MOST_TRIED = 0.7, 200
_TWO = ({"company", "place"}, {"seated", "work"}, {"number", "question"})
_OF_CONTACTS = frozenset({"phone", "mail"})
_ONCE = frozenset({"number", *COMPANIES, "subjects", "kept", "party", "phone", "mail", "question", "answer"})


@dataclass(frozen=True, slots=True)
class _Head:
    """The last line of a table's heads, their ranges, and of what kinds they are."""

    last: int
    spans: tuple[Span, ...]
    kinds: tuple[str, ...]


def flattened(text: str, lines: Sequence[TextLine], width: int) -> dict[int, Block | None]:
    """The rows of such tables by where their first lines start; None for a line that goes on with a row.

    `width`: how many characters a full line of the text has.
    """
    found: dict[int, Block | None] = {}
    at = table = tried = 0
    while at < len(lines) and tried < _MOST_TRIED:
        head = _head(text, lines, at)
        rows = _below(text, lines, head, width) if head is not None else ()
        tried += head is not None
        if head is None or not rows:
            at += 1
            continue
        found.update(row_of(lines, at, head.last, head.spans, table))
        for row in rows:
            found.update(row_of(lines, row.first, row.last, _cells(text, row, head.kinds), table))
        table += 1
        at = rows[-1].last + 1
    forget()
    return found


def _head(text: str, lines: Sequence[TextLine], at: int) -> _Head | None:
    """The heads of columns that begin with line `at`, as many lines as hold nothing else; None where there are too few."""
    line = lines[at]
    if line.end - line.start > _LONGEST_HEAD or not text[line.start].isupper():
        return None
    first, two_sides, title, _ = _patterns()
    if title.fullmatch(text, line.start, line.end):
        return None
    sides = two_sides.fullmatch(text, line.start, line.end)
    if sides is not None and text[sides.start("other")].isupper():
        spans: tuple[Span, ...] = (Span(line.start, line.start), Span(*sides.span("one")), Span(*sides.span("other")))
        return _Head(at, spans, ("label", "side", "side"))
    if not first.match(text, line.start):
        return None
    found = None
    for last in range(at, min(at + _MOST_HEAD_LINES, len(lines))):
        words = re.sub(r"\s", " ", text[line.start : lines[last].end])
        if len(words) > _LONGEST_HEAD:
            break
        columns = _columns(re.sub(r" +", lambda blanks: " " + "\0" * (len(blanks[0]) - 1), words))
        if len(columns) >= _FEWEST or {kind for kind, _, _ in columns} in _TWO:
            spans = tuple(Span(line.start + start, line.start + end) for _kind, start, end in columns)
            kinds = tuple(kind for kind, _, _ in columns)
            # Names in a table of contacts are people's.
            contacts = not _OF_CONTACTS.isdisjoint(kinds)
            found = _Head(last, spans, tuple(_column(kind, kinds, contacts=contacts) for kind in kinds))
    return found


def _column(kind: str, kinds: Sequence[str], *, contacts: bool) -> str:
    """What a column holds beside the others: a name among contacts is a person's, a party with a place a company."""
    if kind == "company" and contacts:
        return "person"
    return "company" if kind == "party" and not contacts and "place" in kinds and COMPANIES.isdisjoint(kinds) else kind


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], Mapping[str, re.Pattern[str]]]:
    """Any head at the start of a line; a line of two sides; a title; each kind's heads, with what they are of behind."""
    heads = vocabulary()["heads"]
    first = any_of([any_of(words) for words in heads.values()]).replace(" ", r"\s")
    side = rf"(?:namens |voor )?(?:de |het )?{any_of(vocabulary()['sides']['names'])}"
    kinds = {
        kind: re.compile(
            rf"{any_of(words)}(?![\w-])(?: (?-i:van|of|der|du) [\w-]+)?(?: \([^)]*\))?,?(?= |$)", re.IGNORECASE
        )
        for kind, words in heads.items()
    }
    two_sides = rf"(?P<one>{side})[ \n](?P<other>{side})"
    title = any_of(vocabulary()["titles"]["names"])
    return (
        re.compile(rf"{first}(?![\w-])", re.IGNORECASE),
        re.compile(two_sides, re.IGNORECASE),
        re.compile(title, re.IGNORECASE),
        kinds,
    )


def _columns(words: str) -> tuple[tuple[str, int, int], ...]:
    """The fewest heads that are all there is in `words`, each with its kind and range; empty where there is more."""
    best: dict[int, tuple[tuple[str, int, int], ...]] = {0: ()}
    for at in range(len(words)):
        if at not in best or not (words[at].isupper() or words[at] == "#") or len(best[at]) == _MOST:
            continue
        for kind, start, end in _heads_at(words, at):
            after = end
            while after < len(words) and words[after] in " ,\0":
                after += 1
            if kind in _ONCE and any(kind == other for other, _, _ in best[at]):
                continue
            if after not in best or len(best[at]) + 1 < len(best[after]):
                best[after] = (*best[at], (kind, start, end))
    return best.get(len(words), ())


def _heads_at(words: str, at: int) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _patterns()[3].items():
        match = pattern.match(words, at)
        if match is not None:
            yield kind, at, len(words[: match.end()].rstrip(","))


def _below(text: str, lines: Sequence[TextLine], head: _Head, width: int) -> tuple[Row, ...]:
    """The rows below the heads; empty where what follows doesn't come out even."""
    kinds = tuple(kind for kind in head.kinds if kind != "answer")
    first = beyond = head.last + 1
    while beyond < min(len(lines), first + _MOST_LINES):
        if _opens(text, lines[beyond], kinds) or _head(text, lines, beyond) is not None:
            break
        beyond += 1
    rows = divided(text, lines, first, beyond, kinds)
    after = rows[-1].last + 1 if rows else first
    following = text[lines[after].start : lines[after].end] if after < len(lines) else ""
    if kinds[0] in COMPANIES and begins_with_company(following):
        return ()
    lists = {"company", "place"} <= set(kinds) or "seated" in kinds or "question" in kinds
    return rows if lists or _by_cell(lines, rows, width) else ()


def _by_cell(lines: Sequence[TextLine], rows: Sequence[Row], width: int) -> bool:
    """Whether rows go cell by cell, so that their lines end where columns do, and not where the page does."""
    within = [line for row in rows for line in lines[row.first : row.last]]
    return bool(within) and all(line.end - line.start < _NARROW * width for line in within)


def _cells(text: str, row: Row, kinds: Sequence[str]) -> tuple[Span, ...]:
    """The cells of a row, what is behind a question as its answer."""
    cells = [Span(*cell) for cell in row.cells]
    if "answer" in kinds:
        asked = cells.pop()
        words = re.sub(r"\s", " ", text[asked.start : asked.end])
        behind = _ANSWER.search(words)
        ends = asked.start + behind.start() if behind is not None else asked.end
        begins = asked.start + behind.end() if behind is not None else asked.end
        cells += [Span(asked.start, ends), Span(begins, asked.end)]
    return tuple(cells)


def _opens(text: str, line: TextLine, kinds: Sequence[str]) -> bool:
    """Whether a line begins something else than a row: an article, an annex, a numbered paragraph."""
    opened = opening_of(text[line.start : line.end])
    if opened is None or opened[0] is BlockKind.FIELD:
        return False
    return opened[0] is BlockKind.HEADING or (opened[1] is not None and opened[1][0].isdigit() and kinds[0] != "number")

"""Lines of a table of both parties that lost its columns -> its rows: "KvK 12345678 87654321" is a label and two cells.

Taken out of a PDF as text, nothing is left between what is said of the one and of the other. Each kind of label tells what
its cells look like: numbers of a register, streets with a number, people with a title or initials. A row that could be
divided in two ways stays as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from art28.agreement.legalforms import LEGAL_FORM
from art28.document.model import Block, Span
from art28.reading.lines.columns import POSTCODE, any_of, vocabulary
from art28.reading.lines.text import TextLine, row_of

_PLACE = rf"{POSTCODE} [A-ZÀ-Þ’'][\w’'-]*[a-zà-ÿ][\w’'. -]*"
_STREET = r"[A-ZÀ-Þ’'][^\d,]*? \d{1,4}(?:[ -]?[a-zA-Z](?!\w))?(?:-\w{1,4})?"
_TITLE = (
    r"(?:(?:de )?heer|mevrouw|dhr\.|mw\.|mevr\.|[dm]rs?\.|ir\.|ing\.|prof\.|herrn?|frau|mr\.?|ms\.?|mrs\.?|mme|"
    r"monsieur|madame)"
)
_PERSON = rf"(?:{_TITLE} (?:{_TITLE} )*)?(?:[A-Z]\. ?)+.*|{_TITLE} [A-ZÀ-Þ].*"
_OFFICE = (
    r"\b(?:\w*directeur|\w*bestuurder|voorzitter|\w*manager|\w*secretaris|eigenaar|vennoot|firmant|partner|wethouder|burgemeester|"
    r"penningmeester|officer|director|president|ceo|coo|cfo|cto|geschäftsführer(?:in)?|vorstand|gérante?|owner|hoofd|leiter(?:in)?)\b"
)
_RANK = (
    r"(?:algemeen|adjunct|commercieel|financieel|technisch|operationeel|statutair|general|managing|chief|vice|statutory|"
    r"executive)\b"
)
_CELLS = {
    "registered": re.compile(r"\d[\d. ]{4,10}\d"),
    "mail": re.compile(r"[^\s@]+@[^\s@]+\.\w+"),
    "phone": re.compile(r"(?:\+|0|\()[\d ()./-]{7,16}\d"),
    "postal": re.compile(_PLACE),
    "address": re.compile(rf"{_STREET}(?:,? {_PLACE})?"),
    "dated": re.compile(r"\d{1,2}\D.*\d{4}"),
    "signer": re.compile(_PERSON, re.IGNORECASE),
}
_OFFICES = re.compile(_OFFICE, re.IGNORECASE)
_BEGINS_OFFICE = re.compile(rf"(?:{_RANK}|\w*{_OFFICE})", re.IGNORECASE)
_FORM_LAST = re.compile(rf" {LEGAL_FORM}$")
_BEGINS_NAME = re.compile(
    r"(?:Stichting|Gemeente|Vereniging|Coöperatie|Veiligheidsregio|Ministerie|Provincie|Waterschap)\b"
)
_DOMAIN = re.compile(r"(?:@|www\.)([\w-]+)\.")
_ENDS_WITH_RANK = re.compile(rf"\b{_RANK}$", re.IGNORECASE)
_ENDS_WITH_TITLE = re.compile(rf"(?:^| ){_TITLE}$", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_FEWEST, _MOST_ROWS, _MOST_LINES, _LAST_LINES = 3, 12, 6, 3
_LONGEST_HEAD, _TELLING = 80, 4
_AT_LINE_END = 0.5


@dataclass(frozen=True, slots=True)
class _Label:
    kind: str
    end: int
    last: int


def two_sided(text: str, lines: Sequence[TextLine], taken: frozenset[int], table: int) -> dict[int, Block | None]:
    """The rows of such tables by where their first lines start; None for a line that goes on with one.

    `taken` are the starts of lines that belong to other tables; the tables made are numbered from `table`.
    """
    found: dict[int, Block | None] = {}
    at = 0
    while at < len(lines):
        head = None if lines[at].start in taken else _head(text, lines[at])
        rows = tuple(_rows(text, lines, at + 1, taken)) if head is not None else ()
        if head is None or len(rows) < _FEWEST:
            at += 1
            continue
        found.update(row_of(lines, at, at, head, table))
        for first, last, cells in rows:
            found.update(row_of(lines, first, last, cells, table))
        table += 1
        at = rows[-1][1] + 1
    return found


def _head(text: str, line: TextLine) -> tuple[Span, ...] | None:
    """The cells of a line that names both sides and nothing else, the first of them empty; None for any other."""
    if line.end - line.start > _LONGEST_HEAD or not text[line.start].isupper():
        return None
    match = _heads().fullmatch(text, line.start, line.end)
    if match is None:
        return None
    return Span(line.start, line.start), Span(*match.span("one")), Span(*match.span("other"))


@cache
def _heads() -> re.Pattern[str]:
    side = rf"(?:(?:namens |voor )?(?:de |het )?{any_of(vocabulary()['sides']['names'])}|[Dd]e [A-ZÀ-Þ][\w-]+)"
    return re.compile(rf"(?P<one>{side}) (?P<other>{side}|[A-ZÀ-Þ][\w-]+)", re.IGNORECASE)


@cache
def _labels() -> Mapping[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"{any_of(words)}:?(?=\s)".replace(" ", r"\s"), re.IGNORECASE)
        for kind, words in vocabulary()["party"].items()
    }


def _label(text: str, lines: Sequence[TextLine], number: int) -> _Label | None:
    matches = ((kind, pattern.match(text, lines[number].start)) for kind, pattern in _labels().items())
    longest = max(((match.end(), kind) for kind, match in matches if match), default=None)
    if longest is None:
        return None
    end, kind = longest
    last = next(n for n in range(number, len(lines)) if end <= lines[n].end)
    return _Label(kind, end, last)


def _rows(
    text: str, lines: Sequence[TextLine], first: int, taken: frozenset[int]
) -> Iterator[tuple[int, int, tuple[Span, ...]]]:
    """The rows from line `first` on, each with its first and last line and its cells; what can't be divided is left out."""
    number = first
    for _ in range(_MOST_ROWS):
        label = _label(text, lines, number) if number < len(lines) and lines[number].start not in taken else None
        if label is None or (label.last + 1 == len(lines) and label.end == lines[label.last].end):
            return
        begin = label.last + (label.end == lines[label.last].end)
        value = lines[begin].start if begin > label.last else label.end + 1
        beyond = _next_label(text, lines, begin + 1)
        ends = (beyond - 1,) if beyond is not None else range(begin, min(begin + _LAST_LINES, len(lines)))
        divided = ((last, _divided(text, label.kind, Span(value, lines[last].end))) for last in ends)
        last, cells = next((row for row in divided if row[1]), (ends[0], ()))
        if cells:
            yield number, last, (Span(lines[number].start, label.end), *cells)
        number = last + 1


def _next_label(text: str, lines: Sequence[TextLine], first: int) -> int | None:
    """The line of the next label; None where a few lines, or those up to an empty one, hold none."""
    for number in range(first, min(first + _MOST_LINES, len(lines))):
        if lines[number].after_blank:
            return None
        if _label(text, lines, number) is not None:
            return number
    return None


def _divided(text: str, kind: str, value: Span) -> tuple[Span, Span] | tuple[()]:
    """The cells of both sides, if there is one way to divide what stands beside a label of this kind."""
    words = [
        (value.start + match.start(), value.start + match.end())
        for match in _WORD.finditer(text[value.start : value.end])
    ]
    ways: dict[int, float] = {}
    for at in range(1, len(words)):
        one, other = (
            " ".join(text[a:b].split()) for a, b in ((words[0][0], words[at - 1][1]), (words[at][0], words[-1][1]))
        )
        ways[at] = _fits(text, kind, one.rstrip(","), other) + _AT_LINE_END * (
            "\n" in text[words[at - 1][1] : words[at][0]]
        )
    best = sorted(ways, key=lambda at: ways[at], reverse=True)[:2]
    if not best or ways[best[0]] < 1 or (len(best) > 1 and ways[best[1]] > ways[best[0]] - 1 + _AT_LINE_END):
        return ()
    at = best[0]
    return Span(words[0][0], words[at - 1][1]), Span(words[at][0], words[-1][1])


def _fits(text: str, kind: str, one: str, other: str) -> float:
    """How well two cells do as what a label of this kind stands beside: 0 where they don't, at least 1 where they do."""
    if kind == "name":
        return _named(text, one, other) if one[0].isupper() and other[0].isupper() else 0.0
    if kind == "office":
        ranked = _ENDS_WITH_RANK.search(one) is not None
        return float(_OFFICES.search(one) is not None and _BEGINS_OFFICE.match(other) is not None and not ranked)
    cell = _CELLS[kind]
    cut = kind == "signer" and _ENDS_WITH_TITLE.search(one) is not None
    return float(cell.fullmatch(one) is not None and cell.fullmatch(other) is not None and not cut)


def _named(text: str, one: str, other: str) -> float:
    """What speaks for two names: a legal form that ends the first, a word that opens names, domains called like them, a
    second name that stands elsewhere by itself."""
    first, last = other.split(maxsplit=1)[0].lower(), one.rsplit(maxsplit=1)[-1].lower()
    domains = {domain.lower() for domain in _DOMAIN.findall(text)}
    called = sum(
        len(word) >= _TELLING and any(word in domain or domain in word for domain in domains) for word in (first, last)
    )
    apart = (
        re.search(rf"(?:(?:^|\n)(?:[\da-z.()]{{1,5}} )?|(?<![A-ZÀ-Þ])\b[a-zà-ÿ]+[.,:;]? ){re.escape(other)}", text)
        is not None
    )
    return 2.0 * (_FORM_LAST.search(one) is not None) + 2.0 * (_BEGINS_NAME.match(other) is not None or apart) + called

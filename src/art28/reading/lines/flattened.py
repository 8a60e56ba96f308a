"""Lines of a table of companies that lost its columns -> its rows, cell by cell.

Taken out of a PDF as text, such a table is left with single blanks between its cells: "Naam Dienst Land" and below it "Kade
Hosting B.V. hosting van de dienst Nederland". A company's name ends with its legal form, a place is a country; what stands
between is the rest. A table of which one row doesn't come out even is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from art28.agreement.countries import codes_by_name
from art28.agreement.legalforms import LEGAL_FORM
from art28.document.model import Block, BlockKind, Span
from art28.reading.lines.text import TextLine

_NAME = (
    r"(?:naam(?: (?:van )?(?:de )?sub-?(?:ver|be)werker)?|bedrijfsnaam|sub-?verwerkers?|wie|bedrijf|partij|"
    r"(?:hulp)?leverancier|firma(?: und anschrift)?|sub-?processors?(?: name)?|sub-?contractors?|name|company|entity|"
    r"supplier|vendor|unternehmen|(?:unter|sub)\w*nehmer|nom|dénomination|sous-traitants?(?: ultérieurs?)?)"
)
_PLACE = (
    r"(?:(?:vestigings|verwerkings)?land(?: van (?:vestiging|verwerking))?|"
    r"locatie(?: (?:van (?:de )?verwerking|gegevens))?|(?:verwerkings)?locatie|(?:plaats van )?vestiging|"
    r"vestigingsplaats|gevestigd(?: te| in)?|plaats(?: van (?:de )?verwerking)?|"
    r"waar(?: staan (?:de|uw) gegevens)?[?]?|opslag(?:locatie)?|country(?: of (?:establishment|processing))?|"
    r"registered(?: in)?|place of (?:establishment|processing)|(?:location of )?processing(?: location)?|"
    r"location(?: of processing)?|data (?:held )?in|land\(en\) van verwerking|plaats/land(?: van verwerking)?|"
    r"where(?: (?:the )?data are(?: processed)?)?|established in|anschrift(?: / land)?|ort(?: der verarbeitung)?|"
    r"sitz(?:land)?|standort|pays(?: d['’]établissement)?|lieu (?:de|du) traitement|siège|localisation)"
)
_NUMBER = r"(?:kvk(?:-nummer)?|registration(?: number)?|handelsregister|siren)"
_OTHER = (
    r"(?:(?:soort )?dienst(?:en|verlening)?|werkzaamheden|waarvoor|doel(?:einden?)?|activiteit(?:en)?|taak|rol|"
    r"omschrijving|ingezet voor|wat doet (?:het|deze partij)[?]?|services?|activit(?:y|ies)|purposes?|what for|task|"
    r"role|leistung(?:en)?|zweck|wozu|tätigkeit|prestations?|finalité|objet)"
)
_ANY = rf"(?:{_PLACE}|{_NUMBER}|{_OTHER})"
_HEAD = re.compile(rf"(?P<name>{_NAME})(?P<columns>(?:,? {_ANY}){{1,4}})", re.IGNORECASE)
_FIRST_HEAD = re.compile(_NAME, re.IGNORECASE)
_COLUMN = re.compile(rf"(?P<place>{_PLACE})(?!\w)|(?P<number>{_NUMBER})(?!\w)|(?P<other>{_OTHER})(?!\w)", re.IGNORECASE)
_NAMED = re.compile(rf"[A-Z0-9À-Þ][^;:]{{0,60}}?,? {LEGAL_FORM}(?=[\s,(]|$)")
# "Microsoft Ireland Operations" and below it "Limited": a name on two lines.
_PART_OF_NAME = re.compile(r"[A-Z0-9À-Þ][\w&'’.-]*(?: (?:[A-Z0-9À-Þ&(][\w&'’.)-]*|van|de|en|of|and|und|et)){0,4}")
_ENDS_NAME = re.compile(rf"(?:[A-Z0-9À-Þ&][\w&'’.-]* ){{0,2}}{LEGAL_FORM}(?=[\s,(]|$)")
_REGIONS = (
    *("eu", "eer", "eea", "ewr", "eee", "europese unie", "europese economische ruimte", "european union"),
    *("european economic area", "europäische union", "union européenne", "england"),
)
_REGISTERED = re.compile(r"\d{6,14}(?=\s)")
_LONGEST_HEAD, _MOST_HEAD_LINES, _MOST_ROW_LINES, _MOST_ROWS = 110, 5, 9, 60


@dataclass(frozen=True, slots=True)
class _Row:
    """The first and last line of a row, and its cells."""

    first: int
    last: int
    cells: tuple[Span, ...]


def flattened(text: str, lines: Sequence[TextLine]) -> dict[int, Block | None]:
    """The rows of such tables by where their first lines start; None for a line that goes on with a row."""
    found: dict[int, Block | None] = {}
    at = table = 0
    while at < len(lines):
        rows = _table(text, lines, at)
        for row in rows:
            span = Span(row.cells[0].start, row.cells[-1].end)
            block = Block(BlockKind.TABLE_ROW, span, lines[row.first].page, None, 0, row.cells, table)
            found[lines[row.first].start] = block
            found.update((line.start, None) for line in lines[row.first + 1 : row.last + 1])
        table += bool(rows)
        at = rows[-1].last + 1 if rows else at + 1
    return found


def _table(text: str, lines: Sequence[TextLine], at: int) -> tuple[_Row, ...]:
    """The table whose head begins at line `at`, with its head; empty where there is none."""
    head = _head(text, lines, at)
    if head is None:
        return ()
    row, kinds = head
    rows = [row]
    while len(rows) < _MOST_ROWS:
        following = _row(text, lines, rows[-1].last + 1, kinds)
        if following is None:
            break
        rows.append(following)
    below = rows[-1].last + 1
    even = below >= len(lines) or not _NAMED.match(_words(text, lines, below, below))
    return tuple(rows) if len(rows) > 1 and even else ()


def _head(text: str, lines: Sequence[TextLine], at: int) -> tuple[_Row, tuple[str, ...]] | None:
    """The heads of columns on line `at` and a few below it, and of what kind those behind the name are."""
    if lines[at].end - lines[at].start > _LONGEST_HEAD or not _FIRST_HEAD.match(text, lines[at].start):
        return None
    for last in range(at, min(at + _MOST_HEAD_LINES, len(lines))):
        start, words = lines[at].start, _words(text, lines, at, last)
        match = _HEAD.fullmatch(words) if len(words) <= _LONGEST_HEAD else None
        if match is None:
            continue
        columns = list(_COLUMN.finditer(words, match.start("columns")))
        kinds = tuple(str(column.lastgroup) for column in columns)
        if "place" in kinds and kinds.count("other") <= 1:
            spans = [
                Span(start, start + match.end("name")),
                *(Span(start + c.start(), start + c.end()) for c in columns),
            ]
            return _Row(at, last, tuple(spans)), kinds
    return None


def _row(text: str, lines: Sequence[TextLine], at: int, kinds: Sequence[str]) -> _Row | None:
    """The row that begins at line `at`: up to the line before the next, or the first at which its cells come out even."""
    furthest = min(at + _MOST_ROW_LINES, len(lines))
    if at >= len(lines) or not _opens(text, lines, at):
        return None
    opened = next(
        (n for n in range(at + 1 + bool(_goes_on(text, lines, at)), furthest) if _opens(text, lines, n)), None
    )
    whole = () if opened is None else (opened - 1,)
    for last in (*whole, *range(at, furthest if opened is None else opened)):
        cells = _cells(_words(text, lines, at, last), lines[at].start, kinds)
        if cells:
            return _Row(at, last, cells)
    return None


def _opens(text: str, lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line begins with a company's name, if the name ends on the next."""
    return _NAMED.match(_words(text, lines, at, at)) is not None or _goes_on(text, lines, at)


def _goes_on(text: str, lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is the first part of a company's name, which the next line ends."""
    first = _words(text, lines, at, at)
    if at + 1 >= len(lines) or not _PART_OF_NAME.fullmatch(first) or _places()[1].search(first):
        return False
    return _ENDS_NAME.match(_words(text, lines, at + 1, at + 1)) is not None


def _cells(words: str, start: int, kinds: Sequence[str]) -> tuple[Span, ...]:
    """The cells of a row; empty where its words don't make as many as the table has columns."""
    named = _NAMED.match(words)
    if named is None:
        return ()
    left, right = _behind(words, named.end()), len(words)
    ahead, behind = [(0, named.end())], list[tuple[int, int]]()
    rest = list(kinds)
    seat, countries = _places()
    while rest and rest[-1] == "place":
        place = countries.search(words, left, right)
        if place is None:
            return ()
        behind.insert(0, place.span("place"))
        right = len(words[: place.start("place")].rstrip(" ,"))
        rest.pop()
    while rest and rest[0] != "other":
        found = (seat if rest.pop(0) == "place" else _REGISTERED).match(words, left, right)
        if found is None:
            return ()
        ahead.append(found.span())
        left = _behind(words, found.end())
    if bool(rest) != (left < right) or len(rest) > 1:
        return ()
    own = [(left, right)] if rest else []
    return tuple(Span(start + one, start + other) for one, other in (*ahead, *own, *behind))


def _behind(words: str, at: int) -> int:
    while at < len(words) and words[at] in " ,":
        at += 1
    return at


@cache
def _places() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A seat at the start of words, and countries at their end."""
    names = sorted({*codes_by_name(), *_REGIONS}, key=len, reverse=True)
    country = rf"(?:{'|'.join(map(re.escape, names))})(?!\w)"
    several = rf"{country}(?:(?:, ?| en | and | und | et | & | ?/ ?){country})*"
    return (
        re.compile(rf"(?:[A-ZÀ-Þ][\w'’ -]{{1,30}}, )?{several}", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?P<place>{several})\.?$", re.IGNORECASE),
    )


def _words(text: str, lines: Sequence[TextLine], first: int, last: int) -> str:
    """The words from one line to another, line ends as blanks, as many characters as they take in the text."""
    return re.sub(r"\s", " ", text[lines[first].start : lines[last].end])

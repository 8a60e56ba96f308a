"""Reading -> signatures on a line each ("Namens Klant: K. Ruiter, voorzitter"), or names under the two parties side by side.

One date that stands over or under them, with a place or a label, is that of both.
"""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading, ReadingLine
from art28.document.outline import Part
from art28.extraction.layout.blanks import is_blank
from art28.extraction.naming.mentions import role_of_name
from art28.extraction.topics.signing.parts import FOR_A_PARTY, GAP, Scrap, Signature, add
from art28.extraction.values.dates import NamedDate, dates
from art28.terms import Role

_ROLES = {"CONTROLLER": Role.CONTROLLER, "PROCESSOR": Role.PROCESSOR}
_LAST_LINES = 24
_LONGEST = 120
_LONGEST_DATED = 60
_NEAR = 3
_TWO, _MOST_LINES = 2, 5
_WHO = re.compile(r"(?P<who>[^:,;\t]{2,70}?)[\"'*_ ]*[:,]\s*(?P<rest>\S[^\t]*)")
_ITS_DATE = re.compile(r",?\s*(?:d\.d\. |op |am |le |on )?\Z")
_DATED = re.compile(
    r"^\W*(?:(?i:datum|date|plaats en datum|plaats, datum|ort, datum|place and date|getekend|signed|ondertekend)\W{1,4}(?:[A-ZÀ-Þ][\w'’ -]{1,40},? )?|[A-ZÀ-Þ][\w'’ -]{1,40},? "
    r"(?:(?i:den|am|le|on|d\.d\.|de|op) )?)?(?=\d)"
)


def signed_in_rows(reading: Reading) -> tuple[Signature, ...]:
    """The signatures of both parties, each with its name on a line of its own or in a column; empty where one is missing."""
    lines = [line for line in reading.lines[len(reading.lines) // 2 :] if line.clause.part is not Part.ANNEX]
    for first in range(len(lines) - 1, max(len(lines) - _LAST_LINES, -1), -1):
        leads = first > 0 and _date_of(reading, lines[first - 1]) is not None
        found = tuple(
            _on_their_lines(reading, lines[first : first + _MOST_LINES], leads=leads)
            or _under_their_terms(reading, lines[first : first + _MOST_LINES])
        )
        if {signature.role for signature in found} == set(_ROLES.values()) and len(found) == _TWO:
            return tuple(_with_date(found, _date_near(reading, lines, first)))
    return ()


def _on_their_lines(reading: Reading, lines: Sequence[ReadingLine], *, leads: bool) -> list[Signature]:
    """A signature for each part of these lines that names a party and somebody for it.

    A date between two of them is that of the one below it where a date `leads` the first, else of the one above.
    """
    found: list[Signature] = []
    date: NamedDate | None = None
    for line in lines:
        between = _date_of(reading, line) if found else None
        if between is not None:
            found[-1].date = found[-1].date if leads else found[-1].date or between
            date = between if leads else None
            continue
        own = [s for start, end in _parts(reading, line) if (s := _signature(reading, start, end)) is not None]
        if not own or len(found) >= _TWO:
            break
        found += _with_date(own, date)
    return found[:_TWO]


def _parts(reading: Reading, line: ReadingLine) -> Iterator[tuple[int, int]]:
    """What stands side by side in a line: cells, or what blanks keep apart, as ranges of the flow."""
    flow = reading.flow
    spans = [(cell.start, cell.end) for cell in line.block.cells]
    if not spans:
        at = line.block.span.start
        text = flow.document.text[at : line.block.span.end]
        edges = [0, *(edge for gap in GAP.finditer(text) for edge in gap.span()), len(text)]
        spans = [(at + start, at + end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    for start, end in spans:
        if 0 < end - start < _LONGEST:
            yield flow.layer.above(start), flow.layer.above(end - 1) + 1


def _signature(reading: Reading, start: int, end: int) -> Signature | None:
    """Who signs for whom at `start:end` of the flow; None where that isn't said."""
    text = reading.flow.text[start:end]
    match = _WHO.match(text)
    if match is None or is_blank(match["rest"]):
        return None
    role = _role(reading, start + match.start("who"), start + match.end("who"))
    if role is None:
        return None
    signature = Signature(role, lines=[(start, end)])
    at, rest = start + match.start("rest"), match["rest"]
    dated = next(iter(dates(rest)), None)
    if dated is not None:
        signature.date = NamedDate(dated.iso, at + dated.start, at + dated.end)
        rest = _ITS_DATE.sub("", rest[: dated.start])
    add(signature, Scrap(rest, at))
    return signature if signature.person is not None else None


def _role(reading: Reading, start: int, end: int) -> Role | None:
    read = FOR_A_PARTY.sub("", reading.text[slice(*reading.over(start, end))].strip(" \"'*_"), count=1).strip(" \"'*_")
    named = FOR_A_PARTY.sub("", reading.flow.text[start:end], count=1).strip(" \"'*_")
    return _ROLES.get(read.upper()) or role_of_name(reading, named, shortened=True)


def _under_their_terms(reading: Reading, lines: Sequence[ReadingLine]) -> Iterator[Signature]:
    """The names under two terms side by side, and the functions under the names."""
    if len(lines) < _TWO:
        return
    heads, *below = ([*_parts(reading, line)] for line in lines)
    if len(heads) != _TWO or len(below[0]) != _TWO:
        return
    for column, head in enumerate(heads):
        signature = Signature(_role(reading, *head), lines=[below[0][column]])
        under = [parts[column] for parts in below if len(parts) == _TWO]
        for start, end in under[:_TWO]:
            add(signature, Scrap(reading.flow.text[start:end].strip(), start))
        signature.date = next((date for part in under if (date := _dated(reading, *part)) is not None), None)
        if signature.role is not None and signature.person is not None:
            yield signature


def _date_near(reading: Reading, lines: Sequence[ReadingLine], first: int) -> NamedDate | None:
    """The date on a line of its own near the signatures; what stands side by side is each party's own."""
    near = (*lines[max(first - _NEAR, 0) : first][::-1], *lines[first + 1 : first + _NEAR + 2])
    near = tuple(line for line in near if len([*_parts(reading, line)]) < _TWO)
    return next((date for line in near if (date := _date_of(reading, line)) is not None), None)


def _date_of(reading: Reading, line: ReadingLine) -> NamedDate | None:
    """The date that a line gives, with a place or a label at most."""
    below = reading.layer.below(line.start, line.end)
    return _dated(reading, below.start, below.end)


def _dated(reading: Reading, start: int, end: int) -> NamedDate | None:
    """The date that `start:end` of the flow gives, with a place or a label at most."""
    text = reading.flow.text[start:end]
    opening = _DATED.match(text) if len(text) < _LONGEST_DATED else None
    found = next(iter(dates(text)), None) if opening else None
    if opening is None or found is None or found.start != opening.end():
        return None
    return NamedDate(found.iso, start + found.start, start + found.end)


def _with_date(found: Sequence[Signature], date: NamedDate | None) -> Iterator[Signature]:
    for signature in found:
        signature.date = signature.date or date
        yield signature

"""Reading -> the signatures: the lines under which the parties sign, and the dates that stand there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from art28.agreement.passages import Reading, ReadingLine
from art28.document.outline import Part
from art28.extraction.layout.blanks import is_blank
from art28.extraction.layout.fields import fields_in
from art28.extraction.naming.blocks import party_blocks
from art28.extraction.naming.persons import person_in
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.signing.signatories import signatures
from art28.extraction.values.dates import dates
from art28.extraction.words.search import AnyCase
from art28.terms import Role

_ZONE = 40
_LONG_LINE = 220
_MORE_THAN_PLACES = re.compile(r"(?<!\w)(?!(?:van|der|den|het|ter|ten|aan|bij|sur|lès|les|upon|bei)\b)[a-zà-ÿ]{3,}|\d")
_SIGNED_ON = AnyCase(
    r"(?:ondertekend|getekend|overeengekomen|opgemaakt|signed|executed|unterzeichnet|fait à)\b[^;]{0,60}?\b(?:op|on|d\.d\.|am|le|this)\b",
)
_ELECTRONIC = AnyCase(
    r"/s/|(?:digitaal|elektronisch|digitally|electronically) (?:onder|ge)?(?:tekend|signed)",
)
_FUNCTION = AnyCase(
    r"^\W*(?:\w+[ -]){0,2}?(?:directeur|eigenaar|bestuurder|manager|owner|director|ceo|cfo|cto|dga|voorzitter|"
    r"vennoot|partner|burgemeester|"
    r"wethouder|secretaris|president)(?:[ -]\w+){0,3}\W*$",
)


@dataclass(frozen=True, slots=True)
class SignedDate:
    """A date beside a signature; `shared` where one date stands for both parties."""

    iso: str
    start: int
    end: int
    shared: bool = False


def signing_lines(reading: Reading) -> tuple[ReadingLine, ...]:
    """The lines in which the parties sign, with what was filled in below them; empty where there are none."""
    lines = reading.lines
    first = next((i for i, line in enumerate(lines) if line.clause.part is Part.SIGNATURES), None)
    if first is None:
        block = next((b for b in party_blocks(reading) if len(b.roles) == 2 and b.part is Part.BODY), None)
        first = lines.index(block.lines[0]) if block else None
    if first is None:
        return ()
    last = first
    while last + 1 < len(lines) and last - first < _ZONE and len(lines[last + 1].text) < _LONG_LINE:
        last += 1
    return lines[first : last + 1]


def signed_dates(reading: Reading) -> tuple[SignedDate, ...]:
    """The dates that were filled in beside signatures, in order."""
    return tuple(date for line in signing_lines(reading) for date in _dates_of(line)) or tuple(
        _said_in_a_sentence(reading)
    )


# "Ondertekend door H. ter Braak namens CONTROLLER op 20 februari 2025 en door S. Yilmaz namens PROCESSOR op 24 februari 2025."
_SIGNED_BY = AnyCase(r"\b(?:ondertekend|getekend|signed|unterzeichnet|signé)\b")
_EITHER = re.compile(
    r"\b(?:namens|voor|on behalf of|for|für|pour) (?:de |het |the |die |den |le )?(?P<party>CONTROLLER|PROCESSOR)\b"
)
# "Deze overeenkomst is door beide partijen getekend te Breda op 3 mei 2024."
_BOTH_SIGNED = AnyCase(
    r"\b(?:deze|dit|this)\b(?![^.;]{0,200}\b(?:zodra|wanneer|nadat|indien|uiterlijk|vóór|once|when|after|if)\b)[^.;]{0,60}"
    r"\b(?:beide partijen|partijen|both parties|the parties|CONTROLLER en PROCESSOR|PROCESSOR en CONTROLLER)\b[^.;]{0,60}\b(?:onder|ge)?(?:ge)?tekend\b|"
    r"\b(?:beide partijen|partijen|CONTROLLER en PROCESSOR|PROCESSOR en CONTROLLER) hebben (?:deze|dit)\b[^.;]{0,60}\b(?:onder)?(?:ge)?tekend\b[^.;]{0,30}\bop \d"
)
_TWO = 2


def _said_in_a_sentence(reading: Reading) -> Iterator[SignedDate]:
    """The dates of a sentence that says who signed on behalf of either party, and when."""
    for sentence in reading.sentences:
        if sentence.clause.part is Part.ANNEX or not _SIGNED_BY.search(sentence.text):
            continue
        found = tuple(dates(sentence.text))
        by_either = len({match["party"] for match in _EITHER.finditer(sentence.text)}) == _TWO
        if (by_either and len(found) == _TWO) or (found and _BOTH_SIGNED.search(sentence.text)):
            shared = not by_either
            yield from (SignedDate(d.iso, sentence.start + d.start, sentence.start + d.end, shared) for d in found)
            return


def _dates_of(line: ReadingLine) -> Iterator[SignedDate]:
    found = [
        SignedDate(d.iso, line.start + d.start, line.start + d.end, bool(_SIGNED_ON.search(line.text)))
        for d in dates(line.text)
    ]
    if not found:
        return
    is_field = any(filled.field in ("date", "signature") for filled in fields_in(line.text))
    rest = line.text
    for date in reversed(found):
        rest = rest[: date.start - line.start] + rest[date.end - line.start :]
    if is_field or found[0].shared or not _MORE_THAN_PLACES.search(rest):
        yield from found


def is_signed(reading: Reading) -> bool:
    """Whether a date, or an electronic signature, is filled in for both parties."""
    found = signed_dates(reading)
    electronic = sum(bool(_ELECTRONIC.search(line.text)) for line in signing_lines(reading))
    if len(found) >= 2 or any(date.shared for date in found) or electronic >= 2:
        return True
    return sum(signature.date is not None or signature.marked for signature in signatures(reading)) >= 2


def signing_passages(reading: Reading) -> tuple[tuple[int, int], ...]:
    """What shows that both parties signed: the dates beside their signatures, or the signatures themselves."""
    dated = tuple((date.start, date.end) for date in signed_dates(reading))
    if dated:
        return dated
    return tuple(
        reading.over(*(place.start, place.end) if place else signature.lines[0])
        for signature in signatures(reading)
        if (place := signature.date or signature.person) or signature.lines
    ) or tuple((line.start, line.end) for line in signing_lines(reading)[:1])


def _signed_on(reading: Reading) -> Iterator[Candidate]:
    if not is_signed(reading):
        return
    found = signed_dates(reading)
    if found:
        last = max(found, key=lambda date: date.iso)
        yield Candidate("term.signed_on", last.iso, ((last.start, last.end),))
        return
    dated = [signature.date for signature in signatures(reading) if signature.date is not None]
    if dated:
        latest = max(dated, key=lambda date: date.iso)
        yield Candidate("term.signed_on", latest.iso, (reading.over(latest.start, latest.end),))


def _filled_in_below(reading: Reading) -> Iterator[Candidate]:
    """The function that somebody typed over a form, where the extraction put it below the form's own lines."""
    lines = signing_lines(reading)
    if not is_signed(reading):
        return
    open_roles = set(_without_function(reading))
    if len(open_roles) != 1:
        return
    role = open_roles.pop()
    stray = [line for line in lines if not list(fields_in(line.text))]
    person = next(
        (
            n
            for n, line in enumerate(stray)
            if re.match(r"\W*(?:mevr|dhr|mw|mr|mrs|ms|de heer|mevrouw)\b", line.text, re.IGNORECASE)
        ),
        None,
    )
    if person is None or not person_in(stray[person].text):
        return
    for line in stray[person + 1 : person + 3]:
        if _FUNCTION.match(line.text):
            prefix = "controller" if role is Role.CONTROLLER else "processor"
            yield Candidate(
                f"{prefix}.representative_role", line.text.strip(), ((line.start, line.end),), Strength.INFERRED
            )


def _without_function(reading: Reading) -> Iterator[Role]:
    for block in party_blocks(reading):
        if block.part not in (Part.SIGNATURES, Part.BODY):
            continue
        for line in block.lines:
            for filled in fields_in(line.text):
                left_open = not filled.value or is_blank(filled.value)
                if filled.field == "representative_role" and left_open and filled.column < len(block.roles):
                    yield block.roles[filled.column]


RULES = (
    Rule("term-signed-on", ("term.signed_on",), _signed_on),
    Rule(
        "parties-filled-in-below", ("controller.representative_role", "processor.representative_role"), _filled_in_below
    ),
)

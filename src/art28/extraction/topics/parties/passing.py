"""What a letterhead, brackets or the running text let conclude of the processor, where no passage introduces it."""

import re
from collections.abc import Iterator, Mapping

from art28.agreement.legalforms import LEGAL_FORM
from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.details import address_in, emails_in, phones_in, registration_in
from art28.extraction.naming.mentions import ANY_OF_A_GROUP
from art28.extraction.naming.words import CAPITALISED
from art28.extraction.rule import Candidate, Strength
from art28.extraction.topics.parties.candidate import candidate_of, is_a_term
from art28.terms import Role

_PROCESSED_BY = lasting(
    r"\b(?:[Vv]erwerkt door|[Pp]rocessed by)\s+(?P<name>[A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,2})(?=\s*(?:\n|\t|$|Sub))"
)
_LETTERHEAD_LINES = 6
# How far down, and how long with a motto behind the name, the first line of a letterhead stands.
_TOP, _LONGEST_HEAD = 2, 80


def named_in_passing(reading: Reading) -> Iterator[Candidate]:
    """The name that is called the processor's by the way, or of which the agreement uses the short form."""
    text = reading.flow.text
    named = _PROCESSED_BY.search(text)
    if named and not is_a_term(named["name"]):
        yield Candidate("processor.name", named["name"], (reading.over(*named.span("name")),), Strength.INFERRED)
    for name, role in reading.names.items():
        if role is Role.PROCESSOR and name[:1].isupper() and name not in CAPITALISED[role]:
            full = re.search(rf"\b{re.escape(name)}(?: [A-Z][\w&'-]*){{0,3}},? {LEGAL_FORM}(?!\w)", text)
            if full and ANY_OF_A_GROUP.search(_line_of(text, full)):
                full = re.search(rf"\b{re.escape(name)}\b", text)
            if full:
                yield Candidate("processor.name", full[0], (reading.over(*full.span()),), Strength.INFERRED)


def _line_of(text: str, match: re.Match[str]) -> str:
    return text[text.rfind("\n", 0, match.start()) + 1 : match.end()] + text[match.end() :].partition("\n")[0]


def letterhead(reading: Reading, name: str) -> Iterator[Candidate]:
    """The lines under the processor's name where it stands alone."""
    lines = reading.lines
    for index, line in enumerate(lines):
        words = reading.original(line.start, line.end).strip(" #*")
        heads = index < _TOP and len(words) <= _LONGEST_HEAD and words.lower().startswith(f"{name.lower()} ")
        if words.lower() != name.lower() and not heads:
            continue
        last = min(index + _LETTERHEAD_LINES, len(lines) - 1)
        text = reading.original(line.start, lines[last].end)
        base = reading.layer.starts[line.start]
        for detail in (*registration_in(text), *address_in(text), *phones_in(text), *emails_in(text)):
            yield from candidate_of(
                reading,
                Role.PROCESSOR,
                detail,
                base,
                Strength.PASSING if detail.field in ("phone", "email") else Strength.INFERRED,
            )


def said_of(reading: Reading, name: str) -> Iterator[Candidate]:
    """What the first sentence that opens with the processor's full name tells of it."""
    for sentence in reading.sentences:
        words = reading.original(sentence.start, sentence.end)
        if words.lstrip(" *_-•").startswith(name) and re.search(
            r"gevestigd|located|registered|\bKvK\b|Kamer van Koophandel", words
        ):
            base = reading.layer.starts[sentence.start]
            for detail in (*registration_in(words), *address_in(words)):
                yield from candidate_of(reading, Role.PROCESSOR, detail, base, Strength.INFERRED)
            return


def in_brackets(reading: Reading, name: str) -> Iterator[Candidate]:
    """The address and the number that stand in brackets right behind the processor's name."""
    match = re.compile(
        rf"{re.escape(name)}(?:,? {LEGAL_FORM})? \((?P<said>[^()\n]{{10,160}}\d[^()\n]{{0,60}})\)"
    ).search(reading.flow.text)
    if match:
        base = match.start("said")
        for detail in (*registration_in(match["said"]), *address_in(match["said"])):
            yield from candidate_of(reading, Role.PROCESSOR, detail, base, Strength.INFERRED)


def called_processor(reading: Reading, name: str, at: int) -> Iterator[Candidate]:
    """The processor of this name, said at `at` of the flow to be that: in full where it stands in full, with what is told of it."""
    text = reading.flow.text
    full = re.search(rf"\b{re.escape(name)}(?: [A-Z][\w&'-]*){{0,3}},? {LEGAL_FORM}(?!\w)", text)
    place = full.span() if full else (at, at + len(name))
    yield Candidate("processor.name", text[slice(*place)], (reading.over(*place),), Strength.INFERRED)
    if full:
        yield from in_brackets(reading, name)
    yield from said_of(reading, name)
    behind = full and re.compile(rf"{re.escape(full[0])},(?P<said>[^()\n]{{10,160}}\d[^()\n]{{0,60}})\)").search(text)
    if behind:
        for detail in (*registration_in(behind["said"]), *address_in(behind["said"])):
            yield from candidate_of(reading, Role.PROCESSOR, detail, behind.start("said"), Strength.INFERRED)


# 'Acme OÜ (registry code 1234, Kade 4, 1012 Utrecht; "we", "us")': who speaks, with what is told of it.
_CALLED_WE = lasting(
    rf"(?P<name>[A-ZÀ-Þ][\w&'’.-]*(?: (?:[A-ZÀ-Þ&][\w&'’.-]*|und|en|and|et)){{0,4}},? {LEGAL_FORM}) \((?P<said>[^()\n]{{0,200}}?)[\"'“„](?i:we|us|our|wij|we|ons|wir|uns|nous)[\"'”“]"
)
_OPENING = 6_000
_LONG_ENOUGH = 5


def called_we(reading: Reading) -> Iterator[Candidate]:
    """The processor that speaks, by the brackets behind its name that say so, with what else they hold."""
    match = _CALLED_WE.search(reading.flow.text, 0, _OPENING)
    if match is None:
        return
    yield Candidate("processor.name", match["name"], (reading.over(*match.span("name")),), Strength.INFERRED)
    said = match["said"]
    for detail in (*registration_in(said), *address_in(said), *phones_in(said), *emails_in(said)):
        yield from candidate_of(reading, Role.PROCESSOR, detail, match.start("said"), Strength.INFERRED)


def at_its_own_domain(reading: Reading, named: Mapping[str, str]) -> Iterator[Candidate]:
    """The one address in the opening whose domain bears the processor's name, where no passage gives another."""
    name = next((name for name, key in named.items() if key == "processor.name"), "")
    first = re.sub(r"[^a-z0-9]", "", name.lower().partition(" ")[0])
    opening = reading.flow.text[:_OPENING]
    own = [detail for detail in emails_in(opening) if first and first in detail.value.partition("@")[2].lower()]
    if len(first) >= _LONG_ENOUGH and len({detail.value for detail in own}) == 1:
        yield Candidate("processor.email", own[0].value, (reading.over(own[0].start, own[0].end),), Strength.INFERRED)


def function_of(reading: Reading, person: str) -> Detail | None:
    """The function of who signs, where the list of the parties names it beside the contact person of that name."""
    match = re.search(
        rf"\n[^:\n]*\b(?:position|functie|funktion|fonction)\b[^:\n]*: ?{re.escape(person)}, (?P<function>[^,;@\n\d]{{3,60}})(?=[,;\n])",
        reading.flow.text,
        re.IGNORECASE,
    )
    return Detail("representative_role", match["function"].strip(), *match.span("function")) if match else None

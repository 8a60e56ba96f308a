"""Reading -> data that are named person by person: "Van cliënten: naam, BSN. Van medewerkers: naam, functie".

The words before the colon are the people, those behind it their data. One such pair may be anything; two in a passage are a list.
"""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading, ReadingLine
from art28.document.outline import Part
from art28.extraction.layout.blanks import has_gap
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.processing.kinds import DATA, PEOPLE
from art28.extraction.topics.processing.listing import listed
from art28.extraction.words.search import AnyCase

_PAIR = re.compile(
    r"(?:^|(?<=[.;:] ))[\s*_•o–-]{0,6}(?:(?P<of>[Vv]an|[Oo]ver|[Ff]or|[Oo]f|[Aa]bout|[Vv]on|[Dd]es|[Pp]our (?:les|des)|[Dd]e) )?"
    r"(?P<who>[^:.;\t\n,]{4,60}?(?:, [^:.;\t\n,]{4,40}?)?)\s?:\s(?P<what>[^:.;\t]{4,400}?)(?=[.;](?:\s|$)|$)"
)
_ITS = re.compile(
    r"^(?:de |het |uw |jouw |je |onze |the |your |our |die |den |der |ihren? |les |des |vos )*(?:persoonsgegevens van |gegevens van )?(?:de |uw |jouw )?",
    re.IGNORECASE,
)
_NOT_HERE = AnyCase(r"bijzonder|datalek|inbreuk|breach|contact|geheim|verzoek|maatregel|bewaar|SUBPROCESSOR|\d{3}|@")
_JOINED = re.compile(r",\s*|\s+(?:en|and|und|et)\s+")
_FEWEST_PAIRS, _LONGEST_WHO = 2, 5


# "Boekhoud Plus Medewerkers: naam": a row that lost its first cell, which names a product. Dutch writes people small.
_OF_A_PRODUCT = re.compile(r"\w [A-ZÀ-Þ][a-zà-ÿ]")


def _pairs(line: ReadingLine, language: str) -> Iterator[re.Match[str]]:
    """The people with their data in `line`."""
    if ":" not in line.text or line.block.cells or line.clause.part is Part.SIGNATURES:
        return
    for match in _PAIR.finditer(line.text):
        who, what = match["who"], match["what"]
        if language == "nl" and not match["of"] and _OF_A_PRODUCT.search(who):
            continue
        if _NOT_HERE.search(who) or len(who.split()) > _LONGEST_WHO or has_gap(what):
            continue
        kinds = [part for part in _JOINED.split(what) if part]
        known = sum(DATA.search(part) is not None for part in kinds)
        if known and 2 * known >= len(kinds) and (match["of"] or PEOPLE.search(who)) and not DATA.match(who):
            yield match


def _read(reading: Reading) -> Iterator[Candidate]:
    group: list[tuple[ReadingLine, re.Match[str]]] = []
    for line in (*reading.lines, None):
        found = [(line, match) for match in _pairs(line, reading.language)] if line is not None else []
        if found:
            group += found
            continue
        if len(group) >= _FEWEST_PAIRS and sum(
            PEOPLE.search(match["who"]) is not None for _, match in group
        ) * 2 >= len(group):
            yield from _listed(reading, group)
        group = []


def _listed(reading: Reading, group: list[tuple[ReadingLine, re.Match[str]]]) -> Iterator[Candidate]:
    people: list[str] = []
    data: list[str] = []
    places = tuple((line.start + match.start("who"), line.start + match.end("what")) for line, match in group)
    for line, match in group:
        who = reading.original(line.start + match.start("who"), line.start + match.end("who")).replace("\n", " ")
        what = reading.original(line.start + match.start("what"), line.start + match.end("what")).replace("\n", " ")
        people += [
            bare
            for one in listed(who, language=reading.language)
            if (bare := _ITS.sub("", one).strip()) and bare not in people
        ]
        data += [
            one
            for one in listed(what, language=reading.language)
            if one.lower() not in {known.lower() for known in data}
        ]
    if people and data:
        yield Candidate("processing.data_subjects", tuple(people), places, Strength.PASSING)
        yield Candidate("processing.data_categories", tuple(data), places, Strength.PASSING)


RULES = (Rule("processing-per-person", ("processing.data_subjects", "processing.data_categories"), _read),)

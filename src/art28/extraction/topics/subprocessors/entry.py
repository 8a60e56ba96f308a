"""A sub-processor as found, and how a company's name is told from its address."""

import re
from dataclasses import dataclass, field

from art28.agreement.model import Record
from art28.agreement.passages import Reading, ReadingLine
from art28.document.pattern import lasting
from art28.extraction.values.countries import first_place, places_in

SUB = lasting(
    r"sub-? ?(?:ver|be)werker|sub-? ?processor|onderaannemer|subcontractor|unterauftrag|"
    r"subunternehm|sous-traitants? ult",
    re.IGNORECASE,
)
FORM = r"(?:B\.V\.|N\.V\.|C\.V\.|V\.O\.F\.|U\.A\.|BV|Pvt\. Ltd\.|Ltd\.?|Limited|Inc\.?|LLC|PBC|GmbH|AG|SARL|SRL|SAS|S\.A\.|A\.B\.|NV|Oy|AB|A/S|ApS|Corp(?:oration|\.)?|KG|OHG|UG|eG|e\.U\.|s\.r\.o\.|S\.p\.A\.|S\.r\.l\.|SA|SE|BVBA|SPRL|SRL|EIRL|LLP|PLC|plc|K\.K\.|U\.A\.)"
COMPANY_NAME = lasting(
    rf"(?:(?<=\s)|^)(?P<name>[A-Z][\w&'-]*(?:\.(?:io|nl|com|eu|ai|app|net|org))?(?: (?:[A-Z&][\w&'.-]*|en|of)){{0,5}},? {FORM})(?=\s|,|$)"
)
_ARTICLE = 4


@dataclass(slots=True)
class Entry:
    """A sub-processor as found: its fields, and the ranges of the reading text that say so."""

    name: str
    service: str | None = None
    established_in: str | None = None
    processing_in: tuple[str, ...] | None = None
    passages: list[tuple[int, int]] = field(default_factory=list)

    def told(self) -> bool:
        """Whether anything is said of it besides its name."""
        return bool(self.service or self.established_in or self.processing_in)

    def record(self) -> Record:
        return {
            "name": self.name,
            "service": self.service,
            "established_in": self.established_in,
            "processing_in": self.processing_in,
        }


TOWN = lasting(r"(?:['’]s-)?[A-ZÀ-Þ][\w'’.-]+(?: (?:aan|an|am|im|sur|op|den|de|der|[A-ZÀ-Þ][\w-]+)){0,3}")
"""What may be a town where nothing but a place can stand: "Groningen", "Alphen aan den Rijn"."""

# "Acme, Kade 25, 1234 AB Zwolle": a street with its number, and the town.
_AT_A_STREET = lasting(r"^(?P<name>[^,]{2,60}),\s*(?P<rest>[A-ZÀ-Þ][\w .'’-]{2,40} \d{1,4}(?:[ -]?[a-zA-Z])?,? .+)$")


def without_address(cell: str) -> tuple[str, str | None]:
    """A company's name without the address behind it, and the country that the address or a bracket names."""
    match = re.match(rf"^(?P<name>.{{2,60}}? {FORM}),\s*(?P<rest>.+)$", cell)
    if match and TOWN.fullmatch(match["rest"]) and not places_in(match["rest"]):
        return match["name"], None
    match = match if match and places_in(match["rest"]) else _AT_A_STREET.match(cell)
    if match is None:
        return without_place(cell)
    return match["name"], next(reversed(places_in(match["rest"])), None)


def without_place(cell: str) -> tuple[str, str | None]:
    """A company's name without the country behind it in brackets, and that country."""
    match = re.match(r"^(?P<name>.+?)\s*\((?P<place>[^()]+)\)$", cell)
    place = next(iter(places_in(match["place"])), None) if match else None
    return (match["name"], place) if match and place and is_place(match["place"]) else (cell, None)


def is_place(words: str) -> bool:
    found = first_place(words)
    return found is not None and found[1] - found[0] >= len(words.strip()) - _ARTICLE


def folded_words(reading: Reading, line: ReadingLine) -> str:
    return " ".join(reading.original(line.start, line.end).split())

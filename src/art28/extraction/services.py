"""Reading -> the services under which data are processed, as the recitals or the description of the processing name them."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.extraction.listing import listed
from art28.extraction.rule import Candidate, Rule, Strength

_I = re.IGNORECASE
_SERVICES = re.compile(
    r"\b(?:diensten|dienstverlening|services|werkzaamheden)\b[^.;:]{0,90}?\b(?:waaronder|bestaande uit|te weten|"
    r"zoals|zijnde|namelijk|including|consisting of|such as|namely)\b"
    r"(?:[\s:,(]*(?:maar|doch|but)?\s*(?:niet beperkt tot|not limited to|"
    r"without limitation))?[\s:]*(?P<list>[^.;:]{4,320})",
    _I,
)
_AFTER_SERVICES = re.compile(
    r"\s*\(?(?:hierna|verder|\"|hereinafter|the services)\b.*$|\s*\(?\".*$|,? (?:hierna|"
    r"en waarbij|waarbij|in het kader|op grond).*$",
    _I,
)
_DESCRIBES = re.compile(
    r"^\W*(?:omschrijving|beschrijving) van de (?:verwerking|dienst(?:en|verlening)?)\W*$|"
    r"^\W*(?:description of (?:the )?(?:services?|processing))\W*$",
    _I,
)


def _services(reading: Reading) -> Iterator[Candidate]:
    """The services that the recitals name, or the description of the processing in an annex."""
    for sentence in reading.within(Part.PREAMBLE, Part.RECITALS):
        match = _SERVICES.search(sentence.text)
        if not match:
            continue
        words = reading.original(sentence.start + match.start("list"), sentence.start + match.end("list"))
        text = _AFTER_SERVICES.sub("", words.replace("\n", " "))
        values = _gerunds(text) or listed(text)
        if len(values) > 1:
            place = (sentence.start + match.start(), sentence.start + match.end())
            yield Candidate("processing.services", tuple(values), (place,), Strength.PASSING)
    for head, line in zip(reading.lines, reading.lines[1:], strict=False):
        if _DESCRIBES.match(head.text) and head.clause.part is Part.ANNEX:
            first = re.split(r"(?<=\w)\.\s+(?=[A-Z])", reading.original(line.start, line.end))[0]
            values = _gerunds(first)
            if len(values) > 1:
                yield Candidate(
                    "processing.services", tuple(values), ((line.start, line.start + len(first)),), Strength.PASSING
                )


def _gerunds(sentence: str) -> list[str]:
    """The parts of "het leveren van x, het beheren van y en het bieden van z"."""
    parts = re.split(r"(?:,\s*|\s+en\s+)(?=het \w+en\b)", sentence.strip(" ."), flags=_I)
    return [part.strip() for part in parts] if len(parts) > 1 else []


RULES = (Rule("processing-services", ("processing.services",), _services),)

"""Reading -> the services under which data are processed, as the recitals or the description of the processing name them."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.extraction.layout.tables import cells_of
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.processing.listing import deeds, listed
from art28.extraction.words.search import sentences_with

_I = re.IGNORECASE
_SERVICES = re.compile(
    r"\b(?:diensten|dienstverlening|services|werkzaamheden)\b[^.;:]{0,90}?\b(?:waaronder|zoals|including|such as|"
    r"(?P<exact>bestaande uit|te weten|zijnde|namelijk|consisting of|namely))\b"
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
        values = deeds(text) or listed(text, language=reading.language)
        if len(values) > 1 or (match["exact"] and len(values) == 1 and len(values[0].split()) <= _SHORT):
            place = (sentence.start + match.start(), sentence.start + match.end())
            yield Candidate("processing.services", tuple(values), (place,), Strength.PASSING)
    yield from _in_a_row(reading)
    yield from _provided(reading)
    yield from _named_in_the_body(reading)
    yield from _following(reading)
    for head, line in zip(reading.lines, reading.lines[1:], strict=False):
        if _DESCRIBES.match(head.text) and head.clause.part is Part.ANNEX:
            first = re.split(r"(?<=\w)\.\s+(?=[A-Z])", reading.original(line.start, line.end))[0]
            values = deeds(first)
            if len(values) > 1:
                yield Candidate(
                    "processing.services", tuple(values), ((line.start, line.start + len(first)),), Strength.PASSING
                )


# Who provides, or the definition of the services; then what they are.
_OFFERS = re.compile(
    r"\bPROCESSOR\b[^.;:]{0,60}\b(?:levert|verleent|biedt|verzorgt|stelt|provides|offers|supplies|offre|fournit|stellt|erbringt|bietet)\b|"
    r"^\W*(?:\d[\d.]* )?[\"']?(?:[Dd]ienst(?:en)?|[Ss]ervices|[Ll]eistungen|[Pp]restations)[\"']?\s*[:\t]"
)
_ARE = re.compile(
    r"\b(?:diensten|dienstverlening|services|modul\w*|leistungen|prestations|software)\b[^.;:]{0,60}?"
    r"(?:\b(?:te weten|namelijk|zijnde|bestaande uit|namely|consisting of|bestehend aus(?: den modulen)?|nämlich|à savoir)|\b(?:suivants|suivantes) ?:|"
    r"\b(?:de volgende|following|folgende\w*)[^.;:]{0,30}:)\s*:?\s*(?P<list>[^.;:]{8,300})",
    _I,
)


def _named_in_the_body(reading: Reading) -> Iterator[Candidate]:
    """The services that a provision names where it says what is provided, or where it defines them; three at least."""
    for sentence in sentences_with(reading, "diensten", "services", "modul", "leistungen", "prestations"):
        match = (
            _ARE.search(sentence.text) if sentence.clause.part is Part.BODY and _OFFERS.search(sentence.text) else None
        )
        if match is None:
            continue
        place = (sentence.start + match.start("list"), sentence.start + match.end("list"))
        values = listed(reading.original(*place).replace("\n", " "), language=reading.language)
        if len(values) > _FEW and all(len(value.split()) <= _LONGEST_SERVICE for value in values):
            yield Candidate("processing.services", tuple(values), (place,), Strength.INFERRED)


_ROW_LABEL = re.compile(
    r"^\W*(?:[A-Z]?\d{1,2}[.)]? )?(?:te leveren |geleverde |afgenomen |soort |aard van de )?(?:dienst(?:en)?|dienstverlening|werkzaamheden|services|leistungen|prestations)\W*$",
    _I,
)


def _in_a_row(reading: Reading) -> Iterator[Candidate]:
    """The services that a data sheet lists beside their label."""
    for line in reading.lines:
        cells = cells_of(line) if line.block.cells else []
        if len(cells) != _PAIR or not _ROW_LABEL.match(cells[0][0]):
            continue
        _, start, end = cells[1]
        values = listed(reading.original(start, end).replace("\n", " "), last=False) if end > start else []
        if values and all(len(value.split()) <= _LONGEST_SERVICE for value in values):
            yield Candidate("processing.services", tuple(values), ((start, end),), Strength.PASSING)


_PAIR = 2
_PROVIDES = re.compile(
    r"\bPROCESSOR (?:\w+ )?(?:provides|supplies|delivers|levert|verleent|biedt|verzorgt)(?: (?:aan|voor))?(?: de)?(?: CONTROLLER)?(?: de| het)? (?P<list>[^.;:]{10,240}?)"
    r"(?=[;.]|,? (?:to|aan|for|voor) (?:the |de )?CONTROLLER\b|,? een en ander|,? zoals|,? as )"
)


def _provided(reading: Reading) -> Iterator[Candidate]:
    """The services of a recital that says what the processor provides, where it lists at least three."""
    for sentence in reading.within(Part.RECITALS, Part.PREAMBLE):
        match = _PROVIDES.search(sentence.text)
        if match and "CONTROLLER" in sentence.text and "," in match["list"]:
            place = (sentence.start + match.start("list"), sentence.start + match.end("list"))
            values = [
                _ARTICLE.sub("", value)
                for value in listed(reading.original(*place).replace("\n", " "), language=reading.language)
            ]
            if len(values) > _FEW and all(len(value.split()) <= _LONGEST_SERVICE for value in values):
                yield Candidate("processing.services", tuple(values), (place,), Strength.INFERRED)


_FEW = 2
_ARTICLE = re.compile(r"^(?:de|het|een|the|an?) ", _I)
_LONGEST_SERVICE = 6
# What is provided, announced as "the following service", be it one or several.
_THE_FOLLOWING = re.compile(
    r"\b(?:fournir|fourniture d[eu]s?|exécuter|réaliser|provide|perform|deliver|leveren|erbringen|erbringt) (?:le ou )?(?:le|les|the|de|het|die|den|la|der)? ?(?:following |volgende |folgenden? )?"
    r"(?:service|prestation|dienst|leistung)(?:s|en|\(s\))?(?: suivante?s?(?:\(s\))?)? ?: ?(?P<list>[^.;:\n]{6,200})",
    _I,
)


def _following(reading: Reading) -> Iterator[Candidate]:
    """The services that a sentence announces so."""
    for sentence in sentences_with(reading, "suivant", "following", "volgende", "folgend"):
        match = _THE_FOLLOWING.search(sentence.text)
        if match and "\t" not in match["list"]:
            place = (sentence.start + match.start("list"), sentence.start + match.end("list"))
            values = listed(reading.original(*place).replace("\n", " "), language=reading.language)
            if values and all(len(value.split()) <= _LONGEST_SERVICE for value in values):
                yield Candidate("processing.services", tuple(values), (place,), Strength.PASSING)


# "Te weten salarisverwerking": a service alone has a name of few words.
_SHORT = 4
RULES = (Rule("processing-services", ("processing.services",), _services),)

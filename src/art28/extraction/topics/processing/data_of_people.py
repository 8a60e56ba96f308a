"""Reading -> data and whose they are, said in one list: "naam, adres en geboortedatum van cliënten".

What closes the list says whose all of it is. Where its last item would say too little without ("naam en contactgegevens van
ouders"), it belongs to that item alone.
"""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading, Sentence
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.processing.kinds import DATA, PEOPLE
from art28.extraction.topics.processing.listing import listed
from art28.extraction.words.search import AnyCase, sentences_with

_OF = lasting(
    r",? (?:van|over|of|about|relating to) (?:de |uw |jouw |onze |hun |haar |the |your |our |their |its )?(?=[\w-]+)"
)
_ITS = lasting(
    r"^(?:van |over |op )?(?:uw|jouw|je|onze?|hun|haar|zijn|de|het|your|the|our|their|his|her)\s+", re.IGNORECASE
)
# Without whose they are, these name no data: "contactgegevens van ouders".
_OF_THESE_ALONE = AnyCase(r"(?:gegevens|informatie|data|details|information|dossiers?|files?|records?)\W*$")
_FEWEST, _LONGEST_DATUM, _LONGEST_GROUP = 2, 5, 6
_END = r"(?=,? (?:en wel |en dat |zulks |dit )?(?:uitsluitend|alleen|enkel|slechts) (?:op|in|na|voor|volgens|ten|om|conform|binnen)\b|,? (?:om|teneinde|ten behoeve van|voor het|in het kader van|en dien(?:t|en)|for the purposes?|in order to|so as to|in order that|to the extent|voor zover)\b|\.(?:\s|$)|;\s*$|$)"
_ALSO = r"(?: (?:alleen|uitsluitend|slechts|enkel|onder meer|onder andere|o\.a\.|in ieder geval|daarbij|hierbij|only|among others|inter alia))*"
# The words that say that data follow, by themselves.
_ARE_DATA = lasting(
    rf"\b(?:(?:de |deze |die )?(?:(?:te verwerken|verwerkte|bedoelde) )?(?:persoons)?gegevens (?:betreffen|zijn|bestaan uit|omvatten)|"
    rf"(?:de )?(?:gegevens)?verwerking (?:betreft|heeft betrekking op|ziet op|omvat)|"
    rf"the (?:personal )?data(?: (?:processed|concerned))? (?:are|concern|include|comprise|consist of)|the processing (?:concerns|relates to|covers|comprises))"
    rf"{_ALSO}:? (?P<list>(?!ge\w+d\b|niet\b|not\b|de volgende|the following)[^;:]{{8,400}}?){_END}",
    re.IGNORECASE,
)
_IT_CONCERNS = lasting(
    rf"^\W*(?:\d[\d.]*\s+)?(?:het|dit|it|this) (?:betreft|gaat (?:\w+ )?(?:om|over)|concerns|is about){_ALSO}:? (?P<list>[^;:]{{8,400}}?){_END}",
    re.IGNORECASE,
)
# These may be followed by anything.
_PROCESSES = lasting(
    rf"\bPROCESSOR (?:verwerkt|verwerken|ontvangt|processes|process|shall process|will process|receives|slaat|bewaart|registreert|beheert)(?: (?:voor|namens|van|for|on behalf of|from) (?:de |the )?CONTROLLER)?"
    rf"{_ALSO}:? (?:van (?P<who>(?!CONTROLLER)[^.;:,]{{4,80}}?) (?=(?:de|het|hun|zijn|haar) \w))?(?P<list>[^;:]{{8,400}}?){_END}"
)
# "Daartoe verwerkt PROCESSOR naam en adres van bewoners."
_PROCESSES_BEHIND = lasting(
    rf"\b(?:verwerkt|verwerken|ontvangt|registreert) PROCESSOR(?: (?:voor|namens|van) (?:de )?CONTROLLER)?{_ALSO}:? (?P<list>(?!van\b)[^;:]{{8,400}}?){_END}"
)
_CLOSING_PARTICLE = lasting(r" (?:op|bij|vast|in)$")
# "Klant levert bestanden met gegevens. Daarin staan naam en salaris van medewerkers."
_THEREIN = lasting(
    rf"^\W*(?:\d[\d.]*\s+)?(?:daarin|hierin|daarop|hierop) (?:sta(?:an|at)|zitten){_ALSO}:? (?P<list>[^;:]{{8,400}}?){_END}",
    re.IGNORECASE,
)
_ON_AND_ON = lasting(r",? (?:en|alsmede|and) (?:op|to) (?=\w)")
_ELSEWHERE = AnyCase(
    r"datalek|inbreuk|breach|incident|audit|geheim|SUBPROCESSOR|verzoek|vergoed|aansprakelijk|wordt verstaan|means|bijzondere categorie|"
    r"special categor|verwijder|vernietig|bewaar|gewist|beveilig|\bniet\b|\bnot\b|\bgeen\b|tenzij|unless"
)
_ON_DATA = AnyCase(r"gegevens|\bdata\b")


def parted(words: str) -> tuple[str, str] | None:
    """The data and the people of "naam, adres en geboortedatum van cliënten"; None where it doesn't say whose they all are."""
    ofs = list(_OF.finditer(words))
    if not ofs or _OF_THESE_ALONE.search(words[: ofs[-1].start()]):
        return None
    data, people = words[: ofs[-1].start()], words[ofs[-1].end() :]
    groups, kinds = listed(people), listed(data)
    if not groups or len(kinds) < _FEWEST:
        return None
    # People by whatever word, where all that is listed before them is data.
    known = all(DATA.search(kind) for kind in kinds) and all(map(_PLURAL.fullmatch, groups))
    if not known and not all(_is_group(group) for group in groups):
        return None
    return None if PEOPLE.search(data) else (data, people)


_PLURAL = lasting(r"[a-zà-ÿ]{4,}(?:en|ers|s)")


def _is_group(words: str) -> bool:
    return PEOPLE.search(words) is not None and len(words.split()) <= _LONGEST_GROUP


def _read(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(
        reading,
        "betreft",
        "betreffen",
        "betrekking",
        "gaat",
        "verwerk",
        "gegevens",
        "ontvangt",
        "data",
        "process",
        "concerns",
        "aarin ",
        "ierin ",
        "aarop ",
    ):
        if sentence.clause.part is Part.SIGNATURES or _ELSEWHERE.search(sentence.text):
            continue
        yield from _said(reading, sentence)


def _said(reading: Reading, sentence: Sentence) -> Iterator[Candidate]:
    match, strict = _ARE_DATA.search(sentence.text), False
    if match is None:
        match, strict = _IT_CONCERNS.search(sentence.text), not _ON_DATA.search(sentence.clause.heading)
        if match is not None and strict and parted(match["list"]) is None:
            match = None
    if match is None:
        match, strict = (
            _PROCESSES.search(sentence.text)
            or _PROCESSES_BEHIND.search(sentence.text)
            or _THEREIN.search(sentence.text),
            True,
        )
    if match is None:
        return
    start, end = sentence.start + match.start("list"), sentence.start + match.end("list")
    data: list[str] = []
    people: list[str] = _items(_group(reading, sentence, match))
    said = _CLOSING_PARTICLE.sub("", " ".join(reading.original(start, end).split()))
    for part in _ON_AND_ON.split(said):
        both = parted(part)
        data += _items(both[0] if both else part)
        people += _items(both[1]) if both else []
    known = sum(DATA.search(one) is not None for one in data)
    if len(data) < _FEWEST or any(len(one.split()) > _LONGEST_DATUM for one in data):
        return
    # Of whose data is told, one or another kind may be one that no word here is for.
    of_people = bool(people) and 2 * known >= len(data)
    if known < len(data) and not of_people if strict else 2 * known < len(data):
        return
    place = ((start, end),)
    yield Candidate("processing.data_categories", tuple(dict.fromkeys(data)), place, Strength.INFERRED)
    if people and (all(map(_is_group, people)) or (known == len(data) and all(map(_PLURAL.fullmatch, people)))):
        yield Candidate("processing.data_subjects", tuple(dict.fromkeys(people)), place, Strength.INFERRED)


def _group(reading: Reading, sentence: Sentence, match: re.Match[str]) -> str:
    if "who" not in match.re.groupindex or match["who"] is None:
        return ""
    return reading.original(sentence.start + match.start("who"), sentence.start + match.end("who"))


def _items(words: str) -> list[str]:
    return [_ITS.sub("", one) for one in listed(words)] if words else []


RULES = (Rule("processing-data-of-people", ("processing.data_subjects", "processing.data_categories"), _read),)

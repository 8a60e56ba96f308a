"""Reading -> what running prose says of the processing: whose data, which data, what for, and by which services.

Where no heading, label or table announces a list, a sentence may hold it: "Wij verwerken gegevens van uw werknemers en
uitzendkrachten. Het betreft naam, adres en salaris." What is listed must be of the kind that the sentence speaks of.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from art28.agreement.passages import Reading, ReadingLine, Sentence
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.processing.data_of_people import parted
from art28.extraction.topics.processing.kinds import DATA, PEOPLE
from art28.extraction.topics.processing.listing import aims, item_text, listed
from art28.extraction.words.search import AnyCase, Wanting, sentences_with

_I = re.IGNORECASE
_ELSEWHERE = AnyCase(
    r"datalek|inbreuk|breach|incident|audit|geheim|SUBPROCESSOR|verzoek|vergoed|aansprakelijk|wordt verstaan|means|bijzondere categorie|"
    r"verwijder|vernietig|bewaar|gewist|beveilig|verletzung|löschen"
)
# What a list in a sentence ends with: the sentence, or what no longer lists.
_END = r"(?=\.(?:\s|$)|;\s*$|$)"
# Or it goes on to say what for, on whose order or in which system.
_END_OF_PEOPLE = rf"(?:{_END}|(?= (?:uitsluitend|alleen|enkel|slechts) (?:voor|om|in|op|ten behoeve)\b| in (?:de|het) \w*(?:app|applicatie|omgeving|software|systeem|portaal)\b))"
_ITS = lasting(r"^(?:van |over )?(?:uw|jouw|je|onze?|hun|de|het|ihre[rnm]?|your|the)\s+", _I)
_WHOSE = lasting(
    rf"\b(?:\w*gegevens|^\W*(?:Ze|Die|Deze|Zij)) (?:(?:zijn|komen|horen|gaan) (?:afkomstig )?|nodig )?(?:van|over|bij) (?P<list>(?!de volgende|PROCESSOR\b)[^.;:]{{8,300}}?){_END_OF_PEOPLE}"
)
_PROCESSES_OF = lasting(
    rf"\b[Dd]aarbij (?:verwerkt|verwerken) PROCESSOR (?P<data>[^.;:]{{8,300}}?) van (?P<list>[^.;:]{{8,200}}?){_END_OF_PEOPLE}"
)
_PEOPLE_MEANT = lasting(rf"\b(?:de )?verwerking (?:betreft|heeft betrekking op) (?P<list>[^.;:]{{8,240}}?){_END}", _I)
# "Von der Verarbeitung betroffen sind Beschäftigte, Kunden und Lieferanten": whom the sentence says it lists, of whatever kind.
_SAID_TO_BE_PEOPLE = lasting(
    rf"^\W*(?:\(?\d[\d.]*\)?\s+)?(?:(?:Von der (?:Daten)?[Vv]erarbeitung )?[Bb]etroffen(?:e(?: Personen)?)? sind|[Ll]es personnes concernées sont|The people concerned are) (?P<list>(?!die folgenden|folgende|les suivantes|informées?|the following|informed)[^.;:]{{8,300}}?){_END}"
)
_SAYS_WHOSE = AnyCase(
    r"gegevens (?:zijn|komen|horen|nodig)|\bgaan over\b|verwerk|betreft|gaat (?:\w+ )?om|in aanraking|process"
)
_WHICH = Wanting(
    rf"\b\w*gegevens (?:die|welke)\b[^.;:]{{0,60}}\bverwerkt(?: worden)?\b[^.;:]{{0,12}}\b(?:zijn|betreffen|omvatten)\b:? (?P<a>.{{8,400}}?){_END}|"
    rf"^\W*(?:\d[\d.]*\s+)?(?:(?:het|dit) (?:betreft|gaat (?:\w+ )?(?:om|over))|(?:doorgaans|meestal|veelal|gewoonlijk|in de regel|(?:over het|in het) algemeen) (?:betreft het|gaat het (?:\w+ )?om))(?: onder (?:meer|andere))?:? (?P<b>.{{8,400}}?){_END}|"
    rf"\b(?:volgende|onderstaande) (?:soorten |categorieën (?:van )?|typen )?(?:persoons)?gegevens\b[^.;:]{{0,60}}: (?P<c>.{{8,500}}?){_END}|"
    rf"^\W*(?:\d[\d.]*\s+)?(?:de|deze) (?:verwerkte )?(?:persoons)?gegevens zijn: (?P<e>.{{8,400}}?){_END}|"
    rf"\bdaarbij (?:verwerkt|verwerken) PROCESSOR (?P<f>[^.;:]{{8,300}}?) van [^.;:]{{4,200}}?{_END}|"
    rf"\bvan (?:hen|deze (?:personen|betrokkenen|mensen)) worden (?:\w+ ){{0,3}}verwerkt:? (?P<g>.{{8,500}}?){_END}|"
    rf"\bvan (?:hen|deze personen) (?:verwerkt|verwerken) PROCESSOR:? (?P<d>.{{8,500}}?){_END}",
    _I,
)
# "Gegevens van huurders en hun huisgenoten, te weten naam en adres": whose and which in one breath.
_WHOSE_AND_WHICH = lasting(
    rf"(?:gegevens van|\bverwerk(?:t|en) (?:(?:PROCESSOR|wij|we) )?van) (?P<who>[^.;:]{{4,160}}?)(?: (?:die|welke|dat) [^.;:,]{{3,60}})?(?:,? (?:te weten|namelijk|en wel|zoals|waaronder|bijvoorbeeld):?|:) (?P<what>[^.;:]{{8,300}}?)(?=,? (?:met als doel|met het doel|teneinde|ten behoeve van)\b|{_END[3:-1]})",
    _I,
)
# "Verarbeitet werden Namens- und Adressdaten, Bestelldaten und Protokolldaten."
_SAID_TO_BE_DATA = lasting(
    rf"^\W*(?:\(?\d[\d.]*\)?\s+)?(?:Es werden|Verarbeitet werden|Es geht um|The data are)(?: insbesondere| dabei)? (?P<list>(?!die folgenden|folgende|the following)[^.;:]{{8,400}}?)(?: verarbeitet)?{_END}|"
    rf"\b[Ll]es données (?:traitées|concernées|à caractère personnel traitées) sont (?P<french>(?!les suivantes)[^.;:]{{8,400}}?){_END}"
)
_WHAT_FOR = lasting(r",? (?:voor het|om|teneinde|ten behoeve van|in het kader van)\b")
_DATA_WORDS = ("gegevens", "aarbij verwerk", "betreft", "gaat", "Van hen", "van hen")
_OF_DATA = AnyCase(r"\w*daten\b|\bnames?\b|\bnamen\b|addresses|données|nummer|anschrift|coordonnées|\bnom\b")
_SPEAKS_OF_DATA = AnyCase(r"gegevens|\bdata\b|verwerk")
# "(Het betreft) persoonsgegevens van leerlingen, zoals naam": whose they are comes first, which behind it.
_NAMES_NONE = lasting(r"(?:persoons)?gegevens (?:van|over)\b", _I)
_FEWEST, _MOST_WORDS = 2, 14
# Who is spoken to stands among the people, but names no group of them.
_ADDRESSED = frozenset({"u", "jou", "je", "jullie", "you"})


def _prose(reading: Reading) -> Iterator[Candidate]:
    yield from _people(reading)
    yield from _both(reading)
    yield from _data(reading)
    yield from _purposes(reading)
    yield from _services(reading)


def _body(reading: Reading, *words: str) -> Iterator[Sentence]:
    for sentence in sentences_with(reading, *words):
        if sentence.clause.part is not Part.SIGNATURES and not _ELSEWHERE.search(sentence.text):
            yield sentence


def _people(reading: Reading) -> Iterator[Candidate]:
    for sentence in _body(
        reading,
        "gegevens van",
        "gegevens over",
        "gegevens zijn van",
        "gegevens horen bij",
        "gegevens komen van",
        "gegevens nodig van",
        "gaan over",
        "verwerking betreft",
        "betrekking op",
        "aarbij verwerk",
        "etroffen sind",
        "etroffene sind",
        "etroffene Personen sind",
        "personnes concernées sont",
        "people concerned are",
    ):
        said = _SAID_TO_BE_PEOPLE.search(sentence.text)
        if said:
            people = _own_items(reading, sentence, said, "list")
            if len(people) >= _FEWEST:
                yield _inferred("data_subjects", people, sentence, said, "list")
            continue
        match = (
            _PEOPLE_MEANT.search(sentence.text)
            or _PROCESSES_OF.search(sentence.text)
            or (_WHOSE.search(sentence.text) if _SAYS_WHOSE.search(sentence.text) else None)
        )
        values = _own_items(reading, sentence, match, "list") if match else ()
        values = tuple(value for value in values if value.lower() not in _ADDRESSED)
        if match and len(values) >= _FEWEST and all(PEOPLE.search(value) for value in values):
            yield _inferred("data_subjects", values, sentence, match, "list")


def _both(reading: Reading) -> Iterator[Candidate]:
    for sentence in _body(reading, "gegevens van", "verwerken van", "verwerkt van", "PROCESSOR van"):
        match = _WHOSE_AND_WHICH.search(sentence.text)
        if match is None:
            continue
        which = _own_items(reading, sentence, match, "what")
        if len(which) >= _FEWEST and 2 * sum(DATA.search(one) is not None for one in which) >= len(which):
            yield _inferred("data_categories", which, sentence, match, "what")
            whose = _own_items(reading, sentence, match, "who")
            if whose and any(PEOPLE.search(one) for one in whose):
                yield _inferred("data_subjects", whose, sentence, match, "who")


def _said_data(reading: Reading) -> Iterator[Candidate]:
    for sentence in _body(reading, "erarbeitet", "données", "Es geht um", "The data are"):
        said = _SAID_TO_BE_DATA.search(sentence.text)
        values = _own_items(reading, sentence, said, said.lastgroup or "list") if said else ()
        if said and len(values) >= _FEWEST and _OF_DATA.search(said[0]):
            yield _inferred("data_categories", values, sentence, said, said.lastgroup or "list")


def _data(reading: Reading) -> Iterator[Candidate]:
    yield from _said_data(reading)
    for previous, sentence in pairwise((None, *reading.sentences)):
        if sentence is None or not any(word in sentence.text for word in _DATA_WORDS):
            continue
        match = _WHICH.search(sentence.text)
        if match is None or sentence.clause.part is Part.SIGNATURES or _ELSEWHERE.search(sentence.text):
            continue
        group = match.lastgroup or "a"
        if group == "b" and not (previous and _SPEAKS_OF_DATA.search(previous.text)):
            continue
        # Whose they are is told behind them, and perhaps what for: `data_of_people.py` reads both.
        if group == "b" and parted(_WHAT_FOR.split(match["b"])[0]) is not None:
            continue
        values = _own_items(reading, sentence, match, group)
        if values and _NAMES_NONE.match(values[0]):
            continue
        known = sum(DATA.search(value) is not None for value in values)
        if len(values) >= _FEWEST and 2 * known >= len(values):
            yield _inferred("data_categories", values, sentence, match, group)


_IN_ORDER = lasting(
    rf"\b(?:verwerk|verwerken|verwerkt|gebruikt|gebruiken)\b[^.;:]{{0,60}}?\b(?:persoons)?gegevens\b[^.;:]{{0,60}}?(?<!tenzij )\bom (?P<list>.{{10,400}}?){_END}|"
    rf"gegevens (?:worden|wordt) (?:\w+ )?(?:verwerkt|gebruikt)\b[^.;:]{{0,30}}?(?<!tenzij )\bom (?P<passive>.{{10,400}}?){_END}|"
    rf"^\W*om (?P<asked>.{{10,400}}?, (?:en )?om .{{6,300}}?){_END}",
    _I,
)
_INFINITIVE = lasting(r"\bte \w+n$", _I)
_JOINTS = lasting(r"(,\s*(?:en\s+)?|\s+en\s+)", _I)
_FOR = lasting(
    r"\b(?:enkel|uitsluitend|slechts|alleen)\b[^.;:]{0,40}\b(?:voor|in het kader van|ten behoeve van) "
    r"(?P<list>het \w+(?:en|aan|oen|ien|eer)?\b[^.;:]{8,400}?)"
    rf"(?=,? (?:alsmede|en (?:voor )?(?:die|de|andere|verdere) doeleinden|en daarmee|en (?:uitsluitend|alleen|enkel|slechts) (?:in|op|na|volgens))\b|{_END[3:-1]})",
    _I,
)
_NO_OTHER_AIM = lasting(
    rf"\bniet (?:\w+ )?(?:voor|met|tot) (?:enig |een )?ander(?:e)? (?:doel(?:en|einden)?|oogmerk) dan (?:voor )?(?P<list>het \w+en\b[^.;:]{{6,300}}?){_END}",
    _I,
)
_SERVES = lasting(r"\b[Vv]erarbeitung dient (?P<list>(?:der|dem) [^.;:]{8,300}?)(?=\.|$)")
_ALONE = lasting(
    rf"\b[Hh]et doel (?:van de verwerking )?is (?:uitsluitend |alleen |slechts )?(?P<list>het [^.;:]{{8,160}}?){_END}|"
    rf"\b[Zz]weck der (?:Daten)?[Vv]erarbeitung ist (?:ausschließlich |allein |nur )?(?P<german>(?:die|der|das) [^.;:]{{8,160}}?){_END}|"
    rf"\b[Ll]a finalité du traitement est (?P<french>(?:la |le |l')[^.;:]{{8,160}}?){_END}"
)
_NEXT_AIM = lasting(r"(?:,\s*(?:en\s+)?|\s+en\s+)om\s+", _I)
_NEXT_DATIVE = lasting(r"(?:,\s*(?:und\s+)?|\s+und\s+)(?:der|dem)\s+")
_LAWFUL = AnyCase(r"wettelijk|te voldoen aan|verplicht|law\b")


def _purposes(reading: Reading) -> Iterator[Candidate]:
    for sentence in _body(
        reading,
        " om ",
        "Om ",
        "uitsluitend",
        "enkel",
        "slechts",
        "alleen",
        "ander doel",
        "andere doel",
        "doel is",
        "dient",
        "erarbeitung ist",
        "traitement est",
    ):
        for pattern, divide in (
            (_IN_ORDER, _by_to),
            (_FOR, aims),
            (_NO_OTHER_AIM, _one),
            (_SERVES, _by_dative),
            (_ALONE, _one),
        ):
            match = pattern.search(sentence.text)
            if match is None or _LAWFUL.search(sentence.text):
                continue
            group = match.lastgroup or "list"
            values = tuple(divide(_words(reading, sentence, match, group)))
            if values and all(len(value.split()) <= _MOST_WORDS for value in values):
                yield _inferred("purposes", values, sentence, match, group)
                break


def _by_to(words: str) -> list[str]:
    """The aims of "om a te doen, om b te doen en om c te doen"; none where there is only one."""
    words = re.sub(r"^om ", "", words, flags=_I)
    parts = _NEXT_AIM.split(words)
    if len(parts) == 1:
        parts = _by_infinitive(words)
    return [item for part in parts if (item := item_text(part))] if len(parts) > 1 else []


def _by_infinitive(words: str) -> list[str]:
    """The parts of "a op te nemen, b en c te maken en d te sturen"; none where it doesn't close with an infinitive."""
    pieces = _JOINTS.split(words)
    parts, begun = [], ""
    for piece, joint in zip(pieces[::2], (*pieces[1::2], ""), strict=True):
        begun += piece
        if _INFINITIVE.search(begun):
            parts.append(begun)
            begun = ""
        else:
            begun += joint
    return [] if begun else parts


def _by_dative(words: str) -> list[str]:
    parts = _NEXT_DATIVE.split(re.sub(r"^(?:der|dem) ", "", words))
    return [item for part in parts if (item := item_text(part))]


def _one(words: str) -> list[str]:
    return aims(words) or [item_text(words)]


_FOLLOWING_SERVICES = Wanting(
    r"\b(?:volgende|onderstaande|following|folgende\w*|suivantes?)\b[^.;:]{0,30}\b(?:producten|diensten|werkzaamheden|products|services|leistungen|prestations)\b[^.;:]{0,40}:\s*(?P<list>[^.]*)",
    _I,
)
_TAKES_CARE = lasting(
    rf"\b(?:(?:verzorgt|verzorgen|levert|leveren|verricht|verrichten) PROCESSOR|PROCESSOR (?:verzorgt|verzorgen|levert|leveren|verricht|verrichten)) (?:voor|aan) CONTROLLER (?P<list>[^.;:]{{10,240}}?)(?:, zoals [^.;:]{{3,90}})?{_END}"
)
# Services behind their label, or said to be what the service is made of: "De dienstverlening omvat a, b en c."
_SERVICES_ARE = lasting(
    rf"^\W*(?:\d[\d.]*\s+)?(?:de |geleverde |afgenomen |overeengekomen |(?:omschrijving|beschrijving) (?:van )?)*[Dd]ienst(?:en|\(en\)|verlening)(?: (?:van|door) PROCESSOR)?(?:: ?| (?:bestaan|bestaat) uit:? | omvat(?:ten)?:? | zijn: | betreft:? | betreffen:? )(?P<list>(?!de volgende)[^.;:]{{6,240}}?){_END}",
    _I,
)
_RELATIVE = AnyCase(r"^(?:die|dat|welke|waar\w*|zoals|alle|elke|iedere|uren|werkzaamheden|onder|door)\b|\bdiensten\b")
_SERVICE_HEAD = AnyCase(
    r"\W*(?:[a-z][.)] )?(?:(?:omschrijving|beschrijving|overzicht) (?:van )?(?:de )?|geleverde |afgenomen )?(?:dienst(?:en|verlening)?|services?|leistung(?:en)?|prestations?)(?: waarop (?:dit|deze) [\w ]{3,20} ziet)?\W*$"
)
_LONGEST_SERVICE, _MOST_SERVICES = 9, 20


def _services(reading: Reading) -> Iterator[Candidate]:
    for sentence in _body(reading, "verzorg", "lever", "verricht"):
        match = _TAKES_CARE.search(sentence.text)
        values = _own_items(reading, sentence, match, "list") if match else ()
        if match and len(values) > _FEWEST and all(len(value.split()) <= _LONGEST_SERVICE for value in values):
            yield _inferred("services", values, sentence, match, "list")
    for sentence in _body(reading, "diensten:", "dienst(en):", "dienstverlening", "diensten "):
        match = _SERVICES_ARE.search(sentence.text)
        values = _own_items(reading, sentence, match, "list") if match else ()
        if (
            match
            and len(values) >= _FEWEST
            and all(len(value.split()) <= _LONGEST_SERVICE and not _RELATIVE.match(value) for value in values)
        ):
            yield _inferred("services", values, sentence, match, "list")
    for index, line in enumerate(reading.lines):
        match = _FOLLOWING_SERVICES.search(line.text)
        if match and not _ELSEWHERE.search(line.text[: match.start("list")]):
            yield from _named(reading, line, match, reading.lines[index + 1 : index + 1 + _MOST_SERVICES])
        elif line.clause.part is Part.ANNEX and _SERVICE_HEAD.match(line.text) and index + 1 < len(reading.lines):
            below = reading.lines[index + 1]
            items = tuple(takewhile(_is_item, reading.lines[index + 1 : index + 1 + _MOST_SERVICES]))
            named = tuple(item for one in items if (item := item_text(reading.original(one.start, one.end))))
            if len(named) >= _FEWEST and all(len(value.split()) <= _LONGEST_SERVICE for value in named):
                yield Candidate(
                    "processing.services", named, tuple((one.start, one.end) for one in items), Strength.INFERRED
                )
                continue
            values = tuple(
                listed(reading.original(below.start, below.end).replace("\n", " "), language=reading.language)
            )
            if values and all(len(value.split()) <= _LONGEST_SERVICE for value in values):
                yield Candidate("processing.services", values, ((below.start, below.end),), Strength.INFERRED)


def _is_item(line: ReadingLine) -> bool:
    return line.block.kind is BlockKind.ITEM and _CAPITAL_LABEL.match(line.text) is None


# "C. Doeleinden" heads what follows a list of "a.", "b.", "c.".
_CAPITAL_LABEL = lasting(r"^\W*[A-Z][.)] ")


def _named(
    reading: Reading, line: ReadingLine, match: re.Match[str], below: Sequence[ReadingLine]
) -> Iterator[Candidate]:
    """The services behind a colon, or in the short lines under it."""
    start, end = line.start + match.start("list"), line.start + match.end("list")
    values = (
        tuple(listed(reading.original(start, end).replace("\n", " "), language=reading.language)) if end > start else ()
    )
    places: tuple[tuple[int, int], ...] = ((start, end),)
    if not values:
        items = []
        for other in below:
            if other.block.kind is BlockKind.HEADING or len(other.text.split()) > _LONGEST_SERVICE:
                break
            items.append(other)
        values = tuple(item for one in items if (item := item_text(reading.original(one.start, one.end))))
        places = tuple((one.start, one.end) for one in items)
    if len(values) >= _FEWEST and all(len(value.split()) <= _LONGEST_SERVICE for value in values):
        yield Candidate("processing.services", values, places, Strength.INFERRED)


def _words(reading: Reading, sentence: Sentence, match: re.Match[str], group: str) -> str:
    start, end = sentence.start + match.start(group), sentence.start + match.end(group)
    return reading.original(start, end).replace("\n", " ")


# "Huidige en vroegere werknemers" are one kind of people.
_ONLY_SAYS_WHEN = AnyCase(
    r"^(?:uw |onze |de |your |the )?(?:huidige|vroegere|voormalige|gewezen|toekomstige|bestaande|nieuwe|oude|actieve|current|former|past|existing|future)$"
)


def _own_items(reading: Reading, sentence: Sentence, match: re.Match[str], group: str) -> tuple[str, ...]:
    words = _words(reading, sentence, match, group)
    items = listed(words, language=reading.language)
    if items and any(_ONLY_SAYS_WHEN.match(item) for item in items):
        items = [item_text(words)]
    return tuple(_ITS.sub("", item) for item in items if len(item.split()) <= _MOST_WORDS) if items else ()


def _inferred(topic: str, values: tuple[str, ...], sentence: Sentence, match: re.Match[str], group: str) -> Candidate:
    place = (sentence.start + match.start(), sentence.start + match.end(group))
    return Candidate(f"processing.{topic}", values, (place,), Strength.INFERRED)


RULES = (
    Rule(
        "processing-prose",
        ("processing.purposes", "processing.data_categories", "processing.data_subjects", "processing.services"),
        _prose,
    ),
)

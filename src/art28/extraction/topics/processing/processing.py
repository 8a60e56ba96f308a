"""Reading -> processing: purposes, data, people and services, the table of activities, special data, own purposes."""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.layout.blanks import in_placeholder
from art28.extraction.layout.boxes import ticked_in
from art28.extraction.layout.tables import items_in, tables
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.processing.data_of_people import parted
from art28.extraction.topics.processing.flat_tables import flat_categories, flat_fields, flat_tables
from art28.extraction.topics.processing.kinds import DATA, PEOPLE
from art28.extraction.topics.processing.listing import aims, by_infinitives, deeds, doings, item_text, label_of, listed
from art28.extraction.topics.processing.section_heads import label_topic
from art28.extraction.topics.processing.sections import Rank, Section, sections
from art28.extraction.topics.processing.tables import KEY_OF, Place, cells_listed, table_lists
from art28.extraction.words.search import AnyCase, sentences_with

_I = re.IGNORECASE


# "… of our students, staff and guests, we are the controller": a clause says something, and is no item of a list.
_A_CLAUSE = lasting(r"^(?:and )?(?:we|you|it|they|wij|wir|nous) (?:are|is|zijn|sind|sommes)\b", _I)


def _lists(reading: Reading) -> Iterator[Candidate]:
    """What the best passages list: tables and annexes before the body, lists before sentences."""
    found: dict[str, list[tuple[Rank, list[str], list[Place]]]] = {}
    for section in sections(reading):
        if section.special:
            continue
        values, places = values_of(reading, section)
        if values and not any(map(_A_CLAUSE.search, values)):
            found.setdefault(section.topic, []).append((section.rank, values, places))
    for table in tables(reading):
        for topic, rank, values, places in table_lists(reading, table):
            found.setdefault(topic, []).append((rank, values, places))
    for topic, rank, values, places in _flat_lists(reading):
        found.setdefault(topic, []).append((rank, values, places))
    for topic, passages in found.items():
        filled_in = [one for one in passages if not any(in_placeholder(reading.text, at) for at, _ in one[2])]
        if filled_in:
            yield from _best(f"processing.{topic}", filled_in)


def _flat_lists(reading: Reading) -> Iterator[tuple[str, Rank, list[str], list[Place]]]:
    """What tables list that lost their rules."""
    for table in flat_tables(reading):
        rank = Rank.ANNEX_TABLE if table.head.clause.part is Part.ANNEX else Rank.BODY_LIST
        for name in table.columns:
            if name in KEY_OF:
                yield (
                    KEY_OF[name],
                    rank,
                    *cells_listed(reading, table.column(name), split=name in ("data", "data_subjects")),
                )
    for head, names in flat_categories(reading):
        at = reading.lines.index(head)
        above = " ".join(line.text for line in reading.lines[max(0, at - 2) : at]) + " " + head.clause.heading
        if re.search(r"gegevens|\bdata\b(?! subject)", above, _I):
            yield "data_categories", Rank.ANNEX_TABLE, *cells_listed(reading, names, split=False)
    for label, value in flat_fields(reading, lambda words: label_topic(words, exactly=True) is not None):
        topic = label_topic(reading.text[label[0] : label[1]], exactly=True)
        values = _running(topic, " ".join(reading.original(*value).split()), reading.language) if topic else []
        if topic and values:
            yield topic, Rank.ANNEX_SENTENCE, values, [value]


def _best(key: str, passages: Sequence[tuple[Rank, list[str], list[Place]]]) -> Iterator[Candidate]:
    best = max(rank for rank, _, _ in passages)
    values: list[str] = []
    places: list[Place] = []
    for rank, own, where in passages:
        if rank is not best:
            continue
        places += where
        values += [value for value in own if value.lower() not in {known.lower() for known in values}]
    if values:
        strength = (
            Strength.EXPRESS
            if best in (Rank.SOLE_LIST, Rank.ANNEX_LIST, Rank.ANNEX_TABLE, Rank.BODY_LIST)
            else Strength.PASSING
        )
        yield Candidate(key, tuple(values), tuple(dict.fromkeys(places)), strength)


_PURPOSE_SAID = lasting(
    r"(?:geldt |gelden )?(?:met |hebben |heeft )?als (?:verwerkings)?doel(?:einden?|en|einde)?(?: geldt|"
    r" gelden)?:?\s+(?:om )?(?P<a>.+)|"
    r"\bdoel(?:einden?|en)? (?:van (?:de|deze) (?:gegevens)?verwerking(?: van (?:de )?persoonsgegevens)?|"
    r"hiervan)? ?(?:is|zijn|betreft)(?: uitsluitend)? (?:(?:twee|drie|vier|meer)ledig: )?(?:om )?(?P<b>.+)|"
    r"\bpurposes? of (?:the )?processing(?: of (?:the )?personal data)? (?:is|are)(?: solely)? (?:to )?(?P<c>.+)|"
    r"^[^.;:]{0,50}\bprocess(?:es)?\b(?: \([^)]{1,400}\))?[^.;:]{0,60}\bfor the (?:sole |limited )?purposes? of (?!the |this |these )(?P<d>.+)|"
    r"\bmet (?:als )?(?:het )?(?:enige )?doel (?:om )?(?!van |dat |waarvoor )(?P<e>[^.;:]{8,200})|"
    r"\b(?:persoons)?gegevens worden (?:\w+ )?verwerkt (?:voor|ten behoeve van|in het kader van) (?P<f>het .+)",
    _I,
)
_ENDS_PURPOSE = lasting(
    r",?\s+(?:in accordance with|in overeenstemming met|overeenkomstig|conform) (?:this|these|the|dit|deze|de) (?:\w+ ){0,3}(?:terms|agreement|dpa|addendum|\w*overeenkomst|\w*voorwaarden)\b|\s+en (?:volgens|overeenkomstig|conform|op basis van|op grond van|binnen) (?:\w+ ){0,3}?(?:instructie|opdracht|aanwijzing)\w*|\s+en (?:verdere|andere|overige|die) doeleinden|, ?en verdere|\s+(?:plus|"
    r"alsmede) die doeleinden|(?<=\w)[.;](?:\s|$)",
    _I,
)


def values_of(reading: Reading, section: Section) -> tuple[list[str], list[Place]]:
    """The values that a section lists, and where."""
    values: list[str] = []
    places: list[Place] = []
    for entry in section.entries:
        words = reading.original(entry.start, entry.end).replace("\n", " ")
        in_cell = reading.text[entry.start - 1 : entry.start] == "\t"
        items = items_in(reading, entry.start, entry.end) if in_cell else []
        ticked = ticked_in(words)
        own = (
            [value for value in map(item_text, ticked or items) if value]
            if ticked or items
            else _running(section.topic, words, reading.language)
            if entry.whole
            else _item(section.topic, words, reading.language, alone=len(section.entries) == 1)
        )
        if own:
            values += own
            places.append((entry.start, entry.end))
    return values, places


def _running(topic: str, words: str, language: str) -> list[str]:
    """The values in running text behind a head or a label."""
    if topic == "purposes":
        said = _PURPOSE_SAID.search(words)
        if not said and _SENTENCE.search(words):
            return []
        if not said and ";" in words:
            return listed(words, language=language)
        text = next(group for group in said.groups() if group) if said else words
        ends = _ENDS_PURPOSE.search(text)
        words_of_aim = text[: ends.start()] if ends else text
        listed_aims = aims(words_of_aim) or doings(words_of_aim) or by_infinitives(words_of_aim)
        if listed_aims:
            return listed_aims
        value = item_text(text[: ends.start()] if ends else text)
        return [value] if value else []
    sentence = re.split(r"(?<=\w)\.\s+(?=[A-Z])", words)[0]
    if topic == "data_subjects":
        sentence = _OF_WHOM.sub("", _DATA_OF.sub("", sentence))
    if topic == "data_categories" and (told := _PROCESSES_OF_THEM.match(sentence)):
        sentence = sentence[told.end() :]
    if topic == "data_categories" and (both := parted(sentence)):
        sentence = both[0]
    if re.match(r"^\W*\d{1,2}\.\d", sentence):
        return []
    if re.search(r"\((?:i|a|1)\)", sentence):
        return []
    opened = _opening(sentence)
    if _OF_PERSONS.match(sentence):
        return []
    labelled = label_of(sentence)
    if labelled and not opened:
        return [labelled]
    values = listed(sentence[opened:] if opened else sentence, language=language)
    return [] if any(_MODAL.search(value) or len(value.split()) > _LONGEST_KIND for value in values) else values


# "(Het betreft) gegevens van consumenten, van contactpersonen", "gegevens zoals in Bijlage 1, waaronder die van …": whose they are.
_DATA_OF = lasting(
    r"^\W*(?:de )?(?:persoons)?gegevens (?:zoals [^,.]{3,60}, (?:waaronder|te weten|namelijk|met name) (?:(?:die|(?:persoons)?gegevens) )?)?"
    r"(?:van|over) (?:de )?|(?<=, )van (?=\w)|(?<= en )van (?=\w)",
    _I,
)


# "(Over wie gaan de gegevens?) Over klanten en leden": the answer takes up the word of the question.
_OF_WHOM = lasting(r"^\W*(?:van|over|op|om) (?:de |uw |jouw |onze )?(?=\w[^:]*$)", _I)
# What answers a question about data by saying whose it takes first: "Van patiënten verwerken wij naam en adres".
_PROCESSES_OF_THEM = lasting(
    r"^\W*(?:van|over) [^.;:]{3,80}? (?:verwerk(?:t|en)|gebruik(?:t|en)|bewa(?:art|ren)|ontvang(?:t|en)) (?:(?:wij|we|ik)|(?:de )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,4}) (?:alleen |uitsluitend |daarvoor )?(?=\w)",
    _I,
)


def _opening(sentence: str) -> int:
    """Where the list begins in "De betrokkenen zijn onder meer klanten en personeel"; 0 where the text is the list."""
    if not _HEAD_WORDS.search(sentence.split(",")[0]):
        return 0
    matches = _OPENS_LIST.finditer(sentence[:_LONGEST_OPENING])
    return next((match.start() for match in matches if _HEAD_WORDS.search(sentence[: match.start()])), 0)


# "Van medewerkers: naam, functie. Van klanten: …": per_person.py takes these apart.
_OF_PERSONS = lasting(r"\W*(?:van|over|about|of|von) [^:.;]{3,60}: ", _I)
_MODAL = lasting(r"\b(?:may|shall|will|zal|zullen|mag|mogen|is determined)\b", _I)
_HEAD_WORDS = lasting(
    r"betrokkenen|persoonsgegevens|personen|data subjects?|personal data|\bdata\b|\bit\b|"
    r"betroffene|daten|personnes",
    _I,
)
_LONGEST_KIND = 28
_LONGEST_OPENING = 260
_OPENS_LIST = lasting(
    r"\b(?:include|includes|including|zoals(?! (?:die|dat|in|op|bedoeld|beschreven|vermeld))|waaronder|te weten|"
    r"namelijk|such as|limited to|betreft|betreffen|"
    r"zijn|omvat|omvatten)\b:?,? (?!niet|not)",
    _I,
)
_SENTENCE = lasting(
    r"^\W*(?:\d{1,2}\.\d|.{0,80}\b(?:verwerkt|verbindt|zal|zullen|mag|mogen|stelt|bepaalt|wordt|worden|shall|will|"
    r"may|processes|verarbeitet)\b)",
    _I,
)


# A sentence on who processes names no purpose by itself.
_TELLS_WHO = lasting(
    r"^(?!het verwerken\b)(?:de |the )?[\w ]{2,40}? (?:verwerkt|verwerken|processes|shall process)\b", _I
)


def _item(topic: str, words: str, language: str, *, alone: bool) -> list[str]:
    text = item_text(words)
    if not text:
        return []
    if topic == "purposes":
        return [] if _TELLS_WHO.match(text) else [text]
    label = label_of(text)
    if label and topic == "data_categories" and PEOPLE.search(label) and not DATA.search(label):
        return listed(text[len(label) :].lstrip(" *_:"), language=language)
    if label:
        return [label]
    parts = listed(text, language=language) if alone and not _BOUNDED.search(text) else [text]
    return parts if all(len(part.split()) <= 5 for part in parts) else [text]


# What follows the comma bounds the item: "location, only when lost".
_BOUNDED = AnyCase(
    r", (?:alleen|uitsluitend|slechts|enkel|indien|mits|voor zover|tenzij|behalve|only|if|where|when|insofar|in so far|unless|except|to the extent)\b"
)


_PURPOSE_SENTENCE = lasting(
    r"(?:met|heeft|hebben|geldt|gelden) als (?:verwerkings)?doel(?:einden?|en|einde)?:? (?P<a>[^.;:]{8,200})|"
    r"\b(?:[Hh]et )?[Dd]oel van de verwerking(?: van (?:de "
    r")?persoonsgegevens)? is (?:uitsluitend )?(?:om )?(?!\w+ledig\b)(?P<b>[^.;:]{8,200})|"
    r"\bpurposes? of (?:the )?processing(?: of (?:the )?personal data)? (?:is|"
    r"are) (?:solely )?(?:to )?(?P<c>[^.;:]{8,200})|"
    r"(?:only|solely|uitsluitend)[^.;:]{0,60}?(?:process|verwerk)\w*[^.;:]{0,60}?(?:for the (?:sole |"
    r"limited )?purposes? of|met als doel) (?P<d>[^.;:]{8,200})|"
    r"\bPROCESSOR\b[^.;:]{0,60}\bverwerk\w*\b[^.;:]{0,60}\bmet het (?:enige )?doel (?:om )?(?!van |dat |waarvoor )(?P<i>[^.;:]{8,200})|"
    r"PROCESSOR (?:verwerkt|verwerken) [^.;:]{8,160} van [^.;:]{4,80}? (?:alleen|uitsluitend|slechts|enkel) om (?P<j>[^.;:]{8,200}?)(?=[.;:]|$|,? en (?:alleen|uitsluitend|slechts|enkel) (?:in|op|na|volgens|voor zover)\b)|"
    r"\bverwerking (?:dient|strekt) (?:uitsluitend |alleen )?(?:tot|ertoe|voor) (?P<h>[^.;:]{8,200})|"
    r"(?:heeft|hebben) (?:slechts |uitsluitend |alleen )?tot doel:? (?:om )?(?P<f>[^.;:]{8,200})|"
    r"PROCESSOR (?:verwerkt|verwerken) (?:de )?(?:CONTROLLER )?\w*gegevens(?: van [^.;:]{0,40}?)? (?:alleen|uitsluitend|slechts) (?:voor|om) "
    r"(?!zover|zo |eigen|de duur|(?:de|het|een|die|deze|dat) doel|doel)(?P<g>[^.;:,]{8,160}?)(?=[.;:,]|$| en (?:alleen|uitsluitend|slechts|enkel) (?:in|op|na|volgens|voor zover)\b)|"
    r"PROCESSOR (?:zal |mag )?(?:verwerkt )?(?:de )?persoonsgegevens (?:alleen|uitsluitend|"
    r"slechts)(?: verwerken)? (?:voor|om) (?!zover|zo |(?:de|het|een|die|deze|dat) doel)(?P<e>[^.;:,]{8,120}?)(?=[.;:,]|$| en (?:alleen|uitsluitend|slechts|enkel) (?:in|op|na|volgens|voor zover)\b)",
    _I,
)


def _purposes_said(reading: Reading) -> Iterator[Candidate]:
    """Purposes stated in a sentence; they yield to a list."""
    for sentence in sentences_with(
        reading, "doel", "purpose", "verwerking dient", "verwerking strekt", "alleen", "uitsluitend", "slechts"
    ):
        if sentence.clause.part is Part.SIGNATURES or re.search(
            r"datalek|audit|geheim|SUBPROCESSOR", sentence.text, _I
        ):
            continue
        match = _PURPOSE_SENTENCE.search(sentence.text)
        if not match:
            continue
        group = next(name for name, value in match.groupdict().items() if value)
        start, end = sentence.start + match.start(group), sentence.start + match.end(group)
        text = reading.original(start, end).replace("\n", " ")
        ends = _ENDS_PURPOSE.search(text)
        text = text[: ends.start()] if ends else text
        value = item_text(text)
        if _CUT_OFF.search(text):
            continue
        values = tuple(aims(text) or doings(text)) or ((value,) if value else ())
        if values:
            yield Candidate("processing.purposes", values, ((sentence.start + match.start(), end),), Strength.PASSING)


# A line that breaks off before its noun.
_CUT_OFF = lasting(r"\b(?:de|het|een|van|voor|met|en|of|the|a|of|for|and)\s*$", _I)
_PROCESSED_FOR = lasting(
    r"\bverwerk\w*[^.:;]{0,160}:\s*(?P<list>het \w+(?:en|aan|oen|ien)\b[^.:]{20,400}|"
    r"(?<=in het kader van: )\((?:a|i|1)\) [^.:]{10,600}|(?<=ten behoeve van: )\((?:a|i|1)\) [^.:]{10,600})",
    re.IGNORECASE,
)


_AIMS = lasting(
    r"\b(?:doel(?:einden|en)|purposes|zwecke|finalités)\b(?P<between>[^.:;]{0,60}?)(?:\b(?:zijn|are|sind|sont)\b|:|(?<=pour finalités))\s*:?\s*"
    r"(?P<list>.{12,500}?)(?:\.(?=\s|$)|$)",
    _I,
)


def _aims_said(reading: Reading) -> Iterator[Candidate]:
    """Purposes that a sentence names one by one: "De doeleinden zijn: het a, het b en het c"."""
    for sentence in sentences_with(reading, "doeleinden", "doelen", "purposes", "zwecke", "finalités"):
        match = _AIMS.search(sentence.text)
        if not match or sentence.clause.part is Part.SIGNATURES or _NOT_ITS_PURPOSE.search(sentence.text):
            continue
        start, end = sentence.start + match.start("list"), sentence.start + match.end("list")
        values = aims(reading.original(start, end).replace("\n", " "))
        if len(values) > 1:
            yield Candidate("processing.purposes", tuple(values), ((sentence.start, sentence.end),), Strength.PASSING)


def _purposes_listed(reading: Reading) -> Iterator[Candidate]:
    """What the processing is for, behind a colon: "… verwerkt de gegevens …: het opslaan van x en het maken van y"."""
    for line in reading.lines:
        if "verwerk" not in line.text or ": " not in line.text or "PROCESSOR" not in line.text:
            continue
        match = _PROCESSED_FOR.search(line.text)
        if not match or _NOT_ITS_PURPOSE.search(line.text) or "PROCESSOR" not in line.text[: match.start("list")]:
            continue
        words = reading.original(line.start + match.start("list"), line.start + match.end("list")).replace("\n", " ")
        values = listed(words) if words.startswith("(") else deeds(words)
        if len(values) > 1:
            place = (line.start + match.start(), line.start + match.end())
            yield Candidate("processing.purposes", tuple(values), (place,), Strength.PASSING)


_NOT_ITS_PURPOSE = AnyCase(r"datalek|audit|geheim|SUBPROCESSOR|maatregel|\bniet\b")


RULES = (
    Rule("processing-lists", tuple(f"processing.{topic}" for topic in KEY_OF.values()), _lists),
    Rule("processing-purposes-said", ("processing.purposes",), _purposes_said),
    Rule("processing-aims-said", ("processing.purposes",), _aims_said),
    Rule("processing-purposes-listed", ("processing.purposes",), _purposes_listed),
)

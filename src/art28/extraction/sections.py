"""Reading -> the passages that list the data, the people and the purposes of the processing.

A list stands under a heading ("Soort persoonsgegevens"), after a lead-in ("voor de volgende doeleinden:"), behind a label
("Betrokkenen: klanten en personeel") or in a column of a table. What a breach report or a security measure lists is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Clause, Part
from art28.extraction.kinds import DATA, PEOPLE
from art28.extraction.search import AnyCase, word_set
from art28.extraction.tables import cells_of

_I = re.IGNORECASE
_TOPICS = (
    ("purposes", AnyCase(
                        r"\b(?:verwerkings)?doel(?:en|einden?|eindes|stelling(?:en)?)?\b|\bpurposes?\b|\bzwecke?\b|"
                        r"\bfinalités?\b")),
    ("data_subjects", AnyCase(
                        r"\bbetrokkenen?\b|\bdata ?subjects?\b|\bbetroffene\w*|personnes concernées|"
                        r"\bpersonen\b(?= (?:op wie|waarop|van wie|wier|over wie))|individuals")),
    ("data_categories", AnyCase(
                        r"\bpersoonsgegevens\b|\bpersonal ?data\b|customer (?:personal )?data|\bgegevens\b|"
                        r"personenbezogen\w* daten|datenkategorien|datenarten|(?:catégories|types) de données|"
                        r"\bdata\b(?! ?subject)")),
)  # fmt: skip
_HEADING_WORDS = word_set(
    """
    aard doel doelen doeleinde doeleinden verwerkingsdoel verwerkingsdoelen verwerkingsdoeleinden doelstelling doelstellingen van de het een der en of te in bij
    verwerking verwerkingen verwerken gegevensverwerking informatieverwerking soort soorten type types typen categorie categorieën categorieen groepen groep
    betrokkene betrokkenen persoonsgegevens persoonsgegeven gegevens overzicht specificatie omschrijving beschrijving lijst opsomming welke worden verwerkt
    verwerkte onderwerp omvang nature purpose purposes of the processing and personal data categories category kinds kind type data subject subjects customer
    processed details description scope subject-matter art zweck der verarbeitung kategorien betroffener personen betroffene arten personenbezogener daten
    personen over wie van mensen degenen op
    datenkategorien datenarten und finalités finalité personnes concernées catégories données nature sorten persoonsgegevens/betrokkenen individuals for whom
    """
)
_FOLLOWING = AnyCase(
    r"\b(?:deze(?= (?:persoons)?gegevens:| mensen:| personen:| doelen:)|volgende|navolgende|onderstaande|following|folgenden?|suivantes?)\b",
)
_ELSEWHERE = AnyCase(
    r"datalek|inbreuk|breach|incident|meld|beveilig|security|maatregel|measures|rechten|rights|verzoek|request|"
    r"sub-?verwerker|SUBPROCESSOR|sub-?processor|doorgifte|transfer|"
    r"audit|einde|beëindig|terminat|aansprakelijk|liab|geheim|confiden|bewaar|retention|definit|begrip|teruggave|"
    r"sub-?processing|unterauftrag|jurisdiction|clause|addend|delet|verwijder|lösch|self-certif|weisung|instruct|"
    r"instructie|scc|bijstand|assist|grondslag|technisch|organisat|hosting|locatie",
)
_REPORTS = AnyCase(
    r"for the purposes? of (?:the|this|these)|\bmeld|melding|notif|datalek|inbreuk|breach|"
    r"incident|verzoek|rechten|audit|geheim",
)
_LABEL_LINE = re.compile(
    r"^[\s*_•-]*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+|"
    r"[A-Za-z][.)]\s+)?(?P<label>[^:\t]{3,90}?)[*_]*\s*(?:\([^)]{0,40}\))?\s*[:\t][*_]*\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
_ITEM_MARK = re.compile(r"^[\s*_]*(?:[•●○▪■◦‣·−–—-]|o(?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])(?=\s|\*)")
_LONG_HEADING = 100
_LONGEST_LIST = 60
_LONGEST_LEAD_IN = 240
_LONGEST_REST = 80


class Rank(IntEnum):
    """How well a passage lists: an annex before the body, a list under its own head before a table, that before a sentence."""

    BODY_SENTENCE = 1
    ANNEX_SENTENCE = 2
    BODY_LIST = 3
    ANNEX_TABLE = 4
    ANNEX_LIST = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: `start:end` of the reading text; `whole` says that it is running text, to be taken apart."""

    start: int
    end: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The entries on one topic under one head."""

    topic: str
    rank: Rank
    entries: tuple[Entry, ...]
    special: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """What a line announces: the topic of its heading, of its lead-in, or what it lists behind its label."""

    topic: str | None
    leads_in: bool = False
    labelled: Entry | None = None


@lru_cache(maxsize=1)
def sections(reading: Reading) -> tuple[Section, ...]:
    """The passages on data, people and purposes, in order."""
    return tuple(_sections(reading))


def _sections(reading: Reading) -> Iterator[Section]:
    lines = reading.lines
    heads = [_head(line) for line in lines]
    for index, (line, head) in enumerate(zip(lines, heads, strict=True)):
        if head.topic is None and _is_place(line):
            yield from _said(line)
        if head.topic is None or not _is_place(line):
            continue
        annex = line.clause.part is Part.ANNEX
        if head.labelled:
            yield Section(head.topic, Rank.ANNEX_SENTENCE if annex else Rank.BODY_SENTENCE, (head.labelled,))
            continue
        entries = tuple(_collected(lines, heads, index))
        if not entries:
            continue
        lists = not entries[0].whole
        rank = (
            (Rank.ANNEX_LIST if lists else Rank.ANNEX_SENTENCE)
            if annex
            else (Rank.BODY_LIST if lists else Rank.BODY_SENTENCE)
        )
        yield Section(head.topic, rank, entries, bool(_SPECIAL.search(line.text)))


def _head(line: ReadingLine) -> _Head:
    labelled = _labelled(line)
    if labelled and line.text.rstrip(" *_").endswith(":"):
        return _Head(labelled[0], leads_in=True)
    if labelled:
        return _Head(labelled[0], labelled=labelled[1])
    announced = _announced(line)
    if announced:
        return _Head(announced[0], labelled=announced[1])
    topic = heading_topic(line)
    return _Head(topic) if topic else _Head(lead_in_topic(line), leads_in=True)


_SPECIAL = AnyCase(r"bijzonder|gevoelig|special categor|sensitive|besondere")


def _is_place(line: ReadingLine) -> bool:
    clause = line.clause
    if clause.part in (Part.SIGNATURES,):
        return False
    return not (_ELSEWHERE.search(clause.heading) and not _about_processing(clause.heading))


def _about_processing(heading: str) -> bool:
    return any(pattern.search(heading) for _, pattern in _TOPICS) and not _REPORTS.search(heading)


# Labels that ask, in an annex: "Whose: cardholders".
_PLAIN_LABELS = (
    ("data_subjects", AnyCase(r"(?:whose(?: data)?|von wem|wessen daten|de qui|van wie|over wie|who)$")),
    (
        "data_categories",
        AnyCase(
            r"(?:what(?: data)?|which data|welche daten|was|quelles données|wat|welke gegevens|gegevens|data|daten|données)$"
        ),
    ),
    ("purposes", AnyCase(r"(?:why|what for|wozu|wofür|pourquoi|waarom|waarvoor)$")),
)
# Heads that ask: "Van wie?", "Waarvoor?"
_PLAIN_HEADS = (
    ("data_subjects", AnyCase(r"(?:[\da-z]{1,2}[.)] )?(?:van|over) wie(?: (?:zijn|verwerken)[^.:]{0,30})?\??$")),
    ("data_categories", AnyCase(r"(?:[\da-z]{1,2}[.)] )?welke (?:persoons)?gegevens(?: [^.:]{0,30})?\??$")),
    ("purposes", AnyCase(r"(?:[\da-z]{1,2}[.)] )?waar(?:voor|om)(?: [^.:]{0,30})?\??$")),
)


def heading_topic(line: ReadingLine) -> str | None:
    """The topic of a heading that is made of the words such headings use, None for any other line."""
    text = line.text.strip(" :*_#")
    plain = next((topic for topic, pattern in _PLAIN_HEADS if pattern.match(text)), None)
    asked = next((topic for topic, pattern in _PLAIN_LABELS if pattern.match(text)), None)
    if not plain and asked and line.clause.part is Part.ANNEX and line.text.rstrip(" *_").endswith(":"):
        plain = asked
    if plain and not line.block.cells:
        return plain
    if (
        len(text) > _LONG_HEADING
        or line.block.cells
        or line.text.rstrip().endswith((".", ";", ","))
        or _REPORTS.search(text)
    ):
        return None
    text = re.sub(
        r"^(?:(?:artikel|article|bijlage|annex|appendix|"
        r"schedule)\s+)?[\dA-Za-zIVX]{1,4}(?:\.\d{1,2})*[.):]?\s*[-–:]?\s+(?=\w)",
        "",
        text,
        flags=_I,
    )
    words = re.findall(r"[\w/-]+", text.lower())
    known = sum(word in _HEADING_WORDS for word in words)
    if not words or known < len(words) - (1 if len(words) > 3 else 0):
        return None
    return _one_topic(text)


_KINDS_OF_DATA = AnyCase(
    r"persoonsgegevens|personal data|soort|type|categor|kategor|arten|catégor|kinds?|"
    r"customer data",
)


def _one_topic(text: str) -> str | None:
    """The only topic of `text`; purposes go with the nature of the processing, people before their data."""
    found = [name for name, pattern in _TOPICS if pattern.search(text)]
    if found == ["data_categories"] and not _KINDS_OF_DATA.search(text):
        return None
    if found == ["data_subjects", "data_categories"] and re.match(
        r"^(?:categorie\w*|groepen|categories|kategorien)? ?(?:van |of )?(?:betrokkenen?|"
        r"data subjects?)\b|^(?:personen|mensen|degenen) (?:over|van|op) wie\b",
        text,
        _I,
    ):
        return None if re.search(r"\b(?:en|and)\b", text) else "data_subjects"
    return found[0] if len(found) == 1 else None


_ANNOUNCES = AnyCase(
    r"in ieder geval|\bbetref(?:t|fen)\b|\bomvat(?:ten)?\b|\bzijn\b.{0,20}:$|\bare\b.{0,20}:$|"
    r"\binclude\b",
)


def lead_in_topic(line: ReadingLine) -> str | None:
    """The topic of a sentence that announces a list, named behind "volgende" where that word stands."""
    text = line.text.rstrip(" *_")
    if not text.endswith(":") or len(text) > _LONGEST_LEAD_IN or _REPORTS.search(text) or line.block.cells:
        return None
    sentence = re.split(r"(?<=[.;])\s+", text)[-1]
    following = _FOLLOWING.search(sentence)
    if following:
        spoken = sentence[following.end() : following.end() + 60]
        first = min(((m.start(), name) for name, pattern in _TOPICS if (m := pattern.search(spoken))), default=None)
        if first and (first[1] != "data_categories" or _KINDS_OF_DATA.search(spoken) or following[0] == "deze"):
            return first[1]
        return None
    if re.search(r"te weten:$|namelijk:$|namely:$|to wit:$", sentence, _I):
        return (
            "purposes" if re.search(r"uitsluitend|alleen|only|ten behoeve van|in het kader van", sentence, _I) else None
        )
    if _PROCESSED_FOR.search(sentence):
        return "purposes"
    return _one_topic(sentence) if _ANNOUNCES.search(sentence) else None


# "PROCESSOR processes the data in order to:" announces what for.
_PROCESSED_FOR = AnyCase(
    r"\bPROCESSOR\b[^.;:]{0,30}\b(?:verwerkt|verwerken|processes|process)\b[^.;:]{0,60}\b(?:\w*gegevens|data)\b[^.;:]{0,120}"
    r"\b(?:in het kader van|ten behoeve van|om|in order to|for the purposes? of)\s*:$"
)


def label_topic(label: str, *, exactly: bool = False) -> str | None:
    """The topic of a label that is made of the words such labels use, None for any other; one word may be another."""
    words = re.findall(r"[\w/-]+", label.lower())
    known = sum(word in _HEADING_WORDS for word in words)
    return _one_topic(label) if words and known >= len(words) - (1 if len(words) > 3 and not exactly else 0) else None


def _labelled(line: ReadingLine) -> tuple[str, Entry] | None:
    """ "Betrokkenen: klanten en personeel", in a line or in two cells."""
    match = _LABEL_LINE.match(line.text) if ":" in line.text or "\t" in line.text else None
    if not match or len(cells_of(line)) > 2:
        return None
    label = match["label"].strip(" *_")
    asked = next((topic for topic, pattern in _PLAIN_LABELS if pattern.match(label)), None)
    if asked and not (line.clause.part is Part.ANNEX or _known_kinds(match["rest"]) == asked):
        asked = None
    topic = asked or label_topic(label)
    return (topic, Entry(line.start + match.start("rest"), line.end, whole=True)) if topic else None


_ANNOUNCED = AnyCase(
    r"\b(?:(?:de )?volgende|deze|the following|these)\b(?P<kind>[^:.;\t]{2,60}):\s+(?P<list>\S[^\t]{8,600})$"
)
_CONCERNS = AnyCase(
    r"^[\W\d]*(?:[a-z][.)] )?(?:het|dit|it|this)(?: (?:betreft|concerns)| gaat(?: hierbij| daarbij)? om| (?:includes|comprises))(?: onder (?:meer|andere))?:?\s+"
    r"(?P<list>[^:\t]{8,600})$"
)
_CONCERNING = ("betreft", "gaat", "concerns", "includes", "comprises")
_PEOPLE_ANNOUNCED = AnyCase(r"betrokkenen|personen|mensen|data subjects|individuals|people")


def _announced(line: ReadingLine) -> tuple[str, Entry] | None:
    """ "De volgende groepen personen: klanten en personeel", or "Het betreft naam, adres en telefoonnummer", in running text."""
    if line.block.cells or not (": " in line.text or any(word in line.text[:60] for word in _CONCERNING)):
        return None
    if _REPORTS.search(line.text) or line.text.rstrip(" *_").endswith(":"):
        return None
    match = _ANNOUNCED.search(line.text) if ": " in line.text else None
    if match:
        topic = "data_subjects" if _PEOPLE_ANNOUNCED.search(match["kind"]) else _one_topic(match["kind"])
    else:
        match = _CONCERNS.match(line.text)
        topic = _known_kinds(match["list"]) if match else None
    return (topic, Entry(line.start + match.start("list"), line.end, whole=True)) if match and topic else None


_SAYS = tuple(
    (topic, AnyCase(pattern))
    for topic, pattern in (
        (
            "data_subjects",
            r"(?:^|[.;)] )(?:\d[\d.]* )?(?:die |les |de |the )?(?:betroffenen? personen|personnes concernées|betrokkenen|data subjects) "
            r"(?:sind|sont|zijn|are)(?: onder (?:meer|andere))?:? (?!ge\w+d\b|in\w* |informed|entitled|able|free|not |niet |berechtigt|verplicht|bound|required|made)(?P<list>[^.:;]{8,400})",
        ),
        ("data_categories", r"\b(?:données suivantes|folgenden? daten\w*) ?: ?(?P<list>[^.:;]{8,500})"),
        ("", r"\b(?:het|dit) gaat (?:dan |hierbij |daarbij )?om:? (?P<list>[^.:;]{8,400})"),
        (
            "",
            r"\b(?:gegevens|data) (?:hebben betrekking op|betreffen|van|relat(?:e|es|ing) to|concern(?:s|ing)?|of) (?P<list>[^.:;]{8,300})",
        ),
        ("", r"\b(?:de )?volgende gegevens\b[^.:;]{0,40}: ?(?P<list>[^.:;]{8,500})"),
    )
)


_OF_WHOM = AnyCase(r"(?:gegevens|data) (?!.{0,4}:)")


def _said(line: ReadingLine) -> Iterator[Section]:
    """What sentences within a paragraph list: those of the usual wording, and lists that the words in them make known."""
    if line.block.cells or _REPORTS.search(line.text):
        return
    rank = Rank.ANNEX_SENTENCE if line.clause.part is Part.ANNEX else Rank.BODY_SENTENCE
    for said, pattern in _SAYS:
        match = pattern.search(line.text)
        known = _known_kinds(re.sub(r"\([^()]*\)", "", match["list"])) if match else None
        if match and _OF_WHOM.match(match[0]) and known != "data_subjects":
            continue
        if match and (said or known):
            entry = Entry(line.start + match.start("list"), line.start + match.end("list"), whole=True)
            yield Section(said or known or "", rank, (entry,))


def _known_kinds(text: str) -> str | None:
    """The topic of a list that says none, by the words in it."""
    parts = re.split(r",| en | and ", text)
    if len(parts) < _FEWEST_KNOWN:
        return None
    for topic, words in (("data_categories", DATA), ("data_subjects", PEOPLE)):
        if 2 * sum(words.search(part) is not None for part in parts) > len(parts):
            return topic
    return None


_FEWEST_KNOWN = 3


def _collected(lines: tuple[ReadingLine, ...], heads: list[_Head], head: int) -> Iterator[Entry]:
    """The entries under the head: items, or the first paragraph."""
    clause = lines[head].clause
    found = counted = 0
    for index in range(head + 1, min(head + _LONGEST_LIST, len(lines))):
        line = lines[index]
        if _is_beyond(line, clause, found) or (heads[index].topic and (found or not heads[index].leads_in)):
            return
        if found and _NUMBERED.match(line.text) and not _NUMBERED.match(lines[head + 1].text):
            return
        number = _COUNTED.match(line.text)
        if found and number and int(number[1]) <= counted:
            return
        counted = int(number[1]) if number else counted
        if found and _LETTERED.match(line.text) and not _LETTERED.match(lines[head + 1].text):
            return
        is_item = line.block.kind is BlockKind.ITEM or bool(_ITEM_MARK.match(line.text))
        if line.text.rstrip(" *_").endswith(":") and not found:
            continue
        if is_item and not re.match(r"^\d{1,2}\.\d", line.text):
            found += 1
            yield Entry(line.start, line.end)
        elif found:
            if not (line.text[:1].islower() or line.text.startswith("(")) or len(line.text) > _LONGEST_REST:
                return
            yield Entry(line.start, line.end)
        elif line.block.kind is BlockKind.FIELD:
            yield from _fields(lines, index)
            return
        elif _looks_like_a_head(line.text) or _taken_apart(lines, index):
            return
        else:
            yield Entry(line.start, line.end, whole=True)
            return


def _is_beyond(line: ReadingLine, clause: Clause, found: int) -> bool:
    """Whether the list's own part of the document ends before this line."""
    if (
        line.clause.article != clause.article
        or line.clause.part is not clause.part
        or line.block.kind is BlockKind.HEADING
        or line.block.cells
    ):
        return True
    return bool(found and line.clause is not clause and line.clause.number)


_NUMBERED = re.compile(r"^\d{1,2}\.\s")
_LETTERED = re.compile(r"^[A-Z][.)]\s")
_COUNTED = re.compile(r"^\(?(\d{1,2})[.)]\s")


def _taken_apart(lines: tuple[ReadingLine, ...], index: int) -> bool:
    """Whether the line is a scrap of a table of which the extraction left only words: short lines without an end."""
    scraps = lines[index : index + 3]
    return len(scraps) > 1 and all(len(line.text) < 40 and not line.text.endswith((".", ",", ":")) for line in scraps)


def _looks_like_a_head(text: str) -> bool:
    """Whether a line is made of heading words, as the heads of a table are that the extraction took apart."""
    words = re.findall(r"[\w/-]+", text.lower())
    return len(words) < 12 and 2 * sum(word in _HEADING_WORDS for word in words) >= len(words)


def _fields(lines: tuple[ReadingLine, ...], first: int) -> Iterator[Entry]:
    """Lines that follow each other as "Label: what it holds", each an entry of its own."""
    for line in lines[first:]:
        if line.block.kind is not BlockKind.FIELD or line.clause is not lines[first].clause:
            return
        yield Entry(line.start, line.end)

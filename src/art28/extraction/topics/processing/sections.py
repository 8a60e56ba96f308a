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
from art28.extraction.topics.processing.kinds import DATA, PEOPLE
from art28.extraction.topics.processing.section_heads import (
    HEADING_WORDS,
    REPORTS,
    TOPICS,
    Entry,
    announced,
    heading_topic,
    known_kinds,
    label_topic,
    labelled,
    lead_in_topic,
)
from art28.extraction.words.search import AnyCase

_ELSEWHERE = AnyCase(
    r"datalek|inbreuk|breach|incident|meld|beveilig|security|maatregel|measures|rechten|rights|droits|betroffenenrecht|verzoek|request|"
    r"sub-?verwerker|SUBPROCESSOR|sub-?processor|doorgifte|transfer|"
    r"audit|einde|beëindig|terminat|aansprakelijk|liab|geheim|confiden|bewaar|retention|definit|begrip|teruggave|"
    r"sub-?processing|unterauftrag|jurisdiction|clause|addend|delet|verwijder|lösch|self-certif|weisung|instruct|"
    r"instructie|scc|bijstand|assist|grondslag|technisch|organisat|hosting|locatie",
)
_ITEM_MARK = re.compile(r"^[\s*_]*(?:[•●○▪■◦‣·−–—-]|o(?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])(?=\s|\*)")
_LONGEST_LIST = 60
_LONGEST_REST = 80


class Rank(IntEnum):
    """How well a passage lists: an annex before the body, a list under its own head before a table, that before a sentence; before all a list of what alone is meant."""

    BODY_SENTENCE = 1
    ANNEX_SENTENCE = 2
    BODY_LIST = 3
    ANNEX_TABLE = 4
    ANNEX_LIST = 5
    SOLE_LIST = 6


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
            yield from _by_kind(lines, heads, index)
        if head.topic is None or not _is_place(line):
            continue
        annex = line.clause.part is Part.ANNEX
        if head.labelled:
            rank = Rank.ANNEX_SENTENCE if annex else Rank.BODY_SENTENCE
            yield Section(head.topic, rank, (head.labelled,))
            yield from _behind(line, rank)
            if head.labelled.end < line.end - 1:
                yield from _said(line)
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
        if head.topic == "purposes" and head.leads_in and lists and len(entries) > 1 and _NO_OTHER.search(line.text):
            rank = Rank.SOLE_LIST
        yield Section(head.topic, rank, entries, bool(_SPECIAL.search(line.text)))


# Where a list says that it is the whole: "uitsluitend voor de volgende doeleinden:"
_NO_OTHER = AnyCase(
    r"\b(?:uitsluitend|alleen|slechts|enkel|only|solely|exclusively|ausschließlich|nur|uniquement|exclusivement)\b"
)


def _head(line: ReadingLine) -> _Head:
    found = labelled(line)
    if found and line.text.rstrip(" *_").endswith(":"):
        return _Head(found[0], leads_in=True)
    if found:
        return _Head(found[0], labelled=found[1])
    spoken = announced(line)
    if spoken:
        return _Head(spoken[0], labelled=spoken[1])
    topic = heading_topic(line)
    return _Head(topic) if topic else _Head(lead_in_topic(line), leads_in=True)


# "Persoonsgegevens: naam en adres. Betrokkenen: klanten en personeel.": labels that follow in the same line.
_NEXT_LABEL = re.compile(r"(?<=[.;] )(?P<label>[A-ZÀ-Þ][^.:;\t]{2,60}):\s+(?P<list>[^.:;\t]{4,300})")


def _behind(line: ReadingLine, rank: Rank) -> Iterator[Section]:
    if line.block.cells:
        return
    for match in _NEXT_LABEL.finditer(line.text):
        topic = label_topic(match["label"], exactly=True)
        if topic:
            entry = Entry(line.start + match.start("list"), line.start + match.end("list"), whole=True)
            yield Section(topic, rank, (entry,))


_SPECIAL = AnyCase(r"bijzonder|gevoelig|special categor|sensitive|besondere")


def _is_place(line: ReadingLine) -> bool:
    clause = line.clause
    if clause.part in (Part.SIGNATURES,):
        return False
    return not (_ELSEWHERE.search(clause.heading) and not _about_processing(clause.heading))


def _about_processing(heading: str) -> bool:
    named = _OF_PROCESSING.search(heading) or any(pattern.search(heading) for _, pattern in TOPICS)
    return bool(named) and not REPORTS.search(heading)


# "Instructions for the processing": what is processed, for all that it calls itself instructions.
_OF_PROCESSING = AnyCase(
    r"\binstructi(?:ons?|es) (?:for|on|regarding|voor|over) (?:the |de )?(?:data )?(?:processing|verwerking)|\bweisungen zur (?:daten)?verarbeitung\b"
)


_SAYS = tuple(
    (topic, AnyCase(pattern))
    for topic, pattern in (
        (
            "data_subjects",
            r"(?:^|[.;)] )(?:\d[\d.]* )?(?:die |les |de |the )?(?:(?:groepen|categorieën|soorten) (?:van )?betrokkenen|betroffenen? personen|personnes concernées|betrokkenen(?: in deze zin| hierbij| daarbij)?|data subjects) "
            r"(?:sind|sont|zijn|are)(?: onder (?:meer|andere))?:? (?!ge\w+d\b|in\w* |informed|entitled|able|free|not |niet |berechtigt|verplicht|bound|required|made|degenen|natuurlijke personen|personen op wie)(?P<list>[^.:;]{8,400})",
        ),
        (
            "data_categories",
            r"(?:^|[.;)] )(?:\d[\d.]* )?de (?:(?:soort(?:en)?|categorieën|types?|te verwerken|verwerkte) )+(?:van )?(?:te verwerken )?persoonsgegevens(?: die [^.:;]{0,50})? "
            r"(?:zijn|betreffen|omvatten|is|betreft|omvat)(?: onder (?:meer|andere)| in ieder geval)?:? (?!ge\w+d\b|in\w* |niet |alle )(?P<list>[^.:;]{8,400})",
        ),
        (
            "data_categories",
            r"\b(?:van (?:hen|deze personen)|of them|von ihnen) (?:verwerkt|verwerken|processes|verarbeitet) (?:de |the |der )?PROCESSOR:? (?P<list>[^.:]{8,500})",
        ),
        (
            "data_categories",
            r"(?:^|[.;)] )(?:\d[\d.]* )?(?:les |die )?(?:(?:catégories|types) de données(?: (?:traitées|personnelles|concernées|à caractère personnel))* (?:sont|comprennent)|"
            r"(?:arten|kategorien) (?:der )?(?:personenbezogene[nr]? )?daten sind) ?:? ?(?P<list>[^.:;]{8,400})",
        ),
        (
            "data_categories",
            r"(?:^|[.;)] )(?:\(?\d[\d.)]* )?(?:es werden |folgende (?:personenbezogenen? )?daten(?:arten)? werden |dabei werden )?verarbeitet(?: werden)?(?: dabei| insbesondere| folgende daten)?: ?(?P<list>[^.:;]{8,400})",
        ),
        ("", r"\bde verwerking betreft (?P<list>[^.:;]{8,400})"),
        ("data_categories", r"\b(?:données suivantes|folgenden? daten\w*) ?: ?(?P<list>[^.:;]{8,500})"),
        ("", r"\b(?:het|dit) gaat (?:dan |hierbij |daarbij )?om:? (?P<list>[^.:;]{8,400})"),
        (
            "",
            r"\b(?:(?:persoons)?gegevens|data) (?:hebben betrekking op|betreffen|van|relat(?:e|es|ing) to|concern(?:s|ing)?|of) (?P<list>[^.:;]{8,300})",
        ),
        (
            "",
            r"\b(?:daarin|hierin|daarbij|hierbij) (?:staan|staat|zitten|zit|horen|hoort|leggen PROCESSOR vast)(?: onder (?:meer|andere))?:? (?P<list>[^.:;]{8,400})",
        ),
        ("", r"\b(?:de )?(?:na)?volgende (?:persoons)?gegevens\b[^.:;]{0,40}: ?(?P<list>[^.:;]{8,500})"),
    )
)


_OF_WHOM = AnyCase(r"(?:gegevens|data) (?!.{0,4}:)")


def _said(line: ReadingLine) -> Iterator[Section]:
    """What sentences within a paragraph list: those of the usual wording, and lists that the words in them make known."""
    if line.block.cells or REPORTS.search(line.text):
        return
    rank = Rank.ANNEX_SENTENCE if line.clause.part is Part.ANNEX else Rank.BODY_SENTENCE
    for said, pattern in _SAYS:
        match = pattern.search(line.text)
        known = known_kinds(re.sub(r"\([^()]*\)", "", match["list"])) if match else None
        if match and _OF_WHOM.match(match[0]) and known != "data_subjects":
            continue
        if match and (said or known):
            entry = Entry(line.start + match.start("list"), line.start + match.end("list"), whole=True)
            yield Section(said or known or "", rank, (entry,))


# A lead-in that names no topic: "Meestal gaat het om:", after a word on data or processing.
_ON_DATA = AnyCase(r"gegevens|\bdata\b|verwerk|process|\bdonnées\b|\bdaten\b")
# "PROCESSOR zal:", "PROCESSOR verplicht zich ertoe:": what follows are duties, whatever data they mention.
_DUTIES_FOLLOW = AnyCase(
    r"\b(?:zal|zullen|moet|moeten|mag|mogen|dient|dienen|garandeert|waarborgt|zorgt(?: (?:er|ervoor|dat))*|belooft|shall|will|must|may|agrees|undertakes|wird|muss|s'engage|doit)"
    r"(?: (?:daarom|daarbij|tevens|ook|in ieder geval|ten minste|minimaal|niet|at all times|at least|not|to|à))*\W*$|"
    r"\b(?:verplicht|verbindt|verpflichtet) (?:zich|sich)(?: (?:ertoe|er toe|dazu|om|tot|jegens \w+))*\W*$|^[\W\d]*(?:de |the )?(?:PROCESSOR|CONTROLLER)\W*$"
)
_FEWEST_OF_KIND = 3


def _by_kind(lines: tuple[ReadingLine, ...], heads: list[_Head], head: int) -> Iterator[Section]:
    """A list whose lead-in names no topic, known by what most of its items are."""
    line = lines[head]
    if line.block.cells or not line.text.rstrip(" *_").endswith(":") or REPORTS.search(line.text):
        return
    if not _ON_DATA.search(f"{line.text} {line.clause.heading}") or _DUTIES_FOLLOW.search(line.text):
        return
    entries = tuple(_collected(lines, heads, head))
    if len(entries) < _FEWEST_OF_KIND or entries[0].whole:
        return
    texts = [other.text for other in lines[head + 1 : head + 1 + len(entries)]]
    for topic, words in (("data_categories", DATA), ("data_subjects", PEOPLE)):
        if _MOST_KNOWN * len(texts) <= sum(words.search(text) is not None for text in texts):
            rank = Rank.ANNEX_SENTENCE if line.clause.part is Part.ANNEX else Rank.BODY_SENTENCE
            yield Section(topic, rank, entries)
            return


_MOST_KNOWN = 0.75


def _collected(lines: tuple[ReadingLine, ...], heads: list[_Head], head: int) -> Iterator[Entry]:
    """The entries under the head: items, or the first paragraph."""
    clause = own = lines[head].clause
    found = counted = 0
    for index in range(head + 1, min(head + _LONGEST_LIST, len(lines))):
        line = lines[index]
        # Under a heading, a list may stand within the first numbered paragraph.
        own = own if found or line.clause.article != clause.article else line.clause
        if _is_beyond(line, own, found) or (heads[index].topic and (found or not heads[index].leads_in)):
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
        else:
            yield from _unmarked(lines, heads, index)
            return


def _unmarked(lines: tuple[ReadingLine, ...], heads: list[_Head], first: int) -> Iterator[Entry]:
    """The entries that begin in a line without a mark: labelled lines, lines stacked below their head, or one paragraph."""
    line = lines[first]
    if line.block.kind is BlockKind.FIELD:
        yield from _fields(lines, first)
    elif stack := _stacked(lines, heads, first):
        yield from (Entry(other.start, other.end) for other in stack)
    elif not (_looks_like_a_head(line.text) or _taken_apart(lines, first)):
        yield Entry(line.start, line.end, whole=True)


def _is_beyond(line: ReadingLine, clause: Clause, found: int) -> bool:
    """Whether the list's own part of the document ends before this line."""
    if (
        line.clause.article != clause.article
        or line.clause.part is not clause.part
        or line.block.kind is BlockKind.HEADING
        or line.block.cells
    ):
        return True
    return bool(found and line.clause is not clause and line.clause.number and not _COUNTED_ITEM.match(line.text))


_NUMBERED = re.compile(r"^\d{1,2}\.\s")
# "1. the planning of routes;": a number before a small letter divides a list, no article.
_COUNTED_ITEM = re.compile(r"^[\s*_]*\(?\d{1,2}[.)]\s+[a-zà-ÿ]")
_LETTERED = re.compile(r"^[A-Z][.)]\s")
_COUNTED = re.compile(r"^\(?(\d{1,2})[.)]\s")


# A head on a line of its own with its items right below it, and a blank line before the next head.
_LONGEST_ITEM = 110
_FEWEST_HEADS = 2


def _stacked(lines: tuple[ReadingLine, ...], heads: list[_Head], first: int) -> tuple[ReadingLine, ...]:
    """The lines from `first` down to the next blank line, where each is an item below the head right above them."""
    head = lines[first - 1]
    if heads[first - 1].topic is None or not _is_right_below(lines, first) or _is_right_below(lines, first - 1):
        return ()
    stack = [lines[first]]
    while first + len(stack) < len(lines) and _is_right_below(lines, first + len(stack)):
        stack.append(lines[first + len(stack)])
    inside = range(first, first + len(stack))
    if any(heads[index].topic for index in inside) or not all(map(_may_be_an_item, stack)):
        return ()
    alike = sum(
        heads[index].topic is not None and not heads[index].leads_in
        for index, other in enumerate(lines)
        if other.clause is head.clause
    )
    if len(stack) <= 1 or (alike < _FEWEST_HEADS and not _are_of(heads[first - 1].topic, stack)):
        return ()
    return tuple(stack)


def _are_of(topic: str | None, stack: list[ReadingLine]) -> bool:
    """Whether three or more lines are of the kind that a head announces, most of them by a known word."""
    words = {"data_categories": DATA, "data_subjects": PEOPLE}.get(topic or "")
    return (
        words is not None
        and len(stack) >= _FEWEST_OF_KIND
        and _MOST_KNOWN * len(stack) <= sum(words.search(line.text) is not None for line in stack)
    )


def _is_right_below(lines: tuple[ReadingLine, ...], index: int) -> bool:
    """Whether a line stands in the clause of the one before it, with no blank line between."""
    here, above = lines[index], lines[index - 1]
    return (
        index > 0
        and here.clause is above.clause
        and here.block.kind is above.block.kind is BlockKind.PARAGRAPH
        and here.block.page == above.block.page
        and here.block.span.start - above.block.span.end == 1
    )


def _may_be_an_item(line: ReadingLine) -> bool:
    return len(line.text) <= _LONGEST_ITEM and not line.text.rstrip().endswith((".", ":", "?"))


def _taken_apart(lines: tuple[ReadingLine, ...], index: int) -> bool:
    """Whether the line is a scrap of a table of which the extraction left only words: short lines without an end."""
    scraps = lines[index : index + 3]
    return len(scraps) > 1 and all(len(line.text) < 40 and not line.text.endswith((".", ",", ":")) for line in scraps)


def _looks_like_a_head(text: str) -> bool:
    """Whether a line is made of heading words, as the heads of a table are that the extraction took apart."""
    words = re.findall(r"[\w/-]+", text.lower())
    return len(words) < 12 and 2 * sum(word in HEADING_WORDS for word in words) >= len(words)


def _fields(lines: tuple[ReadingLine, ...], first: int) -> Iterator[Entry]:
    """Lines that follow each other as "Label: what it holds", each an entry of its own."""
    for line in lines[first:]:
        if line.block.kind is not BlockKind.FIELD or line.clause is not lines[first].clause:
            return
        yield Entry(line.start, line.end)

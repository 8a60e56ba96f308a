"""Reading -> the sub-processors that the agreement lists, from tables, labelled blocks, items and short descriptions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from art28.agreement.model import Record
from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.extraction.countries import first_place, places_in
from art28.extraction.rule import Candidate, Rule

_SUB = re.compile(
    r"sub-? ?(?:ver|be)werker|sub-? ?processor|onderaannemer|subcontractor|unterauftrag|"
    r"subunternehm|sous-traitants? ult",
    re.IGNORECASE,
)
_COLUMNS = {
    "established_in": re.compile(
        r"vestig|gevestigd|statutai|registered|seat|established|incorporat|hauptsitz|\bsitz\b|"
        r"si[èe]ge",
        re.IGNORECASE,
    ),
    "processing_in": re.compile(
        r"verwerkings?(?:plaats|land|locatie)|locati|land\b|landen|plaats|regio|country|countries|"
        r"data-?cent|hosting|standort|\bort\b|lieu|pays|localisation|waar\b|opslag",
        re.IGNORECASE,
    ),
    "service": re.compile(
        r"dienst|service|waarvoor|activi|werkzaamheden|doel|purpose|functie|beschrijving|"
        r"omschrijving|description|zweck|leistung|t[âa]che|categorie|soort|rol\b|role|taak|finalit|"
        r"function|verwerking$",
        re.IGNORECASE,
    ),
    "name": re.compile(
        r"sub-?\s?(?:ver|be)werker|sub-?\s?processor|naam|name|leverancier|partij|bedrijf|"
        r"onderaannemer|unterauftrag|sous-traitant|entity|entiteit|vendor|supplier|derde|"
        r"organisatie|verwerker|firma|soci[ée]t[ée]",
        re.IGNORECASE,
    ),
}
_BLANK = re.compile(
    r"^[\s._…\-–\[\]{}<>]*$|^\W*(?:n\.?v\.?t\.?|geen|none|n/?a|in te vullen.*|\[.*\]|\{\{.*|…*)\W*$", re.IGNORECASE
)
_LABEL = re.compile(
    r"^[\s*_-]*(?P<label>naam|name|sub-?verwerker|sub-?processor|categorie|dienst(?:en|"
    r"verlening)?|service|activiteit(?:en)?|doel|verwerkingsland(?:en)?|vestigingsland|"
    r"vestigingsplaats|land van verwerking|land van vestiging|locatie|location|country|"
    r"processing location|established in|land)[\s*_]*(?::|\t|"
    r"\s(?=[A-Z0-9]))[\s*_]*(?P<value>.*)$",
    re.IGNORECASE,
)
_LABELS = (
    ("name", re.compile(r"naam|name|sub", re.IGNORECASE)),
    ("established_in", re.compile(r"vestig|established", re.IGNORECASE)),
    ("service", re.compile(r"categorie|dienst|service|activit|doel", re.IGNORECASE)),
    ("processing_in", re.compile(r"verwerk|locati|country|land", re.IGNORECASE)),
)


@dataclass(slots=True)
class _Entry:
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


def _list(reading: Reading) -> Iterator[Candidate]:
    for read in (_from_tables, _from_blocks, _from_flat_tables, _from_items, _from_descriptions):
        entries = _merged(read(reading))
        if entries:
            records = tuple(entry.record() for entry in entries)
            passages = tuple(dict.fromkeys(p for entry in entries for p in entry.passages))
            yield Candidate("subprocessors.list", records, passages)
            return


def _merged(entries: Iterator[_Entry]) -> tuple[_Entry, ...]:
    """One entry a name: what a second row adds to the first is taken over."""
    found: dict[str, _Entry] = {}
    for entry in entries:
        key = re.sub(r"\W+", "", entry.name.lower())
        first = found.setdefault(key, entry)
        if first is not entry:
            first.passages += entry.passages
            if entry.service and first.service and entry.service not in first.service:
                first.service = f"{first.service}; {entry.service}"
            if entry.processing_in:
                first.processing_in = tuple(dict.fromkeys((*(first.processing_in or ()), *entry.processing_in)))
    return tuple(found.values())


def _from_tables(reading: Reading) -> Iterator[_Entry]:
    rows = [line for line in reading.lines if line.block.kind is BlockKind.TABLE_ROW and line.block.cells]
    for _, group in groupby(rows, key=lambda line: line.block.table):
        table = tuple(group)
        header = _cells(reading, table[0])
        columns = _columns(header)
        if "name" not in columns or len(columns) < 2 or not _lists_subs(reading, table[0], header[columns["name"]]):
            continue
        for row in table[1:]:
            entry = _entry(_cells(reading, row), columns)
            if entry:
                entry.passages.append((row.start, row.end))
                yield entry


def _cells(reading: Reading, line: ReadingLine) -> tuple[str, ...]:
    return tuple(" ".join(cell.replace("*", "").split()) for cell in reading.original(line.start, line.end).split("\t"))


def _columns(header: Sequence[str]) -> Mapping[str, int]:
    """The place of each field among the columns; each column is one field, each field one column."""
    found: dict[str, int] = {}
    for number, title in enumerate(header):
        for name, words in _COLUMNS.items():
            if name not in found and words.search(title) and len(title) < 70:
                found[name] = number
                break
    if "name" not in found and header and header[0]:
        return {}
    return found


def _lists_subs(reading: Reading, header: ReadingLine, title: str) -> bool:
    """Whether the table lists sub-processors: its name column says so, or what stands right above it does."""
    if _SUB.search(title):
        return True
    above = reading.text[max(0, header.start - 250) : header.start]
    return "SUBPROCESSOR" in above or _SUB.search(header.clause.heading) is not None


def _entry(cells: Sequence[str], columns: Mapping[str, int]) -> _Entry | None:
    def cell(name: str) -> str | None:
        at = columns.get(name)
        text = cells[at] if at is not None and at < len(cells) else ""
        return None if _BLANK.match(text) else text

    name = cell("name")
    if name is None or len(name) > 90 or _SUB.fullmatch(name):
        return None
    entry = _Entry(name, cell("service"))
    seat, place = cell("established_in"), cell("processing_in")
    entry.established_in = next(iter(places_in(seat)), None) if seat else None
    entry.processing_in = places_in(place) or None if place else None
    return entry


def _from_blocks(reading: Reading) -> Iterator[_Entry]:
    """Blocks of labelled lines: a name, then what is said of it."""
    entry: _Entry | None = None
    labels = 0
    near: str | None = None
    for line in reading.lines:
        text = reading.original(line.start, line.end)
        match = _LABEL.match(text)
        if _SUB.search(text) and not match:
            near = line.clause.heading
        if match is None:
            continue
        kind = next(name for name, words in _LABELS if words.search(match["label"]))
        value = " ".join(match["value"].split())
        if kind == "name":
            if entry is not None and labels:
                yield entry
            entry = (
                _Entry(value, passages=[(line.start, line.end)])
                if near == line.clause.heading and value and not _BLANK.match(value)
                else None
            )
            labels = 0
        elif entry is not None:
            labels += 1
            entry.passages.append((line.start, line.end))
            if kind == "service":
                entry.service = value
            elif kind == "established_in":
                entry.established_in = next(iter(places_in(value)), None)
            else:
                entry.processing_in = places_in(value) or None
    if entry is not None and labels:
        yield entry


_ITEM = re.compile(
    r"^[\s*_]*(?:[-•●▪■◦‣·o]|\(?[a-z0-9]{1,2}[.)])\s+(?P<name>[*_]{0,2}[A-Z0-9][^:;|"
    r"]{1,60}?)[*_]{0,2}\s*(?::|\s[-–]\s|,\s|\()\s*(?P<rest>.{3,220})$"
)
_LEAD = re.compile(r"(?:SUBPROCESSOR)[^.;]{0,140}:\s*$")


def _from_items(reading: Reading) -> Iterator[_Entry]:
    """Items under a lead-in that announces sub-processors: a name, what it does, and where."""
    listing = False
    for line in reading.lines:
        if _LEAD.search(line.text.replace("*", "")):
            listing = True
            continue
        match = _ITEM.match(reading.original(line.start, line.end)) if listing else None
        if match is None:
            listing = listing and not line.text.strip()
            continue
        service = re.split(r"\s*[(;]", match["rest"])[0].strip(" .*")
        name = match["name"].strip(" *_")
        yield _Entry(name, service or None, None, places_in(match["rest"]) or None, [(line.start, line.end)])


_FORM = r"(?:B\.V\.|N\.V\.|C\.V\.|V\.O\.F\.|U\.A\.|BV|Pvt\. Ltd\.|Ltd\.?|Limited|Inc\.?|LLC|PBC|GmbH|AG|SARL|SRL|SAS|S\.A\.|NV|Oy|AB|A/S|ApS|Corp(?:oration|\.)?)"
_FLAT_NAME = re.compile(
    rf"(?:(?<=\s)|^)(?P<name>[A-Z][\w&'-]*(?: (?:[A-Z&][\w&'.-]*|en|of)){{0,5}},? {_FORM})(?=\s|,|$)"
)
_FLAT_HEADER = re.compile(
    r"(?:sub-?verwerker|sub-?processor|naam|name|leverancier|\w+leverancier|partij)\w*[^.;]{0,60}?"
    r"(?:dienst|service|werkzaamheden|activit|doel|purpose|omschrijving)\w*[^.;]{0,60}?(?:land|gevestigd|vestig|established|plaats|locati|opslag|country)",
    re.IGNORECASE,
)
_FLAT_LENGTH = 200
_FEWEST_ROWS = 2
_LISTED = re.compile(
    r"sub-? ?(?:ver|be)werk|sub-? ?process|leverancier|inschakel|ingeschakeld|derden|onderaannem|sub-?contract",
    re.IGNORECASE,
)


def _from_flat_tables(reading: Reading) -> Iterator[_Entry]:
    """Tables that lost their rules: in an annex, a company, what it does, and one or two places, row after row."""
    annexes = (line for line in reading.lines if line.clause.part is Part.ANNEX and not line.block.cells)
    for heading, group in groupby(annexes, key=lambda line: line.clause.heading):
        lines = tuple(group)
        text = " ".join(_folded(reading, line) for line in lines)
        header = _FLAT_HEADER.search(text)
        if header is None and not _LISTED.search(heading):
            continue
        if header is not None and not (
            _SUB.search(text[: header.end()]) or _LISTED.search(heading + text[: header.start()])
        ):
            continue
        rows = [row for line in lines for row in _flat_rows(reading, line)]
        if len(rows) >= _FEWEST_ROWS:
            yield from rows
            return


def _flat_rows(reading: Reading, line: ReadingLine) -> Iterator[_Entry]:
    text = _folded(reading, line)
    names = list(_FLAT_NAME.finditer(text))
    for number, name in enumerate(names):
        end = names[number + 1].start() if number + 1 < len(names) else min(len(text), name.end() + _FLAT_LENGTH)
        entry = _flat_entry(name["name"], text[name.end() : end], line)
        if entry.told():
            yield entry


def _folded(reading: Reading, line: ReadingLine) -> str:
    return " ".join(reading.original(line.start, line.end).split())


def _flat_entry(name: str, rest: str, line: ReadingLine) -> _Entry:
    """The row of `name`: two places one after the other are its seat and where it processes, one is the latter."""
    entry = _Entry(name, passages=[(line.start, line.end)])
    first = first_place(rest)
    if first is None:
        return entry
    start, end = first
    entry.service = re.sub(r"\s(?:the|de|het)$", "", rest[:start].strip(" ,;:-")) or None
    second = first_place(rest[end:])
    if second is not None and not rest[end : end + second[0]].replace("the", "").strip():
        entry.established_in = next(iter(places_in(rest[start:end])), None)
        entry.processing_in = places_in(_before_other_columns(rest[end:])) or None
    else:
        entry.processing_in = places_in(_before_other_columns(rest[start:])) or None
    return entry


def _before_other_columns(text: str) -> str:
    return re.split(r"\b(?:n\.v\.t\.|not applicable|n/a|SCC|DPF|adequa|model|standaard)", text)[0]


_COMPANY = re.compile(
    r"\b(?:B\.?V\.?|N\.?V\.?|Inc\.?|LLC|Ltd\.?|LTD|GmbH|Corporation|Corp\.?|Limited|SARL|SAS|"
    r"S\.A\.|AG|PBC|Oy|AB)\b"
)
_SEAT = re.compile(
    r"\b(?:is|zijn|are) (?:statutair )?(?:gevestigd|established|based|located|ansässig)\b|"
    r"\bwith (?:its )?registered (?:seat|office)\b"
)
_DATA_PLACE = re.compile(
    r"\bdata-?cent\w+|\bservers?\b|\bback-?ups?\b|\bopgeslagen\b|\bverwerk\w*|\bhosted\b|"
    r"\bgehost\b|\bstored\b",
    re.IGNORECASE,
)
_USED_FOR = re.compile(
    r"\b(?:voor (?:onze|de|het|ons) (?P<purpose>[^.]{3,60}?) (?:maken wij |wij )?gebruik|"
    r"gebruik van (?:de |het )?(?P<means>[^.]{3,60}?) van\b|ondergebracht bij (?:de |"
    r"het )?(?P<host>[^.]{3,60})|for (?:our |the )?(?P<english>[^.]{3,60}?)(?:\.|,|$))"
)
_NAME_LINE = re.compile(r"^[A-Z0-9][\w&.,' -]{1,58}$")


def _from_descriptions(reading: Reading) -> Iterator[_Entry]:
    """Short descriptions under names: a line with a name, then sentences that say what it does and where it is."""
    lines = reading.lines
    start = next((n for n, line in enumerate(lines) if _LEAD.search(line.text.replace("*", ""))), None)
    if start is None:
        return
    entry: _Entry | None = None
    for line in lines[start + 1 :]:
        text = " ".join(reading.original(line.start, line.end).split())
        if (
            re.match(r"[A-Z0-9][.)]\s", text)
            or line.block.kind is BlockKind.HEADING
            or line.clause.heading != lines[start].clause.heading
        ):
            break
        if _is_name(text):
            if entry is not None and entry.told():
                yield entry
            entry = _Entry(text.strip(), passages=[(line.start, line.end)])
        elif entry is not None and _speaks_of(text, entry):
            entry.passages.append((line.start, line.end))
            _describe(entry, text)
    if entry is not None and entry.told():
        yield entry


def _is_name(text: str) -> bool:
    return (
        bool(_NAME_LINE.match(text))
        and len(text.split()) <= 6
        and (not text.endswith(".") or bool(_COMPANY.search(text)))
    )


def _speaks_of(text: str, entry: _Entry) -> bool:
    first = re.sub(r"\W", "", entry.name.split()[0]).lower()
    return first in re.sub(r"[^\w]", "", text).lower() or entry.service is not None or len(entry.passages) > 1


def _describe(entry: _Entry, text: str) -> None:
    """Take what `text` says of a sub-processor over into `entry`."""
    for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", text):
        if _SEAT.search(sentence) and not _DATA_PLACE.search(sentence):
            entry.established_in = entry.established_in or next(iter(places_in(sentence)), None)
        elif _DATA_PLACE.search(sentence):
            entry.processing_in = tuple(dict.fromkeys((*(entry.processing_in or ()), *places_in(sentence)))) or None
        used = _USED_FOR.search(sentence)
        if used and entry.service is None:
            entry.service = next(value for value in used.groupdict().values() if value).strip()


RULES = (Rule("sub-processor-list", ("subprocessors.list",), _list),)

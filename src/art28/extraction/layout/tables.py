"""Reading -> its tables: what stands under which heading, row by row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from art28.agreement.passages import Reading, ReadingLine
from art28.document.pattern import lasting

_COLUMNS = (
    (
        "sub_processor",
        r"SUBPROCESSOR|sub-?verwerker|sub-?processor|ontvanger|recipient|hulp van\b|unterauftrag|sous-traitant|destinataire|empfänger",
    ),
    (
        "retention",
        r"bewaar|^bewaren\b|^hoe lang|retention|retain|kept|storage period|aufbewahr|lösch|speicher(?:dauer|frist)|wie lange|conservation|durée|verwijder(?:ing|termijn)",
    ),
    (
        "data_subjects",
        r"^(?:dit )?betref(?:t|fen) (?:de )?(?:persoons)?gegevens van\b|^(?:persoons)?gegevens van\W*$|^(?:personal )?data of\W*$|"
        r"^(?:van|over) wie\b|^groep(?:en)?$|^doelgroep(?:en)?$|^groups?$|^personengruppe\w*$|^whose\b|^von wem\b|^wessen\b|^whose data\b|^whom\b|^de qui\b|betrokkene|data ?subject|betroffene|personnes",
    ),
    ("purpose", r"^waar(?:voor|om)\b|^why\b|^wozu\b|^pourquoi\b|\bdoel|purpose|zweck|finalité|doeleinde"),
    (
        "data",
        r"persoonsgegeven|personal data|soort(?:en)? gegevens|type gegevens|"
        r"categorie(?:ën)? (?:van )?gegevens|^gegevens$|^data$|categories of data|datenart|données|"
        r"personenbezogen|^welke gegevens\b|^welche daten\b|art(?:en)? (?:der |von )?daten|daten(?:kategorie|art)|^daten$|^informations$|^which data\b",
    ),
    (
        "service",
        r"dienst|service|gegevensverwerking|verwerkingsactiviteit|activiteit|activity|^verwerking(?:en)?$|"
        r"product|applicatie|systeem|proces\b|leistung|werkzaamhe|onderdeel|\bmodule?\b|prestation|activit|^taak|^taken$|tätigkeit|"
        r"^verarbeitung(?:en)?$|^traitements?$|^processing(?: activity)?$",
    ),
)

_HEADS = tuple((name, lasting(words, re.IGNORECASE)) for name, words in _COLUMNS)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the line of its heads, what each column holds (by index), and its rows."""

    head: ReadingLine
    columns: Mapping[int, str]
    rows: tuple[ReadingLine, ...]


def cells_of(line: ReadingLine) -> list[tuple[str, int, int]]:
    """The cells of a row with their ranges in the reading text."""
    found: list[tuple[str, int, int]] = []
    at = line.start
    for cell in line.text.split("\t"):
        found.append((cell, at, at + len(cell)))
        at += len(cell) + 1
    return found


# What a line of a cell begins anew with, and what shows that it breaks off.
_ANEW = re.compile(r"[A-ZÀ-Þ•]|\d{1,2}[.)] ")
_BREAKS_OFF = re.compile(
    r"(?:[,;:(&/-]|\b(?:de|het|een|van|en|of|aan|bij|voor|in|met|op|naar|door|uit|tot|per|om|te|the|of|and|or|to|by|with|for|for|im|der|die|das|"
    r"und|mit|von|des|les|la|le|du|et))$",
    re.IGNORECASE,
)


def items_in(reading: Reading, start: int, end: int) -> list[str]:
    """The items of a cell that has one on each line; none where its lines go on in each other, or it has one line."""
    flow, below = reading.flow, reading.layer.below(start, end)
    text, starts, ends = flow.document.text, flow.layer.starts, flow.layer.ends
    cuts = [below.start]
    at = flow.text.find(" ", below.start, below.end)
    while at > 0:
        if at + 1 < below.end and "\n" in text[ends[at - 1] : starts[at + 1]]:
            cuts.append(at + 1)
        at = flow.text.find(" ", at + 1, below.end)
    items = [flow.text[one:other].strip() for one, other in pairwise((*cuts, below.end))]
    anew = all(map(_ANEW.match, items)) and not any(map(_BREAKS_OFF.search, items[:-1]))
    return items if anew and len(items) > 1 else []


@lru_cache(maxsize=1)
def tables(reading: Reading) -> tuple[Table, ...]:
    """The tables of the document; a row that stands alone makes none."""
    return tuple(_tables(reading))


def _tables(reading: Reading) -> Iterator[Table]:
    number: int | None = None
    rows: list[ReadingLine] = []
    for line in (*reading.lines, None):
        own = line.block.table if line is not None and line.block.cells else None
        if own != number:
            if number is not None and len(rows) > 1:
                yield Table(rows[0], _columns(rows[0]), tuple(rows[1:]))
            number, rows = own, []
        if own is not None and line is not None:
            rows.append(line)


_LONGEST_HEAD = 60
_LONGEST_HEAD_OF_A_LIST = 90


def _columns(head: ReadingLine) -> dict[int, str]:
    found: dict[int, str] = {}
    heads = [cell.strip(" *_").lower() for cell, _, _ in cells_of(head)]
    for index, (cell, _, _) in enumerate(cells_of(head)):
        text = cell.strip(" *_")
        if len(text) > (_LONGEST_HEAD_OF_A_LIST if text.endswith(":") else _LONGEST_HEAD) or _DEFINES.match(text):
            return {}
        name = next((name for name, words in _HEADS if words.search(text)), None)
        if name and name not in found.values():
            found[index] = name
    _by_the_others(heads, found)
    _in_particular(heads, found)
    return found


# "Betrokkene | degene op wie een gegeven betrekking heeft": a row of definitions heads no columns.
_DEFINES = re.compile(
    r"(?:degene|een|de|het|ieder|iedere|elke|any|the|an?|jede[rs]?|eine?|der|die|das|toute?|une?) .*\b(?:die|dat|wie|wier|waar\w*|zoals|who|whose|that|which|wer|welche[rs]?|qui|dont)\b",
    re.IGNORECASE,
)


def _by_the_others(heads: Sequence[str], found: dict[int, str]) -> None:
    """Heads that say little by themselves: "Wat" beside "Van wie", "Leverancier" beside what is processed for whom."""
    known = set(found.values())
    for index, head in enumerate(heads):
        if index in found:
            continue
        if head in ("wie", "who") and "data_subjects" not in known and "data" in known:
            found[index] = "data_subjects"
        elif head == "wat" and "data" not in known and known & {"data_subjects", "purpose"}:
            found[index] = "data"
        elif re.match(r"(?:leverancier|supplier|vendor|provider)s?$", head) and len(known & _OF_PROCESSING) >= _FEWEST:
            found[index] = "sub_processor"


def _in_particular(heads: Sequence[str], found: dict[int, str]) -> None:
    """ "Categorie persoonsgegevens | Betrokkenen | Gegevens": the data are in the column that says which, not in that of their kind."""
    kind = next((index for index, name in found.items() if name == "data" and _KIND_OF_DATA.match(heads[index])), None)
    which = next(
        (index for index, head in enumerate(heads) if index not in found and _WHICH_DATA.fullmatch(head)), None
    )
    if kind is not None and which is not None:
        del found[kind]
        found[which] = "data"


_KIND_OF_DATA = re.compile(r"(?:categorie|soort|type|groep|categor|kategorie|catégorie)")
_WHICH_DATA = re.compile(
    r"(?:(?:welke |concrete |specifieke )?(?:persoons)?gegevens|(?:which |specific )?(?:personal )?data|(?:data )?elements|daten|données|gegevenselementen|specificatie|nadere specificatie)"
)
_OF_PROCESSING = frozenset({"data", "data_subjects", "purpose", "retention"})
_FEWEST = 3

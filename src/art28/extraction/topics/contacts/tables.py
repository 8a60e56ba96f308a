"""Reading -> the contacts that stand in tables, with a column for each thing that is said of them, also where the rules are lost."""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading, ReadingLine
from art28.document.pattern import lasting
from art28.extraction.layout.blanks import is_blank
from art28.extraction.layout.tables import cells_of
from art28.extraction.naming.details import emails_in, phones_in
from art28.extraction.naming.persons import person_in
from art28.extraction.topics.contacts.contact import Contact, purpose_of, who_before
from art28.extraction.topics.contacts.party import context_of, party_of
from art28.terms import Role

_I = re.IGNORECASE
DESK = re.compile(
    r"\b(?P<desk>[Ss]ervice ?[Dd]esk|[Hh]elp ?[Dd]esk|[Ss]upport ?[Dd]esk|[Ss]ecurity ?[Dd]esk|[Ss]toringsdienst|[Mm]eldpunt (?:[Dd]atalekken|[Ii]ncidenten)|[Mm]eldkamer|"
    r"Privacy ?[Oo]ffice)\b"
)
"""A desk that is reached instead of a person."""
A_DESK = re.compile(
    r"(?:meldpunt|servicedesk|helpdesk|service desk|afdeling|team|bureau|loket|security operations)\b", _I
)
"""What is reached instead of a person by its whole name: "Meldpunt informatiebeveiliging"."""
_COLUMNS = (
    (
        "reach",
        r"erreichbar|bereikbaar|\bcontact ?gegevens|contact details|kontaktdaten|coordonnées|\breach(?:ed)?\b|\bjoindre\b",
    ),
    ("email", r"e-?mail|^\W*mail\b|courriel"),
    ("phone", r"tel|phone|mobiel|nummer"),
    ("name", r"^\W*(?:naam|name)\b.{0,6}\b(?:functie|function|role|title|funktion)"),
    ("role", r"functie|rol\b|role|title|position|funktion|fonction|qualité"),
    (
        "purpose",
        r"doel|onderwerp|purpose|betreft|subject|waarvoor|aangelegenheid|wofür|objet|sujet|thema|zweck|anliegen|aufgabe|\btaak\b|\btask\b|\bmission\b",
    ),
    ("party", r"partij|party|organisatie|partei|partie"),
    (
        "name",
        r"naam|name|contactpersoon|contact|^\W*(?:wer|wie|who|qui)\W*$|ansprechpartner|interlocuteur|\bnom\b|kontakt",
    ),
)
_COLUMN_HEADS = tuple((name, lasting(words, _I)) for name, words in _COLUMNS)


def of_tables(reading: Reading) -> Iterator[Contact]:
    lines = reading.lines
    for index, head in enumerate(lines):
        if not head.block.cells or (index and lines[index - 1].block.table == head.block.table):
            continue
        cells = [cell for cell, _, _ in cells_of(head)]
        columns = {i: name for i, cell in enumerate(cells) if (name := _column_of(cell))}
        if not {"email", "phone", "reach"} & set(columns.values()) or "name" not in columns.values():
            continue
        context = context_of(lines, index)
        for row in lines[index + 1 :]:
            if row.block.table != head.block.table:
                break
            contact = _of_row(reading, row, columns, context)
            if contact:
                yield contact


_HEADS = lasting(
    r"\b(?:partij|party|onderwerp|purpose|waarvoor|naam|name|functie|role|telefoon|telephone|phone|"
    r"e-?mail)\b",
    _I,
)
_PERSON_WITH_ROLE = re.compile(
    r"^(?P<name>[^(),]{4,60}?)\s*(?:\((?P<role>[^()\d]{2,50})\)|,\s*(?P<after>[^,()\d]{3,60}))$"
)
_ROW_STARTS = re.compile(r"^\W*(?:(?:de|het|the) )?(?P<party>CONTROLLER|PROCESSOR)\b")
_PARTICLE = r"(?:van|de|der|den|el|ten|ter|op|'t|von|te)"
_NAMED = re.compile(
    rf"(?P<name>(?:[A-Z]\.\s?){{1,4}}(?:{_PARTICLE} )*[A-Z][\w'-]+(?: (?:{_PARTICLE} )*[A-Z][a-z][\w'-]+)?|"
    rf"(?:[A-Z][\w'-]*[a-z]\w*)(?: {_PARTICLE})*(?: [A-Z][\w'-]*[a-z][\w-]*){{1,2}})"
)
_MOST_SCRAPS = 14
_FEWEST_HEADS = 4


def of_scraps(reading: Reading) -> Iterator[Contact]:
    """The rows of a table of contacts of which the extraction left only words: each begins with its party."""
    lines = reading.lines
    for index, head in enumerate(lines):
        if (
            head.block.cells
            or len(head.text) > 90
            or len(set(map(str.lower, _HEADS.findall(head.text)))) < _FEWEST_HEADS
        ):
            continue
        rows: list[list[ReadingLine]] = []
        for line in lines[index + 1 : index + 1 + _MOST_SCRAPS]:
            if line.clause is not head.clause or line.block.cells:
                break
            if _row_party(reading, line):
                rows.append([line])
            elif rows and len(line.text) < 120:
                rows[-1].append(line)
            else:
                break
        for row in rows:
            contact = _of_scrap(reading, row)
            if contact:
                yield contact


def _row_party(reading: Reading, line: ReadingLine) -> tuple[Role, int] | None:
    """The party that a row begins with, by its role or its name, and how long that is in the document's words."""
    words = reading.original(line.start, line.end)
    token = _ROW_STARTS.match(line.text)
    if token:
        place = reading.layer.below(line.start, line.start + token.end())
        return Role(token["party"].lower()), place.end - place.start
    return next(((role, len(name)) for name, role in reading.names.items() if words.startswith(f"{name} ")), None)


def _of_scrap(reading: Reading, row: Sequence[ReadingLine]) -> Contact | None:
    party = _row_party(reading, row[0])
    words = " ".join(reading.original(line.start, line.end) for line in row)
    emails, phones = list(emails_in(words)), list(phones_in(words))
    if not party or not (emails or phones) or len(emails) > 1:
        return None
    first = min(detail.start for detail in (*emails, *phones))
    middle = words[party[1] : first].strip(" ,")
    person = list(_NAMED.finditer(middle))
    desk = DESK.search(middle)
    people = [m for m in person if not _HEADS.search(m[0])]
    chosen = next((m for m in people if re.match(r"[A-Z]\.", m["name"])), people[0] if people else None)
    name = (
        desk["desk"]
        if desk and not (chosen and re.search(r"[A-Z]\.", chosen["name"]))
        else chosen["name"]
        if chosen
        else None
    )
    role = middle[chosen.end() :].strip(" ,") if chosen and name == chosen["name"] else ""
    return Contact(
        party[0].value,
        purpose_of(middle[: chosen.start()] if chosen else middle, middle),
        name,
        role or None,
        phones[0].value if phones else None,
        emails[0].value if emails else None,
        row[0].start,
        row[-1].end,
    )


def _column_of(cell: str) -> str | None:
    return next((name for name, words in _COLUMN_HEADS if len(cell) < 40 and words.search(cell)), None)


# What the column of parties says goes before the domain of an address.
_NAMES_PARTY = re.compile(r"\W*(?:(?:de|het|the) )?(?P<party>CONTROLLER|PROCESSOR)\W*$", _I)
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")


def _of_row(reading: Reading, row: ReadingLine, columns: dict[int, str], context: str) -> Contact | None:
    said: dict[str, str] = {}
    for index, (_, start, end) in enumerate(cells_of(row)):
        words = reading.original(start, end).strip() if end > start else ""
        if index in columns and words and not is_blank(words):
            said.setdefault(columns[index], words)
    phone = next((d.value for d in phones_in(said.get("phone", said.get("reach", "")))), None)
    email = next((d.value for d in emails_in(said.get("email", said.get("reach", "")))), None)
    if not phone and not email:
        return None
    name, role = said.get("name"), said.get("role")
    bracketed = _PERSON_WITH_ROLE.match(name) if name and not role else None
    if bracketed:
        name, role = bracketed["name"], (bracketed["role"] or bracketed["after"]).strip()
    if name and not role:
        # "Datenschutzbeauftragter des Anbieters": the task is the function.
        role = who_before(said.get("purpose", ""))[1]
    whose = _NAMES_PARTY.match(row.text[: row.text.find("\t")] if columns.get(0) == "party" else "")
    words = _ADDRESS.sub(" ", row.text)
    return Contact(
        whose["party"].lower() if whose else party_of(reading, row.text, context, email),
        purpose_of(said.get("purpose", "") or words, context, row.text),
        (name if A_DESK.match(name) else person_in(name) or name) if name else None,
        role,
        phone,
        email,
        row.start,
        row.end,
    )

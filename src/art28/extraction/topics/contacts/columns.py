"""Reading -> contacts that stand side by side: a column for each party, a row for each purpose.

A cell says who and how: "Security officer: dhr. J. Jansen, 012 345 6789, j@acme.example". Of a table that lost its rules only
the words are left, row after row; each electronic address then ends a cell.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from art28.agreement.passages import Reading, ReadingLine
from art28.extraction.layout.blanks import is_blank
from art28.extraction.layout.tables import cells_of
from art28.extraction.naming.details import emails_in, phones_in
from art28.extraction.naming.persons import is_function, person_in
from art28.extraction.topics.contacts.contact import Contact, purpose_of
from art28.extraction.topics.contacts.tables import A_DESK
from art28.extraction.words.search import AnyCase

_HEADS = AnyCase(
    r"^\W*(?:(?:de|het|the) )?(?P<left>CONTROLLER|PROCESSOR)\W+(?:(?:de|het|the) )?(?P<right>CONTROLLER|PROCESSOR)\W*$"
)
_ARTICLE = re.compile(
    r"^(?:contact\w* )?(?:(?:van|voor|namens|bij|of|for|at|on behalf of|für|pour) )?(?:(?:de|het|the|der|die|le|la) )?",
    re.IGNORECASE,
)
_PURPOSE_FIRST = AnyCase(
    r"\s*(?P<purpose>inbreuken?|datalek\w*|security breach(?:es)?|(?:data )?breach(?:es)?|contract(?:beheer|zaken)?|"
    r"verzoek\w* van betrokkenen?|data subject requests?|storing(?:en)?|support|audits?|algemeen|general|privacy)\s+"
)
# "Function, Person": a function before a name with initials, or before nothing but a name.
_OFFICE = AnyCase(
    r"functionaris|officer|inkoop|afdeling|meldpunt|beheer|adviseur|coördinator|beauftragt|leitung|délégué|purchas|legal|privacy"
)
_INITIALS = re.compile(r"\s*(?:(?:[Dd]e heer|[Mm]evrouw|[Dd]hr\.?|[Mm]w\.?|Herrn?|Frau) )?(?:[A-Z]\.\s?)+[^,\d@]+$")
_MOST_LINES = 14


def side_by_side(reading: Reading) -> Iterator[Contact]:
    """The contacts of both parties, where each party has a column of its own."""
    lines = reading.lines
    for index, line in enumerate(lines):
        if line.block.cells:
            first = index == 0 or lines[index - 1].block.table != line.block.table
            parties = _party_columns(line) if first else {}
            if len(parties) > 1:
                yield from _of_fields(reading, index, parties) or _of_rows(reading, index, parties)
        elif match := _HEADS.search(line.text):
            yield from _of_words(reading, index, (match["left"], match["right"]))


def _party_columns(head: ReadingLine) -> dict[int, str]:
    """The columns headed by a party, with whose they are."""
    cells = ((index, _ARTICLE.sub("", cell.strip(" *_")).upper()) for index, (cell, _, _) in enumerate(cells_of(head)))
    return {index: cell.lower() for index, cell in cells if cell in ("CONTROLLER", "PROCESSOR")}


def _of_rows(reading: Reading, head: int, parties: dict[int, str]) -> Iterator[Contact]:
    lines, table = reading.lines, reading.lines[head].block.table
    rows = list(takewhile(lambda row: row.block.table == table and bool(row.block.cells), lines[head + 1 :]))
    # A corner left empty is no cell, or stands last: the columns then stand one further on than their heads.
    heads, columns = _filled(lines[head]), max(map(_filled, rows), default=0)
    further = max(columns - heads, 0) if heads == len(parties) else 0
    for row in rows:
        cells = cells_of(row)
        purpose = cells[0][0] if further or 0 not in parties else ""
        for column, party in parties.items():
            index = column + further
            if index < len(cells) and cells[index][0].strip():
                _, start, end = cells[index]
                words = " ".join(reading.original(start, end).split())
                contact = _of_cell(words, party, purpose_of(purpose), (start, end))
                if contact:
                    yield contact


def _filled(row: ReadingLine) -> int:
    """How many cells a row has, those at its end left out that say nothing."""
    return max((number for number, (cell, _, _) in enumerate(cells_of(row), start=1) if cell.strip()), default=0)


_FIELDS = (
    ("name", AnyCase(r"^\W*(?:naam|name|contactpersoon|contact person|nom)\W*$")),
    ("role", AnyCase(r"^\W*(?:functie|rol|role|function|funktion|fonction)\W*$")),
    ("phone", AnyCase(r"^\W*(?:tel\w*|phone|mobiel|téléphone)\W*(?:nummer|nr|number)?\W*$")),
    ("email", AnyCase(r"^\W*(?:e-?mail\w*|courriel|mailadres)\W*(?:adres|address)?\W*$")),
)
_FEWEST_FIELDS = 2


def _of_fields(reading: Reading, head: int, parties: dict[int, str]) -> list[Contact]:
    """The contacts of a table with a row for each thing said of them, "Naam", "Telefoon"; none where its rows are others."""
    table = reading.lines[head].block.table
    said: dict[int, dict[str, tuple[int, int]]] = {column: {} for column in parties}
    for row in reading.lines[head + 1 :]:
        if row.block.table != table or not row.block.cells:
            break
        cells = cells_of(row)
        field = next((name for name, words in _FIELDS if words.search(cells[0][0])), None)
        if field is None or 0 in parties:
            return []
        for column in parties:
            if column < len(cells) and cells[column][0].strip() and not is_blank(cells[column][0]):
                said[column].setdefault(field, cells[column][1:])
    found = [_of_said(reading, parties[column], reading.lines[head], own) for column, own in said.items()]
    return [contact for contact in found if contact is not None]


def _of_said(reading: Reading, party: str, head: ReadingLine, said: dict[str, tuple[int, int]]) -> Contact | None:
    words = {field: " ".join(reading.original(*place).split()) for field, place in said.items()}
    phone = next((detail.value for detail in phones_in(words.get("phone", ""))), None)
    email = next((detail.value for detail in emails_in(words.get("email", ""))), None)
    if len(said) < _FEWEST_FIELDS or not (phone or email):
        return None
    place = said["email" if email else "phone"]
    name, role = words.get("name"), words.get("role")
    # "mevrouw A. Jansen, functionaris gegevensbescherming": the cell holds the function too.
    if name and role is None and "," in name:
        name, role = _who(name)
    return Contact(party, purpose_of(head.clause.heading, role or ""), name, role, phone, email, *place)


def _of_words(reading: Reading, head: int, parties: tuple[str, str]) -> Iterator[Contact]:
    """The cells of a table of which only words are left: each ends in an electronic address, left and right in turn."""
    rows: list[ReadingLine] = []
    for line in reading.lines[head + 1 : head + 1 + _MOST_LINES]:
        if line.clause is not reading.lines[head].clause or line.block.cells:
            break
        rows.append(line)
    words = " ".join(" ".join(reading.original(line.start, line.end).split()) for line in rows)
    at = 0
    purpose: str | None = None
    for number, email in enumerate(emails_in(words)):
        cell, at = words[at : email.end], email.end
        if number % 2 == 0:
            named = _PURPOSE_FIRST.match(cell)
            if named is None:
                return
            purpose, cell = purpose_of(named["purpose"]), cell[named.end() :]
        place = next(
            (line.start, line.end) for line in reversed(rows) if email.value in reading.original(line.start, line.end)
        )
        contact = _of_cell(cell.strip(), parties[number % 2].lower(), purpose, place)
        if contact:
            yield contact


def _of_cell(words: str, party: str, purpose: str | None, place: tuple[int, int]) -> Contact | None:
    emails, phones = list(emails_in(words)), list(phones_in(words))
    first = min((detail.start for detail in (*emails, *phones)), default=len(words))
    if not emails and not phones and not (purpose and _NAMED.match(words)):
        return None
    name, role = _who(words[:first].strip(" ,"))
    return Contact(
        party,
        purpose,
        name,
        role,
        phones[0].value if phones else None,
        emails[0].value if emails else None,
        *place,
    )


# A person by initials with a function is whom to turn to, even where neither number nor address is given.
_NAMED = re.compile(
    r"(?:(?:[Dd]e heer|[Mm]evrouw|[Dd]hr\.?|[Mm]w\.?) )?(?:[A-Z]\.\s?)+[^,\d@]{2,40}, [a-z][^,\d@]{3,40}$"
)


def _who(said: str) -> tuple[str | None, str | None]:
    """The person and the function in "Function: Mr Person" or "Person, function"."""
    role, labelled, person = said.partition(":")
    if labelled:
        return (person_in(person) if person.strip() else None), role.strip() or None
    person, _, role = said.partition(",")
    if role and (is_function(person) or _OFFICE.search(person)) and _INITIALS.match(role):
        return person_in(role), person.strip()
    if not re.search(r"[A-Z]", person):
        return None, None
    if A_DESK.match(person.strip()):
        return person.strip(), role.strip(" ,") or None
    return person_in(person), role.strip(" ,") or None

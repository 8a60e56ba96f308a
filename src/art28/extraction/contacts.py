"""Reading -> contact persons: whom to reach for what, and by which number or address the processor is reached.

A contact stands in a sentence ("bereikbaar via ..."), in lines of a form ("Naam ... Telefoon ...") or in a table with a
column for each. What is said of the party and the purpose stands in it or shortly before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from art28.agreement.passages import Reading, ReadingLine
from art28.document.outline import Part
from art28.extraction.blanks import is_blank
from art28.extraction.contact import Contact, purpose_of, who_before
from art28.extraction.contact_columns import side_by_side
from art28.extraction.details import LEGAL_FORM, emails_in, person_in, phones_in
from art28.extraction.fields import Filled, fields_in
from art28.extraction.parties import parties
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.search import AnyCase
from art28.extraction.tables import cells_of
from art28.terms import Role

_I = re.IGNORECASE
_CONTACT = AnyCase(
    r"contact|aanspreekpunt|^\W*tel\b\.?|\bmail:|bereikbaar|te bereiken|meldpunt|\bvia\b|vragen|questions|reach|\bmelden\b|melding|"
    r"servicedesk|helpdesk|support|functionaris|data protection officer|ansprechpartner|datenschutzbeauftragt|weisungs|meldungen|délégué|astreinte|assistance|signalement|officer|"
    r"interlocuteur|tel\.|telefon",
)
_CONTACT_HEADING = AnyCase(
    r"contact|kontakt|ansprech|interlocuteur|weisungsberecht|vragen|questions|kennisgeving|notices|datalek|inbreuk|breach",
)
_DESK = re.compile(
    r"\b(?P<desk>[Ss]ervice ?[Dd]esk|[Hh]elp ?[Dd]esk|[Ss]upport ?[Dd]esk|[Ss]ecurity ?[Dd]esk|"
    r"Privacy ?[Oo]ffice)\b"
)
_NUMBER = re.compile(r"\d\d\d(?:\d{3}|[ -]\d)")
_FORM_FIELDS = frozenset({"person", "representative", "representative_role", "phone", "email", "name"})
_NEAR = 5
_COLUMNS = (
    ("email", r"e-?mail|^\W*mail\b|courriel"),
    ("phone", r"tel|phone|mobiel|nummer"),
    ("name", r"^\W*(?:naam|name)\b.{0,6}\b(?:functie|function|role|title|funktion)"),
    ("role", r"functie|rol\b|role|title|position|funktion|fonction|qualité"),
    (
        "purpose",
        r"doel|onderwerp|purpose|betreft|subject|waarvoor|aangelegenheid|wofür|objet|sujet|thema|zweck|anliegen",
    ),
    ("party", r"partij|party|organisatie|partei|partie"),
    (
        "name",
        r"naam|name|contactpersoon|contact|^\W*(?:wer|wie|who|qui)\W*$|ansprechpartner|interlocuteur|\bnom\b|kontakt",
    ),
)


def contacts(reading: Reading) -> Iterator[Contact]:
    """The contacts that the agreement names; each with a number or an address."""
    listed = (*_of_scraps(reading), *side_by_side(reading), *_of_tables(reading))
    yield from listed
    known = {(contact.party, contact.purpose) for contact in listed}
    yield from (c for c in _elsewhere(reading, listed) if (c.party, c.purpose) not in known)


def _elsewhere(reading: Reading, listed: Sequence[Contact]) -> Iterator[Contact]:
    """The contacts that forms and sentences name, outside the tables of contacts."""
    lines = reading.lines
    index = 0
    while index < len(lines):
        line = lines[index]
        last = _form(reading, lines, index)
        if line.clause.part is Part.SIGNATURES or (
            line.clause.part is Part.PREAMBLE and not _ADDRESSED.search(line.text)
        ):
            index += 1
            continue
        if last > index:
            contact = _of_form(reading, lines, index, last)
            if contact:
                yield contact
            index = last + 1
            continue
        if not any(contact.start <= line.start < contact.end for contact in listed):
            yield from _of_sentences(reading, lines, index)
        index += 1


def _context(lines: Sequence[ReadingLine], index: int) -> str:
    clause = lines[index].clause
    near = [line.text for line in lines[max(0, index - _NEAR) : index] if line.clause is clause]
    return " ".join((clause.heading, *near))


def _party(reading: Reading, own: str, context: str, email: str | None) -> str | None:
    """Whose contact it is: by its address, else the party named in the passage, else in what leads to it.

    Where one party is told to write or call, the contact is the other's.
    """
    if email and (role := _owner(reading, email)):
        return role.value
    if own and _ADDRESSED.search(own):
        return Role.PROCESSOR.value
    if _SIDE_BY_SIDE.search(context):
        return None
    for text in (own, context):
        named = re.findall(r"\b(?:CONTROLLER|PROCESSOR)\b", text)
        if named and (text is own or len(set(named)) == 1 or named[-1] == "PROCESSOR"):
            return "controller" if named[0 if text is own else -1] == "CONTROLLER" else "processor"
    return None


_SIDE_BY_SIDE = re.compile(r"\b(?:CONTROLLER PROCESSOR|PROCESSOR CONTROLLER)\b")
_ADDRESSED = AnyCase(
    r"(?:\bCONTROLLER\b|^\W*(?:voor|for|bij)\b)[^@]{0,200}\b(?:contact op|contact (?:op te nemen|opnemen)|"
    r"mail(?:en)? naar|mail to|e-?mail|contact|wenden|melden|via|reach)\b|"
    r"\b(?:vragen (?:over|naar aanleiding van)|questions (?:about|on|regarding)|fragen zu)\b[^@]{0,200}\b(?:terecht|contact|wenden|richten|reach)\b",
)


def _owner(reading: Reading, email: str) -> Role | None:
    """The party whose name the address's domain holds."""
    domain = re.sub(r"[^a-z0-9]", "", email.rpartition("@")[2].rpartition(".")[0].lower())
    for name, role in (*reading.names.items(), *_party_names(reading)):
        folded = re.sub(r"[^a-z0-9]", "", name.lower())
        if name[:1].isupper() and len(folded) > 2 and (folded in domain or (len(domain) > 3 and domain in folded)):
            return role
    return None


@lru_cache(maxsize=1)
def _party_names(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Each telling word of the parties' full names, with whose it is; a word of both is nobody's."""
    words = [
        (word, Role(candidate.key.partition(".")[0]))
        for candidate in parties(reading)
        if candidate.key.endswith(".name") and isinstance(candidate.value, str)
        for word in re.findall(r"[A-ZÀ-Þ][\w-]{3,}", candidate.value)
    ]
    return tuple((word, role) for word, role in words if not any(w == word and r is not role for w, r in words))


def _of_sentences(reading: Reading, lines: Sequence[ReadingLine], index: int) -> Iterator[Contact]:
    line = lines[index]
    if (line.block.cells and not _is_labelled_row(line)) or ("@" not in line.text and not _NUMBER.search(line.text)):
        return
    words = reading.original(line.start, line.end).replace("\n", " ")
    for start, end in _sentences(words):
        yield from _of_sentence(reading, lines, index, words[:end], start)


def _sentences(words: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in re.finditer(
        r"(?<!\b[A-Z])(?<!\bdhr)(?<!\bmw)(?<!\bmevr)(?<!\bTel)[.;]\s+(?=[A-Z])|;\s+(?=[a-z ]{3,50}:)", words
    ):
        yield at, match.end()
        at = match.end()
    yield at, len(words)


def _is_labelled_row(line: ReadingLine) -> bool:
    """Whether a row of two cells names a contact, "Contact PROCESSOR" and who that is, or is a numbered paragraph."""
    cells = cells_of(line)
    return len(cells) == _TWO and bool(_ROW_LABEL.search(cells[0][0]) or _ONLY_NUMBER.match(cells[0][0]))


_TWO = 2
_ONLY_NUMBER = re.compile(r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s*$")
_ROW_LABEL = AnyCase(r"contact|meldpunt|aanspreekpunt|functionaris|officer|kontakt|ansprech|interlocuteur")
_UNREACHABLE = AnyCase(r"\b(?:niet bereikbaar|onbereikbaar|not (?:be )?reach(?:ed|able)|unavailable)\b")


def _of_sentence(
    reading: Reading, lines: Sequence[ReadingLine], index: int, words: str, start: int
) -> Iterator[Contact]:
    """The contact that a line names in its sentence from `start` to the end of `words`."""
    line = lines[index]
    base = reading.layer.starts[line.start]
    details = (*emails_in(words), *phones_in(words))
    found = sorted((d for d in details if d.start >= start), key=lambda detail: detail.start)
    if not found or _UNREACHABLE.search(words, start):
        return
    last = found[-1].end
    if found[-1].start - found[0].start > 160:
        found, last = found[:1], found[0].end
    own_start, own_end = reading.over(base + start, base + last)
    own = reading.text[own_start:own_end]
    context = _context(lines, index)
    person, role = who_before(" ".join(words[start : found[0].start].split(" ")).replace("\t", ": "))
    headed = _CONTACT_HEADING.search(line.clause.heading) and line.clause.part is Part.ANNEX
    if not headed and not person and not _CONTACT.search(own) and not re.search(r"contact", context[-160:], _I):
        return
    desk = _DESK.search(own)
    before = reading.original(lines[index - 1].start, lines[index - 1].end) if index else ""
    name = (
        person
        if person
        else desk["desk"]
        if desk
        else _company(f"{before} {words[start:last]}")
        if re.search(r"contact", context, _I)
        else None
    )
    yield Contact(
        _party(reading, own, context, next((d.value for d in found if d.field == "email"), None)),
        purpose_of(own, context),
        name,
        role,
        next((d.value for d in found if d.field == "phone"), None),
        next((d.value for d in found if d.field == "email"), None),
        own_start,
        own_end,
        general=line.clause.part is Part.ANNEX or bool(_CONTACT_HEADING.search(line.clause.heading)),
    )


def _company(words: str) -> str | None:
    match = re.search(rf"(?:[A-Z][\w&'-]*\s){{1,4}}{LEGAL_FORM}(?!\w)", words)
    return match[0] if match else None


def _form(reading: Reading, lines: Sequence[ReadingLine], first: int) -> int:
    """The last line of the form that begins at `first`, `first` itself where none does."""
    last = first
    kinds: set[str] = set()
    for index in range(first, min(first + 7, len(lines))):
        line = lines[index]
        filled = next(fields_in(reading.original(line.start, line.end), loose=True), None)
        if (
            filled is None
            or filled.field not in _FORM_FIELDS
            or filled.field in kinds
            or line.clause is not lines[first].clause
        ):
            break
        kinds.add(filled.field)
        last = index
    return last if kinds & {"phone", "email"} and len(kinds) > 1 else first


def _of_form(reading: Reading, lines: Sequence[ReadingLine], first: int, last: int) -> Contact | None:
    filled: dict[str, Filled] = {}
    for line in lines[first : last + 1]:
        for field in fields_in(reading.original(line.start, line.end), loose=True):
            filled.setdefault("person" if field.field == "representative" else field.field, field)
    said = {name: field.value for name, field in filled.items() if field.value and not is_blank(field.value)}
    phone = next((d.value for d in phones_in(said.get("phone", ""))), None)
    email = next((d.value for d in emails_in(said.get("email", ""))), None)
    if not phone and not email:
        return None
    name = person_in(said.get("person", "")) or said.get("name") if said.get("person") or said.get("name") else None
    context = _context(lines, first)
    wide = " ".join(line.text for line in lines[max(0, first - 8) : first] if line.clause is lines[first].clause)
    return Contact(
        _party(reading, "", context, email) or _party(reading, "", wide, None),
        purpose_of(context, wide),
        name,
        said.get("representative_role"),
        phone,
        email,
        lines[first].start,
        lines[last].end,
    )


def _of_tables(reading: Reading) -> Iterator[Contact]:
    lines = reading.lines
    for index, head in enumerate(lines):
        if not head.block.cells or (index and lines[index - 1].block.table == head.block.table):
            continue
        cells = [cell for cell, _, _ in cells_of(head)]
        columns = {i: name for i, cell in enumerate(cells) if (name := _column_of(cell))}
        if not {"email", "phone"} & set(columns.values()) or "name" not in columns.values():
            continue
        context = _context(lines, index)
        for row in lines[index + 1 :]:
            if row.block.table != head.block.table:
                break
            contact = _of_row(reading, row, columns, context)
            if contact:
                yield contact


_HEADS = re.compile(
    r"\b(?:partij|party|onderwerp|purpose|waarvoor|naam|name|functie|role|telefoon|telephone|phone|"
    r"e-?mail)\b",
    _I,
)
_PERSON_WITH_ROLE = re.compile(
    r"^(?P<name>[^(),]{4,60}?)\s*(?:\((?P<role>[^()\d]{4,50})\)|,\s*(?P<after>[^,()\d]{3,60}))$"
)
_ROW_STARTS = re.compile(r"^\W*(?:(?:de|het|the) )?(?P<party>CONTROLLER|PROCESSOR)\b")
_PARTICLE = r"(?:van|de|der|den|el|ten|ter|op|'t|von|te)"
_NAMED = re.compile(
    rf"(?P<name>(?:[A-Z]\.\s?){{1,4}}(?:{_PARTICLE} )*[A-Z][\w'-]+(?: (?:{_PARTICLE} )*[A-Z][a-z][\w'-]+)?|"
    rf"(?:[A-Z][\w'-]*[a-z]\w*)(?: {_PARTICLE})*(?: [A-Z][\w'-]*[a-z][\w-]*){{1,2}})"
)
_MOST_SCRAPS = 14
_FEWEST_HEADS = 4


def _of_scraps(reading: Reading) -> Iterator[Contact]:
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
    desk = _DESK.search(middle)
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
    return next((name for name, words in _COLUMNS if len(cell) < 40 and re.search(words, cell, _I)), None)


def _of_row(reading: Reading, row: ReadingLine, columns: dict[int, str], context: str) -> Contact | None:
    said: dict[str, str] = {}
    for index, (_, start, end) in enumerate(cells_of(row)):
        words = reading.original(start, end).strip() if end > start else ""
        if index in columns and words and not is_blank(words):
            said.setdefault(columns[index], words)
    phone = next((d.value for d in phones_in(said.get("phone", ""))), None)
    email = next((d.value for d in emails_in(said.get("email", ""))), None)
    if not phone and not email:
        return None
    name, role = said.get("name"), said.get("role")
    bracketed = _PERSON_WITH_ROLE.match(name) if name and not role else None
    if bracketed:
        name, role = bracketed["name"], bracketed["role"] or bracketed["after"]
    return Contact(
        _party(reading, row.text, context, email),
        purpose_of(said.get("purpose", "") or row.text, context),
        (person_in(name) or name) if name else None,
        role,
        phone,
        email,
        row.start,
        row.end,
    )


def _contacts(reading: Reading) -> Iterator[Candidate]:
    """The contacts of either party, and the processor's number and address for this agreement: the first that is given."""
    found = _distinct(contact for contact in _with_parties(contacts(reading)) if contact.party)
    named = [contact for contact in found if contact.purpose or contact.name]
    if named:
        yield Candidate(
            "contacts.list", tuple(contact.record() for contact in named), tuple((c.start, c.end) for c in named)
        )
    for field in ("phone", "email"):
        given = [c for c in found if c.party == Role.PROCESSOR.value and getattr(c, field)]
        first = min(given, key=_how_general, default=None)
        if first:
            strength = Strength.EXPRESS if first.general else Strength.INFERRED
            yield Candidate(f"processor.{field}", str(getattr(first, field)), ((first.start, first.end),), strength)


def _with_parties(found: Iterable[Contact]) -> Iterator[Contact]:
    """The contacts with the party that their domain has elsewhere, or that the line before them has."""
    among = tuple(found)
    domains = {c.email.rpartition("@")[2]: c.party for c in among if c.email and c.party}
    before: Contact | None = None
    for contact in among:
        party = contact.party or (domains.get(contact.email.rpartition("@")[2]) if contact.email else None)
        if party is None and before is not None and 0 <= contact.start - before.end <= _NEXT_LINE:
            party = before.party
        before = contact if party == contact.party else replace(contact, party=party)
        yield before


_NEXT_LINE = 60


def _how_general(contact: Contact) -> tuple[bool, int]:
    """Where a contact ranks as the party's own: one for the agreement before one for a single event."""
    ranks = {"contract": 0, "privacy": 1}
    rank = ranks.get(contact.purpose or "", len(ranks))
    return not contact.general and rank == len(ranks), rank


def _distinct(found: Iterable[Contact]) -> list[Contact]:
    """The contacts without repetitions."""
    kept: dict[tuple[object, ...], Contact] = {}
    for contact in found:
        kept.setdefault(tuple(contact.record().values()), contact)
    return list(kept.values())


RULES = (Rule("contacts", ("contacts.list", "processor.phone", "processor.email"), _contacts),)

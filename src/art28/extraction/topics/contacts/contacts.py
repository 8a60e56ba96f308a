"""Reading -> contact persons: whom to reach for what, and by which number or address the processor is reached.

A contact stands in a sentence ("bereikbaar via ..."), in lines of a form ("Naam ... Telefoon ...") or in a table with a
column for each. What is said of the party and the purpose stands in it or shortly before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from art28.agreement.legalforms import LEGAL_FORM
from art28.agreement.passages import Reading, ReadingLine
from art28.document.outline import Part
from art28.extraction.layout.blanks import is_blank
from art28.extraction.layout.fields import Filled, fields_in
from art28.extraction.layout.tables import cells_of
from art28.extraction.naming.details import emails_in, phones_in
from art28.extraction.naming.persons import person_in
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.contacts.columns import side_by_side
from art28.extraction.topics.contacts.contact import Contact, purpose_of, who_before
from art28.extraction.topics.contacts.party import ADDRESSED, context_of, owner, party_of
from art28.extraction.topics.contacts.tables import DESK, of_scraps, of_tables
from art28.extraction.words.search import AnyCase
from art28.terms import Role

_I = re.IGNORECASE
_CONTACT = AnyCase(
    r"contact|aanspreekpunt|^\W*tel\b\.?|\bmail:|bereikbaar|te bereiken|meldpunt|\bvia\b|vragen|\bfragen\b|questions|reach|\bmelden\b|melding|"
    r"servicedesk|helpdesk|support|functionaris|data protection officer|ansprechpartner|datenschutzbeauftragt|weisungs|meldungen|délégué|astreinte|assistance|signalement|officer|"
    r"interlocuteur|tel\.|telefon",
)
# "PROCESSOR meldt een datalek binnen 18 uur aan meldpunt@acme.example": who is told is the one to reach.
_TOLD_OF_BREACHES = AnyCase(
    r"(?:datalek|gegevenslek|inbreuk|beveiligingsincident|mis met de gegevens)\w*\b[^.;]{0,110}\b(?:aan|via|naar|op) [\w.+-]+@|"
    r"\b(?:datalek|gegevenslek|inbreuk|beveiligingsincident)\w*\b[^.;]{0,60}\bbellen naar\b|"
    r"\b(?:verletzung|datenpanne|vorf[aä]ll|breach|incident|violation)\w*\b[^;]{0,220}\b(?:meldet|mitteilt|teilt|informiert|unterrichtet|reports?|notif\w+|informs?|informe|notifie|signale)\b[^;]{0,160}\b(?:an|unter|to|at|à) [\w.+-]+@"
)
_CONTACT_HEADING = AnyCase(
    r"contact|kontakt|ansprech|interlocuteur|weisungsberecht|vragen|questions|kennisgeving|notices|datalek|inbreuk|breach",
)
_NUMBER = re.compile(r"\d\d\d(?:\d{3}|[ -]\d)")
_FORM_FIELDS = frozenset({"person", "representative", "representative_role", "phone", "email", "name"})


def contacts(reading: Reading) -> Iterator[Contact]:
    """The contacts that the agreement names; each with a number or an address."""
    listed = (*of_scraps(reading), *side_by_side(reading), *of_tables(reading))
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
            line.clause.part is Part.PREAMBLE
            and not ADDRESSED.search(line.text)
            and not _TOLD_OF_BREACHES.search(line.text)
            and not _below_contacts(lines, index)
            and not (line.block.cells and _is_labelled_row(line))
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


# "Te bereiken personen", "Contactpersonen:": a short line above those who are reached.
_THEY_ARE_REACHED = AnyCase(
    r"^\W*(?:[a-z]?\d{0,2}[.)]? )?(?:te bereiken (?:personen|bij)|bereikbaarheid|contact(?:personen|gegevens)?|aanspreekpunten|wie te bereiken)\b[^.]{0,50}$"
)


def _below_contacts(lines: Sequence[ReadingLine], index: int) -> bool:
    above = lines[max(0, index - _LEAD_ABOVE) : index]
    return any(_THEY_ARE_REACHED.match(line.text) is not None for line in above)


def _of_sentences(reading: Reading, lines: Sequence[ReadingLine], index: int) -> Iterator[Contact]:
    line = lines[index]
    if line.clause.part is Part.ANNEX and _OF_SUBS.search(line.clause.heading) and not _of_a_party(reading, line):
        return
    if (line.block.cells and not _is_labelled_row(line)) or ("@" not in line.text and not _NUMBER.search(line.text)):
        return
    words = reading.original(line.start, line.end).replace("\n", " ")
    for start, end in _sentences(words, reading.names):
        yield from _of_sentence(reading, lines, index, words[:end], start)


def _of_a_party(reading: Reading, line: ReadingLine) -> bool:
    """Whether a line in the list of sub-processors gives an address of a party itself, or names one."""
    addresses = (detail.value for detail in emails_in(reading.original(line.start, line.end)))
    return _A_PARTY.search(line.text) is not None or any(owner(reading, address) for address in addresses)


_OF_SUBS = AnyCase(
    r"sub-? ?(?:ver|be)werker|sub-? ?processor|subcontractor|unterauftrag|subunternehm|sous-traitants? ult"
)
_A_PARTY = re.compile(r"\b(?:CONTROLLER|PROCESSOR)\b")
_ENDS = re.compile(
    r"(?<!\b[A-Z])(?<!\bdhr)(?<!\bmw)(?<!\bmevr)(?<!\bTel)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)[.;]\s+(?=[A-Z])|;\s+(?=[a-z ]{3,50}:)"
)
# "a@acme.example / P. Jansen, 010 …": whoever is named behind an address is reached by what follows.
_NEXT_PERSON = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?\s*(?:[;,/|]|\ben\b|\band\b)?\s+"
    r"(?=(?!(?i:tel|mob|e-?mail|phone|fax|postbus))[A-Z][^@:;.]{3,80}?(?:[\w.+-]+@|\b0\d{1,3}[ -]?\d))"
)


# "… a@acme.example Contactpersoon Klant: …": the next contact opens with its label.
_NEXT_LABEL = r"(?:[Cc]ontact\w*|[Aa]anspreekpunt|[Mm]eldpunt)\b[^@:;.]{0,60}:"
_STATUTORY = ("Verwerker", "Verwerkingsverantwoordelijke", "Bewerker", "Verantwoordelijke", "Processor", "Controller")


def _sentences(words: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The parts of a line that name a contact each: its sentences, those of either party, those of each person."""
    cuts = {match.end() for words_end in (_ENDS, _NEXT_PERSON) for match in words_end.finditer(words)}
    terms = "|".join((*map(re.escape, names), *_STATUTORY))
    told = re.finditer(rf"(?:(?:[.;,/|\t)\d]|@\S+)\s+(?P<term>(?:{terms}) ?:)|@\S+\s+(?P<label>{_NEXT_LABEL}))", words)
    cuts |= {match.start(match.lastgroup or 0) for match in told}
    yield from pairwise((0, *sorted(cuts - {0, len(words)}), len(words)))


# What stands in brackets behind an address tells what the contact is for.
_BEHIND = re.compile(r"\s*\([^()@\d]{4,40}\)")


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
    behind = _BEHIND.match(words, last)
    own_start, own_end = reading.over(base + start, base + (behind.end() if behind else last))
    own = reading.text[own_start:own_end]
    context = context_of(lines, index)
    person, role = who_before(" ".join(words[start : found[0].start].split(" ")).replace("\t", ": "))
    headed = _CONTACT_HEADING.search(line.clause.heading) and line.clause.part is Part.ANNEX
    says = _CONTACT.search(own) or _TOLD_OF_BREACHES.search(own)
    if not headed and not person and not says and not re.search(r"contact", context[-160:], _I):
        return
    desk = DESK.search(own)
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
        party_of(reading, own, context, next((d.value for d in found if d.field == "email"), None)),
        _for_its_form(lines, index, own)
        or purpose_of(
            *_said_of(f"{cells_of(line)[0][0]} {own}" if line.block.cells else own), _ADDRESS.sub(" ", context), own
        ),
        name,
        role,
        next((d.value for d in found if d.field == "phone"), None),
        next((d.value for d in found if d.field == "email"), None),
        own_start,
        own_end,
        general=line.clause.part is Part.ANNEX or bool(_CONTACT_HEADING.search(line.clause.heading)),
    )


_ON_BREACHES = AnyCase(r"datalek|inbreuk|incident|breach|datenpanne|verletzung|violation")
_FORM_FOR = AnyCase(r"formulier|meld|form\b|notification|notice|formular|signalement")
_OTHER_MATTERS = AnyCase(r"contract|overeenkomst|facturen|invoices|vertrag|verzoek|request|support|ondersteuning")


# "Bij een inbreuk te bellen:", above those who are called.
_LEAD_ABOVE = 3


def _for_its_form(lines: Sequence[ReadingLine], index: int, own: str) -> str | None:
    """The purpose of a contact in the form for breaches, or below a lead-in on them: its function or desk says no other."""
    line = lines[index]
    heading = line.clause.heading
    on_form = line.clause.part is Part.ANNEX and _ON_BREACHES.search(heading) and _FORM_FOR.search(heading)
    above = (other.text.rstrip(" *_") for other in reversed(lines[max(0, index - _LEAD_ABOVE) : index]))
    lead = next((text for text in above if text.endswith(":")), "")
    told = on_form or _ON_BREACHES.search(lead)
    return "breach" if told and not _OTHER_MATTERS.search(_ADDRESS.sub(" ", own)) else None


def _said_of(own: str) -> tuple[str, ...]:
    """The words around an address, then the address itself unless it says no more than "privacy"."""
    words = _ADDRESS.sub(" ", own)
    return (words,) if "privacy@" in own else (words, own)


_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")


def _company(words: str) -> str | None:
    match = re.search(rf"(?:[A-Z][\w&'-]*\s){{1,4}}{LEGAL_FORM}(?!\w)", words)
    return _HEADS_CONTACTS.sub("", match[0]) if match else None


_HEADS_CONTACTS = re.compile(r"^(?:Contact\w*|Vragen|Adres|Kontakt) (?=[A-Z])")


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
    whose = _whose(reading, said.get("person", ""))
    if whose:
        said["person"] = said["person"][whose.end() :]
    phone = next((d.value for d in phones_in(said.get("phone", ""))), None)
    email = next((d.value for d in emails_in(said.get("email", ""))), None)
    if not phone and not email:
        return None
    name = person_in(said.get("person", "")) or said.get("name") if said.get("person") or said.get("name") else None
    context = context_of(lines, first)
    wide = " ".join(line.text for line in lines[max(0, first - 8) : first] if line.clause is lines[first].clause)
    return Contact(
        party_of(reading, lines[first].text if whose else "", context, email) or party_of(reading, "", wide, None),
        purpose_of(*(_ADDRESS.sub(" ", text) for text in (context, wide))),
        name,
        said.get("representative_role"),
        phone,
        email,
        lines[first].start,
        lines[last].end,
    )


def _whose(reading: Reading, value: str) -> re.Match[str] | None:
    """The party that stands between a label and its value: "Naam contactpersoon Klant: D. Dam"."""
    terms = "|".join(map(re.escape, (*reading.names, *_STATUTORY)))
    return re.match(
        rf"(?:contact\w* )?(?:(?:van|bij|voor|namens|of|for|at) )?(?:(?:de|het|the) )?(?:{terms})\s*:\s*", value
    )


def _contacts(reading: Reading) -> Iterator[Candidate]:
    """The contacts of either party, and the processor's number and address for this agreement: the first that is given."""
    found = _distinct(contact for contact in _with_parties(contacts(reading)) if contact.party)
    named = [c for c in found if (c.purpose or c.name) and not (_is_named(c, found) or _has_its_purpose(c, found))]
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


def _is_named(contact: Contact, among: Sequence[Contact]) -> bool:
    """Whether another contact gives the name, of the same party and purpose, behind the address of `contact`."""
    return contact.name is None and any(
        other.name is not None
        and other.party == contact.party
        and other.purpose == contact.purpose
        and (other.email or contact.email) == contact.email
        and (other.phone == contact.phone or contact.phone is None)
        for other in among
    )


def _has_its_purpose(contact: Contact, among: Sequence[Contact]) -> bool:
    """Whether another contact is the same person behind the same address, and says what for."""
    return contact.purpose is None and any(
        other.purpose is not None
        and (other.party, other.name, other.email) == (contact.party, contact.name, contact.email)
        for other in among
    )


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

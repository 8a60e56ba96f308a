"""Rows of a sheet -> what each draft will say, with what the organisation knows of the party and services that it names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from art28.agreement import labels
from art28.agreement.model import Value
from art28.drafting import many
from art28.drafting.clauses import NONE
from art28.drafting.contradictions import Contradiction, contradictions
from art28.drafting.house.model import Problem, Refused, Wrong
from art28.drafting.house.sheet import Row, Sheet, file_names
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Direction
from art28.web.drafts import drawing
from art28.web.drafts.beginning import Ours, ours_of
from art28.web.drafts.forms import CONTRADICTING
from art28.web.parties import naming
from art28.web.parties import queries as parties
from art28.web.parties.models import Contact, Counterparty, LegalEntity
from art28.web.services import queries as services
from art28.web.services.models import Service
from art28.web.sheets.models import Form

MOST_ROWS = 1_000
_LONGEST_NAME = 200
_DETAILS: Mapping[str, int] = {"registration": 40, "street": 200, "postcode": 20, "city": 100}


@dataclass(frozen=True, slots=True)
class Looked:
    """A row as it would be made."""

    line: int
    party: str
    details: Mapping[str, str]
    facts: Mapping[str, Value]
    measures: Sequence[str]
    blanks: Sequence[str]
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is the same for every row, and what is kept of the parties and services that the rows name."""

    asked: many.Model
    entity: LegalEntity
    direction: Direction
    ours: Ours
    parties: Mapping[str, Counterparty]
    contacts: Mapping[UUID, Sequence[Contact]]
    services: Mapping[str, Service]

    @property
    def role(self) -> str:
        """The role of the other side."""
        return "controller" if self.direction == Direction.PROCESSOR else "processor"


def look(
    organisation: Organisation, sheet: Sheet, asked: many.Model, *, entity: LegalEntity, direction: Direction, form: Form,
    on: date,
) -> tuple[Looked, ...]:  # fmt: skip
    """What each row would make. Raises `Refused` with every problem of every row; `on` decides where the EEA ends."""
    if len(sheet.rows) > MOST_ROWS:
        raise Refused((Problem(Wrong.TOO_MANY_HERE, detail=str(MOST_ROWS)),))
    known = _known(organisation, sheet.rows, asked, entity, direction)
    looked = many.collected(sheet.rows, lambda row: _looked(row, known, on))
    names = file_names(sheet.rows, [each.facts for each in looked], ending=form.value)
    return tuple(replace(each, file_name=name) for each, name in zip(looked, names, strict=True))


def _known(
    organisation: Organisation, rows: Sequence[Row], asked: many.Model, entity: LegalEntity, direction: Direction
) -> _Known:
    role = "controller" if direction == Direction.PROCESSOR else "processor"
    wanted = [naming.Named(_text(each.given, f"{role}.name"), _details(each.given, role), ()) for each in rows]
    numbers, names = naming.known(organisation, wanted)
    found = {**{_by_name(name): row for name, row in names.items()}, **numbers}
    by_key = {row.pk: row for row in found.values()}
    contacts: dict[UUID, list[Contact]] = {key: [] for key in by_key}
    for contact in parties.contacts_of(organisation, by_key):
        contacts[contact.counterparty_id].append(contact)
    catalogue = {each.name.casefold(): each for each in services.services(organisation)}
    ours = ours_of(organisation, direction, asked.language)
    return _Known(asked, entity, direction, ours, found, contacts, catalogue)


def _by_name(name: str) -> str:
    """A key that no registration number is."""
    return f"name: {name}"


def _looked(row: Row, known: _Known, on: date) -> Looked:
    given = _with_known(many.given(row, known.asked), known)
    made = many.drafted(given, known.asked)
    wrong = contradictions({**made.facts, **given.facts}, on=on)
    if wrong:
        raise Refused(tuple(_contradicted(each, row.line, known.asked) for each in wrong))
    details = _details(given.facts, known.role)
    party = _text(made.facts, f"{known.role}.name")
    return Looked(row.line, party, details, given.facts, given.measures, drawing.blanks_of(made))


def _with_known(given: many.Given, known: _Known) -> many.Given:
    """A row, with what is known of whom and of the services that it names beneath what it says itself."""
    key = f"{known.role}.name"
    name, number = _text(given.facts, key), _details(given.facts, known.role).get("registration", "")
    party = known.parties.get(number) or known.parties.get(_by_name(name))
    if not name and party is None:
        raise Refused((Problem(Wrong.REQUIRED, given.line, known.asked.headings[key]),))
    if len(name) > _LONGEST_NAME:
        raise Refused((Problem(Wrong.MISFIT, given.line, known.asked.headings[key]),))
    listed = given.facts.get("processing.services")
    named = [str(each).casefold() for each in listed] if isinstance(listed, tuple) else []
    taken = [known.services[each] for each in named if each in known.services]
    chosen = known.ours.known(
        ours=known.entity,
        theirs=party or Counterparty(name=name, country=""),
        contacts=known.contacts.get(party.pk, ()) if party else (),
        # Where a row names a service that isn't in the catalogue too, what is processed isn't known as a whole.
        services=taken if len(taken) == len(named) else (),
    )
    return many.Given(given.line, {**chosen.facts, **given.facts}, given.measures or tuple(chosen.measures))


def _contradicted(found: Contradiction, line: int, asked: many.Model) -> Problem:
    heading = next((asked.headings[key] for key in found.keys if key in asked.headings), "")
    column = heading or labels.fact(found.keys[0], asked.language)
    return Problem(Wrong.CONTRADICTED, line, column, f"{CONTRADICTING[found.code]} {found.detail}".strip())


def _text(facts: Mapping[str, Value], key: str) -> str:
    value = facts.get(key)
    return "" if value in (None, NONE) else " ".join(str(value).split())


def _details(facts: Mapping[str, Value], role: str) -> dict[str, str]:
    """What the register of parties keeps of the other side."""
    found = {name: _text(facts, f"{role}.{name}")[:most] for name, most in _DETAILS.items()}
    return {name: text for name, text in found.items() if text}

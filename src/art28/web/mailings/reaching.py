"""Whom letters to the other sides of agreements go to: contacts for privacy and contracts first, whose address works."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from art28.web.accounts.models import Organisation
from art28.web.mailings.models import Obstacle
from art28.web.notices import queries as outbox
from art28.web.parties import queries as parties

_WANTED = {"privacy": 0, "contract": 1, "general": 2, "breach": 3, "security": 4, "support": 5}


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a letter can go to."""

    email: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Reached:
    """To whom the letter goes, and what stands in the way (a code of `models.Obstacle`, empty for nothing)."""

    email: str = ""
    name: str = ""
    phone: str = ""
    obstacle: str = Obstacle.NO_CONTACT.value


def reached(organisation: Organisation, party_ids: Collection[UUID]) -> Mapping[UUID, Reached]:
    """How each of several counterparties is reached; two queries. One without a contact is not among them."""
    people = _people(organisation, party_ids)
    addresses = {person.email for each in people.values() for person in each if person.email}
    refused = outbox.undeliverable(organisation, addresses)
    return {party: _reach(each, refused) for party, each in people.items()}


def _people(organisation: Organisation, party_ids: Collection[UUID]) -> Mapping[UUID, tuple[Person, ...]]:
    listed: dict[UUID, list[tuple[int, Person]]] = {}
    for row in parties.contacts_of(organisation, party_ids):
        person = (_WANTED.get(row.purpose, 9), Person(row.email, row.name, row.phone))
        listed.setdefault(row.counterparty_id, []).append(person)
    return {
        party: tuple(person for _, person in sorted(there, key=lambda each: each[0])) for party, there in listed.items()
    }


def _reach(people: Sequence[Person], refused: Collection[str]) -> Reached:
    written = [person for person in people if person.email]
    good = next((each for each in written if is_address(each.email) and each.email not in refused), None)
    person = good or next(iter(written), None)
    return Reached(
        email=person.email if person else "",
        name=person.name if person else "",
        phone=next((each.phone for each in people if each.phone), ""),
        obstacle="" if good else Obstacle.BAD_ADDRESS.value if written else Obstacle.NO_CONTACT.value,
    )


def is_address(text: str) -> bool:
    """Whether mail can go there, by its form."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True

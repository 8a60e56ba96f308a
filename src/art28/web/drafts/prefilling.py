"""What the organisation knows -> the facts that a new draft begins with: parties, contacts, services, sub-processors."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from art28.agreement.model import Value
from art28.web.agreements.models import Direction
from art28.web.contacts.models import Appointment, Level
from art28.web.parties.models import Contact, PartyRow, Purpose
from art28.web.services.models import Service

_DETAILS = ("name", "registration", "street", "postcode", "city")
_PURPOSES = (Purpose.BREACH, Purpose.CONTRACT, Purpose.SUPPORT, Purpose.PRIVACY, Purpose.SECURITY)
_LEVELS = {Level.BREACH: Purpose.BREACH, Level.PRIVACY: Purpose.PRIVACY, Level.SECURITY: Purpose.SECURITY}
_PROVIDING = {"nl": "het leveren van {name}", "en": "providing {name}"}


def facts_of(
    *, ours: PartyRow, theirs: PartyRow, direction: Direction, contacts: Iterable[Contact], services: Sequence[Service],
    language: str,
) -> dict[str, Value]:  # fmt: skip
    """The facts, in the language of the draft as far as they are ours to word."""
    we, they = ("processor", "controller") if direction == Direction.PROCESSOR else ("controller", "processor")
    listed = tuple(contacts)
    facts: dict[str, Value] = {**_party(we, ours), **_party(they, theirs), **_signatory(they, listed)}
    if known := tuple(_contact(they, each) for each in listed if each.purpose in _PURPOSES and each.name):
        facts["contacts.list"] = known
    return facts | _processing(services, language)


def reached_at(first: Appointment | None) -> dict[str, Value]:
    """Where the other side reaches us: whoever is appointed as first contact for all agreements."""
    if first is None:
        return {}
    facts: dict[str, Value] = {"processor.email": first.email}
    phone = "".join(each for each in first.phone if each.isdecimal() or each == "+")
    return facts | ({"processor.phone": phone} if phone else {})


def with_ours(facts: Mapping[str, Value], role: str, both: Mapping[str, Appointment]) -> dict[str, Value]:
    """The facts with our contacts beside those of the other side: for breaches, for what somebody of ours was appointed for,
    and for each purpose that they name somebody for; where nobody was, the first contact."""
    if Level.FIRST not in both and not _LEVELS.keys() & both.keys():
        return dict(facts)
    theirs = tuple(each for each in _records(facts.get("contacts.list")) if each.get("party") != role)
    asked = {str(each["purpose"]) for each in theirs} | {str(Purpose.BREACH)}
    asked |= {str(purpose) for level, purpose in _LEVELS.items() if level in both}
    ours = []
    for purpose in (each for each in _PURPOSES if str(each) in asked):
        level = next((level for level, each in _LEVELS.items() if each == purpose), Level.FIRST)
        turned_to = both.get(level) or both.get(Level.FIRST)
        if turned_to is not None:
            said = {name: str(getattr(turned_to, name)) or None for name in ("name", "role", "phone", "email")}
            ours.append({"party": role, "purpose": str(purpose), **said})
    return {**facts, "contacts.list": (*theirs, *ours)}


def _records(value: Value | None) -> tuple[Mapping[str, Any], ...]:
    return tuple(each for each in value if isinstance(each, Mapping)) if isinstance(value, tuple) else ()


def _party(role: str, party: PartyRow) -> dict[str, Value]:
    return {f"{role}.{name}": value for name in _DETAILS if (value := str(getattr(party, name)).strip())}


def _signatory(role: str, contacts: Sequence[Contact]) -> dict[str, Value]:
    """Whoever is known as the contact for the contract signs, until somebody says otherwise."""
    found = next((each for each in contacts if each.purpose == Purpose.CONTRACT and each.name), None)
    if found is None:
        return {}
    facts: dict[str, Value] = {f"{role}.representative": found.name}
    return facts | ({f"{role}.representative_role": found.role} if found.role else {})


def _contact(role: str, contact: Contact) -> Mapping[str, Any]:
    said = {name: str(getattr(contact, name)) or None for name in ("name", "role", "phone", "email")}
    return {"party": role, "purpose": str(contact.purpose), **said}


def _processing(services: Sequence[Service], language: str) -> dict[str, Value]:
    facts: dict[str, Value] = {}
    lists = {
        "processing.services": [each.name for each in services],
        "processing.purposes": [_PROVIDING[language].format(name=each.name) for each in services],
        "processing.data_categories": [
            item for each in services for item in (*each.data_categories, *each.special_categories)
        ],
        "processing.data_subjects": [item for each in services for item in each.data_subjects],
    }
    for key, items in lists.items():
        if once := tuple(dict.fromkeys(map(str, items))):
            facts[key] = once
    suppliers: dict[str, Mapping[str, Any]] = {}
    for service in services:
        for each in service.sub_processors:
            suppliers.setdefault(str(each["name"]), _supplier(each, service))
    if suppliers:
        facts["subprocessors.list"] = tuple(suppliers.values())
    return facts


def _supplier(each: Mapping[str, Any], service: Service) -> Mapping[str, Any]:
    countries = tuple(map(str, each.get("countries") or ()))
    return {
        "name": str(each["name"]),
        "service": str(each.get("role") or service.name),
        "established_in": None,
        "processing_in": countries or None,
    }

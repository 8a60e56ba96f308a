"""What an agreement says of its parties -> which side the organisation is on, and who is on the other; nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from art28.agreement.model import Fact
from art28.agreement.naming import same_name
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, Direction
from art28.web.parties import queries as parties
from art28.web.parties.models import Counterparty, LegalEntity, Purpose

_ROLES = ("processor", "controller")
_DETAILS = (("registration", 40), ("street", 200), ("postcode", 20), ("city", 100))
_CONTACT = (("name", 120), ("role", 120), ("email", 254), ("phone", 40))
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class OtherSide:
    """The other party as an agreement names it: `details` of where it is, `contacts` as `parties.add_contact` takes them."""

    name: str
    details: Mapping[str, str]
    contacts: tuple[Mapping[str, Any], ...]


def own_entities(organisation: Organisation) -> Mapping[str, LegalEntity]:
    """The organisation's own legal entities by their names, as names are compared."""
    return {same_name(entity.name): entity for entity in parties.legal_entities(organisation)}


def take(agreement: Agreement, facts: Mapping[str, Fact], own: Mapping[str, LegalEntity]) -> None:
    """Set which side the organisation is on where that isn't known yet, and as which legal entity."""
    names = _names(facts)
    ours = next((role for role, name in names.items() if name and same_name(name) in own), None)
    if ours is not None and agreement.direction == Direction.UNKNOWN:
        agreement.direction = Direction(ours)
    name = names.get(str(agreement.direction))
    agreement.legal_entity = own.get(same_name(name)) if name else None


def other_side(agreement: Agreement, facts: Mapping[str, Fact]) -> OtherSide | None:
    """Who is on the other side; None where that isn't known."""
    match agreement.direction:
        case Direction.PROCESSOR:
            role = "controller"
        case Direction.CONTROLLER:
            role = "processor"
        case _:
            return None
    name = _text(facts, f"{role}.name")
    if not name:
        return None
    details = {field: _text(facts, f"{role}.{field}")[:length] for field, length in _DETAILS}
    return OtherSide(name[:_LONGEST_NAME], details, tuple(_contacts(role, facts)))


def name(agreement: Agreement, facts: Mapping[str, Fact], party: Counterparty | None) -> None:
    """Set who is on the other side; while the side isn't known, both names stand there."""
    names = _names(facts).values()
    agreement.counterparty = party
    agreement.counterparty_name = (
        party.name if party else " – ".join(name for name in names if name and agreement.direction == Direction.UNKNOWN)
    )[:_LONGEST_NAME]


def _names(facts: Mapping[str, Fact]) -> dict[str, str]:
    return {role: _text(facts, f"{role}.name") for role in _ROLES}


def _contacts(role: str, facts: Mapping[str, Fact]) -> list[Mapping[str, Any]]:
    listed = facts["contacts.list"].value if "contacts.list" in facts else ()
    found: list[Mapping[str, Any]] = []
    for record in listed if isinstance(listed, tuple) else ():
        if not isinstance(record, Mapping) or record.get("party") != role:
            continue
        purpose = record.get("purpose")
        fields = {name: str(record.get(name) or "")[:length] for name, length in _CONTACT}
        if fields["email"] or fields["phone"]:
            known = Purpose(purpose) if purpose in Purpose.values else Purpose.GENERAL
            found.append({"purpose": known, **fields})
    return found


def _text(facts: Mapping[str, Fact], key: str) -> str:
    value = facts[key].value if key in facts else ""
    return value.strip() if isinstance(value, str) else ""

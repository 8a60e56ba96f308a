"""A contact of another side as the cells of a table, and cells as a contact: export and import read each other."""

from collections.abc import Mapping
from dataclasses import dataclass

from art28.web.mailings.reaching import is_address
from art28.web.parties.models import Contact, Purpose
from art28.web.taking_over import BadCell

HEADS: Mapping[str, tuple[str, ...]] = {
    "party": ("partij", "party", "klant", "customer", "organisatie", "organisation"),
    "registration": ("kvk-nummer", "registration"),
    "purpose": ("waarvoor", "purpose"),
    "name": ("naam", "name", "contactpersoon", "contact"),
    "role": ("functie", "position"),
    "email": ("e-mailadres", "e-mail"),
    "phone": ("telefoon", "telephone"),
}
"""The heads of the columns, in Dutch and English; what follows are spellings that are read too."""
PURPOSES: Mapping[str, tuple[str, str]] = {
    "breach": ("inbreuken", "breaches"),
    "privacy": ("privacy", "privacy"),
    "security": ("beveiliging", "security"),
    "contract": ("contract", "contract"),
    "support": ("ondersteuning", "support"),
    "general": ("algemeen", "general"),
}
LONGEST: Mapping[str, int] = {"party": 200, "registration": 40, "name": 120, "role": 120, "email": 254, "phone": 40}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A row of the table: a party, and one of its contacts; a party alone has neither address nor telephone."""

    party: str
    registration: str
    purpose: str
    name: str
    role: str
    email: str
    phone: str

    @property
    def has_contact(self) -> bool:
        """Whether it names somebody who can be reached."""
        return bool(self.email or self.phone)

    @property
    def details(self) -> dict[str, str]:
        """The contact as it is kept."""
        return {"name": self.name, "role": self.role, "email": self.email, "phone": self.phone}


def wanted_of(cells: Mapping[str, str]) -> Wanted:
    """A row of the table. Raises `BadCell`."""
    kept = {column: " ".join(cells.get(column, "").split()) for column in LONGEST}
    if not kept["party"]:
        raise BadCell("party", "party", "")
    for column, text in kept.items():
        if len(text) > LONGEST[column]:
            raise BadCell(column, "long", text)
    if kept["email"] and not is_address(kept["email"]):
        raise BadCell("email", "email", kept["email"])
    if (kept["name"] or kept["role"]) and not (kept["email"] or kept["phone"]):
        raise BadCell("email", "unreachable", kept["name"])
    return Wanted(purpose=_purpose(cells.get("purpose", "")), **kept)


def _purpose(text: str) -> str:
    given = text.strip().casefold()
    if not given:
        return Purpose.GENERAL.value
    for code, words in PURPOSES.items():
        if given == code or given in words:
            return code
    raise BadCell("purpose", "purpose", text)


def cells_of(row: Contact, *, dutch: bool) -> tuple[str, ...]:
    """A contact as cells, in the order of the heads."""
    purpose = PURPOSES[row.purpose][0 if dutch else 1]
    return (row.counterparty.name, row.counterparty.registration, purpose, row.name, row.role, row.email, row.phone)

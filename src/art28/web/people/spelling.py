"""Somebody as the cells of a table, and cells as somebody: export and import read each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from art28.web.people.models import Kind
from art28.web.services.spelling import day
from art28.web.taking_over import BadCell

HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("naam", "name"),
    "email": ("e-mail", "email", "e-mailadres", "e-mail address"),
    "kind": ("werkt als", "works as"),
    "employer": ("werkgever", "employer"),
    "function": ("functie", "function"),
    "role": ("rol", "role"),
    "joined_on": ("eerste dag", "first day"),
    "signed_on": ("geheimhouding getekend op", "confidentiality signed on"),
    "kept_at": ("bewaard bij", "kept at"),
    "accepted_on": ("plichten aanvaard op", "duties accepted on"),
    "issued_on": ("vog van", "certificate of conduct of"),
    "seen_on": ("vog gezien op", "certificate seen on"),
}
_KINDS: Mapping[str, Kind] = {
    "": Kind.EMPLOYEE,
    "werknemer": Kind.EMPLOYEE,
    "employee": Kind.EMPLOYEE,
    "ingehuurd": Kind.HIRED,
    "hired": Kind.HIRED,
    "ingeschakelde derde": Kind.THIRD_PARTY,
    "third party engaged": Kind.THIRD_PARTY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A row of the table of staff."""

    name: str
    email: str
    kind: Kind
    employer: str
    function: str
    role: str
    joined_on: date
    signed_on: date | None
    kept_at: str
    accepted_on: date | None
    issued_on: date | None
    seen_on: date | None


def person(cells: Mapping[str, str], today: date) -> Person:
    """A row as somebody. Raises `BadCell`."""
    name, email = " ".join(cells.get("name", "").split()), cells.get("email", "").strip()
    if not name or len(name) > 200:
        raise BadCell("name", "name", name)
    if email and ("@" not in email or " " in email or len(email) > 254):
        raise BadCell("email", "email", email)
    kind = _KINDS.get(cells.get("kind", "").strip().casefold())
    if kind is None:
        raise BadCell("kind", "kind", cells["kind"])
    joined_on = day("joined_on", cells.get("joined_on", ""))
    if joined_on is None:
        raise BadCell("joined_on", "day", "")
    past = {name: day(name, cells.get(name, "")) for name in ("signed_on", "accepted_on", "issued_on", "seen_on")}
    for column, found in past.items():
        if found is not None and found > today:
            raise BadCell(column, "future", cells[column])
    signs, kept_at = past["signed_on"] or past["accepted_on"], cells.get("kept_at", "").strip()[:300]
    if signs and not kept_at:
        raise BadCell("kept_at", "kept_at", "")
    if (past["issued_on"] is None) != (past["seen_on"] is None):
        raise BadCell("seen_on", "seen", cells.get("seen_on", ""))
    return Person(
        name=name,
        email=email,
        kind=kind,
        employer=cells.get("employer", "").strip()[:200],
        function=cells.get("function", "").strip()[:120],
        role=" ".join(cells.get("role", "").split()),
        joined_on=joined_on,
        kept_at=kept_at,
        **past,
    )

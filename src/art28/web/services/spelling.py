"""A service as the cells of a table, and cells as a service: export and import read each other."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from art28.web.services.actions import LISTS, About, Use
from art28.web.taking_over import BadCell

SERVICE_HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("dienst", "service"),
    "description": ("omschrijving", "description"),
    "data_categories": ("gegevens", "data"),
    "special_categories": ("bijzondere gegevens", "special data"),
    "data_subjects": ("betrokkenen", "data subjects"),
    "purposes": ("doeleinden", "purposes"),
    "retention": ("bewaartermijn", "retention"),
    "measures": ("maatregelen", "measures"),
    "systems": ("systemen", "systems"),
    "sub_processors": ("subverwerkers", "sub-processors"),
    "people": ("personen per klant", "people per customer"),
}
USE_HEADS: Mapping[str, tuple[str, ...]] = {
    "service": ("dienst", "service"),
    "customer": ("klant", "customer"),
    "agreement": ("overeenkomst", "agreement"),
    "people": ("personen", "people"),
    "since_on": ("vanaf", "since"),
    "until_on": ("tot en met", "until"),
}
LONGEST = 10_000
_COUNTRY = re.compile(r"[A-Z]{2}")
_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


def items(text: str) -> tuple[str, ...]:
    """A list in a cell: parted by semicolons or line ends."""
    parts = (" ".join(part.split()) for part in re.split(r"[;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def sub_processors(text: str) -> tuple[dict[str, Any], ...]:
    """Sub-processors in a cell: "name / role / NL, DE / address", of which only the name must be there."""
    return tuple(_sub_processor(each) for each in items(text))


def _sub_processor(text: str) -> dict[str, Any]:
    name, role, countries, email, *more = (*(part.strip() for part in text.split("/")), "", "", "")
    if not name or any(more):
        raise BadCell("sub_processors", "sub_processor", text)
    codes = [code.strip().upper() for code in countries.split(",") if code.strip()]
    if any(not _COUNTRY.fullmatch(code) for code in codes):
        raise BadCell("sub_processors", "country", text)
    if email and ("@" not in email or " " in email):
        raise BadCell("sub_processors", "email", text)
    return {"name": name, "role": role, "countries": codes, "email": email}


def of_sub_processors(rows: Sequence[Mapping[str, Any]]) -> str:
    """Sub-processors as a cell."""
    return "; ".join(_of_sub_processor(row).rstrip(" /") for row in rows)


def _of_sub_processor(row: Mapping[str, Any]) -> str:
    countries = ", ".join(row.get("countries", ()))
    return " / ".join((str(row["name"]), str(row.get("role", "")), countries, str(row.get("email", ""))))


def number(column: str, text: str) -> int | None:
    """A number of people; empty is not known."""
    digits = text.replace(".", "").replace(" ", "")
    if not digits:
        return None
    if not digits.isascii() or not digits.isdigit() or len(digits) > 10:
        raise BadCell(column, "number", text)
    return int(digits)


def day(column: str, text: str) -> date | None:
    """A day, as 2026-11-28 or 28-11-2026; empty is none."""
    if not text:
        return None
    try:
        if dutch := _DAY.fullmatch(text):
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise BadCell(column, "day", text) from None


def about_of(cells: Mapping[str, str]) -> About:
    """A row of the sheet of services. Raises `BadCell`."""
    name = " ".join(cells.get("name", "").split())
    if not name or len(name) > 200:
        raise BadCell("name", "name", name)
    lists = {key: items(cells.get(key, "")) for key in LISTS}
    return About(
        name=name,
        description=cells.get("description", "").strip()[:LONGEST],
        retention=" ".join(cells.get("retention", "").split())[:300],
        sub_processors=sub_processors(cells.get("sub_processors", "")),
        people=number("people", cells.get("people", "")),
        **lists,
    )


def use_of(cells: Mapping[str, str]) -> Use:
    """How an agreement takes a service, from a row of the other sheet. Raises `BadCell`."""
    since_on, until_on = day("since_on", cells.get("since_on", "")), day("until_on", cells.get("until_on", ""))
    if since_on and until_on and until_on < since_on:
        raise BadCell("until_on", "order", cells["until_on"])
    return Use(people=number("people", cells.get("people", "")), since_on=since_on, until_on=until_on)


def cells_of(what: About) -> dict[str, str]:
    """A service as cells."""
    spelled = {key: "; ".join(getattr(what, key)) for key in LISTS}
    spelled |= {
        "name": what.name,
        "description": what.description,
        "retention": what.retention,
        "sub_processors": of_sub_processors(what.sub_processors),
        "people": "" if what.people is None else str(what.people),
    }
    return {key: spelled[key] for key in SERVICE_HEADS}

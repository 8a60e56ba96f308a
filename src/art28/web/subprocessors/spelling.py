"""A sub-processor as the cells of a table, and cells as a sub-processor: export and import read each other."""

from collections.abc import Mapping

from art28.law.destinations import WORLDWIDE
from art28.law.places import InvalidCountry, country_code
from art28.web.subprocessors.actions import About
from art28.web.taking_over import BadCell

HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("subverwerker", "sub-processor", "naam", "name"),
    "registration": ("kvk-nummer", "registration"),
    "street": ("straat", "street"),
    "postcode": ("postcode", "post code"),
    "city": ("plaats", "city"),
    "country": ("gevestigd in", "established in"),
    "countries": ("verwerkt in", "processes in"),
    "contact_name": ("contactpersoon", "contact"),
    "email": ("e-mailadres", "e-mail"),
    "phone": ("telefoon", "telephone"),
    "note": ("opmerking", "note"),
}
"""The heads of the columns, in Dutch and English; what follows are spellings that are read too."""
LONGEST: Mapping[str, int] = {
    "name": 200,
    "registration": 40,
    "street": 200,
    "postcode": 20,
    "city": 100,
    "contact_name": 120,
    "email": 254,
    "phone": 40,
    "note": 4_000,
}
_NO_COUNTRIES = {"EU": "EU", "EEA": "EEA", "EER": "EEA", "WORLDWIDE": WORLDWIDE, "WERELDWIJD": WORLDWIDE}


def countries(text: str) -> tuple[str, ...]:
    """Countries in a cell: "NL, DE", "EEA", "worldwide". Raises `BadCell`."""
    parts = (part.strip() for part in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(country(part) for part in parts if part))


def country(text: str) -> str:
    """One of them. Raises `BadCell`."""
    given = text.strip().upper()
    if given in _NO_COUNTRIES:
        return _NO_COUNTRIES[given]
    try:
        code = country_code(given)
    except InvalidCountry:
        raise BadCell("countries", "country", text) from None
    if len(code) != 2:
        raise BadCell("countries", "country", text)
    return code


def about_of(cells: Mapping[str, str]) -> About:
    """A row of the table. Raises `BadCell`."""
    kept = {column: " ".join(cells.get(column, "").split()) for column in LONGEST}
    if not kept["name"]:
        raise BadCell("name", "name", "")
    for column, text in kept.items():
        if len(text) > LONGEST[column]:
            raise BadCell(column, "long", text)
    if kept["email"] and ("@" not in kept["email"] or " " in kept["email"]):
        raise BadCell("email", "email", kept["email"])
    established = cells.get("country", "").strip()
    code = country(established) if established else ""
    if len(code) > 2 or code == "EU":
        raise BadCell("country", "country", established)
    return About(**kept, country=code, countries=countries(cells.get("countries", "")))


def cells_of(what: About) -> dict[str, str]:
    """A sub-processor as cells, in the order of the heads."""
    return {
        column: ", ".join(what.countries) if column == "countries" else str(getattr(what, column)) for column in HEADS
    }

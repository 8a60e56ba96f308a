"""What one filled-in field of a party says, and a street without the name before it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from art28.agreement.legalforms import LEGAL_FORM
from art28.document.pattern import lasting
from art28.extraction.layout.blanks import is_blank
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.details import address_in, emails_in, phones_in
from art28.extraction.naming.persons import is_function, person_in
from art28.extraction.values.identifiers import is_dutch_postcode


def values_of(field: str, value: str, *, signing: bool) -> Iterator[tuple[str, str]]:
    """What a filled-in field says; in signatures a place is where one signed, and a name a person's."""
    if field == "person":
        field = "name" if re.search(rf"\b{LEGAL_FORM}(?!\w)", value) or not signing else "representative"
    if field == "representative":
        person = person_in(value)
        yield from [(field, person)] if person else []
        _, _, behind = value.partition(",")
        if person and is_function(behind) and not is_blank(behind):
            yield "representative_role", behind.strip(" .")
    elif field == "registration":
        digits = re.sub(r"\D", "", value)
        yield from [(field, digits)] if len(digits) == 8 else []
    elif field in _PARSED:
        found = [(detail.field, detail.value) for detail in _PARSED[field](value)]
        yield from found or _bare(field, value)
    elif field in ("name", "representative_role") or (field == "city" and not signing):
        firm = _FIRM_AND_TOWN.match(value) if field == "name" else None
        bare = (firm["firm"] if firm else value).strip(" .")
        # "Acme V.O.F." keeps its last point.
        yield field, f"{bare}." if f"{bare}." in value and re.search(r"(?:[A-Z]\.)+[A-Z]$", bare) else bare


# "Acme B.V., Zwolle": a name, and where it is seated.
_FIRM_AND_TOWN = lasting(rf"(?P<firm>[^,]{{2,70}}?(?<!\w){LEGAL_FORM})(?!\w),\s+[A-ZÀ-Þ'’][\w'’ -]{{2,30}}$")


def _bare(field: str, value: str) -> Iterator[tuple[str, str]]:
    """A street or a postcode that fills its field alone."""
    if field == "address" and re.search(r"[A-Za-z].*\d", value):
        yield "street", value
    code = re.fullmatch(r"([1-9]\d{3}) ?([A-Z]{2})", value.strip(" .,"))
    if field == "postcode_city" and code and is_dutch_postcode(f"{code[1]} {code[2]}"):
        yield "postcode", f"{code[1]} {code[2]}"


_PARSED: dict[str, Callable[[str], Iterator[Detail]]] = {
    "address": address_in,
    "postcode_city": address_in,
    "phone": phones_in,
    "email": emails_in,
}


def without_name(street: Detail, found: Sequence[Detail]) -> Detail:
    """A street without the end of the name that stands right before it: "Jansen en Zonen Adviseurs" / "Markt 14"."""
    name = next((detail for detail in found if detail.field == "name"), None)
    if street.field != "street" or name is None:
        return street
    words = street.value.split(" ")
    shared = next((n for n in range(len(words) - 1, 0, -1) if name.value.endswith(" ".join(words[:n]))), 0)
    rest = " ".join(words[shared:])
    return replace(street, value=rest) if re.match(r"\W*[^\W\d]{3}", rest) else street

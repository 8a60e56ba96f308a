"""What an agreement says of the processing -> the rows of its record, each with where it stands.

Where the annex has a table, each of its rows is one; where it has not, each purpose is one, with all data and people named.
What a row leaves out and the agreement says once for all is filled in from there, and only that.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Any

from art28.web.agreements.models import FactVersion

FACTS = (
    "processing.activities", "processing.purposes", "processing.data_categories", "processing.data_subjects",
    "processing.services", "processing.special_categories", "processing.own_purposes", "subprocessors.list",
    "transfers.region", "transfers.rule", "transfers.exceptions", "security.standards", "instructions.only_on_instruction",
    "processor.name",
)  # fmt: skip
"""What a record is drawn up from, and judged by."""
Facts = Mapping[str, FactVersion]
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row as the agreement has it."""

    service: str = ""
    purpose: str = ""
    data: tuple[str, ...] = ()
    data_subjects: tuple[str, ...] = ()
    retention: str = ""
    sub_processors: tuple[str, ...] = ()
    provision: str = ""
    passage: str = ""
    key: str = field(default="", compare=False)


def listed(facts: Facts, key: str) -> tuple[str, ...]:
    """The texts of a fact that is a list; empty where nothing is said."""
    value = facts[key].value if key in facts else None
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


def records(facts: Facts, key: str) -> tuple[Mapping[str, Any], ...]:
    """The records of a fact that is a list of them."""
    value = facts[key].value if key in facts else None
    return tuple(each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()


def said(facts: Facts, key: str) -> str:
    """The one value of a fact; empty where nothing is said."""
    value = facts[key].value if key in facts else None
    return value if isinstance(value, str) else ""


def clause(facts: Facts, *keys: str) -> str:
    """Where the first of these facts that is known stands."""
    return next((facts[key].provision for key in keys if key in facts and facts[key].provision), "")


def key_of(service: str, purpose: str, data: Sequence[str]) -> str:
    """By what a row is known again: its service, purpose and data, without case and spacing."""
    words = "|".join(" ".join(part.split()).casefold() for part in (service, purpose, *sorted(data)))
    return sha1(words.encode(), usedforsecurity=False).hexdigest()


def rows(facts: Facts) -> tuple[Row, ...]:
    """The rows, no two alike."""
    found: dict[str, Row] = {}
    for row in _rows(facts):
        found.setdefault(row.key, row)
    return tuple(found.values())


def _rows(facts: Facts) -> Iterator[Row]:
    purposes, people = listed(facts, "processing.purposes"), listed(facts, "processing.data_subjects")
    table = records(facts, "processing.activities")
    for number, each in enumerate(table):
        row = Row(
            service=_text(each, "service")[:300],
            purpose=(_text(each, "purpose") or _purpose(_text(each, "service"), purposes))[:_LONGEST],
            data=_parts(each, "data"),
            data_subjects=_parts(each, "data_subjects") or people,
            retention=_text(each, "retention")[:500],
            sub_processors=_parts(each, "sub_processor"),
            provision=clause(facts, "processing.activities"),
            passage=_passage(facts["processing.activities"], number),
        )
        yield _keyed(row)
    data = listed(facts, "processing.data_categories")
    if table or not (purposes or data):
        return
    key = "processing.purposes" if purposes else "processing.data_categories"
    for number, purpose in enumerate(purposes or ("",)):
        yield _keyed(
            Row(
                purpose=purpose[:_LONGEST],
                data=data,
                data_subjects=people,
                provision=clause(facts, key),
                passage=_passage(facts[key], number),
            )
        )


def _keyed(row: Row) -> Row:
    names = {name: getattr(row, name) for name in Row.__slots__ if name != "key"}
    return Row(**names, key=key_of(row.service, row.purpose, row.data))


def _text(each: Mapping[str, Any], name: str) -> str:
    value = each.get(name)
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _parts(each: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in _text(each, name).split(";") if part.strip()))


def _purpose(service: str, purposes: Sequence[str]) -> str:
    """The purpose that is said of a service by name, or of everything."""
    if len(purposes) == 1:
        return purposes[0]
    names = [name.strip().casefold() for name in re.split(r"[/,]", service) if name.strip()]
    for purpose in purposes:
        head, mark, _rest = purpose.partition(":")
        if mark and any(name in head.casefold() for name in names):
            return purpose
    return ""


def _passage(fact: FactVersion, number: int) -> str:
    """The passage that carries a row: its own where each has one, else the first."""
    if not fact.citations:
        return ""
    return str(fact.citations[number if number < len(fact.citations) else 0].get("text", ""))

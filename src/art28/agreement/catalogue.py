"""The catalogue of facts: `facts.toml` as frozen values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType


class FactType(StrEnum):
    """The types of a fact's value; how each is written stands in `facts.toml`."""

    TEXT = "text"
    TEXTS = "texts"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    DURATION = "duration"
    MONEY = "money"
    DATE = "date"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class FactSpec:
    """An entry of the catalogue. `values` is empty but for choices, `fields` but for records; `gdpr` may be empty."""

    key: str
    group: str
    type: FactType
    values: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    gdpr: str = ""
    note: str = ""


@cache
def catalogue() -> Mapping[str, FactSpec]:
    """Every fact by its key, in the catalogue's order."""
    entries = tomllib.loads(files("art28.agreement").joinpath("facts.toml").read_text(encoding="utf-8"))["fact"]
    specs = (
        FactSpec(
            key=entry["key"],
            group=entry["group"],
            type=FactType(entry["type"]),
            values=tuple(entry.get("values", ())),
            fields=tuple(entry.get("fields", ())),
            gdpr=entry.get("gdpr", ""),
            note=entry.get("note", ""),
        )
        for entry in entries
    )
    return MappingProxyType({spec.key: spec for spec in specs})

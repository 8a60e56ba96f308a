"""Turns a TOML file of `parameters/` into rows with typed fields; what is wrong in a row is named with file and row."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from importlib import resources
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)


class InvalidTable(ValueError):
    """A row of a parameter file is not what its table promises; the message names file, row and field."""


@dataclass(frozen=True, slots=True)
class Row:
    """One `[[table]]` entry; each reader either returns the named type or raises `InvalidTable`."""

    place: str
    values: Mapping[str, object]

    def text(self, key: str) -> str:
        value = self._present(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{key} must be a text that is not empty, found {value!r}")
        return value

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self.values else None

    def texts(self, key: str) -> tuple[str, ...]:
        """The list under `key`; an absent key is an empty list."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.wrong(f"{key} must be a list of texts, found {value!r}")
        return tuple(str(item) for item in value)

    def integer(self, key: str) -> int:
        value = self._present(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(f"{key} must be a whole number, found {value!r}")
        return value

    def optional_integer(self, key: str) -> int | None:
        return self.integer(key) if key in self.values else None

    def boolean(self, key: str) -> bool:
        value = self._present(key)
        if not isinstance(value, bool):
            raise self.wrong(f"{key} must be true or false, found {value!r}")
        return value

    def day(self, key: str) -> date:
        value = self._present(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(f"{key} must be a date such as 2018-05-25, found {value!r}")
        return value

    def optional_day(self, key: str) -> date | None:
        return self.day(key) if key in self.values else None

    def days(self, key: str) -> tuple[date, ...]:
        value = self._present(key)
        if not isinstance(value, list):
            raise self.wrong(f"{key} must be a list of dates, found {value!r}")
        found = tuple(item for item in value if isinstance(item, date) and not isinstance(item, datetime))
        if len(found) != len(value):
            raise self.wrong(f"{key} must hold dates only, found {value!r}")
        return found

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        value = self.text(key)
        try:
            return choices(value)
        except ValueError:
            raise self.wrong(f"{key} must be one of {', '.join(choices)}, found {value!r}") from None

    def wrong(self, what: str) -> InvalidTable:
        return InvalidTable(f"{self.place}: {what}")

    def _present(self, key: str) -> object:
        if key not in self.values:
            raise self.wrong(f"{key} is missing")
        return self.values[key]


def rows(file: str, table: str, *, keys: Iterable[str]) -> tuple[Row, ...]:
    """The rows of `[[table]]` in `parameters/<file>`; a key outside `keys` is an error, so a typing slip never hides."""
    content = resources.files("art28.law").joinpath("parameters", file).read_text(encoding="utf-8")
    return parse_rows(content, table, file=file, keys=keys)


def parse_rows(content: str, table: str, *, file: str, keys: Iterable[str]) -> tuple[Row, ...]:
    """As `rows`, from the text of the file itself."""
    try:
        entries: object = tomllib.loads(content).get(table, [])
    except tomllib.TOMLDecodeError as error:
        raise InvalidTable(f"{file}: not valid TOML: {error}") from error
    if not isinstance(entries, list):
        raise InvalidTable(f"{file}: write [[{table}]], a list of rows")
    allowed = frozenset(keys)
    found: list[Row] = []
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            raise InvalidTable(f"{file}, [[{table}]] row {number}: not a table")
        name = entry.get("id") or entry.get("code")
        row = Row(f"{file}, [[{table}]] row {number}" + (f" ({name})" if name else ""), entry)
        if unknown := sorted(set(entry) - allowed):
            raise row.wrong(f"unknown field {', '.join(unknown)}; known are {', '.join(sorted(allowed))}")
        found.append(row)
    return tuple(found)

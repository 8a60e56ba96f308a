"""Countries by code -> what they are called, in Dutch, English, German and French; `countries.toml` holds it."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any


def called(code: str, language: str) -> str | None:
    """A country in one of the four languages; None for a code that no name is known of."""
    names = _names().get(code)
    return names[language] if names else None


def spellings() -> Iterator[tuple[str, str]]:
    """Every name in every language, and whatever else a country is called, with its code."""
    yield from ((name, code) for code, names in _names().items() for name in names.values())
    yield from ((name, code) for code, names in _others().items() for name in names)


@cache
def codes_by_name() -> Mapping[str, str]:
    """The code of each country by whatever it is called, in lower case."""
    return {name.casefold(): code for name, code in spellings()}


def _names() -> Mapping[str, Mapping[str, str]]:
    names: Mapping[str, Mapping[str, str]] = _table()["names"]
    return names


def _others() -> Mapping[str, Sequence[str]]:
    others: Mapping[str, Sequence[str]] = _table()["also"]
    return others


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("art28.agreement").joinpath("countries.toml").read_text(encoding="utf-8"))

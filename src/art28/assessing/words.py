"""`severity.toml` -> what the values of the method are called, in Dutch or English."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import cast

from art28.assessing.severity import Circumstance, DataClass, Flag, Level
from art28.notices.language import Language

Table = Mapping[str, "str | Table"]


@cache
def _tables() -> Table:
    return cast("Table", tomllib.loads(files("art28.assessing").joinpath("severity.toml").read_text(encoding="utf-8")))


def _said(language: Language, *path: str) -> str:
    found: str | Table = _tables()
    for name in (*path, language.value):
        found = cast("Table", found)[name]
    return cast("str", found)


def source() -> str:
    """Where the method comes from."""
    return str(_tables()["source"])


def data_class(kind: DataClass, language: Language) -> str:
    """A class of data: "Gewone gegevens"."""
    return _said(language, "classes", kind.value)


def data_class_help(kind: DataClass, language: Language) -> str:
    """How a class of data is scored."""
    return _said(language, "classes", kind.value, "help")


def identification(value: Decimal, language: Language) -> str:
    """What a degree of identification stands for."""
    return _said(language, "identification", str(value))


def circumstance(kind: Circumstance, language: Language) -> str:
    """A circumstance: "Vertrouwelijkheid"."""
    return _said(language, "circumstances", kind.value)


def addition(kind: Circumstance, value: Decimal, language: Language) -> str:
    """What an addition for a circumstance stands for."""
    return _said(language, "circumstances", kind.value, str(value))


def level(found: Level, language: Language) -> str:
    """A class of severity: "gemiddeld"."""
    return _said(language, "levels", found.value)


def level_help(found: Level, language: Language) -> str:
    """What a class of severity means for people."""
    return _said(language, "levels", found.value, "help")


def flag(found: Flag, language: Language) -> str:
    """What stands beside the score."""
    return _said(language, "flags", found.value)

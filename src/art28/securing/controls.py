"""The controls of ISO/IEC 27001:2022, Annex A, which NEN 7510-2:2024 numbers alike: numbers, and short names of our own."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def controls() -> Mapping[str, Mapping[str, str]]:
    """Every control by its number, in order, with its name in Dutch and English."""
    read: dict[str, dict[str, str]] = tomllib.loads(
        files("art28.securing").joinpath("controls.toml").read_text(encoding="utf-8")
    )
    return read


def control_name(number: str, language: str) -> str:
    """What a control is called; its number alone where it is none of them.

    >>> control_name("8.13", "en")
    'Back-up'
    """
    names = controls().get(number)
    return number if names is None else names.get(language, names["en"])

"""The blanks of a template -> the columns of its sheet: one for each fact and each field of the organisation's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from art28.agreement import labels
from art28.drafting.house.model import Blank, Use

FILE: Mapping[str, str] = {"nl": "Bestandsnaam", "en": "File name"}
"""The heading of the column that says how a row's document is to be called."""
_NAMES = ("controller.name", "processor.name")
_NAME = {"nl": "naam", "en": "name"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet: its heading, the blanks that it fills in."""

    heading: str
    blanks: tuple[Blank, ...]


def columns(blanks: Iterable[Blank], language: str) -> tuple[Column, ...]:
    """The columns in the order of the document, no two of one heading."""
    found: dict[str, list[Blank]] = {}
    for each in blanks:
        if each.use is not Use.LEFT:
            found.setdefault(each.fact or f"own {each.key}", []).append(each)
    taken = {each.casefold() for each in FILE.values()}
    return tuple(Column(_apart(_heading(among[0], language), taken), tuple(among)) for among in found.values())


def _heading(blank: Blank, language: str) -> str:
    if not blank.fact:
        return blank.name
    said = labels.fact(blank.fact, language)
    return f"{said} ({_NAME[language]})" if blank.fact in _NAMES else said


def _apart(heading: str, taken: set[str]) -> str:
    count, said = 1, heading
    while said.casefold() in taken:
        count += 1
        said = f"{heading} ({count})"
    taken.add(said.casefold())
    return said

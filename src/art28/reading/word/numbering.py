"""Definitions of lists -> the number that stands before each paragraph, as Word would print it.

ISO/IEC 29500-1, 17.9: a paragraph names a list (numId) and a level; a list is an instance of an abstract definition and
may override its levels. Instances of one definition count on from each other unless they override the start.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from art28.reading.building.counting import written
from art28.reading.office.package import attribute, child, children
from art28.reading.office.symbols import bullet
from art28.reading.word.styles import is_on

_PLACE = re.compile(r"%(\d)")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how its number looks."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    style: str | None = None
    plain: bool = False
    hidden: bool = False
    # How many digits a number has at least, zeros before it.
    digits: int = 1


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as paragraphs name it: its levels, the definition by which it counts on from others, where it starts anew."""

    levels: Mapping[int, Level]
    definition: str
    starts: Mapping[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of a document, list by list."""

    def __init__(self, lists: Mapping[str, NumberedList], language: str = "en") -> None:
        self._language = language
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of a list that a paragraph style is tied to."""
        levels = self._lists[number].levels if number in self._lists else {}
        return next((d for d, level in levels.items() if level.style == style), None)

    def next(self, number: str, depth: int) -> tuple[str, str] | None:
        """Count one paragraph; returns its number and what follows it (a space or nothing), None for an unknown list."""
        known = self._lists.get(number)
        if known is None or depth not in known.levels:
            return None
        levels = known.levels
        counts = self._counts.setdefault(known.definition, {})
        for overridden, start in known.starts.items():
            if overridden <= depth and (number, overridden) not in self._restarted:
                self._restarted.add((number, overridden))
                if overridden == depth:
                    counts[depth] = start - 1
                else:
                    counts.setdefault(overridden, start)
        level = levels[depth]
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in range(depth + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart > 0 and depth < restart):
                counts.pop(deeper, None)
        if level.hidden:
            return "", ""
        return _printed(level, levels, counts, self._language), "" if level.suffix == "nothing" else " "


def word_lists(root: etree._Element | None) -> dict[str, NumberedList]:
    """The lists of a Word document's numbering part, by their ids."""
    abstracts = {attribute(e, "abstractNumId") or "": _levels(e) for e in children(root, "abstractNum")}
    linked = {
        attribute(child(e, "styleLink"), "val") or "": attribute(e, "abstractNumId") or ""
        for e in children(root, "abstractNum")
        if child(e, "styleLink") is not None
    }
    follows = {
        attribute(e, "abstractNumId") or "": attribute(child(e, "numStyleLink"), "val") or ""
        for e in children(root, "abstractNum")
        if child(e, "numStyleLink") is not None
    }
    found: dict[str, NumberedList] = {}
    for element in children(root, "num"):
        abstract = attribute(child(element, "abstractNumId"), "val") or ""
        abstract = linked.get(follows.get(abstract, ""), abstract)
        levels = dict(abstracts.get(abstract, {}))
        starts: dict[int, int] = {}
        for override in children(element, "lvlOverride"):
            depth = _int(attribute(override, "ilvl"), 0)
            redefined = child(override, "lvl")
            if redefined is not None:
                levels[depth] = _level(redefined)
            start = attribute(child(override, "startOverride"), "val")
            if start is not None:
                starts[depth] = _int(start, 1)
                levels[depth] = replace(levels.get(depth, Level()), start=starts[depth])
        found[attribute(element, "numId") or ""] = NumberedList(levels, abstract, starts)
    return found


def _printed(level: Level, levels: Mapping[int, Level], counts: Mapping[int, int], language: str) -> str:
    if level.form == "bullet":
        return bullet(level.text)

    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = levels.get(depth, Level())
        count = counts.get(depth, other.start)
        if other.digits > 1:
            return f"{count:0{other.digits}d}"
        return written(count, "decimal" if level.plain and other.form != "none" else other.form, language)

    return _PLACE.sub(number, level.text).strip()


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {_int(attribute(element, "ilvl"), 0): _level(element) for element in children(abstract, "lvl")}


def _level(element: etree._Element) -> Level:
    restart = attribute(child(element, "lvlRestart"), "val")
    form = next(element.iter("{*}numFmt"), None)
    return Level(
        start=_int(attribute(child(element, "start"), "val"), 0),
        form=attribute(form, "val") or "decimal",
        text=attribute(child(element, "lvlText"), "val") or "",
        suffix=attribute(child(element, "suff"), "val") or "tab",
        restart=None if restart is None else _int(restart, 0),
        style=attribute(child(element, "pStyle"), "val"),
        plain=is_on(child(element, "isLgl")),
        hidden=is_on(child(child(element, "rPr"), "vanish")),
        digits=_digits(form),
    )


def _digits(form: etree._Element | None) -> int:
    """The digits of a form of one's own, which is given by its first numbers: "001, 002, 003, ..."."""
    first = (attribute(form, "format") or "").split(",")[0].strip()
    return len(first) if attribute(form, "val") == "custom" and 1 < len(first) < 9 and first.isdigit() else 1


def _int(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 10 else default

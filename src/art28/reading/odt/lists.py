"""The lists of an OpenDocument text -> the number before each paragraph, as it is printed.

OpenDocument 1.3, part 3, 5.3 and 19.880: a list has its style and level by nesting; it may continue another one, by name
or as the last of its style. Headings outside any list count by the outline style.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from art28.reading.building.counting import written
from art28.reading.odt.styles import ListLevel, OdtStyles, whole
from art28.reading.office.package import attribute
from art28.reading.office.symbols import bullet

_PLACE = re.compile(r"%(\d{1,2})%")
_INVISIBLE = "\u200b\u2060"


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in a list: its style, its level from 1, and how far each level has counted."""

    style: str | None
    level: int
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """Counts the paragraphs of a document, list by list."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._named: dict[str, dict[int, int]] = {}
        self._last: dict[str | None, dict[int, int]] = {}
        self._headings: dict[int, int] = {}

    def open(self, element: etree._Element, within: ListPlace | None) -> ListPlace:
        """The place of the items of a list, inside the item of another or not."""
        style = attribute(element, "style-name")
        if within is not None and (style is None or style == within.style):
            return ListPlace(within.style, within.level + 1, within.counts)
        level = 1 if within is None else within.level + 1
        continued = attribute(element, "continue-list")
        counts: dict[int, int] | None = None
        if continued is not None:
            counts = self._named.get(continued)
        elif attribute(element, "continue-numbering") == "true":
            counts = self._last.get(style)
        counts = {} if counts is None else counts
        name = attribute(element, "id")
        if name is not None:
            self._named[name] = counts
        self._last[style] = counts
        return ListPlace(style, level, counts)

    def numbered(self, element: etree._Element) -> ListPlace:
        """The place of a numbered paragraph, which names its list and level instead of standing in one."""
        counts = self._named.setdefault(attribute(element, "list-id") or "", {})
        return ListPlace(attribute(element, "style-name"), whole(attribute(element, "level"), 1), counts)

    def label(self, place: ListPlace, style: str | None, *, start: str | None = None) -> tuple[str, str]:
        """Count one item; its number and what follows it. `style` is the list of its paragraph's style."""
        levels = self._styles.lists.get(place.style or style or "")
        return self._count(levels or {}, place.level, place.counts, start)

    def heading(self, level: int, style: str | None, *, start: str | None = None) -> tuple[str, str]:
        """Count a heading outside any list; its number and what follows it, both empty where headings have none."""
        if style == "":
            return "", ""
        return self._count(self._styles.outline, level, self._headings, start)

    def _count(
        self, levels: Mapping[int, ListLevel], depth: int, counts: dict[int, int], start: str | None
    ) -> tuple[str, str]:
        level = levels.get(depth)
        if level is None:
            return "", ""
        counts[depth] = whole(start, level.start) if start or depth not in counts else counts[depth] + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return bullet(level.bullet), level.after
        return _printed(level, levels, counts), level.after


def _printed(level: ListLevel, levels: Mapping[int, ListLevel], counts: Mapping[int, int]) -> str:
    def number(match: re.Match[str]) -> str:
        depth = int(match[1])
        other = levels.get(depth, level)
        return written(counts.get(depth, other.start), other.form)

    return _PLACE.sub(number, level.pattern).strip(_INVISIBLE).strip()

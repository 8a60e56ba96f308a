"""Word's styles -> what a paragraph's style says of it: the depth of a heading, its list, whether it is contents."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from art28.reading.office.package import attribute, child, children
from art28.reading.office.stylenames import heading_depth, is_contents

_NO_OUTLINE = 9
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name, the one it is based on, its list and level, its outline depth, whether it hides text.

    Each is None where the style leaves it to the one it is based on.
    """

    name: str
    parent: str | None
    number: str | None
    depth: int | None
    outline: int | None
    hidden: bool | None


class Styles:
    """The paragraph styles of a document, each with what it inherits."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {attribute(e, "styleId") or "": _style(e) for e in children(root, "style")}
        self.default = next(
            (
                attribute(e, "styleId")
                for e in children(root, "style")
                if attribute(e, "default") in ("1", "true") and attribute(e, "type") == "paragraph"
            ),
            None,
        )
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self.language = (attribute(child(defaults, "lang"), "val") or "en")[:2].lower()
        hiding = {name for name, style in self._styles.items() if style.hidden is not None}
        self.hidden: frozenset[str | None] = frozenset(
            name for name in (self._styles if hiding else ()) if self._hides(name)
        )

    def _hides(self, name: str) -> bool:
        """Whether text in this style is hidden: the nearest style that says so decides."""
        return next((style.hidden for _, style in self._chain(name) if style.hidden is not None), False)

    def _chain(self, style: str | None) -> Iterator[tuple[str, Style]]:
        for _ in range(_DEEPEST):
            found = self._styles.get(style or "")
            if found is None or style is None:
                return
            yield style, found
            style = found.parent

    def heading(self, style: str | None) -> int | None:
        """The depth of the heading that this style makes, 0 outermost; None where it makes none."""
        for _, found in self._chain(style):
            if found.outline is not None:
                return found.outline if found.outline < _NO_OUTLINE else None
            depth = heading_depth(found.name)
            if depth is not None:
                return depth
        return None

    def is_contents(self, style: str | None) -> bool:
        """Whether paragraphs of this style are lines of a table of contents."""
        return any(is_contents(found.name) for _, found in self._chain(style))

    def numbering(self, style: str | None) -> tuple[str, int | None, str] | None:
        """The list that this style puts paragraphs in: its id, its level where stated, and the style that says so."""
        depth: int | None = None
        for name, found in self._chain(style):
            depth = found.depth if depth is None else depth
            if found.number is not None:
                return found.number, depth, name
        return None


def _style(element: etree._Element) -> Style:
    properties = child(element, "pPr")
    numbering = child(properties, "numPr")
    depth = attribute(child(numbering, "ilvl"), "val")
    outline = attribute(child(properties, "outlineLvl"), "val")
    vanish = child(child(element, "rPr"), "vanish")
    return Style(
        attribute(child(element, "name"), "val") or "",
        attribute(child(element, "basedOn"), "val"),
        attribute(child(numbering, "numId"), "val"),
        _level(depth),
        _level(outline),
        None if vanish is None else is_on(vanish),
    )


def _level(value: str | None) -> int | None:
    """A level, of which Word has nine; None where none is stated."""
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) == 1 else None


def is_on(switch: etree._Element | None) -> bool:
    """Whether a property that is either on or off is there and on."""
    return switch is not None and attribute(switch, "val") not in ("0", "false", "off")

"""The styles of an OpenDocument text -> what they say of a paragraph, a stretch of text, the levels of a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from art28.reading.office.package import attribute, child, local
from art28.reading.office.stylenames import is_title

_DEEPEST = 20
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_UNSYNCED = {"a": "lowerAlphabet", "A": "upperAlphabet"}
_LEVELS = frozenset(
    {"list-level-style-number", "list-level-style-bullet", "list-level-style-image", "outline-level-style"}
)


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name, its parent, the list it puts paragraphs in, whether it hides text, its font.

    Each but the name is None where the style says nothing of it; a list of "" takes a paragraph out of any.
    """

    name: str
    parent: str | None
    list_style: str | None
    hidden: bool | None
    font: str | None


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list. `pattern` has %1% for the number of level 1, and so on; a bullet has no pattern."""

    form: str
    pattern: str
    bullet: str = ""
    start: int = 1
    after: str = " "


class OdtStyles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, roots: Sequence[etree._Element | None]) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        self.lists: dict[str, dict[int, ListLevel]] = {}
        self.outline: dict[int, ListLevel] = {}
        for root in roots:
            for container in () if root is None else root:
                if local(container) in ("styles", "automatic-styles"):
                    self._collect(container)

    def _collect(self, container: etree._Element) -> None:
        for element in container:
            name, kind = attribute(element, "name") or "", local(element)
            if kind == "style":
                self._styles[(attribute(element, "family") or "", name)] = _style(element)
            elif kind == "list-style":
                self.lists[name] = dict(_levels(element))
            elif kind == "outline-style":
                self.outline = dict(_levels(element))

    def _chain(self, family: str, name: str | None) -> Iterator[Style]:
        for _ in range(_DEEPEST):
            found = self._styles.get((family, name or ""))
            if found is None:
                return
            yield found
            name = found.parent

    def hides(self, family: str, name: str | None) -> bool:
        """Whether text in this style is hidden."""
        return next((style.hidden for style in self._chain(family, name) if style.hidden is not None), False)

    def font(self, name: str | None) -> str | None:
        """The font of a text style."""
        return next((style.font for style in self._chain("text", name) if style.font is not None), None)

    def list_style(self, name: str | None) -> str | None:
        """The list that a paragraph style puts its paragraphs in."""
        chain = self._chain("paragraph", name)
        return next((style.list_style for style in chain if style.list_style is not None), None)

    def is_title(self, name: str | None) -> bool:
        """Whether a paragraph style makes the title of the document."""
        return any(is_title(style.name) for style in self._chain("paragraph", name))


def _style(element: etree._Element) -> Style:
    text = child(element, "text-properties")
    display = attribute(text, "display")
    return Style(
        attribute(element, "display-name") or attribute(element, "name") or "",
        attribute(element, "parent-style-name"),
        attribute(element, "list-style-name"),
        None if display is None else display == "none",
        attribute(text, "font-name") or attribute(text, "font-family"),
    )


def _levels(style: etree._Element) -> Iterator[tuple[int, ListLevel]]:
    for element in style:
        if local(element) in _LEVELS:
            level = whole(attribute(element, "level"), 1)
            yield level, _level(element, level)


def _level(element: etree._Element, level: int) -> ListLevel:
    alignment = child(child(element, "list-level-properties"), "list-level-label-alignment")
    after = "" if attribute(alignment, "label-followed-by") == "nothing" else " "
    kind = local(element)
    if kind == "list-level-style-image":
        return ListLevel("bullet", "", "•", after=after)
    if kind == "list-level-style-bullet":
        return ListLevel("bullet", "", attribute(element, "bullet-char") or "•", after=after)
    number = attribute(element, "num-format") or ""
    form = _FORMS.get(number, "decimalZero" if number.startswith("0") else "decimal")
    if attribute(element, "num-letter-sync") != "true":
        form = _UNSYNCED.get(number, form)
    pattern = attribute(element, "num-list-format")
    if pattern is None:
        shown = whole(attribute(element, "display-levels"), 1)
        places = ".".join(f"%{each}%" for each in range(max(level - shown + 1, 1), level + 1)) if number else ""
        pattern = f"{attribute(element, 'num-prefix') or ''}{places}{attribute(element, 'num-suffix') or ''}"
    return ListLevel(form, pattern, start=whole(attribute(element, "start-value"), 1), after=after)


def whole(value: str | None, default: int) -> int:
    """A whole number that an attribute states, `default` where it states none."""
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 10 else default

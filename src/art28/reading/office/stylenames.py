"""The name of a paragraph style -> what it makes of its paragraphs: a heading and its depth, lines of contents."""

import re

_HEADING = re.compile(r"^(?:heading|kop|überschrift|titre)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|titel|titre)$", re.IGNORECASE)
_CONTENTS = re.compile(
    r"^(?:toc|inhopg|verzeichnis|tm|contents)\s*(?:\d|heading)|^table of (?:figures|authorities)", re.IGNORECASE
)


def heading_depth(name: str) -> int | None:
    """The depth of the heading that a style of this name makes, 0 outermost; None where it makes none."""
    match = _HEADING.match(name)
    if match:
        return int(match[1]) - 1
    return 0 if is_title(name) else None


def is_title(name: str) -> bool:
    """Whether a style of this name makes the title of a document."""
    return bool(_TITLE.match(name))


def is_contents(name: str) -> bool:
    """Whether paragraphs in a style of this name are lines of a table of contents."""
    return bool(_CONTENTS.match(name))

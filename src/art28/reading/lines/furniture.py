"""A line by itself -> what of a page's furniture it is: the number of a page, its foot, a line of a table of contents."""

import re

from art28.document.model import BlockKind
from art28.document.pattern import compiled
from art28.reading.lines.heads import FULL_STOP

_PAGE_NUMBER = re.compile(
    r"^[-–—]?\s*(?:(?:pagina|page|seite|blz\.?|p\.)\s*)?\d{1,3}(?:\s*(?:van|of|von|/|sur|de)\s*\d{1,3})?\s*[-–—]?$",
    re.IGNORECASE,
)
_PAGE_FOOT = compiled(r"\b(?:pagina|page|seite|blz\.?)\s+\d{1,3}\s*(?:van|of|von|/|sur|de)\s*\d{1,3}\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_FOOT = 120
# How far from the end of a line the dots before a page number are looked for: a row of dots may be endless.
_CONTENTS_TAIL = 80
_CONTENTS = compiled(r"(?:\.\s?){5,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$")


def furniture(content: str, *, after_blank: bool) -> BlockKind | None:
    """What a line is that no sentence goes on in; None for any other. A bare number counts only behind an empty line."""
    if not _DIGIT.search(content):
        return None
    if _CONTENTS.search(content, max(0, len(content) - _CONTENTS_TAIL)):
        return BlockKind.CHROME
    if len(content) <= _LONGEST_FOOT and _PAGE_FOOT.search(content) and not FULL_STOP.search(content):
        return BlockKind.PAGE_FOOTER
    if after_blank and _PAGE_NUMBER.match(content) and not content.endswith((".", ")")):
        return BlockKind.PAGE_NUMBER
    return None

"""Bold lines of a page -> its headings, where it marks up none: "<b>5. Datalek</b><br>" in a text of one piece.

What stands in bold is enclosed in two characters that no text may hold, so that each line can be told by them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from art28.document.model import Block, BlockKind

BOLD, LIGHT = "\ufdd2", "\ufdd3"
_EDGES = re.compile(f"([{BOLD}{LIGHT}])")
_EMBOLDENS = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LONGEST_TITLE = 100
_TITLES_AT_LEAST = 3
_RUNNING_ON = 60
_ENDS_NO_TITLE = (".", ";", ",", ":")


def emboldens(style: str | None) -> bool:
    """Whether an element's style sets its words in bold."""
    return style is not None and _EMBOLDENS.search(style) is not None


def without_marks(line: str) -> str:
    """A line without the characters around what stands in bold."""
    return _EDGES.sub("", line)


def is_bold(line: str, depth: int) -> tuple[bool, int]:
    """Whether all words of a line stand in bold, `depth` deep at its start; and how deep at its end."""
    bold = True
    for part in _EDGES.split(line):
        if part in (BOLD, LIGHT):
            depth += 1 if part == BOLD else -1
        elif part.strip() and depth == 0:
            bold = False
    return bold, depth


def make_headings(blocks: list[Block], text: str, bold: Sequence[int]) -> None:
    """Make headings of the `bold` ones of `blocks` that head a text, unless it marks up its own or they are too few."""
    if len(bold) < _TITLES_AT_LEAST or sum(b.kind is BlockKind.HEADING for b in blocks) >= _TITLES_AT_LEAST:
        return
    heads = [at for at in bold if _heads(blocks, text, at)]
    if len(heads) >= _TITLES_AT_LEAST:
        for at in heads:
            blocks[at] = replace(blocks[at], kind=BlockKind.HEADING, level=1)


def _heads(blocks: Sequence[Block], text: str, at: int) -> bool:
    """Whether a bold line heads what follows: a title, and below it running text, a list or a table, no address."""
    block, following = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    words = text[block.span.start : block.span.end]
    if following is None or len(words) > _LONGEST_TITLE or words.endswith(_ENDS_NO_TITLE) or not words[:1].isalnum():
        return False
    long = following.span.end - following.span.start >= _RUNNING_ON
    return block.label is not None or long or following.kind in (BlockKind.ITEM, BlockKind.TABLE_ROW)

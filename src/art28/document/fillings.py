"""Running text -> the dots and strokes around what was filled in by hand: "......Ommen........" says Ommen."""

import re
from collections.abc import Iterator

# What is filled in begins right behind the first dots and is followed by more; a blank between words has a space on its
# right, and what leads to a page number in a table of contents has nothing behind it.
_FILLED = re.compile(
    r"(?<![\w.…_])(?P<before>[.…_]{2,}|…)"
    r"(?P<value>[\w€(@](?:[^.…_:\n\t]|\.(?![.…])|_(?!_)){0,60}?)"
    r"(?P<after> ?(?:[.…_]{2,}|…))(?!\w)"
)
# Two blanks side by side leave a word or a label between them: "..........te..........", "....naam....".
_VALUE = re.compile(r"^(?:\W*\d|[^\W\d_]*[A-ZÀ-Þ@]|\S+@)")
_LABEL = re.compile(
    r"^\W*(?:naam|functie|plaats|datum|adres|handtekening|name|title|date|place|address|signature|ort|unterschrift|lieu|nom)\b",
    re.IGNORECASE,
)


def fillings(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of dots and strokes around what was filled in between them, in order."""
    if "..." not in text and "__" not in text and "…" not in text:
        return
    for match in _FILLED.finditer(text):
        if _VALUE.match(match["value"]) and not _LABEL.match(match["value"]):
            yield match.span("before")
            yield match.span("after")

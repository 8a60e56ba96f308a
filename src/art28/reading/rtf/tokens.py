"""The bytes of an RTF file -> its tokens: groups, control words with their numbers, bytes of text.

Rich Text Format 1.9.1. A file is read as Latin-1, so that a character is a byte; which letter a byte stands for depends on
the font and is decided later.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<text>[^\\{}\r\n]+)|(?P<open>\{)|(?P<close>\})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    r"|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|[\r\n]+|\\"
)
_BINARY = "bin"


class Token(NamedTuple):
    """`kind` is "{", "}", "word", "text" or "sign"; `text` the word, the bytes as Latin-1 or the sign."""

    kind: str
    text: str = ""
    number: int | None = None


_OPEN, _CLOSE = Token("{"), Token("}")


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file, from first to last; binary data is stepped over."""
    source = data.decode("latin-1")
    at, end = 0, len(source)
    match = _TOKEN.match
    while at < end:
        found = match(source, at)
        if found is None:  # pragma: no cover - every character matches
            return
        at = found.end()
        kind = found.lastgroup
        if kind == "text":
            yield Token("text", found[0])
        elif kind in ("word", "number"):
            number = found["number"]
            word = found["word"]
            if word == _BINARY and number is not None:
                at += max(int(number), 0)
            yield Token("word", word, None if number is None else int(number))
        elif kind == "open":
            yield _OPEN
        elif kind == "close":
            yield _CLOSE
        elif kind == "hex":
            yield Token("hex", chr(int(found["hex"], 16)))
        elif kind == "sign":
            yield Token("sign", found["sign"])

"""The inside of a Markdown paragraph -> which of its characters are read aloud, line by line.

markdown-it says what the inside is made of but not where each part stands. The parts come in order, so each is found
again in the source from where the one before it ended; what lies between them are the marks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it.token import Token

from art28.document.model import Span

# Only tags that HTML has are marks; "<company name>" is a blank to fill in.
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|center|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|input|ins|kbd|label|li|mark|ol|"
    r"p|pre|q|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|wbr)\b[^>]*>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


@dataclass(slots=True)
class Spoken:
    """A stretch of the source without a line end: the ranges read aloud, and whether a marked break ends it."""

    parts: list[tuple[int, int]] = field(default_factory=list)
    broken: bool = False

    def span(self) -> Span:
        """From the first character read aloud to the last."""
        return Span(self.parts[0][0], self.parts[-1][1])

    def skips(self) -> tuple[Span, ...]:
        """What lies between the parts."""
        ends = self.parts
        return tuple(Span(left[1], right[0]) for left, right in pairwise(ends) if right[0] > left[1])

    def text(self, source: str) -> str:
        """The characters read aloud."""
        return "".join(source[start:end] for start, end in self.parts)


def spoken_lines(source: str, start: int, end: int, tokens: Sequence[Token]) -> list[Spoken]:
    """The lines that `tokens`, the inside of `source[start:end]`, make."""
    lines = [Spoken()]
    at = start
    for number, token in enumerate(tokens):
        if token.type in ("text", "code_inline", "text_special"):
            written = token.markup if token.type == "text_special" else token.content
            found = _find(source, written, at, end)
            if found is None:
                continue
            begin, at = found
            if token.type == "text_special":
                _add(lines[-1], *_special(source, begin, at, token))
            else:
                _add(lines[-1], begin, at)
        elif token.type in ("softbreak", "hardbreak"):
            line_end = source.find("\n", at, end)
            at = end if line_end < 0 else line_end + 1
            lines[-1].broken = token.type == "hardbreak"
            lines.append(Spoken())
        elif token.type == "link_close":
            at = _after_link(source, at, end, tokens, number)
        elif token.type == "image":
            at = _after_image(source, at, end)
        elif token.type == "html_inline":
            begin = source.find(token.content, at, end)
            if begin < 0:
                continue
            at = begin + len(token.content)
            if _BREAK.match(token.content):
                lines[-1].broken = True
                lines.append(Spoken())
            elif not _TAG.fullmatch(token.content):
                _add(lines[-1], begin, at)
    return [line for line in lines if line.parts and line.text(source).strip()]


def _add(line: Spoken, start: int, end: int) -> None:
    if start >= end:
        return
    if line.parts and line.parts[-1][1] == start:
        line.parts[-1] = (line.parts[-1][0], end)
    else:
        line.parts.append((start, end))


def _find(source: str, written: str, at: int, end: int) -> tuple[int, int] | None:
    if not written:
        return None
    begin = source.find(written, at, end)
    if begin >= 0:
        return begin, begin + len(written)
    # A code span folds its line ends, a table cell unescapes its pipes: allow for both.
    pattern = r"\s+".join(re.escape(word).replace(r"\|", r"\\?\|") for word in written.split())
    match = re.compile(pattern).search(source, at, end) if pattern else None
    return match.span() if match else None


def _special(source: str, begin: int, end: int, token: Token) -> tuple[int, int]:
    """The range of an escape or an entity that is read aloud."""
    if token.info == "escape":
        return begin + 1, end
    if source[begin:end].startswith("&") and token.content == "&":
        return begin, begin + 1
    return (end, end) if token.content.isspace() else (begin, end)


def _after_link(source: str, at: int, end: int, tokens: Sequence[Token], number: int) -> int:
    opening = next((t for t in reversed(tokens[:number]) if t.type == "link_open"), None)
    if opening is not None and opening.markup in ("autolink", "linkify"):
        return at
    close = source.find("]", at, end)
    if close < 0:
        return at
    at = close + 1
    if source[at : at + 1] == "(":
        return _balanced(source, at, end)
    if source[at : at + 1] == "[":
        shut = source.find("]", at, end)
        return at if shut < 0 else shut + 1
    return at


def _after_image(source: str, at: int, end: int) -> int:
    begin = source.find("![", at, end)
    if begin < 0:
        return at
    close = source.find("](", begin, end)
    return _balanced(source, close + 1, end) if close >= 0 else begin + 2


def _balanced(source: str, at: int, end: int) -> int:
    depth = 0
    for index in range(at, end):
        if source[index] == "(":
            depth += 1
        elif source[index] == ")":
            depth -= 1
            if depth == 0:
                return index + 1
    return at

"""Reading -> the words of a template, clause by clause: what stays when names, numbers, dates and blanks are filled in.

A word is kept with its place in the reading text, so that what differs between two agreements can be shown in both.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from art28.agreement.model import Agreement, Fact
from art28.agreement.passages import Reading, ReadingLine
from art28.document.outline import Part
from art28.document.pattern import lasting

FILLED = "¤"
"""Stands for what is filled in: a number, a date, a name, an address, a blank."""

_MONTH = (
    r"(?:jan(?:uar[iy]?|uari)?|feb(?:ruar[iy]|ruar)?|m(?:aart|rt|är[zt]|arch|ar|ars|ei|ai|ay)|apr(?:il)?|jun[ei]?|jul[iy]?|"
    r"aug(?:ustus|ust)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|janvier|février|avril|juin|juillet|"
    r"août|septembre|octobre|novembre|décembre)\.?"
)
_WORD = lasting(
    rf"(?P<date>\b(?:\d{{1,2}}(?:st|nd|rd|th|er)?\.? {_MONTH}(?: \d{{4}})?|{_MONTH} (?:\d{{1,2}},? )?\d{{4}})\b)|"
    r"(?P<blank>_{3,}|\.{4,}|…+|\[[^\]\n]{0,60}\]|<[^<>\n]{1,40}>|\{\{[^{}\n]{1,60}\}\})"
    r"|(?P<address>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?:https?://|www\.)\S+)"
    r"|(?P<word>[^\W_]+(?:['-][^\W_]+)*)",
    re.IGNORECASE,
)
_LABEL = lasting(
    r"^[\s#*•·▪◦o>-]*(?:(?:(?:artikel|article|art\.?|clause|section|klausel|§)\s*)?"
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]{1,2}|[ivxlc]{1,5})[.):]+(?=\s|$)|"
    r"(?:artikel|article|clause|section|klausel|§)\s*\d{1,2}\b|\d{1,2}(?:\.\d{1,2}){0,3}(?=\s))?[\s.:–-]*",
    re.IGNORECASE,
)
_DIGIT = lasting(r"\d")
# Facts whose words are somebody's own, so that no two agreements on one template share them.
_OWN_FIELDS = (
    "name", "registration", "street", "postcode", "city", "representative", "representative_role", "phone", "email",
)  # fmt: skip
_SHORTEST_NAME = 3
_LONGEST_CLAUSE = 250


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared: `text` is folded, or FILLED; `exact` keeps a number as written, only names are FILLED in it.

    `start:end` is its place in the reading text.
    """

    text: str
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one clause, or of one paragraph where a clause has no number or is long.

    `provision` is what a reader calls it, `start:end` its place in the reading text.
    """

    part: Part
    provision: str
    heading: str
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def text(self) -> tuple[str, ...]:
        """The words as compared: what is filled in counts once, however many words fill it."""
        return filled_once(self.words)

    @property
    def exact(self) -> tuple[str, ...]:
        """The words with their numbers as written; names and blanks count once."""
        return tuple(
            word.exact
            for index, word in enumerate(self.words)
            if word.exact != FILLED or not index or self.words[index - 1].exact != FILLED
        )


def filled_once(words: Sequence[Word]) -> tuple[str, ...]:
    """The words as compared, each run of FILLED as one."""
    return tuple(
        word.text
        for index, word in enumerate(words)
        if word.text != FILLED or not index or words[index - 1].text != FILLED
    )


@dataclass(frozen=True, slots=True)
class Worded:
    """An agreement's text by clause, in order; a line without a word is left out."""

    reading: Reading
    wordings: tuple[Wording, ...]


def worded(agreement: Agreement) -> Worded:
    """The words of an agreement's template."""
    reader = _Reader(own_names(agreement.facts))
    found = (reader.wording(lines) for lines in _units(agreement.reading))
    return Worded(agreement.reading, tuple(wording for wording in found if wording.words))


def own_names(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """What the agreement fills in for its parties: names, addresses, numbers, the people who sign and are to be called."""
    found: set[str] = set()
    for key, fact in facts.items():
        role, _, name = key.partition(".")
        if role in ("controller", "processor") and name in _OWN_FIELDS and isinstance(fact.value, str):
            found.add(fact.value)
        elif key == "contacts.list" and isinstance(fact.value, tuple):
            records = (record for record in fact.value if isinstance(record, Mapping))
            found.update(str(record[field]) for record in records for field in _OWN_FIELDS if record.get(field))
    return tuple(sorted((name for name in found if len(name) >= _SHORTEST_NAME), key=lambda name: (-len(name), name)))


def _units(reading: Reading) -> Iterator[tuple[ReadingLine, ...]]:
    """The lines of each clause together; line by line where a clause has no number, or is too long to be one rule."""
    for lines in _by_clause(reading.lines):
        first = lines[0]
        if first.clause.number and sum(line.text.count(" ") for line in lines) <= _LONGEST_CLAUSE:
            yield lines
        else:
            yield from ((line,) for line in lines)


def _by_clause(lines: Iterable[ReadingLine]) -> Iterator[tuple[ReadingLine, ...]]:
    together: list[ReadingLine] = []
    for line in lines:
        if together and line.clause is not together[-1].clause:
            yield tuple(together)
            together = []
        together.append(line)
    if together:
        yield tuple(together)


class _Reader:
    """Reads the words of lines, with the parties' own names taken as filled in."""

    __slots__ = ("_names",)

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None

    def wording(self, lines: tuple[ReadingLine, ...]) -> Wording:
        """The words of lines that belong together."""
        words = tuple(word for line in lines for word in self._words(line.text, line.start))
        clause = lines[0].clause
        return Wording(clause.part, clause.provision, clause.heading, lines[0].start, lines[-1].end, words)

    def _words(self, text: str, at: int) -> Iterator[Word]:
        """Each word of a line; a name is one word, whatever it is."""
        label = _LABEL.match(text)
        start = label.end() if label is not None else 0
        if self._names is None or self._names.search(text, start) is None:
            yield from (Word(word, exact, at + begin, at + end) for word, exact, begin, end in _words_of(text, start))
            return
        for name in self._names.finditer(text, start):
            yield from _words(text, start, name.start(), at)
            yield Word(FILLED, FILLED, at + name.start(), at + name.end())
            start = name.end()
        yield from _words(text, start, len(text), at)


@lru_cache(maxsize=1024)
def _words_of(text: str, start: int) -> tuple[tuple[str, str, int, int], ...]:
    """The words of a line without a name from `start`, with their places in it: a template's lines come again."""
    return tuple((word.text, word.exact, word.start, word.end) for word in _words(text, start, len(text), 0))


def _words(text: str, start: int, end: int, at: int) -> Iterator[Word]:
    for found in _WORD.finditer(text, start, end):
        written = FILLED if found.lastgroup in ("blank", "address") else found[0].replace("-", "").casefold()
        filled = written == FILLED or bool(_DIGIT.search(written)) or _is_counted(text, found, end)
        yield Word(FILLED if filled else written, written, at + found.start(), at + found.end())


def _is_counted(text: str, word: re.Match[str], end: int) -> bool:
    """Whether a word is a number in words: "achtenveertig (48)", "48 (achtenveertig)"."""
    after = text[word.end() : min(word.end() + 3, end)].lstrip()
    if after.startswith("(") and text[word.end() : min(word.end() + 4, end)].lstrip(" (")[:1].isdigit():
        return True
    before = text[max(0, word.start() - 3) : word.start()]
    return before.endswith("(") and before.rstrip(" (")[-1:].isdigit() and text[word.end() : word.end() + 1] == ")"

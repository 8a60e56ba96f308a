"""The list tables of an RTF file -> its lists, for paragraphs that name one without the number written before them.

Rich Text Format 1.9.1, "List Tables": `listtable` defines lists level by level, `listoverridetable` gives each the number
(`ls`) by which paragraphs name it. Word writes the numbers out as well (`listtext`); some programs leave that to the reader.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from art28.reading.word.numbering import Level, NumberedList, Numbering

_FORMS: Mapping[int, str] = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 6: "cardinalText",
    7: "ordinalText", 22: "decimalZero", 23: "bullet", 255: "none",
}  # fmt: skip
_FOLLOWED_BY = {0: "tab", 1: "space", 2: "nothing"}
_LEVELS = 9
_MOST_LISTS = 5_000
_HIGHEST = 32_767


class RtfLists:
    """Collects the definitions of lists as their words come by, and counts by them."""

    def __init__(self) -> None:
        self._defined: dict[int, tuple[Level, ...]] = {}
        self._lists: dict[str, NumberedList] = {}
        self._levels: list[Level] = []
        self._named: int | None = None
        self._starts: dict[int, int] = {}
        self._overridden = -1
        self._numbering: Numbering | None = None

    def words(self) -> Mapping[str, Callable[[int | None], None]]:
        """What the control words within the tables do."""

        def form(number: int | None) -> None:
            self._shape(lambda level: replace(level, form=_FORMS.get(number or 0, "decimal")))

        return {
            "levelnfc": form,
            "levelnfcn": form,
            "levelstartat": self._start,
            "levelfollow": lambda n: self._shape(lambda each: replace(each, suffix=_FOLLOWED_BY.get(n or 0, "tab"))),
            "levellegal": lambda n: self._shape(lambda each: replace(each, plain=n != 0)),
            "levelnorestart": lambda n: self._shape(lambda each: replace(each, restart=None if n == 0 else 0)),
            "listid": self._name,
        }

    def open_list(self) -> None:
        """A list begins in the table of lists."""
        self._levels, self._overridden = [], -1

    def open_level(self) -> None:
        """The next level of a list begins."""
        if self._overridden < 0 and len(self._levels) < _LEVELS:
            self._levels.append(Level())

    def open_override(self) -> None:
        """A list gets a number, in the table of overrides."""
        self._named, self._levels, self._starts, self._overridden = None, [], {}, -1

    def open_overridden(self) -> None:
        """The override of the next level begins."""
        self._overridden += 1

    def text(self, written: str) -> None:
        """What a level prints: its length, then its characters, those below 9 for the number of a level."""
        length = ord(written[0]) if written else 0
        signs = (f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in written[1 : 1 + length])
        self._shape(lambda level: replace(level, text="".join(signs)))

    def number(self, number: int | None) -> None:
        """The list that was named last goes by this number."""
        if number is None or self._named is None or len(self._lists) >= _MOST_LISTS:
            return
        levels = dict(enumerate(self._defined.get(self._named, ())))
        for depth, start in self._starts.items():
            levels[depth] = replace(levels.get(depth, Level()), start=start)
        self._lists[str(number)] = NumberedList(levels, str(self._named), dict(self._starts))

    def next(self, number: int, depth: int) -> tuple[str, str] | None:
        """Count one paragraph; its number and what follows it, None for a list that the file doesn't define."""
        if self._numbering is None:
            self._numbering = Numbering(self._lists)
        return self._numbering.next(str(number), depth)

    def _shape(self, shaped: Callable[[Level], Level]) -> None:
        if self._levels:
            self._levels[-1] = shaped(self._levels[-1])

    def _start(self, number: int | None) -> None:
        start = max(0, min(number or 0, _HIGHEST))
        if 0 <= self._overridden < _LEVELS:
            self._starts[self._overridden] = start
        self._shape(lambda level: replace(level, start=start))

    def _name(self, number: int | None) -> None:
        """The id of a list, which stands behind its levels, and first in an override."""
        self._named = number or 0
        if self._levels and len(self._defined) < _MOST_LISTS:
            self._defined[self._named] = tuple(self._levels)
            self._levels = []

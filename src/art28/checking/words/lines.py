"""Text -> its lines in the document's own words, and what was told of each, once for all lines that read the same."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, cast

from art28.agreement.passages import Reading, ReadingLine
from art28.checking.words.known import Known, Memory
from art28.checking.words.text import Text

_LINE = "line"
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Worded:
    """A line with its words as they stand in the flow: mended, with the parties' names as written."""

    line: ReadingLine
    words: str
    known: Known

    def told(self, tell: Callable[[str], Told]) -> Told:
        """What `tell` says of the words; it may look at nothing else, and must keep no sentence of them."""
        told = self.known.told.get(tell)
        if told is None:
            told = self.known.told[tell] = tell(self.words)
        return cast("Told", told)


def lines_of(text: Text) -> tuple[Worded, ...]:
    """Every line of the text, in order."""
    return _lines_of(text.agreement.reading, text.memory)


@lru_cache(maxsize=1)
def _lines_of(reading: Reading, memory: Memory | None) -> tuple[Worded, ...]:
    return tuple([_worded(line, reading.original(line.start, line.end), memory) for line in reading.lines])


def _worded(line: ReadingLine, words: str, memory: Memory | None) -> Worded:
    return Worded(line, words, Known() if memory is None else memory.of(_LINE, 0, words))

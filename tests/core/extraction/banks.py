"""Banks of short clauses -> how many of them are read: `banks/LANGUAGE/TOPIC.toml`.

Under each key stand the values, and under each value the clauses that give it; `none` holds near misses, which give nothing.
The items of a list are divided by "|", choices by "+". Clauses stand under `heading` where there is one, and are whole
agreements where they are `alone`. `bar` is how many of them are read at least. A file may also hold whole papers, each with
the `facts` that it says, and their `bars` by key.
`python banks.py [--misses] [FILE …]` prints what is read of each key.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Agreement, Value
from art28.extraction.extract import extract
from art28.reading.text import read_text

FOLDER = Path(__file__).resolve().parent / "banks"
FILES = tuple(sorted(FOLDER.glob("*/*.toml")))
_NOTHING = "none"
_SETTINGS = ("bar", "heading", "alone")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, and the value of `key` that it must give; None where it gives none."""

    key: str
    language: str
    text: str
    value: Value | None
    heading: str = ""
    alone: bool = False

    @property
    def agreement(self) -> str:
        """An agreement of this clause alone."""
        if self.alone:
            return f"{self.text}\n"
        heading = f"{self.heading}\n\n" if self.heading else ""
        return f"{_opening(self.language, self.text)}\n\n{heading}{self.text}\n"

    def read(self) -> Value | None:
        """What art28 reads of the key in it."""
        return _read(self.agreement).value(self.key)

    def as_meant(self, value: Value | None) -> bool:
        """Whether `value` is what this clause says; the items of a list may stand in any order."""
        if isinstance(self.value, tuple) and isinstance(value, tuple):
            return sorted(map(_bare, self.value)) == sorted(map(_bare, value))
        return self.value == value


@dataclass(frozen=True, slots=True)
class Bank:
    """The clauses of one key in one file, and how many of them are read at least."""

    key: str
    clauses: tuple[Clause, ...]
    bar: int

    @property
    def unread(self) -> tuple[tuple[Clause, Value | None], ...]:
        """The clauses that give another value than they should, each with the value that it gives."""
        read = ((clause, clause.read()) for clause in self.clauses)
        return tuple((clause, value) for clause, value in read if not clause.as_meant(value))


def banks_in(file: Path) -> Iterator[Bank]:
    """The banks of `file`, one for each key."""
    held = tomllib.loads(file.read_text(encoding="utf-8"))
    yield from _of_papers(held.pop("paper", []), held.pop("bars", {}), file.parent.name)
    for key, table in held.items():
        rows = ((written, texts) for written, texts in table.items() if written not in _SETTINGS)
        clauses = (
            Clause(
                key, file.parent.name, text, _value(key, written), table.get("heading", ""), table.get("alone", False)
            )
            for written, texts in rows
            for text in texts
        )
        yield Bank(key, tuple(clauses), table["bar"])


def _of_papers(papers: list[dict[str, Any]], bars: dict[str, int], language: str) -> Iterator[Bank]:
    for key, bar in bars.items():
        of = ((paper["text"], paper["facts"][key]) for paper in papers if key in paper["facts"])
        clauses = (Clause(key, language, text, _value(key, written), alone=True) for text, written in of)
        yield Bank(key, tuple(clauses), bar)


def _value(key: str, written: str) -> Value | None:
    kind = catalogue()[key].type
    if written == _NOTHING:
        return None
    if kind is FactType.FLAG:
        return written == "true"
    if kind is FactType.MONEY:
        return int(written)
    if kind is FactType.CHOICES:
        return tuple(written.split("+"))
    return tuple(written.split("|")) if kind is FactType.TEXTS else written


def _bare(item: Any) -> str:
    return " ".join(re.findall(r"\w+", str(item).casefold()))


def _opening(language: str, text: str) -> str:
    return next(voice["opening"] for voice in _voices()[language] if re.search(voice["calls"], text))


@lru_cache(maxsize=64)
def _read(text: str) -> Agreement:
    return extract(read_text(text, name="clause.txt", sha256="0" * 64, extraction="test"))


@cache
def _voices() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((FOLDER / "voices.toml").read_text(encoding="utf-8"))


def _print(files: Sequence[Path], misses: bool) -> None:
    total = missed = 0
    for file in files:
        for bank in banks_in(file):
            unread = bank.unread
            total, missed = total + len(bank.clauses), missed + len(unread)
            print(
                f"{file.parent.name} {file.stem} {bank.key}: {len(bank.clauses) - len(unread)} of {len(bank.clauses)}"
            )
            for clause, value in unread if misses else ():
                print(f"    {clause.value} but {value}: {clause.text!r}")
    print(f"all: {total - missed} of {total}, {(total - missed) / max(total, 1):.3f}")


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:] if name != "--misses"]
    _print(given or FILES, misses="--misses" in sys.argv)

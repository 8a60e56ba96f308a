"""One line for each file at hand: a hash of all that checking says of it, whatever was checked before.

Two versions of art28 that print the same check everything the same: `diff` their output after a change that only makes
checking faster. Each agreement, and one that differs in figures, is checked by itself, after all before it, and after all
others in reverse; where these three differ the line says so. The lines name files by their place in the list, and say
nothing of what stands in them.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from art28.agreement.model import Agreement
from art28.checking.check import checked
from art28.checking.packs.pack import every_pack
from art28.checking.packs.packing import measured
from art28.checking.words.known import Memory
from art28.checking.words.text import text_of
from art28.extraction.extract import extract_each
from art28.reading.limits import Limits
from art28.reading.read import read_document
from same_facts import AT_HAND, ROOT, digest, files

_FIGURE = re.compile(r"\b\d{2}\b")


def said(agreement: Agreement, memory: Memory | None) -> str:
    """A hash of verdicts, findings and packs."""
    text = text_of(agreement, memory)
    return digest((measured(text, checked(text), every_pack()),))


def read(path: Path) -> Iterator[Agreement]:
    """The agreements that a file holds; of a file of text also such as it would be with other figures."""
    data = path.read_bytes()
    yield from extract_each(read_document(data, name=path.name, limits=Limits()))
    if path.suffix in (".txt", ".md", ".html"):
        other = _FIGURE.sub(lambda match: str((int(match[0]) + 12) % 90 + 10), data.decode("utf-8", "replace"))
        yield from extract_each(read_document(other.encode(), name=path.name, limits=Limits()))


def main() -> None:
    """Check all files below the folders given, else those at hand."""
    folders = map(Path, sys.argv[1:]) if sys.argv[1:] else (*AT_HAND, ROOT / "tests" / "law" / "whole")
    found: list[tuple[str, Agreement]] = []
    for number, path in enumerate(files(folders), start=1):
        try:
            found += [(f"{number}.{place}", each) for place, each in enumerate(read(path))]
        except Exception as error:  # a file that isn't read must not be read in another version either
            print(number, type(error).__name__)
    memory = Memory()
    alone = [said(each, None) for _, each in found]
    after = [said(each, memory) for _, each in found]
    again = [said(each, memory) for _, each in reversed(found)][::-1]
    for (name, _), *ways in zip(found, alone, after, again, strict=True):
        print(name, *dict.fromkeys(ways), "" if len(set(ways)) == 1 else "DIFFERS")


if __name__ == "__main__":
    main()

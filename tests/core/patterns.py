"""Every pattern that the core makes, on lines of few characters over and over: prints those that don't come to an end.

    python tests/core/patterns.py FILE ...

The files are read and checked first, so that what is made when it is first asked for is there. A pattern that tries all ways
to divide such a line (`(?:\\w+ ?)+;`) takes twice as long for each further character, whoever wrote it and however rarely it
is reached: a line of sixty then outlasts the machine. One second of processor time is a thousand times what any other needs.
"""

import importlib
import pkgutil
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SECONDS, LENGTH = 1.0, 60
LINES = (
    "A", "Aa", "a", "A. ", "Ab ", "a ", "A.B.", " ", "\n", "1 ", "1.", "-", "_", ".", "…", "\t", "a, ", "de ", "van ", "(a) ",
    "0", "a-", "B.V. ", "a\n", "A\n\n", "de verwerker ", "binnen 24 uur ", "é", "x@", "http://", '"', "*", "(",
    "CONTROLLER ", "PROCESSOR,",
)  # fmt: skip
ROOMS = (
    "agreement", "assessing", "checking", "comparing", "document", "drafting", "evidence", "extraction", "families", "law",
    "letters", "notices", "obligations", "reading", "sealing", "securing", "standards", "timelimits",
)  # fmt: skip


class Endless(Exception):
    """A pattern took more processor time than any should."""


def caught() -> dict[tuple[str, int], re.Pattern[str]]:
    """The patterns made from now on, by source and flags; to be called before anything of art28 is imported."""
    made: dict[tuple[str, int], re.Pattern[str]] = {}
    plain = re.compile

    def kept(pattern: Any, flags: int = 0) -> Any:
        found = plain(pattern, flags)
        if isinstance(found.pattern, str):
            made[found.pattern, found.flags] = found
        return found

    re.compile = kept
    from art28.document import pattern as patterns

    for name in ("compiled", "lasting"):
        own = getattr(patterns, name)

        def also(pattern: str, flags: int = 0, own: Any = own) -> Any:
            kept(pattern, flags)
            return own(pattern, flags)

        setattr(patterns, name, also)
    return made


def use(paths: list[Path]) -> None:
    """Import the whole core, and read and check these files."""
    for room in ROOMS:
        package = importlib.import_module(f"art28.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"art28.{room}."):
            importlib.import_module(module.name)
    from art28.checking.check import check
    from art28.extraction.extract import extract
    from art28.reading.limits import Limits
    from art28.reading.read import read_document

    for path in paths:
        check(extract(read_document(path.read_bytes(), name=path.name, limits=Limits())))


def endless(made: dict[tuple[str, int], re.Pattern[str]]) -> Iterator[str]:
    """The sources of those that don't come to an end on such a line, alone, before another character, between others."""

    def stop(*_: object) -> None:
        raise Endless

    signal.signal(signal.SIGVTALRM, stop)
    for (source, _), pattern in made.items():
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            for line in LINES:
                whole = (line * LENGTH)[:LENGTH]
                for text in (whole, f"{whole}!", f"\n{whole}\n;"):
                    pattern.search(text)
        except Endless:
            yield source
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def main(paths: list[Path]) -> int:
    """Print those patterns, then how many there are; exits with 1 where there is one."""
    made = caught()
    use(paths)
    found = list(endless(made))
    print("\n".join((*found, f"{len(made)} patterns")))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))

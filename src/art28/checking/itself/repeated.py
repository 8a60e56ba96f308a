"""Text -> findings on clauses whose text stands in the agreement twice."""

import re
from collections.abc import Iterator

from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import place
from art28.checking.words.text import Text
from art28.document.outline import Clause, Part

_NUMBER = re.compile(r"^\W*\d+(?:\.\d+)*\W*")
_NO_WORDS = re.compile(r"\W+")
_SHORTEST = 90


def repeated(text: Text) -> Iterator[Finding]:
    """Clauses of the body that say word for word what an earlier one says."""
    reading = text.agreement.reading
    seen: dict[str, Clause] = {}
    for clause in reading.clauses:
        if clause.part is not Part.BODY or clause.end - clause.start < _SHORTEST:
            continue
        words = _words(reading.flow.text[clause.start : clause.end])
        if len(words) < _SHORTEST:
            continue
        first = seen.setdefault(words, clause)
        if first is clause:
            continue
        here, there = place(clause, reading.language), place(first, reading.language)
        yield Finding(
            id=f"coherence.repeated.{here}",
            kind=Kind.COHERENCE,
            severity=Severity.MEDIUM,
            message=Message("finding.repeated", {"other": there}),
            provision=f"{there}, {here}",
            citations=(
                *reading.flow.citations(first.start, first.end),
                *reading.flow.citations(clause.start, clause.end),
            ),
        )


def _words(text: str) -> str:
    return _NO_WORDS.sub(" ", _NUMBER.sub("", text)).strip().lower()

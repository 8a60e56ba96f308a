"""Text -> findings on numbers: doubled, skipped, empty."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import place
from art28.checking.words.text import Text
from art28.document.outline import Clause, Part

_TWICE = re.compile(r"^(?P<one>\d{1,2})\.?\s+(?:artikel|article)\s+(?P<two>\d{1,2})\b", re.IGNORECASE)
# More flaws of one kind than this, and the document numbers in a way of its own.
_MOST = 3
_FEWEST = 2


def numbering(text: Text) -> Iterator[Finding]:
    """Numbers of clauses and articles that occur twice, are left out, or stand without text."""
    reading = text.agreement.reading
    clauses = [clause for clause in reading.clauses if clause.part is Part.BODY]
    doubled = tuple(_doubled(text, clauses))
    if len(doubled) <= _MOST:
        yield from doubled
        skipped = tuple(_skipped(text, clauses))
        yield from skipped if len(skipped) <= _MOST else ()
    yield from _headings_numbered_twice(text)


def _doubled(text: Text, clauses: Sequence[Clause]) -> Iterator[Finding]:
    by_number: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        if "." in clause.number:
            by_number[clause.number].append(clause)
    for number, same in by_number.items():
        if len(same) > 1:
            message = Message("finding.number_doubled", {"number": number, "count": str(len(same))})
            yield _finding(text, "doubled", same[1], number, message, Severity.MEDIUM, also=same[:1])


def _skipped(text: Text, clauses: Sequence[Clause]) -> Iterator[Finding]:
    for article, members in _members(clauses).items():
        numbers = sorted(members)
        if len(numbers) < _FEWEST:
            continue
        for before, after in pairwise(numbers):
            if after == before + 2:
                gone = f"{article}.{before + 1}"
                values = {"number": gone, "before": f"{article}.{before}", "after": f"{article}.{after}"}
                yield _finding(
                    text, "skipped", members[after], gone, Message("finding.number_skipped", values), Severity.LOW
                )


def _members(clauses: Sequence[Clause]) -> Mapping[str, dict[int, Clause]]:
    """The clauses "4.1", "4.2", … of each article by their last number."""
    found: dict[str, dict[int, Clause]] = defaultdict(dict)
    for clause in clauses:
        article, _, last = clause.number.partition(".")
        if last.isdigit():
            found[article].setdefault(int(last), clause)
    return found


def _headings_numbered_twice(text: Text) -> Iterator[Finding]:
    for clause in text.agreement.reading.clauses:
        match = _TWICE.match(clause.heading) if clause.part is Part.BODY and not clause.number else None
        if match and match["one"] == match["two"]:
            yield _finding(
                text,
                "heading",
                clause,
                match["one"],
                Message("finding.heading_twice", {"heading": clause.heading}),
                Severity.LOW,
            )


def _finding(
    text: Text,
    name: str,
    clause: Clause,
    number: str,
    message: Message,
    severity: Severity,
    also: Sequence[Clause] = (),
) -> Finding:
    reading = text.agreement.reading
    return Finding(
        id=f"coherence.numbering.{name}.{number}",
        kind=Kind.COHERENCE,
        severity=severity,
        message=message,
        provision=place(clause, reading.language) if name != "skipped" else number,
        citations=tuple(
            citation
            for one in (*also, clause)
            for citation in reading.flow.citations(one.start, min(one.end, one.start + 160))
        ),
    )

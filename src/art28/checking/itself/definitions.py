"""Text -> findings on defined terms: defined and never used, defined twice, bound abstractly to nobody."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from art28.agreement.passages import Reading, ReadingLine
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.lines import lines_of
from art28.checking.words.places import joined, place, place_of_fact
from art28.checking.words.text import Text
from art28.document.outline import Part

# "(hierna: “Privacywetgeving”)", "the “Services”".
_INTRODUCED = re.compile(
    r"(?:hierna|hierna te noemen|verder te noemen|hereinafter|referred to as|\((?:de |het |the )?)[^\"“„(]{0,12}[\"“„](?:\*\*)?(?P<term>[A-ZÀ-Þ][\w -]{2,40}?)(?:\*\*)?[\"”“]"
)
_MARKS = ('"', "“", "„")
_PARTIES = re.compile(
    r"verwerk|verantwoord|betrokken|persoonsgegeven|processor|controller|data subject|personal data|partij|part(?:y|ies)|overeenkomst|agreement",
    re.IGNORECASE,
)
_HEADING = re.compile(r"begrip|definiti|interpretation|terms used", re.IGNORECASE)
_TERM = re.compile(
    r"^(?:\W|\d{1,2}(?:\.\d{1,2})*[.)]?\s|[a-z][.)]\s){0,4}[\"“„'‘*_]*(?P<term>[A-ZÀ-Þ][\w/ -]{3,45}?)[\"”’'*_]*\s?"
    r"(?::|=|\s-\s|\b,? (?:betekent|means|wordt verstaan|heeft de betekenis)\b)"
)
_NUMBERED = re.compile(r"(?:artikel|article|hoofdstuk|section|clause|paragraaf)\b", re.IGNORECASE)
_MANY = 3
_TWICE = 2


@dataclass(frozen=True, slots=True)
class _Defined:
    """A term that a line of a definitions article explains."""

    term: str
    line: ReadingLine


def definitions(text: Text) -> Iterator[Finding]:
    """One finding for terms defined and not used, one for terms defined twice."""
    reading = text.agreement.reading
    defined = tuple(_defined(reading))
    whole = reading.flow.text.lower()
    counts = Counter(one.term.lower() for one in defined)
    unused = [
        one for one in defined if _uses(whole, one.term) <= counts[one.term.lower()] and not _PARTIES.search(one.term)
    ]
    if 0 < len(unused) <= max(_MANY, len(defined) // 2):
        yield _finding(reading, "unused", unused)
    twice = [one for one in defined if counts[one.term.lower()] >= _TWICE]
    if twice:
        yield _finding(reading, "twice", twice)
    else:
        yield from _introduced_twice(text)


def _defined(reading: Reading) -> Iterator[_Defined]:
    for line in reading.lines:
        if line.clause.part is Part.BODY and _HEADING.search(line.clause.heading):
            match = _TERM.match(reading.original(line.start, line.end))
            if match is not None and not _HEADING.search(match["term"]) and not _NUMBERED.match(match["term"]):
                yield _Defined(match["term"].strip(), line)


def _uses(whole: str, term: str) -> int:
    """How often a term occurs, in the singular or plural, as a word or the head of a compound."""
    stem = re.escape(term.lower().rstrip("s"))
    return len(re.findall(rf"(?<![a-zà-ÿ-]){stem}", whole))


def _finding(reading: Reading, name: str, defined: Sequence[_Defined]) -> Finding:
    terms = list(dict.fromkeys(one.term for one in defined))
    return Finding(
        id=f"coherence.definitions.{name}",
        kind=Kind.COHERENCE,
        severity=Severity.LOW,
        message=Message(f"finding.defined_{name}", {"terms": ", ".join(terms)}),
        provision=joined(place(one.line.clause, reading.language) for one in defined),
        citations=tuple(c for one in defined for c in reading.citations(one.line.start, one.line.end)),
    )


def _introduced(words: str) -> tuple[str, ...]:
    """The terms other than for parties that some words introduce."""
    if not any([mark in words for mark in _MARKS]):  # noqa: C419 - a list is faster here
        return ()
    return tuple([match["term"] for match in _INTRODUCED.finditer(words) if not _PARTIES.search(match["term"])])


def _introduced_twice(text: Text) -> Iterator[Finding]:
    """A term that two passages introduce in brackets."""
    reading = text.agreement.reading
    found: dict[str, list[tuple[int, int, str]]] = {}
    for one in lines_of(text):
        if one.line.clause.part in (Part.PREAMBLE, Part.RECITALS, Part.BODY):
            for term in one.told(_introduced):
                found.setdefault(term, []).append((one.line.start, one.line.end, one.line.clause.provision))
    for term, lines in found.items():
        if len(lines) >= _TWICE:
            yield Finding(
                id="coherence.definitions.twice",
                kind=Kind.COHERENCE,
                severity=Severity.LOW,
                message=Message("finding.defined_twice", {"terms": term}),
                provision=joined(place_of_fact(where, reading.language) for _, _, where in lines),
                citations=tuple(c for start, end, _ in lines for c in reading.citations(start, end)),
            )
            return

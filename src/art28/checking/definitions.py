"""Text -> findings on defined terms: defined and never used, defined twice, bound abstractly to nobody."""

import re
from collections import Counter
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.agreement.structure import Kind as NodeKind
from art28.agreement.structure import Node, structure_of
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.places import joined, place_of_fact
from art28.checking.text import Text
from art28.document.outline import Part

# "(hierna: “Privacywetgeving”)", "the “Services”".
_INTRODUCED = re.compile(
    r"(?:hierna|hierna te noemen|verder te noemen|hereinafter|referred to as|\((?:de |het |the )?)[^\"“„(]{0,12}[\"“„](?:\*\*)?(?P<term>[A-ZÀ-Þ][\w -]{2,40}?)(?:\*\*)?[\"”“]"
)
_PARTIES = re.compile(
    r"verwerk|verantwoord|betrokken|persoonsgegeven|processor|controller|data subject|personal data|partij|part(?:y|ies)|overeenkomst|agreement",
    re.IGNORECASE,
)
_MANY = 3
_TWICE = 2
_STEM = 4


def definitions(text: Text) -> Iterator[Finding]:
    """One finding for terms defined and not used, one for terms defined twice."""
    reading = text.agreement.reading
    defined = tuple(_defined(structure_of(reading)))
    whole = reading.flow.text.lower()
    counts = Counter(node.heading.lower() for node in defined)
    unused = [
        node
        for node in defined
        if _uses(whole, node.heading) <= counts[node.heading.lower()] and not _PARTIES.search(node.heading)
    ]
    if len(unused) > 0 and len(unused) <= max(_MANY, len(defined) // 2):
        yield _finding(reading, "unused", unused)
    twice = [node for node in defined if counts[node.heading.lower()] >= _TWICE]
    if twice:
        yield _finding(reading, "twice", twice)
    else:
        yield from _introduced_twice(text)


def _defined(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if node.kind is NodeKind.DEFINITION and len(node.heading) >= _STEM:
            yield node
        yield from _defined(node.children)


def _uses(whole: str, term: str) -> int:
    """How often a term occurs, in the singular or plural, as a word or the head of a compound."""
    stem = re.escape(term.lower().rstrip("s"))
    return len(re.findall(rf"(?<![a-zà-ÿ-]){stem}", whole))


def _finding(reading: Reading, name: str, nodes: list[Node]) -> Finding:
    terms = list(dict.fromkeys(node.heading for node in nodes))
    return Finding(
        id=f"coherence.definitions.{name}",
        kind=Kind.COHERENCE,
        severity=Severity.LOW,
        message=Message(f"finding.defined_{name}", {"terms": ", ".join(terms)}),
        provision=joined(_places(reading, nodes)),
        citations=tuple(
            citation for node in nodes for citation in reading.citations(node.start, min(node.end, node.start + 160))
        ),
    )


def _places(reading: Reading, nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        for line in reading.lines:
            if line.start <= node.start < line.end:
                yield place_of_fact(line.clause.provision, reading.language)


def _introduced_twice(text: Text) -> Iterator[Finding]:
    """A term that two passages introduce in brackets."""
    reading = text.agreement.reading
    found: dict[str, list[tuple[int, int, str]]] = {}
    for line in reading.lines:
        if line.clause.part not in (Part.PREAMBLE, Part.RECITALS, Part.BODY):
            continue
        words = reading.original(line.start, line.end)
        for match in _INTRODUCED.finditer(words):
            if not _PARTIES.search(match["term"]):
                found.setdefault(match["term"], []).append((line.start, line.end, line.clause.provision))
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

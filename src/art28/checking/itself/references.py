"""Text -> findings on references that lead nowhere: to provisions or annexes that the agreement doesn't have, or to others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from art28.agreement.crossreferences import CrossReference, Target, leading_nowhere, misnamed
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import places
from art28.checking.words.text import Text

# With references to more annexes than this, they are kept elsewhere.
_MOST = 3
_SHOWN = 8
# Annexes that Roman numerals count beside these are those of the Commission's clauses.
_STANDARD_CLAUSES = re.compile(
    r"standard contractual clauses|\b(?:eu )?sccs?\b|\bclause \d|standardvertragsklauseln|standaardcontractbepaling|modelcontract|clauses contractuelles types",
    re.IGNORECASE,
)
_ROMAN = re.compile(r" [IVX]+$")


def references(text: Text) -> Iterator[Finding]:
    """References within the agreement to what it doesn't have, or calls by another title."""
    yield from _provisions(text)
    yield from _annexes(text)
    yield from _titles(text)


def _provisions(text: Text) -> Iterator[Finding]:
    gone: dict[str, list[CrossReference]] = defaultdict(list)
    for reference in leading_nowhere(text.agreement.reading):
        if reference.target is Target.PROVISION:
            gone[reference.name].append(reference)
    for number, found in gone.items():
        yield _finding(text, f"provision.{number}", Message("finding.reference_provision", {"number": number}), found)


def _annexes(text: Text) -> Iterator[Finding]:
    gone: dict[tuple[str, ...], list[CrossReference]] = defaultdict(list)
    for reference in leading_nowhere(text.agreement.reading):
        if reference.target is Target.ANNEX and not _is_elsewhere(text, reference):
            gone[tuple(reference.name.lower().split())].append(reference)
    if len(gone) > _MOST:
        return
    for words, found in gone.items():
        message = Message("finding.reference_annex", {"annex": found[0].name})
        yield _finding(text, f"annex.{'-'.join(words)}", message, found)


def _is_elsewhere(text: Text, reference: CrossReference) -> bool:
    """Whether a heading bears the name of the annex after all, or standard clauses have it."""
    if _ROMAN.search(reference.name) and _STANDARD_CLAUSES.search(reference.sentence.text):
        return True
    name = re.compile(rf"\b{re.escape(reference.name)}\b", re.IGNORECASE)
    return any(name.search(clause.heading) for clause in text.agreement.reading.every_clause())


def _titles(text: Text) -> Iterator[Finding]:
    told: dict[tuple[str, str], list[CrossReference]] = defaultdict(list)
    for reference, title in misnamed(text.agreement.reading):
        told[reference.name, title].append(reference)
    for (number, title), found in told.items():
        message = Message("finding.reference_title", {"number": number, "title": title})
        yield _finding(text, f"title.{number}", message, found)


def _finding(text: Text, name: str, message: Message, found: Sequence[CrossReference]) -> Finding:
    reading = text.agreement.reading
    return Finding(
        id=f"coherence.reference.{name}",
        kind=Kind.COHERENCE,
        severity=Severity.MEDIUM,
        message=message,
        provision=places((reference.sentence.clause for reference in found), reading.language),
        citations=tuple(
            citation for reference in found[:_SHOWN] for citation in reading.citations(reference.start, reference.end)
        ),
    )

"""Text -> findings on periods for keeping data that don't agree with what happens at the end."""

import re
from collections.abc import Iterator

from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.provisions.ending import endings_in
from art28.checking.words.places import joined, place
from art28.checking.words.statements import Statement
from art28.checking.words.text import Text
from art28.document.outline import Part

_KEPT = re.compile(
    r"\b(?:bewaartermijn\w*|bewaard|retention|retained|kept for|stored for|tot (?:moment van )?(?:opzeg\w*|einde)|gedurende (?:de )?(?:overeenkomst|samenwerking|looptijd)|looptijd van)\b"
)
_UNTIL = re.compile(
    r"\b(?:\d+|een|één|twee|drie|vijf|zes|zeven|acht|tien|twaalf|one|two|three|five|six|seven|eight|ten|twelve) (?:maand\w*|jaar|jaren|months?|years?|dagen|days)\b|\bwettelijke? bewaar\w*|\bstatutory\b|\b(?:looptijd|duur) van\b|"
    r"\bgedurende\b|\bopzeg\w*|\bfor the (?:term|duration)\b|\bfisc\w+|\bbelasting\w*"
)
_LOGS = re.compile(
    r"\b(?:log\w*|bewakings\w*|surveillance|cctv|camera\w*|back-?up\w*|camerabeeld\w*|certifica\w*|vog|wachtwoord\w*|overschreven)\b"
)
# What the law makes one keep, where the clause on the end says that this stays.
_STATUTORY = re.compile(r"\bwettelijke? bewaar\w*|\bstatutory\b")
_POINTS = re.compile(r"\b(?:bewaartermijn\w*|retention period|bijlage|annex|schedule)\b")
_OR = re.compile(
    r"\b(?:\d+|zes|twee|drie|six|two|three) (?:maand\w*|months?|weken|weeks|dagen|days)\b.{0,30}\b(?:of|or)\b.{0,60}\b(?:opzeg\w*|einde|maand\w*|terminat\w*|end|months?)\b|\bof tot\b"
)


def retention(text: Text) -> Iterator[Finding]:
    """One finding where an annex keeps data by a period that the clause on the end doesn't know, one for a period with two ends."""
    kept = [
        one
        for one in text.statements
        if one.part is Part.ANNEX and _KEPT.search(one.text) and _UNTIL.search(one.text) and not _LOGS.search(one.own)
    ]
    clears = [one for one in endings_in(text) if one.part is Part.BODY]
    if any(one.says("{law}") for one in clears):
        kept = [one for one in kept if _UNTIL.search(_STATUTORY.sub(" ", one.text))]
    if kept and clears and not any(_POINTS.search(one.text) for one in clears):
        yield _finding(text, "against_end", Severity.MEDIUM, (*clears[:1], *kept[:2]))
    rivals = [
        one
        for one in text.statements
        if one.part is Part.ANNEX and _OR.search(one.text) and _KEPT.search(f"{one.heading} {one.text}")
    ]
    if rivals:
        yield _finding(text, "alternative", Severity.LOW, tuple(rivals[:2]))


def _finding(text: Text, name: str, severity: Severity, by: tuple[Statement, ...]) -> Finding:
    return Finding(
        id=f"coherence.retention.{name}",
        kind=Kind.COHERENCE,
        severity=severity,
        message=Message(f"finding.retention_{name}"),
        provision=joined(place(one.clause, text.agreement.reading.language) for one in by),
        citations=text.citations(by),
        article="28(3)(g), 5(1)(e)",
    )

"""A reading -> whether the controller must judge for itself that the measures suffice, before it supplies data."""

import re
from dataclasses import dataclass

from art28.agreement.passages import Reading
from art28.document.outline import Part

_ABOUT = re.compile(
    r"\b(?:\w*maatregelen|beveiliging|\w*beveiligingsniveau|waarborgen|garanties|measures|security|guarantees|"
    r"maßnahmen|garantien|mesures)\b"
)
_ASSURED = (
    r"(?:ervan (?:heeft )?verzekerd|heeft vergewist|zich (?:ervan )?(?:heeft )?(?:verzekerd|vergewist)|"
    r"(?:satisfied|assured) itself|vergewissert|s'est assuré)"
)
_JUDGING = r"(?:beoordeelt|is van oordeel|van mening|judges|considers|assesses|beurteilt|évalue)"
_JUDGES = re.compile(
    r"\baan (?:de )?CONTROLLER (?:om )?\W{0,3}(?:\w+ ){0,8}?(?:te )?(?:beoordelen|beoordeling)|"
    r"\b(?:naar|in) het oordeel van (?:de )?CONTROLLER\b|"
    rf"\bCONTROLLER (?:\w+ ){{0,12}}?{_JUDGING}\b|"
    rf"\bCONTROLLER\b[^.;]{{0,160}}\b{_ASSURED}\b|"
    r"\bis (?:it )?(?:for|up to) (?:the )?CONTROLLER to (?:judge|assess|decide|determine)\b"
)


@dataclass(frozen=True, slots=True)
class Judging:
    """Where the agreement leaves the judgement to the controller; `start:end` of the document's text."""

    provision: str
    words: str
    start: int
    end: int


def judging(reading: Reading) -> Judging | None:
    """The first passage that leaves it to the controller; None where the agreement is silent."""
    for sentence in reading.sentences:
        if sentence.clause.part is not Part.BODY or not _ABOUT.search(sentence.text.lower()):
            continue
        if _JUDGES.search(sentence.text):
            cited = reading.citations(sentence.start, sentence.end)
            if cited:
                words = " ".join(reading.original(sentence.start, sentence.end).split())
                return Judging(sentence.clause.provision, words, cited[0].start, cited[-1].end)
    return None

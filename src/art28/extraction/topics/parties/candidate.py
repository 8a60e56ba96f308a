"""A detail that a passage gives of a party -> the candidate of its fact."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.layout.blanks import is_blank
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.words import CAPITALISED, USUAL
from art28.extraction.rule import Candidate, Strength
from art28.terms import Role

LABEL_CELL = lasting(r"[^\t\n,\d]{2,40}\t(?=[A-ZÀ-Þ][^\t\n]{8,}$)")
"""The cell before a party's, which is a label: "Bestuur", beside "Stichting Kade, Dam 1, … (hierna: het Bestuur)"."""
PREFIX = {Role.CONTROLLER: "controller", Role.PROCESSOR: "processor"}
_ONLY_TOKENS = re.compile(r"^(?:(?:de|het|the)\s)?(?:CONTROLLER|PROCESSOR|SUBPROCESSOR)$", re.IGNORECASE)
TERMS = frozenset(name.lower() for names in (*CAPITALISED.values(), *USUAL.values()) for name in names)


def candidate_of(reading: Reading, role: Role, detail: Detail, base: int, strength: Strength) -> Iterator[Candidate]:
    """The candidate of `detail`, unless it is only a term of a party or a blank."""
    start, end = reading.over(base + detail.start, base + detail.end)
    if detail.field in ("name", "representative_role") and is_a_term(reading.text[start:end].strip(" \"'*")):
        return
    if detail.field in ("phone", "email"):
        strength = min(strength, Strength.PASSING)
    if detail.field == "name" and re.sub(r"^(?:de|het|the) ", "", detail.value.lower()) in TERMS:
        return
    if not is_blank(detail.value):
        yield Candidate(f"{PREFIX[role]}.{detail.field}", detail.value, ((start, end),), strength)


def is_a_term(words: str) -> bool:
    """Whether words are only what a party is called, and name nobody."""
    return _ONLY_TOKENS.match(words) is not None

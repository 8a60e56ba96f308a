"""A contact -> the party whose it is: by its address, by the party that its passage names, or by what leads to it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from art28.agreement.passages import Reading, ReadingLine
from art28.extraction.topics.parties.parties import parties
from art28.extraction.words.search import AnyCase
from art28.terms import Role

_NEAR = 5


def context_of(lines: Sequence[ReadingLine], index: int) -> str:
    clause = lines[index].clause
    near = [line.text for line in lines[max(0, index - _NEAR) : index] if line.clause is clause]
    return " ".join((clause.heading, *near))


def party_of(reading: Reading, own: str, context: str, email: str | None) -> str | None:
    """Whose contact it is: by its address, else the party named in the passage, else in what leads to it.

    Where one party is told to write or call, the contact is the other's.
    """
    if email and (role := owner(reading, email)):
        return role.value
    if own and _REPORTED_TO.search(own):
        return Role.CONTROLLER.value
    if own and _MUST_TELL.search(own):
        return Role.CONTROLLER.value
    if own and ADDRESSED.search(own):
        return Role.PROCESSOR.value
    if _SIDE_BY_SIDE.search(context):
        return None
    for text in (own, context):
        named = re.findall(r"\b(?:CONTROLLER|PROCESSOR)\b", text)
        if named and (text is own or len(set(named)) == 1 or named[-1] == "PROCESSOR"):
            return "controller" if named[0 if text is own else -1] == "CONTROLLER" else "processor"
    return None


# "PROCESSOR meldt een inbreuk aan de functionaris van CONTROLLER, telefonisch (…)": the number is the controller's.
_REPORTED_TO = re.compile(
    r"\bPROCESSOR\b[^@]{0,40}\b(?:meldt|melden|zal|informeert|bericht|waarschuwt|notifies|shall (?:notify|report|inform)|reports)\b[^@;]{0,200}"
    r"\b(?:aan|van|to|of) (?:de |het |the )?CONTROLLER\b[^;]{0,40}\b(?:telefonisch|per e-?mail|via|by (?:tele)?phone|by e-?mail)\b"
)
# "PROCESSOR reports every breach to dpo@…": whom a party must tell is not that party itself.
_MUST_TELL = re.compile(
    r"\b(?:PROCESSOR (?:must|shall|will) (?:\w+ )?(?:report|notify|phone|call|tell|e-?mail|inform)|"
    r"PROCESSOR (?:reports|notifies|tells|informs|meldt|mailt|informeert|waarschuwt|meldet|informiert|benachrichtigt|notifie|signale|informe)|"
    r"(?:laat|laten|melden|mailen|meldt|mailt|informeert|waarschuwt|meldet|informiert|benachrichtigt) (?:der |de )?PROCESSOR)\b"
    r"[^@;]{0,200}\b(?:to|at|on|via|aan|naar|an|à|e-?mail) [\w.+-]+@"
)
_SIDE_BY_SIDE = re.compile(r"\b(?:CONTROLLER PROCESSOR|PROCESSOR CONTROLLER)\b")
ADDRESSED = AnyCase(
    r"(?:\bCONTROLLER\b|^\W*(?:voor|for|bij)\b)[^@]{0,200}\b(?:contact op|contact (?:op te nemen|opnemen)|"
    r"mail(?:en)? naar|mail to|e-?mail|contact|wenden|terecht|melden|via|reach)\b|"
    r"\b(?:vragen (?:over|naar aanleiding van)|questions (?:about|on|regarding)|fragen zu)\b[^@]{0,200}\b(?:terecht|contact|wenden|richten|reach)\b",
)
"""That one party is told to write or call, so that what follows is the other\'s."""


def owner(reading: Reading, email: str) -> Role | None:
    """The party whose name the address's domain holds."""
    domain = re.sub(r"[^a-z0-9]", "", email.rpartition("@")[2].rpartition(".")[0].lower())
    for name, role in (*reading.names.items(), *_party_names(reading)):
        folded = re.sub(r"[^a-z0-9]", "", _unaccented(name.lower()))
        if name[:1].isupper() and len(folded) > 2 and (folded in domain or (len(domain) > 3 and domain in folded)):
            return role
    return None


def _unaccented(name: str) -> str:
    """`name` as domains write it, where they have no accents: "cantinéo" is "cantineo"."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


@lru_cache(maxsize=1)
def _party_names(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Each telling word of the parties' full names, with whose it is; a word of both is nobody's."""
    words = [
        (word, Role(candidate.key.partition(".")[0]))
        for candidate in parties(reading)
        if candidate.key.endswith(".name") and isinstance(candidate.value, str)
        for word in re.findall(r"[A-ZÀ-Þ][\w-]{3,}", candidate.value)
    ]
    return tuple((word, role) for word, role in words if not any(w == word and r is not role for w, r in words))

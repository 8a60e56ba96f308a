"""What an agreement says of use for purposes of the processor's own -> allowed, forbidden, both or neither, each passage.

Sources: Art. 28(3)(a) (only on instructions), Art. 28(10) (who determines a purpose is its controller), Art. 4(2) (to
anonymise is to process: a ban holds for anonymised use too). An agreement that is silent allows nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from art28.obligations.settled import Said, Settled, settled

FACT = "processing.own_purposes"


class Stance(StrEnum):
    """How an agreement stands to such use."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    CONTRADICTED = "contradicted"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Passage:
    """What is said, and by which clause; empty where the clause isn't known."""

    text: str
    provision: str

    @property
    def names_anonymised(self) -> bool:
        """Whether it speaks of data that lead to nobody.

        >>> [Passage(each, "").names_anonymised for each in ("ook niet geanonimiseerd", "no other purpose")]
        [True, False]
        """
        return _LEADS_TO_NOBODY.search(self.text) is not None


_LEADS_TO_NOBODY = re.compile(
    r"anoni[em]\w*|anony\w+|anonieme|herleid\w*|identifiable|traceable|rückführbar", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bearing:
    """How an agreement stands to use for purposes of the processor's own, and the passage on either side."""

    stance: Stance
    allows: Passage | None
    forbids: Passage | None

    @property
    def place(self) -> str:
        """The clause that stands in the way; that which allows it where none does."""
        one = self.forbids or self.allows
        return one.provision if one else ""


def bearing(agreement: Said, bans: Sequence[Passage]) -> Bearing:
    """How `agreement` stands, where `bans` are its sentences that forbid use for another purpose.

    A ban in the very sentence that allows is what the permission is an exception to, and contradicts nothing.
    """
    found = settled(agreement, FACT)
    allows = _passage(found) if found is not None and found.value is True else None
    forbids = _passage(found) if found is not None and found.value is False else None
    apart = [ban for ban in bans if allows is None or not _is_part(ban, allows)]
    forbids = next((ban for ban in apart if ban.names_anonymised), forbids or next(iter(apart), None))
    match (allows is not None, forbids is not None):
        case (True, True):
            stance = Stance.CONTRADICTED
        case (True, False):
            stance = Stance.ALLOWED
        case (False, True):
            stance = Stance.FORBIDDEN
        case _:
            stance = Stance.UNSAID
    return Bearing(stance, allows, forbids)


def _passage(found: Settled) -> Passage:
    return Passage(" ".join(" ".join(each.text.split()) for each in found.fact.citations), found.fact.provision)


def _is_part(ban: Passage, allows: Passage) -> bool:
    said, allowed = " ".join(ban.text.split()), " ".join(allows.text.split())
    return bool(allowed) and (said in allowed or allowed in said)

"""What an agreement says of changing the measures -> what a change asks first: nothing, notice, or consent.

Where it is silent, the annex is part of what was agreed: what takes something away needs consent, else notice does. Whatever
it asks, the level of security must stay appropriate to the risk (Art. 32(1) GDPR).
"""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Need(IntEnum):
    """What an agreement asks before a measure changes, the least first."""

    NOTHING = 0
    NOTICE = 1
    CONSENT = 2


class Ground(StrEnum):
    """Why it asks that."""

    ALONE = "alone"
    UNIMPORTANT = "unimportant"
    WITH_NOTICE = "with_notice"
    MUTUAL = "mutual"
    SILENT = "silent"
    SILENT_LOWERS = "silent_lowers"


@dataclass(frozen=True, slots=True)
class Asked:
    """What one agreement asks, and why."""

    need: Need
    ground: Ground


_ONLY_IMPORTANT = re.compile(
    r"\b(?:belangrijke?|wezenlijke?|ingrijpende?|substantiële?|significante?|important|material|significant|substantial|"
    r"wesentliche?n?|importantes?|substantielles?)\b",
    re.IGNORECASE,
)


def asked(rule: str | None, passage: str, *, lowers: bool, important: bool) -> Asked:
    """What a change asks. `rule` is the fact `security.measures_change`, None where the agreement is silent.

    `passage` is how the agreement words it: one that speaks of important changes only asks nothing for the others.

    >>> asked("processor_with_notice", "informs of important changes", lowers=False, important=False).need.name
    'NOTHING'
    """
    if rule == "processor_alone":
        return Asked(Need.NOTHING, Ground.ALONE)
    if rule == "mutual":
        return Asked(Need.CONSENT, Ground.MUTUAL)
    if rule == "processor_with_notice":
        if not important and _ONLY_IMPORTANT.search(passage):
            return Asked(Need.NOTHING, Ground.UNIMPORTANT)
        return Asked(Need.NOTICE, Ground.WITH_NOTICE)
    return Asked(Need.CONSENT, Ground.SILENT_LOWERS) if lowers else Asked(Need.NOTICE, Ground.SILENT)

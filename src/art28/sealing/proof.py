"""What a file that is said to be sealed proves."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What was found. Only `INTACT` is a sealed file as it was sealed, under a certificate that was brought along."""

    INTACT = "intact"
    UNKNOWN_SEAL = "unknown_seal"
    ALTERED = "altered"
    NOT_SEALED = "not_sealed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Proof:
    """What a file proves: the outcome, whose certificate (its subject and SHA-256), when it says it was sealed, and whether
    an RFC 3161 service vouches for that time."""

    outcome: Outcome
    by: str = ""
    fingerprint: str = ""
    at: datetime | None = None
    timestamped: bool = False

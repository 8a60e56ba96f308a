"""What a file that is said to be sealed proves."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from art28.sealing.key import Level


class Outcome(StrEnum):
    """What was found. Only `INTACT` is a sealed file as it was sealed, under a certificate that was brought along.

    `RUN_OUT` is one under a certificate that has run out since, where nothing vouches any longer for the time of the seal.

    Of a copy that a person signed: `OTHER_DOCUMENT` where it isn't the document that was given to sign and a signature after
    it, `SEVERAL` where more than one signature stands on it.
    """

    INTACT = "intact"
    RUN_OUT = "run_out"
    UNKNOWN_SEAL = "unknown_seal"
    ALTERED = "altered"
    NOT_SEALED = "not_sealed"
    OTHER_DOCUMENT = "other_document"
    SEVERAL = "several"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Proof:
    """What a file proves: the outcome, whose certificate (its subject, its issuer and SHA-256), when it says it was sealed,
    and whether an RFC 3161 service vouches for that time.

    `level` is the one that is proven by what was brought along and what the file encloses. `archived_at` is the last time
    that a service set over the whole file (B-LTA), `lasts_until` when its certificate, or else that of the seal, runs out.
    """

    outcome: Outcome
    by: str = ""
    fingerprint: str = ""
    at: datetime | None = None
    timestamped: bool = False
    issuer: str = ""
    level: Level | None = None
    archived_at: datetime | None = None
    lasts_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The document that was given to sign: how many bytes it has, and their SHA-256."""

    length: int
    sha256: str

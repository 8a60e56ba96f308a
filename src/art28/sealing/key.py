"""The key of a seal and how good a seal is, apart from what seals, which takes long to import."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Level(StrEnum):
    """The baseline of PAdES: without or with a time that somebody else vouches for; with proof that nothing was revoked."""

    B_B = "B-B"
    B_T = "B-T"
    B_LT = "B-LT"


class NoSeal(ValueError):
    """The operator's key can't be used; says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Key:
    """Where the operator's key and certificate lie (PEM), the passphrase, and the address of an RFC 3161 service or none.

    `material` is a folder with the certificates of the issuers of both (`*.pem`, roots among them) and their lists of revoked
    certificates (`*.crl`), kept fresh by the operator: nothing is fetched.
    """

    key: Path
    certificate: Path
    passphrase: str = ""
    timestamp_url: str = ""
    material: Path | None = None

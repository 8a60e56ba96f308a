"""The key of a seal and how good a seal is, apart from what seals, which takes long to import."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Level(StrEnum):
    """The baseline of PAdES: without or with a time that somebody else vouches for; with proof that nothing was revoked; with
    a time over that proof too, which can be renewed for as long as anybody wants to rely on it."""

    B_B = "B-B"
    B_T = "B-T"
    B_LT = "B-LT"
    B_LTA = "B-LTA"


class NoSeal(ValueError):
    """The operator's key can't be used; says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Key:
    """Where the operator's key and certificate lie (PEM), the passphrase, and the address of an RFC 3161 service or none.

    `material` is a folder with the certificates of the issuers of both (`*.pem`, roots among them) and their lists of revoked
    certificates (`*.crl`), kept fresh by the operator. With `asks` the addresses that these certificates name are asked, as a
    seal is set, for what isn't there; without, nothing is fetched.
    """

    key: Path
    certificate: Path
    passphrase: str = ""
    timestamp_url: str = ""
    material: Path | None = None
    asks: bool = False

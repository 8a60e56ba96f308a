"""An instruction and what an agreement is for -> whether it lies within that, by which clause, or asks for more.

Sources: Art. 28(3)(a) (only on documented instructions), Art. 28(10) (who determines purposes is a controller), Art. 6(4) and
5(1)(b) (what a connected purpose is, a person weighs).
"""

from dataclasses import dataclass
from enum import StrEnum

from art28.obligations.settled import Said, choices, settled


class Within(StrEnum):
    """How an instruction stands to the purposes of its agreement."""

    PURPOSE = "purpose"
    CONNECTED = "connected"
    CONSENTED = "consented"
    OUTSIDE = "outside"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Scope:
    """What was found, and the clause on purposes; `needs` says that nothing may be done until more is on file."""

    within: Within
    provision: str
    needs: bool


def purposes(agreement: Said) -> tuple[str, ...]:
    """The purposes that the agreement names; empty where it names none."""
    return choices(agreement, "processing.purposes")


def scope(agreement: Said, purpose: str, *, connection: str = "", consent: str = "") -> Scope:
    """Where an instruction for `purpose` stands.

    `connection` is the reason for which a person finds it reasonably connected, `consent` where further consent is on file.
    An agreement that names no purpose settles nothing: then the instruction itself must, and is on file.
    """
    found = settled(agreement, "processing.purposes")
    provision = found.fact.provision if found else ""
    named = purposes(agreement)
    if not named:
        return Scope(Within.UNSAID, provision, needs=False)
    if purpose in named:
        return Scope(Within.PURPOSE, provision, needs=False)
    if consent:
        return Scope(Within.CONSENTED, provision, needs=False)
    if connection:
        return Scope(Within.CONNECTED, provision, needs=False)
    return Scope(Within.OUTSIDE, provision, needs=True)

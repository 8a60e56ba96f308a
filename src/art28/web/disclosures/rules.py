"""What somebody wants to disclose -> whether it may leave; denied unless a ground is recorded."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from art28.web.disclosures.models import Ground, Towards


class Refusal(StrEnum):
    """Why something may not be disclosed."""

    NO_GROUND = "no_ground"
    NO_PERMISSION = "no_permission"
    NOT_YET_PERMITTED = "not_yet_permitted"
    NO_CLAUSE = "no_clause"
    NO_LAW = "no_law"
    NOT_TOLD = "not_told"
    NOT_CONSULTED = "not_consulted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A disclosure as somebody wants to make it.

    `silence` says that it concerns a breach that the agreement wants kept silent. `permitted_on` is the day of the
    permission named, None where there is none.
    """

    towards: Towards
    on: date
    ground: Ground | None
    permitted_on: date | None
    clause: str
    told_on: date | None
    not_told_because: str
    consulted: str
    consulted_on: date | None
    outcome: str
    silence: bool


def refusal(wanted: Attempt) -> Refusal | None:
    """Why it is refused; None where it may leave."""
    if wanted.towards is Towards.OWN_AUTHORITY:
        return None  # no third party (Art. 4(10))
    return _without_ground(wanted) or _without_consulting(wanted)


def _without_ground(wanted: Attempt) -> Refusal | None:
    match wanted.ground:
        case None:
            return Refusal.NO_GROUND
        case Ground.PERMISSION:
            if wanted.permitted_on is None:
                return Refusal.NO_PERMISSION
            return Refusal.NOT_YET_PERMITTED if wanted.permitted_on > wanted.on else None
        case Ground.NECESSARY:
            return None if wanted.clause else Refusal.NO_CLAUSE
        case Ground.LEGAL_DUTY:
            if not wanted.clause:
                return Refusal.NO_LAW
            return None if wanted.told_on or wanted.not_told_because else Refusal.NOT_TOLD


def _without_consulting(wanted: Attempt) -> Refusal | None:
    """A breach that is kept silent is spoken of under a legal duty, or once the other side was consulted."""
    if not wanted.silence or wanted.ground is Ground.LEGAL_DUTY:
        return None
    complete = wanted.consulted and wanted.consulted_on and wanted.consulted_on <= wanted.on and wanted.outcome
    return None if complete else Refusal.NOT_CONSULTED

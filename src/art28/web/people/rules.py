"""Whether somebody may have access to a customer's data: bound, screened, by role and by need, under an own account."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Why(StrEnum):
    """Why access is refused."""

    LEFT = "left"
    NOT_YET = "not_yet"
    UNBOUND = "unbound"
    UNSCREENED = "unscreened"
    LAPSED = "lapsed"
    NO_ROLE = "no_role"
    BEYOND_ROLE = "beyond_role"
    NO_NEED = "no_need"
    SHARED = "shared"
    NO_SERVICE = "no_service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What is known of somebody and of the access that is asked for them, on the day `today`.

    `valid_until` is None for a certificate that nothing lets lapse. `allowed` holds what the role may do in the service, or
    in any activity where the service is none of those that the role names; `in_role` says whether the role names it.
    """

    today: date
    joined_on: date
    leaves_on: date | None
    bound: bool
    needs_screening: bool
    screened: bool
    valid_until: date | None
    has_role: bool
    in_role: bool
    allowed: frozenset[str]
    wanted: frozenset[str]
    taken: bool
    account_shared: bool


def refusal(on: Attempt) -> Why | None:
    """The first thing that stands in the way; None where nothing does."""
    checks: Iterable[tuple[bool, Why]] = (
        (on.leaves_on is not None and on.leaves_on <= on.today, Why.LEFT),
        (on.joined_on > on.today, Why.NOT_YET),
        (not on.bound, Why.UNBOUND),
        (on.needs_screening and not on.screened, Why.UNSCREENED),
        (on.needs_screening and on.valid_until is not None and on.valid_until < on.today, Why.LAPSED),
        (not on.has_role, Why.NO_ROLE),
        (not on.taken, Why.NO_SERVICE),
        (not on.in_role, Why.NO_NEED),
        (not on.wanted <= on.allowed, Why.BEYOND_ROLE),
        (on.account_shared, Why.SHARED),
    )
    return next((why for met, why in checks if met), None)

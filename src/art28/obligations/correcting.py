"""A running obligation and what its duty says now -> whether that binds more, less or the same (docs/adr/0030)."""

from enum import StrEnum

from art28.obligations.start import Obligation, Proof, proves
from art28.timelimits.limit import Limit


class Weight(StrEnum):
    """What a corrected fact does to a limit that runs."""

    STRICTER = "stricter"
    LOOSER = "looser"
    SAME = "same"


def weigh(before: Obligation, after: Obligation) -> Weight:
    """Whether `after` binds more than `before`: an earlier end, or, at the same end, a stronger proof.

    A number where there was none is stricter: an end appears that can be missed. Losing the number is looser, though "without
    undue delay" may ask for more speed: nobody but a person gives up an end.
    """
    by_limit = _limits(before.limit, after.limit)
    return by_limit if by_limit is not Weight.SAME else _proofs(before.ends_by, after.ends_by)


def _limits(before: Limit | None, after: Limit | None) -> Weight:
    if before is None or after is None:
        if before is after:
            return Weight.SAME
        return Weight.STRICTER if before is None else Weight.LOOSER
    first, second = ((limit.ends_at, limit.includes_end) for limit in (before, after))
    if first == second:
        return Weight.SAME
    return Weight.STRICTER if second < first else Weight.LOOSER


def _proofs(before: Proof, after: Proof) -> Weight:
    if before is after:
        return Weight.SAME
    return Weight.STRICTER if proves(after, before) else Weight.LOOSER

"""Why what a controller wants to keep of a breach is refused, for the pages to say with a way on."""

from art28.web.assessments.queries import Wanted


class NotOurs(Exception):
    """The notification is another's to make: under no agreement does it fall to this organisation."""


class LaterThanItCounts(Exception):
    """The new reading counts from later than a clock that runs; that loosens it, so a person says so expressly."""


class InconsistentDecision(ValueError):
    """What was decided does not hold together; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ConsultationWanted(Exception):
    """Agreements want the processor consulted first; `wanted` are those in which that is not recorded."""

    def __init__(self, wanted: tuple[Wanted, ...]) -> None:
        super().__init__(", ".join(str(each.agreement.pk) for each in wanted))
        self.wanted = wanted


class ReasonsWanted(Exception):
    """The notification came after the limit: it is kept with the reasons for that (Art. 33(1), last sentence)."""


class DecidedOtherwise(Exception):
    """The decision that stands says the opposite; decide anew first."""


class StateChanged(Exception):
    """Somebody else saved meanwhile."""

"""What becomes known after a report: whoever was told of the breach is owed it, and a clock says so until it was told."""

from datetime import datetime
from uuid import UUID

from art28.agreement.duties import Action, Duty
from art28.obligations import start as core
from art28.web.accounts.access import Actor
from art28.web.agreements.spelled import SpelledDuty
from art28.web.breaches import fanout, promises
from art28.web.breaches.models import Breach, FactsVersion, TouchedAgreement
from art28.web.breaches.reached import is_behind
from art28.web.clocks import queries as clocks
from art28.web.clocks import starting
from art28.web.clocks.actions import Starting, bears
from art28.web.clocks.starting import Begun, Pattern
from art28.web.clocks.targets import targets


def owe(breach: Breach, version: FactsVersion, *, actor: Actor, now: datetime) -> int:
    """Start the duty to supplement under each agreement whose other side was told, but not these facts; returns how many.

    Within the caller's transaction, which has touched the rows of the agreements, so that no notice leaves meanwhile. Where
    a supplement is owed already its clock runs on; after a closing message nothing more is owed.
    """
    patterns = _Patterns(breach, version, actor, now)
    behind, started = _behind(breach), 0
    for first in range(0, len(behind), fanout.CHUNK):
        agreements = behind[first : first + fanout.CHUNK]
        said = promises.at_start(breach.organisation, [pk for pk, _ in agreements], (Action.FOLLOW_UP_BREACH,))
        begun = [
            Begun(
                agreement_id.hex,
                duty.record(),
                "[]",
                duty.facts_version(said[agreement_id.hex].versions),
                patterns.of(duty),
            )
            for agreement_id, direction in agreements
            for duty in said[agreement_id.hex].duties
            if bears(direction, duty.bearer)
        ]
        started += starting.start_alike(breach.organisation, begun)
    return started


def _behind(breach: Breach) -> list[tuple[UUID, str]]:
    """The agreements under which nothing runs yet that would tell the newest facts, with our role in each."""
    running = clocks.running(breach.organisation, subject_kind=breach.subject_kind, subject_id=breach.pk)
    owed = running.filter(action=Action.FOLLOW_UP_BREACH, agreement__isnull=False).values("agreement")
    rows = TouchedAgreement.objects.filter(breach=breach, excluded_at=None, closed_at=None)
    rows = rows.filter(is_behind(breach.organisation, breach.pk)).exclude(agreement__in=owed)
    return list(rows.order_by("id").values_list("agreement_id", "agreement__direction"))


class _Patterns:
    """The distinct obligations: thousands of agreements ask the same few things, and each is counted once."""

    def __init__(self, breach: Breach, version: FactsVersion, actor: Actor, now: datetime) -> None:
        self._breach, self._actor, self._now = breach, actor, now
        self._occasion, self._why = f"v{version.number}", promises.developed(breach.organisation, version.number)
        self._target = targets(breach.organisation).get(Action.FOLLOW_UP_BREACH.value)
        self._made: dict[object, Pattern] = {}

    def of(self, duty: SpelledDuty) -> Pattern:
        """What the obligation shares with all that ask the same."""
        if duty.asked not in self._made:
            self._made[duty.asked] = self._pattern(duty.read())
        return self._made[duty.asked]

    def _pattern(self, duty: Duty) -> Pattern:
        obligation = core.start(
            duty,
            core.Event(duty.trigger, self._now, self._why),
            facts_version="",  # each agreement's own
            ends_by=core.Proof.DONE,
            internal_target=self._target,
        )
        one = Starting(self._breach.pk, obligation, ours=True, occasion=self._occasion)
        subject = fanout.subject_of(self._breach)
        return starting.pattern_of(self._breach.organisation, one, subject=subject, actor=self._actor, now=self._now)

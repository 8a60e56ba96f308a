"""What the controller says of a breach: since when it is aware, what it decides; and what each does to the clocks."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from art28.agreement.duties import Action
from art28.assessing.severity import Scored, Severity
from art28.obligations.record import duty_of
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.assessments import queries
from art28.web.assessments.acts import keep_act
from art28.web.assessments.models import Awareness, Decision, Risk
from art28.web.assessments.own_clocks import begun, clock_of, start_own
from art28.web.assessments.queries import Case
from art28.web.assessments.refusals import InconsistentDecision, LaterThanItCounts, NotOurs
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, State


@transaction.atomic
def set_awareness(
    found: Case,
    *,
    received_at: datetime | None,
    known_at: datetime | None,
    reason: str,
    may_loosen: bool,
    by: User,
    actor: Actor,
    now: datetime,
) -> Awareness:
    """Keep from when the controller counts as aware, and let the clocks that run count from there.

    A stricter reading holds at once; a looser one wants `may_loosen`, else `LaterThanItCounts`. Raises `NotOurs`.
    """
    if not found.ours:
        raise NotOurs
    row = Awareness(
        organisation=found.breach.organisation,
        breach=found.breach,
        number=queries.next_number(Awareness, found.breach),
        received_at=received_at,
        known_at=known_at,
        reason=reason,
        at=now,
        by=by,
    )
    if not may_loosen and any(row.counts_from > clock.started_at for clock in found.running):
        raise LaterThanItCounts
    row.save(force_insert=True)
    for clock in found.running:
        if clock.started_at != row.counts_from:
            _count_anew(clock, row, actor=actor, now=now)
    content = {"received_at": _iso(received_at), "known_at": _iso(known_at), "reason": reason, "number": row.number}
    keep_act(found.breach, "assessment.awareness_set", actor, now, content)
    return row


def _count_anew(clock: Obligation, aware: Awareness, *, actor: Actor, now: datetime) -> None:
    """An obligation stays as it was made: the old one is cancelled, and one that counts from the new instant starts."""
    duty = duty_of(clock.duty)
    anew = replace(duty, id=f"{duty.id.split('#')[0]}#{aware.number}")
    obligation = begun(clock.organisation, anew, at=aware.counts_from, reason=aware.reason, version=clock.facts_version)
    clocks.cancel(clock, reason=aware.reason, actor=actor, now=now)
    subject = clocks.Subject(clock.subject_kind, clock.subject_id, clock.subject_label)
    if clock.agreement is not None:
        clocks.start(
            clock.agreement, obligation, subject=subject, following=(), owner=clock.owner, actor=actor, now=now
        )


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person decides. `severity` is what the method gave, with `scored` the choices behind it; None where unused."""

    risk: Risk
    authority: bool
    people: bool
    reasons: str
    exception: str = ""
    exception_reasons: str = ""
    scored: Scored | None = None
    severity: Severity | None = None

    def check(self) -> None:
        """Raise `InconsistentDecision` where the parts don't hold together; the score has no say in that."""
        if not self.reasons.strip():
            raise InconsistentDecision("reasons")
        if self.risk != Risk.UNLIKELY and not self.authority:
            raise InconsistentDecision("authority")
        if self.exception and not self.exception_reasons.strip():
            raise InconsistentDecision("exception_reasons")
        if self.people and self.exception:
            raise InconsistentDecision("exception")
        if self.risk == Risk.HIGH and not self.people and not self.exception:
            raise InconsistentDecision("people")


@transaction.atomic
def decide(found: Case, choice: Choice, *, by: User, actor: Actor, now: datetime) -> Decision:
    """Keep a decision as the next version. What need not be notified stops its clock; what must be runs on.

    Raises `InconsistentDecision`, `NotOurs`.
    """
    choice.check()
    if not found.ours:
        raise NotOurs
    number = queries.next_number(Decision, found.breach)
    row = Decision.objects.create(
        organisation=found.breach.organisation,
        breach=found.breach,
        number=number,
        risk=choice.risk,
        authority=choice.authority,
        people=choice.people,
        exception=choice.exception,
        exception_reasons=choice.exception_reasons,
        reasons=choice.reasons,
        scored=queries.scored_record(choice.scored) if choice.scored else None,
        score=str(choice.severity.score) if choice.severity else "",
        level=choice.severity.level.value if choice.severity else "",
        at=now,
        by=by,
    )
    _authority_clocks(found, choice, actor=actor, now=now)
    _people_clock(found, choice, actor=actor, now=now)
    content = {
        "number": number,
        "risk": choice.risk,
        "authority": choice.authority,
        "people": choice.people,
        "exception": choice.exception,
        "reasons": choice.reasons,
        "exception_reasons": choice.exception_reasons,
        "score": row.score,
    }
    keep_act(found.breach, "assessment.decided", actor, now, content)
    return row


def _authority_clocks(found: Case, choice: Choice, *, actor: Actor, now: datetime) -> None:
    if not choice.authority:
        for clock in found.running:
            clocks.cancel(clock, reason=choice.reasons[:500], actor=actor, now=now)
        return
    before = found.decision
    if before is not None and not before.authority:
        for clock in found.clocks:
            if clock.state == State.CANCELLED and clock.ended_at == before.at:
                clocks.revive(clock, reason=choice.reasons[:300], actor=actor, now=now)


def _people_clock(found: Case, choice: Choice, *, actor: Actor, now: datetime) -> None:
    """A decision to tell people starts a clock without a number; one not to stops it. A public notice is telling too."""
    wanted = choice.people or choice.exception == "c"
    running = clock_of(found.breach, Action.INFORM_DATA_SUBJECTS)
    if wanted and running is None and not found.told:
        start_own(found, queries.people_duty(), at=now, reason=choice.reasons, actor=actor, now=now)
    elif wanted and running is not None and running.state == State.CANCELLED:
        clocks.revive(running, reason=choice.reasons[:300], actor=actor, now=now)
    elif not wanted and running is not None and running.ended_at is None:
        clocks.cancel(running, reason=choice.reasons[:500], actor=actor, now=now)

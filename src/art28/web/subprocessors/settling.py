"""A change that was decided on -> which of its running clocks that ends, when and why; what is still owed runs on.

Notice that nobody gave and nobody answered stays due, late as it may be: a decision tells nobody anything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import translation
from django.utils.translation import gettext

from art28.agreement.duties import Action
from art28.web.accounts.access import Actor
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.subprocessors.announcing import KIND
from art28.web.subprocessors.models import Affected, Answer, AnswerKind, Proposal, Standing, State

_LEFT_OUT = (Standing.EXEMPTED, Standing.TERMINATED)
_ANSWERED = (Standing.CONSENTED, Standing.MITIGATED, Standing.WITHDRAWN)
_DECIDED = (State.DECIDED, State.DONE)
_NOTIFY = Action.NOTIFY_SUB_PROCESSOR_CHANGE.value
_WINDOW = Action.OBJECT_TO_SUB_PROCESSOR.value


@dataclass(frozen=True, slots=True)
class End:
    """How a clock ends: done at the instant `at`, or stopped (None)."""

    reason: str
    at: datetime | None = None


def over(now: datetime) -> QuerySet[Obligation]:
    """The running clocks, of whatever organisation, of changes that are decided on or withdrawn, and windows that closed."""
    changes = Proposal.objects.order_by()
    withdrawn, done = (changes.filter(state=state).values("pk") for state in (State.WITHDRAWN, State.DONE))
    stands = Affected.objects.filter(proposal=OuterRef("subject_id"), agreement=OuterRef("agreement"))
    rows = Obligation.objects.filter(subject_kind=KIND, ended_at=None)
    rows = rows.annotate(standing=Subquery(stands.values("standing")[:1]))
    closed = Q(action=_WINDOW, ends_at__lte=now)
    carried_out = Q(subject_id__in=done) & ~Q(action=_NOTIFY)
    settled = Q(subject_id__in=changes.filter(state__in=_DECIDED).values("pk"))
    settled &= Q(standing__in=(*_LEFT_OUT, *_ANSWERED))
    return rows.filter(closed | Q(subject_id__in=withdrawn) | carried_out | settled).order_by("due_at", "id")


def still_owed(found: Proposal) -> int:
    """Under how many agreements of a change that was decided on the other side is still to be told."""
    rows = Obligation.objects.filter(organisation=found.organisation_id, subject_kind=KIND, subject_id=found.pk)
    return rows.filter(action=_NOTIFY, ours=True, ended_at=None).count() if found.state in _DECIDED else 0


def settle(rows: QuerySet[Obligation], *, most: int, actor: Actor, now: datetime) -> int:
    """End the first `most` of `rows`, each for its reason, with its act; returns how many."""
    running = list(rows.select_related("organisation", "agreement")[:most])
    changes = Proposal.objects.in_bulk({row.subject_id for row in running})
    answers = _first_answers(running)
    done = 0
    for row in running:
        end = _end(row, changes[row.subject_id], answers.get((row.subject_id, row.agreement_id)))
        try:
            if end.at is None:
                clocks.cancel(row, reason=end.reason, actor=actor, now=now)
            else:
                clocks.end(row, at=end.at, by=Proof.DONE, reason=end.reason, actor=actor, now=now)
        except clocks.StateChanged:
            continue
        done += 1
    return done


def _first_answers(running: list[Obligation]) -> Mapping[tuple[UUID, UUID | None], Answer]:
    """By change and agreement the first thing that was said with the other side: from then on it knew of the change."""
    rows = Answer.objects.filter(
        affected__proposal__in={row.subject_id for row in running},
        affected__agreement__in={row.agreement_id for row in running},
    )
    rows = rows.exclude(kind=AnswerKind.EXCEPTION).select_related("affected").order_by("-at", "-id")
    return {(each.affected.proposal_id, each.affected.agreement_id): each for each in rows}


def _end(row: Obligation, change: Proposal, answer: Answer | None) -> End:
    with translation.override(row.organisation.language):
        standing = getattr(row, "standing", None)
        if change.state in _DECIDED and standing in _ANSWERED and row.action == _NOTIFY and answer is not None:
            return End(gettext("Answered by %(name)s") % {"name": answer.name}, answer.at)
        return End(" ".join(_words(change, standing))[:500])


def _words(change: Proposal, standing: str | None) -> Iterator[str]:
    yield f"{change.reference}:"
    if change.state == State.WITHDRAWN:
        yield gettext("the change is withdrawn.")
        yield change.reason
    elif change.state in _DECIDED and standing in _LEFT_OUT:
        yield gettext("it doesn't hold under this agreement (%(standing)s).") % {"standing": Standing(standing).label}
    elif change.state in _DECIDED and standing in _ANSWERED:
        yield gettext("the other side has answered (%(standing)s).") % {"standing": Standing(standing).label}
    elif change.state == State.DONE:
        yield gettext("the change is carried out.")
    else:
        yield gettext("the time to object has passed without an objection.")

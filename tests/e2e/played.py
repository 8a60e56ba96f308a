"""Exercises to look at: two that ended and one that runs, with their breaches."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils import timezone

from art28.notices.notice import NoticeKind
from art28.web.accounts.rights import Role
from art28.web.breaches import actions as breaches
from art28.web.breaches import sending
from art28.web.breaches.composing import Sending
from art28.web.breaches.models import Breach
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.exercises.models import Exercise
from art28.web.exercising import actions
from art28.web.notices.models import OutboxMessage
from e2e.page import Page
from web.breaches import world as worlds
from web.exercising.world import recorded, started
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {"exercises:start", "exercises:play", "exercises:leave", "exercises:end", "exercises:erase", "exercises:document",
     "assessments:form_document", "assessments:letter_document"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Played:
    """What there is to look at."""

    ended: Exercise
    runs: Exercise
    breach: Breach
    message: OutboxMessage

    def pages(self) -> Iterator[Page]:
        """The list, one that ended, one that runs, and the room of its breach."""
        yield from (Page("exercises:list"), Page("exercises:detail", (self.ended.pk,)))
        yield from (Page("exercises:detail", (self.runs.pk,)), Page("breaches:room", (self.breach.pk,)))
        yield Page("notices:read", (self.message.token,))


def play(ours: Tenant) -> Played:
    """Play twice and a half."""
    owner = ours.members[Role.OWNER].user
    agreement = worlds.agreement(ours.organisation, name="Stichting Rozenhof")
    given = worlds.World(ours.organisation, owner, owner, owner, agreement)
    second = replace(given, owner=ours.members[Role.PRIVACY_OFFICER].user)
    first, _ = _told(given, days_ago=40, after=22, slow=True)
    last, _ = _told(given, days_ago=3, after=11)
    runs = started(second, now=timezone.now() - timedelta(minutes=19), key="supplier-at-night")
    breach = recorded(second, runs)
    message = _send(given, breach, runs.started_at + timedelta(minutes=15))
    assert first.pk != last.pk
    return Played(last, runs, breach, message)


def _told(given: worlds.World, *, days_ago: int, after: int, slow: bool = False) -> tuple[Exercise, Breach]:
    exercise = started(given, now=timezone.now() - timedelta(days=days_ago))
    breach = recorded(given, exercise)
    at = exercise.started_at + timedelta(minutes=after)
    _send(given, breach, at)
    clock = Obligation.objects.get(subject_id=breach.pk, action="notify_breach")
    done = at + timedelta(hours=26 if slow else 0, minutes=2)
    breaches.record_call(
        worlds.touched(breach),
        at=at - timedelta(minutes=4),
        reached=True,
        spoken_to="J. Okkerse",
        note="",
        by=given.owner,
        actor=worlds.actor(given.owner),
        now=at,
    )
    clocks.end(clock, at=done, by=Proof.ACCEPTED, reason="x", actor=worlds.actor(given.owner), now=done)
    ends = done + timedelta(minutes=20)
    actions.end(exercise, by=given.owner, actor=worlds.actor(given.owner), now=ends)
    return exercise, breach


def _send(given: worlds.World, breach: Breach, at: object) -> OutboxMessage:
    touched = worlds.touched(breach)
    how = Sending(
        kind=NoticeKind.REPORT, recipient="datalek@zorg.example", recipient_name="J. Okkerse", signed_by="R. Berg"
    )
    return sending.send(touched, how, based_on=touched.version, actor=worlds.actor(given.owner), now=at)  # type: ignore[arg-type]

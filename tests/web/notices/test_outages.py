"""A mail server that is away for a day, clocks that jump, nights in which the clock changes: nothing lost, nothing double."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.clocks import worker
from art28.web.clocks.models import Obligation
from art28.web.notices.delivery import deliver_due
from art28.web.notices.models import OutboxMessage
from art28.web.offline import making
from art28.web.offline.models import Pack
from art28.web.pumps import pumps
from art28.web.reminders import composing
from art28.web.reminders.models import Message, MessageKind, Preference, Reminder
from web.breaches.test_actions import sent
from web.breaches.world import NOW, World, breach, world
from web.notices.server import Box, free_port, mail_server, mail_to

pytestmark = pytest.mark.django_db
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
BEGIN = NOW + HOUR


class Clock:
    """The time that every part of art28 is told, and that can be set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock(BEGIN)
    monkeypatch.setattr(timezone, "now", found)
    return found


@pytest.fixture
def given() -> World:
    return world()


OUTBOX_AND_CLOCKS = ("art28.web.notices.pump", "art28.web.clocks.pump")


def rounds(clock: Clock, *, of: tuple[str, ...] = ()) -> None:
    """What a worker does until nothing is due, by the clock as it stands."""
    heartbeat = worker.begin(now=clock())
    found = tuple(each for each in pumps() if not of or each.__module__ in of)
    for _ in range(20):
        if not worker.round_of(found, heartbeat=heartbeat, clock=clock):
            return
    raise AssertionError("a worker that always finds work does some of it twice")


def arrived(box: Box) -> Counter[str]:
    return Counter(str(mail["Message-ID"]) for mail in box.messages if "datalek@zorg.example" in mail["To"])


def done_once(messages: set[str]) -> None:
    """Each message was accepted, ended its clock and started the next one, once."""
    count = len(messages)
    assert OutboxMessage.objects.filter(state="accepted", repeats=0).count() == count
    for kind in ("notice.accepted", "obligation.ended"):
        subjects = Act.objects.filter(kind=kind).values_list("subject_id", flat=True)
        assert len(subjects) == len(set(subjects)) == count
    assert Obligation.objects.filter(action="notify_breach", ended_at__isnull=False).count() == count
    assert Obligation.objects.filter(action="notify_authority").count() == count


def test_a_mail_server_that_is_away_for_a_day_gets_each_message_once_when_it_is_back(
    given: World, clock: Clock
) -> None:
    expected = {sent(given, breach(given)).message_id for _ in range(3)}
    with mail_to(free_port()):
        for _ in range(25):
            rounds(clock, of=OUTBOX_AND_CLOCKS)
            clock.at += HOUR
    assert set(OutboxMessage.objects.values_list("state", flat=True)) == {"queued"}
    assert not Obligation.objects.filter(action="notify_breach", ended_at__isnull=False).exists()
    assert Act.objects.filter(kind="obligation.late").count() == 3  # said once of each, while it waited
    with mail_server() as box:
        for _ in range(2):
            rounds(clock, of=OUTBOX_AND_CLOCKS)
            clock.at += 15 * MINUTE
    assert arrived(box) == Counter(expected)
    assert {row.state for row in Obligation.objects.filter(action="notify_breach")} == {"late"}
    done_once(expected)


def test_a_clock_that_jumps_an_hour_forward_and_back_doubles_nothing_and_holds_nothing_up(
    given: World, clock: Clock
) -> None:
    expected = set()
    with mail_server() as box:
        for jump in (HOUR, -2 * HOUR, 3 * HOUR):
            expected.add(sent(given, breach(given)).message_id)
            OutboxMessage.objects.filter(state="queued").update(next_attempt_at=clock())
            rounds(clock)
            clock.at += jump
            rounds(clock)
            assert set(arrived(box)) == expected  # whatever the clock said, it did not wait
    assert arrived(box) == Counter(expected)
    done_once(expected)
    keys = [(row.obligation_id, row.user_id, row.step) for row in Reminder.objects.all()]
    assert len(keys) == len(set(keys))


def test_a_message_that_waits_for_its_next_attempt_does_not_wait_for_a_clock_that_was_set_back(
    given: World, clock: Clock
) -> None:
    message = sent(given, breach(given))
    with mail_to(free_port()):
        deliver_due(now=BEGIN, limit=1, clock=clock)
    with mail_server() as box:
        assert deliver_due(now=BEGIN - HOUR, limit=1, clock=lambda: BEGIN - HOUR) == 1
        assert deliver_due(now=BEGIN, limit=1, clock=clock) == 0
    assert arrived(box) == Counter([message.message_id])


def test_a_lease_is_not_broken_by_a_clock_that_was_set_back(given: World, clock: Clock) -> None:
    sent(given, breach(given))
    OutboxMessage.objects.update(state="leased", leased_until=BEGIN + MINUTE)
    with mail_server() as box:
        assert deliver_due(now=BEGIN - HOUR, limit=1, clock=clock) == 0  # another machine may hold it, by its own clock
        assert deliver_due(now=BEGIN + 2 * MINUTE, limit=1, clock=clock) == 1
    assert len(arrived(box)) == 1


NIGHTS = {
    "an hour twice": datetime(2026, 10, 24, 12, tzinfo=UTC),
    "an hour never": datetime(2027, 3, 27, 12, tzinfo=UTC),
}


@pytest.mark.parametrize("night", NIGHTS)
@pytest.mark.parametrize("at", [time(2, 30), time(3)])
def test_each_day_has_one_overview_also_where_the_clock_shows_its_hour_twice_or_never(
    given: World, night: str, at: time
) -> None:
    begin = NIGHTS[night]
    breach(given, at=begin - HOUR, now=begin - HOUR)
    Obligation.objects.update(owner=given.owner, due_at=begin + 72 * HOUR)
    preference = Preference.objects.create(organisation=given.organisation, user=given.owner, digest_time=at)
    preference.next_digest_at = composing.next_digest(given.organisation, at, begin)
    preference.save()
    for half in range(2 * 48):
        composing.digests(now=begin + half * 30 * MINUTE, limit=10)
    written = Message.objects.filter(kind=MessageKind.DIGEST).values_list("made_at", flat=True)
    days = [timezone.localtime(each).date() for each in written]
    assert len(days) == len(set(days)) == 2


@pytest.mark.parametrize("night", NIGHTS)
def test_each_night_has_one_offline_pack_also_where_the_clock_changes(
    given: World, night: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "configured", lambda: True)
    for half in range(2 * 48):
        making.plan(now=NIGHTS[night] + half * 30 * MINUTE)
    nights = Pack.objects.filter(organisation=given.organisation).values_list("on", flat=True)
    assert len(nights) == len(set(nights)) == 3

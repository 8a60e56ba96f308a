"""Today shows a few lines of each part: what is late never hides what can still be met, and what is alike is one line."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from art28.web.breaches import actions as breaches
from art28.web.clocks import today as todays
from art28.web.clocks.today import Today
from web.breaches.world import KNOWN, NOW, World, actor, agreement, breach, discovery, signed_in, world

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=10)


@pytest.fixture
def given() -> World:
    return world()


def today(given: World) -> Today:
    return todays.today(given.organisation, now=LATER)


def recorded(given: World, *agreements: UUID, at: datetime = NOW) -> None:
    breaches.record_breach(
        given.organisation,
        agreements,
        title="Open back-up",
        facts=KNOWN,
        discovery=discovery(at),
        by=given.owner,
        actor=actor(given.owner),
        now=at,
    )


def test_it_costs_the_same_queries_however_much_runs(
    given: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    breach(given)
    with django_assert_num_queries(8):
        today(given)
    for _ in range(todays.RUNNING):
        breach(given)
    with django_assert_num_queries(8):
        found = today(given)
    assert found.running.count == todays.RUNNING + 1
    assert len(found.running.lines) == todays.RUNNING
    assert found.running.beyond == 1
    assert [day.ending for day in found.week][:2] == [0, todays.RUNNING + 1]


def test_a_breach_that_many_must_be_told_of_is_one_line(given: World) -> None:
    others = [agreement(given.organisation, name=name).pk for name in ("Gemeente Polder", "Apotheek Zuid")]
    recorded(given, given.agreement.pk, *others)
    (line,) = today(given).running.lines
    assert (line.row.action, line.alike, line.others) == ("notify_breach", 3, 2)
    assert "en nog 2" in signed_in(given.owner).get(reverse("today")).content.decode()


def test_what_is_late_stands_apart_with_what_passed_last_in_front(given: World) -> None:
    for days in (40, 3, 20):
        breach(given, at=NOW - timedelta(days=days))
    breach(given)
    found = today(given)
    ended = [line.row.due_at for line in found.late.lines]
    assert ended == sorted(ended, reverse=True)
    assert (found.late.count, found.running.count) == (3, 1)
    assert not found.quiet


def test_a_limit_without_a_number_runs_and_is_never_late(given: World) -> None:
    silent = agreement(given.organisation, {"processor.name": "Dijkvaart Diensten B.V."}, name="Gemeente Polder")
    recorded(given, silent.pk, at=NOW - timedelta(days=9))
    breach(given)
    found = today(given)
    assert found.late.count == 0
    assert [line.row.ends_at is None for line in found.running.lines] == [True, False]


def test_what_has_no_end_leaves_room_for_what_ends_soon(given: World) -> None:
    silent = agreement(given.organisation, {"processor.name": "Dijkvaart Diensten B.V."}, name="Gemeente Polder")
    for days in range(1, todays.RUNNING + 1):
        recorded(given, silent.pk, at=NOW - timedelta(days=days))
    breach(given)
    lines = today(given).running.lines
    assert [line.row.ends_at is None for line in lines] == [True] * todays.UNDATED + [False]
    assert lines[0].row.started_at == NOW - timedelta(days=1)


def test_nothing_of_another_organisation_is_shown(given: World) -> None:
    breach(given)
    found = todays.today(given.outsider.memberships.get().organisation, now=LATER)
    assert (found.late.count, found.running.count, found.waiting.count) == (0, 0, 0)
    assert found.quiet

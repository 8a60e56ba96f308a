"""Limits that pass: each obligation says so once, however many end at one instant and whoever's they are."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from art28.web.accounts import actions as accounts
from art28.web.accounts.access import WORKER
from art28.web.audit.models import Act
from art28.web.clocks import passing, queries
from art28.web.clocks.models import Obligation
from art28.web.clocks.pump import pump
from web.breaches.test_sending import wide
from web.breaches.world import NOW, agreement, breach, world
from web.steps import counted_here, steps

pytestmark = pytest.mark.django_db
AFTER = NOW + timedelta(hours=25)


def late() -> list[Obligation]:
    return list(Obligation.objects.filter(state="late", action="notify_breach").order_by("id"))


def test_every_obligation_past_its_end_says_so_once_with_an_act_in_its_own_trail() -> None:
    given = world()
    wide(given, "A", "B")
    other = accounts.create_organisation("Derde", "derde", now=NOW)
    breach(replace(given, organisation=other, agreement=agreement(other)))
    assert pump(now=NOW, limit=1) == 0, "none has ended yet"
    assert pump(now=AFTER, limit=1) == 3
    assert pump(now=AFTER, limit=1) == 0
    acts = Act.objects.filter(kind="obligation.late")
    assert {(act.subject_id, act.organisation_id) for act in acts} == {(row.pk, row.organisation_id) for row in late()}
    assert acts.filter(organisation=other).count() == 1


def test_no_more_than_asked_for_and_those_first_that_are_longest_past() -> None:
    given = world()
    later, first = breach(given, at=NOW + timedelta(minutes=30)), wide(given, "A")
    assert passing.mark_late_many(actor=WORKER, now=AFTER, limit=1) == 1
    assert [row.subject_id for row in late()] == [first.pk]
    assert passing.mark_late_many(actor=WORKER, now=AFTER, limit=9) == 1
    assert {row.subject_id for row in late()} == {first.pk, later.pk}


def test_it_costs_the_same_for_many() -> None:
    given = world()
    asked = []
    for names in (("A",), tuple(f"K{number}" for number in range(30))):
        wide(given, *names)
        with CaptureQueriesContext(connection) as captured:
            assert pump(now=AFTER, limit=50) == len(names)
        asked.append(len(captured))
    assert asked[0] == asked[1]


@counted_here
def test_limits_that_still_run_are_not_looked_at() -> None:
    given = world()
    counted = []
    for names in (("A",), tuple(f"K{number}" for number in range(30))):
        wide(given, *names)
        with steps() as taken:
            assert not list(queries.due_to_be_late(now=NOW))
        counted.append(taken.count)
    assert counted[0] == counted[1]

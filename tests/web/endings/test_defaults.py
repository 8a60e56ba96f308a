"""Many endings whose window passes on the same day: what was agreed is applied set-based, and as it is for one."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from art28.web.accounts.access import WORKER
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.endings import actions, defaults
from art28.web.endings.models import Ending
from web.breaches.world import World, agreement
from web.endings.world import SAID, noticed, world

pytestmark = pytest.mark.django_db
FACTS = {**SAID, "end.data": "return_on_request_then_delete"}


def more(given: World, count: int) -> list[Ending]:
    """That many more agreements of which notice is given."""
    made = []
    for number in range(count):
        under = agreement(given.organisation, FACTS, name=f"Klant {Ending.objects.count()}-{number}")
        made.append(noticed(World(given.organisation, given.owner, given.member, given.outsider, under)))
    return made


def said(row: Ending) -> tuple[Any, ...]:
    row.refresh_from_db()
    clock = Obligation.objects.get(subject_id=row.event_id, action="choose_return_or_deletion")
    acts = [
        (each.kind, each.actor_label, json.loads(each.content.content or ""))
        for subject in (row.pk, clock.pk)
        for each in Act.objects.filter(subject_id=subject).order_by("at", "id")
    ]
    return (
        row.choice,
        row.chosen_how,
        row.chosen_by,
        row.chosen_at,
        clock.state,
        clock.ended_at,
        clock.ended_reason,
        acts,
    )


def test_the_pump_leaves_what_applying_one_leaves_at_the_same_cost_for_many() -> None:
    given = world(FACTS)
    (one, *_others) = more(given, 1)
    assert one.choice_until is not None
    after = one.choice_until + timedelta(days=1)
    assert defaults.apply_defaults(now=one.choice_until - timedelta(days=1), limit=10) == 0
    actions.apply_default(one, actor=WORKER, now=after)
    few = more(given, 2)
    with CaptureQueriesContext(
        connection,
    ) as small:
        assert defaults.apply_defaults(now=after, limit=100) == 2
    assert [said(each)[:7] for each in few] == [said(one)[:7]] * 2
    kinds = ["ending.noticed", "ending.chosen", "obligation.started", "obligation.cancelled"]
    for each in (one, *few):
        assert [kind for kind, *_rest in said(each)[7]] == kinds
    assert said(few[0])[7][1] == said(one)[7][1]
    assert said(few[0])[7][3] == said(one)[7][3]
    more(given, 12)
    with CaptureQueriesContext(connection) as large:
        assert defaults.apply_defaults(now=after, limit=100) == 12
    assert len(large) == len(small)
    assert defaults.apply_defaults(now=after, limit=100) == 0


def test_no_more_is_applied_than_is_asked_for() -> None:
    given = world(FACTS)
    rows = more(given, 3)
    assert rows[0].choice_until is not None
    assert defaults.apply_defaults(now=rows[0].choice_until, limit=2) == 2
    assert Ending.objects.filter(chosen_at=None).count() == 1

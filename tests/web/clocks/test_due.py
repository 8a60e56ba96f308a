"""Which obligations a selection finds, in what order, a page at a time; and what a list says of each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from art28.agreement.duties import Action
from art28.web.accounts import teams
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Membership
from art28.web.clocks import due
from art28.web.clocks.filters import Filters, Standing, Whose
from art28.web.clocks.models import Obligation, Proof, State
from web.breaches.world import NOW, World, agreement, world
from web.clocks.due_world import clock, day_limit

pytestmark = pytest.mark.django_db
ALL = Filters(whose=Whose.ALL.value)
HOUR = timedelta(hours=1)


@pytest.fixture
def given() -> World:
    return world()


@pytest.fixture
def scope(given: World) -> due.Scope:
    return due.Scope(given.organisation, given.owner, NOW)


def found(scope: due.Scope, filters: Filters) -> list[Obligation]:
    return list(due.listed(scope, filters).rows)


def test_mine_and_nobodys_come_first_and_then_all(given: World, scope: due.Scope) -> None:
    mine, nobodys, theirs = (
        clock(given.agreement, owner=owner, ends_in=n * HOUR)
        for n, owner in enumerate((given.owner, None, given.member), start=1)
    )
    assert found(scope, Filters()) == [mine, nobodys]
    assert found(scope, ALL) == [mine, nobodys, theirs]
    assert found(scope, Filters(whose=Whose.MINE.value)) == [mine]
    assert found(scope, Filters(whose=Whose.NOBODY.value)) == [nobodys]
    assert found(scope, Filters(whose=f"person:{given.member.pk}")) == [theirs]


def test_a_team_is_its_members_and_nobody_of_another_organisation(given: World, scope: due.Scope) -> None:
    row = clock(given.agreement, owner=given.member)
    clock(given.agreement, owner=given.owner)
    team = teams.make(given.organisation, "Privacyteam", actor=SYSTEM, now=NOW)
    asked = Filters(whose=f"team:{team.pk}")
    assert found(scope, asked) == []
    member = Membership.objects.get(organisation=given.organisation, user=given.member)
    stranger = Membership.objects.get(user=given.outsider)
    teams.change(team, "Privacyteam", [member.pk, stranger.pk], actor=SYSTEM, now=NOW)
    assert found(scope, asked) == [row]
    elsewhere = due.Scope(stranger.organisation, given.outsider, NOW)
    assert found(elsewhere, asked) == []


def test_each_state_finds_its_own_late_also_before_it_was_marked(given: World, scope: due.Scope) -> None:
    running = clock(given.agreement)
    unmarked = clock(given.agreement, ends_in=-2 * HOUR)
    marked = clock(given.agreement, ends_in=-HOUR, state=State.LATE)
    waiting = clock(given.agreement, ours=False)
    ended: dict[str, Any] = {"ended_at": NOW, "ended_by": Proof.DONE}
    met, met_late, cancelled = (
        clock(given.agreement, state=state, **ended) for state in (State.MET, State.LATE, State.CANCELLED)
    )
    assert {row.pk for row in found(scope, ALL)} == {row.pk for row in (running, unmarked, marked, waiting)}
    for standing, expected in (
        (Standing.RUNNING, [running]),
        (Standing.LATE, [unmarked, marked]),
        (Standing.WAITING, [waiting]),
        (Standing.MET, [met]),
        (Standing.MET_LATE, [met_late]),
        (Standing.CANCELLED, [cancelled]),
    ):
        assert found(scope, replace(ALL, standing=standing)) == expected, standing
    assert due.listed(scope, ALL).late == 2


def test_kind_of_duty_kind_of_event_and_counterparty(given: World, scope: due.Scope) -> None:
    other = agreement(given.organisation, name="Gemeente Zuid")
    first = clock(given.agreement, action=Action.ALLOW_AUDIT, subject_kind="audit")
    second = clock(other, ends_in=48 * HOUR)
    assert found(scope, replace(ALL, action="allow_audit")) == [first]
    assert found(scope, replace(ALL, event="breach")) == [second]
    assert other.counterparty_id is not None
    assert found(scope, replace(ALL, counterparty=other.counterparty_id)) == [second]


@pytest.mark.parametrize("words", ["gemeente", "ZUID", "2026-07", "te zuid"])
def test_words_are_looked_for_in_party_agreement_and_reference(given: World, scope: due.Scope, words: str) -> None:
    clock(given.agreement)
    row = clock(agreement(given.organisation, name="Gemeente Zuid"), subject_label="2026-07")
    assert found(scope, replace(ALL, words=words)) == [row]


def test_a_sign_that_the_database_knows_is_looked_for_as_it_is(given: World, scope: due.Scope) -> None:
    clock(given.agreement)
    assert found(scope, replace(ALL, words="%")) == []
    assert found(scope, replace(ALL, words="_")) == []


def test_a_limit_in_days_belongs_to_its_last_day(given: World, scope: due.Scope) -> None:
    row = day_limit(given.agreement, date(2026, 11, 24))
    for day, expected in ((23, []), (24, [row]), (25, [])):
        on = date(2026, 11, day)
        assert found(scope, replace(ALL, from_on=on, until_on=on)) == expected, day
    days = due.by_day(scope, ALL, [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)], most=5)
    assert [len(rows) for rows in days.values()] == [0, 1, 0]


def test_what_is_late_lies_within_any_time(given: World, scope: due.Scope) -> None:
    late, soon = clock(given.agreement, ends_in=-HOUR), clock(given.agreement, ends_in=3 * HOUR)
    clock(given.agreement, ends_in=30 * HOUR)
    assert found(scope, replace(ALL, within="PT24H")) == [late, soon]


def test_pages_follow_each_other_without_gap_or_double_also_where_many_end_at_once(
    given: World, scope: due.Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due, "PAGE", 3)
    rows = [clock(given.agreement, ends_in=HOUR if n < 5 else 2 * HOUR) for n in range(8)]
    expected = [row.pk for row in sorted(rows, key=lambda row: (row.due_at, row.pk))]
    pages = list(paged(scope))
    assert [row.pk for page in pages for row in page.rows] == expected
    assert [page.has_next for page in pages] == [True, True, False]
    back = due.listed(scope, ALL, before=pages[2].first)
    assert [row.pk for row in back.rows] == expected[3:6]
    assert back.has_previous
    assert not due.listed(scope, ALL, before=back.first).has_previous
    assert [row.pk for row in due.every(scope, ALL)] == expected
    assert [row.pk for row in due.every(scope, ALL, most=4)] == expected[:4]


def paged(scope: due.Scope) -> Iterator[due.Listed]:
    page = due.listed(scope, ALL)
    yield page
    while page.has_next:
        page = due.listed(scope, ALL, after=page.last)
        yield page


def test_what_has_ended_stands_latest_first_over_all_pages(
    given: World, scope: due.Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due, "PAGE", 2)
    for n in range(5):
        clock(given.agreement, ends_in=n * HOUR, state=State.MET, ended_at=NOW, ended_by=Proof.DONE)
    asked = replace(ALL, standing=Standing.MET)
    first = due.listed(scope, asked)
    second = due.listed(scope, asked, after=first.last)
    ends = [row.due_at for row in (*first.rows, *second.rows)]
    assert ends == sorted(ends, reverse=True)
    assert due.listed(scope, asked, before=second.first).rows == first.rows


def test_another_organisation_sees_nothing(given: World) -> None:
    clock(given.agreement)
    elsewhere = Membership.objects.get(user=given.outsider).organisation
    assert found(due.Scope(elsewhere, given.outsider, NOW), ALL) == []


def test_the_calendar_costs_two_queries_for_any_number_of_days(given: World, scope: due.Scope) -> None:
    for n in range(10):
        clock(given.agreement, ends_in=24 * n * HOUR)
    days = [date(2026, 11, 22) + timedelta(days=n) for n in range(42)]
    with CaptureQueriesContext(connection) as queries:
        shown = due.by_day(scope, ALL, days, most=3)
    assert len(queries) == 2
    assert sum(len(rows) for rows in shown.values()) == 10


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plan")
def test_the_keys_of_a_page_come_from_an_index_alone(given: World, scope: due.Scope) -> None:
    for asked in (ALL, Filters(), replace(ALL, action="allow_audit"), replace(ALL, standing=Standing.WAITING)):
        plan = (
            due.selected(scope, asked)
            .order_by("due_at", "id")
            .values_list("due_at", "id", "ends_at", "state")
            .explain()
        )
        assert "USING COVERING INDEX clocks_running" in plan, asked
    mine = due.selected(scope, Filters(whose=Whose.MINE.value)).order_by("due_at", "id").values_list("id")
    assert "USING INDEX clocks_owned" in mine.explain() or "USING COVERING INDEX clocks_owned" in mine.explain()

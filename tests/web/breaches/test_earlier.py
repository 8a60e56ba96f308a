"""A breach that proves to have been noticed or told earlier: its clocks move at once, by each agreement's own start."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from art28.obligations.beginning import Instant, Known
from art28.web.accounts.access import WORKER
from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.breaches import actions, earlier, fanout, instants, pump, recounting
from art28.web.breaches.models import Breach, BreachInstant, TouchedAgreement
from art28.web.clocks.models import Change, Obligation
from art28.web.reminders.models import Reminder
from web.breaches.world import KNOWN, NOW, World, actor, agreement, signed_in, world

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
LATER = NOW + HOUR
STARTS: dict[str, dict[str, Any]] = {
    "Stichting Zorg": {"breach.deadline": "PT24H", "breach.clock_starts": ["observation"]},
    "Kennis": {"breach.deadline": "PT24H", "breach.clock_starts": ["awareness"]},
    "Bericht": {"breach.deadline": "PT24H", "breach.clock_starts": ["report_from_sub_processor"]},
    "Zwijgt": {"breach.deadline": "PT48H"},
    "Onverwijld": {"breach.wording": "immediately"},
}
NOTICED = {Instant.OBSERVATION: Known(NOW - 9 * HOUR, "gezien door de nachtdienst")}


@pytest.fixture
def given() -> World:
    first, *others = STARTS.items()
    found = world(first[1])
    for name, said in others:
        agreement(found.organisation, said, name=name)
    return found


def recorded(given: World, *, at_sub_processor: bool = False) -> Breach:
    return actions.record_breach(
        given.organisation,
        Agreement.objects.filter(organisation=given.organisation).values_list("pk", flat=True),
        title="Laptop weg",
        facts=KNOWN,
        discovery=actions.Discovery(
            aware_at=NOW,
            aware_reason="bevestigd",
            at_sub_processor=at_sub_processor,
            instants={Instant.OBSERVATION: Known(NOW - HOUR, "eerste signaal")},
        ),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )


def clocks(breach: Breach) -> dict[str, Obligation]:
    rows = Obligation.objects.filter(subject_id=breach.pk, action="notify_breach").select_related("agreement")
    return {row.agreement.counterparty_name: row for row in rows if row.agreement is not None}


def test_clocks_that_count_from_observation_move_and_the_others_stay(given: World) -> None:
    breach = recorded(given)
    before = clocks(breach)
    assert earlier.learn(breach, NOTICED, actor=actor(given.owner), now=LATER)
    after = clocks(breach)
    moved = {name for name, row in after.items() if row.started_at != before[name].started_at}
    assert moved == {"Stichting Zorg", "Zwijgt"}  # a number without a start is read strictly
    row = after["Stichting Zorg"]
    assert (row.started_at, row.ends_at, row.start_reason) == (
        NOW - 9 * HOUR, NOW + 15 * HOUR, "gezien door de nachtdienst",
    )  # fmt: skip
    assert TouchedAgreement.objects.get(breach=breach, agreement=row.agreement).due_at == row.ends_at
    change = Change.objects.get(obligation=row)
    assert (change.kind, change.ground, change.by) == ("stricter", "earlier", given.owner)
    assert change.before["ends_at"] == (NOW + 23 * HOUR).isoformat()
    assert Act.objects.filter(kind="breach.known_earlier", subject_id=breach.pk).count() == 1
    assert Act.objects.filter(kind="obligation.corrected").count() == 2
    assert Reminder.objects.filter(obligation=row, audience="changed").exists()
    assert "gezien door de nachtdienst" in signed_in(given.owner).get(reverse("clock", args=(row.pk,))).content.decode()


def test_awareness_and_what_counts_from_it_stay(given: World) -> None:
    breach = recorded(given)
    earlier.learn(breach, NOTICED, actor=WORKER, now=LATER)
    breach.refresh_from_db()
    assert breach.aware_at == NOW
    assert {clocks(breach)[name].started_at for name in ("Kennis", "Onverwijld")} == {NOW}


def test_what_is_not_earlier_changes_nothing(given: World) -> None:
    breach = recorded(given)
    same = {Instant.OBSERVATION: Known(NOW - HOUR, "nog een")}
    assert not earlier.learn(breach, same, actor=WORKER, now=LATER)
    assert BreachInstant.objects.filter(breach=breach, kind="observation").count() == 1
    assert not Change.objects.exists()


def test_an_earlier_report_of_the_sub_processor_moves_what_counts_from_it(given: World) -> None:
    breach = recorded(given, at_sub_processor=True)
    told = {Instant.REPORT_FROM_SUB_PROCESSOR: Known(NOW - 5 * HOUR, "melding van de hostingpartij")}
    assert earlier.learn(breach, told, actor=WORKER, now=LATER)
    assert clocks(breach)["Bericht"].started_at == NOW - 5 * HOUR
    assert clocks(breach)["Bericht"].start_kind == "told_by_sub_processor"


def test_a_clock_that_has_ended_is_left_as_it_ended(given: World) -> None:
    breach = recorded(given)
    row = clocks(breach)["Stichting Zorg"]
    Obligation.objects.filter(pk=row.pk).update(state="met", ended_at=LATER, ended_by="reached")
    earlier.learn(breach, NOTICED, actor=WORKER, now=LATER)
    row.refresh_from_db()
    assert row.started_at == NOW - HOUR


def test_a_clock_that_is_past_by_the_earlier_start_is_late_at_once(given: World) -> None:
    breach = recorded(given)
    long_ago = {Instant.OBSERVATION: Known(NOW - 30 * HOUR, "logboek")}
    earlier.learn(breach, long_ago, actor=WORKER, now=LATER)
    assert clocks(breach)["Stichting Zorg"].state == "late"


def test_what_is_beyond_the_first_chunk_is_moved_by_the_worker_also_after_a_kill(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recounting, "CHUNK", 2)
    breach = recorded(given)
    earlier.learn(breach, NOTICED, actor=WORKER, now=LATER)
    assert Breach.objects.get().recount_after is not None
    assert sum(pump.recount(now=LATER, limit=1) for _ in range(5)) == 3
    assert Breach.objects.get().recount_after is None
    assert pump.recount(now=LATER, limit=1) == 0
    known = instants.of(breach)
    assert {row.started_at for name, row in clocks(breach).items() if name in ("Stichting Zorg", "Zwijgt")} == {
        known[Instant.OBSERVATION].at
    }
    assert Change.objects.count() == 2


def test_agreements_whose_clocks_start_later_count_from_the_earlier_moment_too(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fanout, "CHUNK", 1)
    breach = recorded(given)
    earlier.learn(breach, NOTICED, actor=WORKER, now=LATER)
    while fanout.start_chunk(breach, actor=WORKER, now=LATER):
        pass
    assert clocks(breach)["Zwijgt"].started_at == NOW - 9 * HOUR

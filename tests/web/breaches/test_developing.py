"""What becomes known after a report is owed to whoever was told, with a clock of its own until it was told."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.agreement.duties import Action
from art28.obligations.beginning import Instant, Known
from art28.web.agreements import deciding
from art28.web.audit.models import Act
from art28.web.breaches import actions, instants, righting
from art28.web.breaches.models import Breach, FactsVersion, TouchedAgreement
from art28.web.clocks import targets
from art28.web.clocks.models import Obligation
from web.breaches.test_provisions import place, questions, recorded, sent
from web.breaches.test_sending import HOUR, wide
from web.breaches.test_telling import learn
from web.breaches.world import KNOWN, NOW, World, actor, breach, signed_in, touched, world

pytestmark = pytest.mark.django_db

ASKED = questions("Geef een samenvatting: wat is er gebeurd?", "Welke overige bijzonderheden zijn er?")


def supplements(found: Breach) -> list[Obligation]:
    return list(Obligation.objects.filter(subject_id=found.pk, action="follow_up_breach").order_by("made_at", "id"))


def completely(given: World, found: Breach, **changes: Any) -> None:
    """Every question answered and the report sent, so that nothing of it is still to come."""
    data = {"version": touched(found).version, "answer-1": "Een map stond open.", "answer-2": "Geen."}
    signed_in(given.owner).post(place("report", found), data)
    sent(given, found, **changes)


@pytest.fixture
def told() -> tuple[World, Breach]:
    given = world({"breach.deadline": "PT24H", "breach.follow_up": True, "breach.questionnaire": ASKED})
    found = recorded(given, description="Een map stond open.")
    completely(given, found)
    return given, found


@pytest.mark.provision("S2:8.2")
def test_new_facts_after_a_complete_report_start_a_clock_that_telling_them_ends(told: tuple[World, Breach]) -> None:
    given, found = told
    assert not supplements(found), "the report left nothing open"
    learn(given, found, 1, cause="Een verkeerde instelling.")
    (row,) = supplements(found)
    assert (row.ended_at, row.ours, row.start_reason) == (None, True, "nieuwe feiten (versie 2)")
    assert row.duty["citations"][0]["text"] == "passage over breach.follow_up"
    assert Act.objects.filter(kind="obligation.started", subject_id=row.pk).exists()
    assert "nieuwe feiten (versie 2)" in signed_in(given.owner).get(row_page(row)).content.decode()
    completely(given, found, kind="follow_up")
    row.refresh_from_db()
    assert (row.state, row.ended_by) == ("met", "done")
    assert Act.objects.filter(kind="obligation.ended", subject_id=row.pk).exists()


def row_page(row: Obligation) -> str:
    return reverse("clock", args=(row.pk,))


def test_each_time_something_becomes_known_counts_anew_but_never_twice_at_once(told: tuple[World, Breach]) -> None:
    given, found = told
    learn(given, found, 1, cause="Een verkeerde instelling.")
    learn(given, found, 2, cause="Een verkeerde instelling.", measures_taken="De map is dicht.")
    assert [row.start_reason for row in supplements(found)] == ["nieuwe feiten (versie 2)"]
    completely(given, found, kind="follow_up")
    learn(given, found, 3, cause="Toch iets anders.")
    assert [row.ended_at is None for row in supplements(found)] == [False, True]
    sent(given, found, kind="closing", closing_reason="Onderzoek is klaar.")
    assert not [row for row in supplements(found) if row.ended_at is None]
    learn(given, found, 4, cause="Nog iets.")
    assert len(supplements(found)) == 2, "after a closing message nothing more is owed"


def test_a_supplement_that_leaves_questions_open_is_itself_owed_again(told: tuple[World, Breach]) -> None:
    given, found = told
    learn(given, found, 1, cause="Een verkeerde instelling.")
    completely(given, found, kind="follow_up")
    data = {"version": touched(found).version, "answer-1": "Een map stond open.", "answer-2": ""}
    signed_in(given.owner).post(place("report", found), data)
    sent(given, found, kind="follow_up")
    assert [(row.start_reason, row.ended_at is None) for row in supplements(found)] == [
        ("nieuwe feiten (versie 2)", False),
        ("melding met nog open vragen", True),
    ]


def test_what_changes_no_fact_or_reached_nobody_yet_starts_nothing(told: tuple[World, Breach]) -> None:
    given, found = told
    data = {"title": "Een ander kopje", "version": 1, "description": "Een map stond open."}
    signed_in(given.owner).post(reverse("breaches:facts", args=(found.pk,)), data)
    assert not supplements(found)
    untold = breach(given)
    by = actor(given.owner)
    facts = replace(KNOWN, cause="Een gat.")
    actions.change_facts(untold, title="x", facts=facts, based_on=1, by=given.owner, actor=by, now=NOW + HOUR)
    assert not supplements(untold)


def test_a_moment_that_is_put_right_is_owed_to_who_was_told_and_stands_in_the_facts(told: tuple[World, Breach]) -> None:
    given, found = told
    for kind, number in ((Instant.AWARENESS, 2), (Instant.DISCOVERY, 3)):
        before = instants.of(found).get(kind)
        if before is None:
            instants.add(found, {kind: Known(NOW - 2 * HOUR, "bij de controle")})
            before = instants.of(found)[kind]
        righting.correct(
            found,
            kind,
            Known(before.at - HOUR, "eerder dan gedacht"),
            seen=before.at,
            why="de klok stond verkeerd",
            by=given.owner,
            actor=actor(given.owner),
            now=NOW + HOUR,
        )
        assert FactsVersion.objects.filter(breach=found).count() == number
    (row,) = supplements(found)
    assert (row.ended_at, row.start_reason) == (None, "nieuwe feiten (versie 2)")
    completely(given, found, kind="follow_up")
    row.refresh_from_db()
    assert row.state == "met"


def test_a_moment_put_right_before_anybody_was_told_changes_the_facts_that_hold_it_alone() -> None:
    given = world()
    found = breach(given, now=NOW)
    discovered = NOW - 3 * HOUR
    actions.change_facts(
        found, title=found.title, facts=replace(KNOWN, discovered_at=discovered), based_on=1,
        by=given.owner, actor=actor(given.owner), now=NOW,
    )  # fmt: skip
    instants.add(found, {Instant.DISCOVERY: Known(discovered, "bij de controle")})

    def put_right(kind: Instant) -> None:
        before = instants.of(found)[kind]
        righting.correct(
            found, kind, Known(before.at - HOUR, "eerder"), seen=before.at, why="klok", by=given.owner,
            actor=actor(given.owner), now=NOW,
        )  # fmt: skip

    put_right(Instant.DISCOVERY)
    newest = FactsVersion.objects.filter(breach=found).latest("number")
    assert (newest.number, newest.facts["discovered_at"]) == (3, (discovered - HOUR).isoformat())
    put_right(Instant.AWARENESS)
    assert FactsVersion.objects.filter(breach=found).count() == 3
    assert not supplements(found)


def test_a_corrected_fact_leaves_its_clock_running_without_a_question(told: tuple[World, Breach]) -> None:
    given, found = told
    learn(given, found, 1, cause="Een verkeerde instelling.")
    by = actor(given.owner)
    deciding.correct(given.agreement, "breach.duty_to_consult", True, seen=0, actor=by, now=NOW)
    (row,) = supplements(found)
    assert (row.ended_at, row.loosenings.count()) == (None, 0)


def test_the_organisations_target_says_by_when_it_wants_it_told(told: tuple[World, Breach]) -> None:
    given, found = told
    by = actor(given.owner)
    targets.set_target(given.organisation, Action.FOLLOW_UP_BREACH, "PT8H", actor=by, now=NOW)
    learn(given, found, 1, cause="Een verkeerde instelling.")
    (row,) = supplements(found)
    assert (row.due_at - row.started_at, row.ends_at) == (8 * HOUR, None)


def cost(given: World, *names: str) -> tuple[int, int]:
    """How many queries new facts take, and how many clocks they start, once all of these were told."""
    found = wide(given, *names)
    TouchedAgreement.objects.filter(breach=found).update(sent=1, told_version=1, phase="report")
    facts, by = replace(KNOWN, cause="Een gat."), actor(given.owner)
    with CaptureQueriesContext(connection) as asked:
        actions.change_facts(found, title="x", facts=facts, based_on=1, by=given.owner, actor=by, now=NOW)
    return len(asked), len(supplements(found))


def test_it_costs_the_same_for_many() -> None:
    given = world()
    few, many = cost(given, "A"), cost(given, *(f"K{number}" for number in range(40)))
    assert (few[1], many[1]) == (1, 40)
    assert few[0] == many[0]

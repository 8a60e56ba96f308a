"""The instants of a breach are kept with their reasons, and each agreement's clock counts from the one that it names."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from art28.obligations.beginning import Instant, Known
from art28.web.agreements.models import Question
from art28.web.audit.models import Act
from art28.web.breaches import actions, instants
from art28.web.breaches.models import Breach, BreachInstant
from art28.web.clocks.models import Obligation
from web.breaches.world import KNOWN, NOW, World, actor, agreement, discovery, world

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
BEFORE = {
    Instant.OBSERVATION: Known(NOW - 6 * HOUR, "een klant belde"),
    Instant.REPORT_FROM_SUB_PROCESSOR: Known(NOW - 4 * HOUR, "bericht van de hostingpartij"),
    Instant.DISCOVERY: Known(NOW - 3 * HOUR, "logboek bekeken"),
}
SAYS = {
    "waarneming": ["observation"],
    "ontdekking": ["discovery"],
    "bericht": ["report_from_sub_processor"],
    "kennis": ["awareness"],
}


@pytest.fixture
def given() -> World:
    return world({"breach.wording": "immediately"})


def recorded(given: World, **changes: Any) -> Breach:
    said: list[Any] = [given.agreement]
    for name, starts in SAYS.items():
        facts = {"breach.deadline": "PT24H", "breach.clock_starts": starts}
        said.append(agreement(given.organisation, facts, name=name))
    return actions.record_breach(
        given.organisation,
        [each.pk for each in said],
        title="Gehackte leverancier",
        facts=KNOWN,
        discovery=discovery(instants=BEFORE, **changes),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW + timedelta(minutes=5),
    )


def started(breach: Breach) -> dict[str, Obligation]:
    rows = Obligation.objects.filter(subject_id=breach.pk, action="notify_breach").select_related("agreement")
    return {row.counterparty: row for row in rows}


def test_each_agreement_counts_from_the_instant_that_it_names(given: World) -> None:
    rows = started(recorded(given))
    assert {name: (NOW - row.started_at) // HOUR for name, row in rows.items()} == {
        "Stichting Zorg": 0,
        "waarneming": 6,
        "ontdekking": 3,
        "bericht": 0,
        "kennis": 0,
    }
    assert rows["waarneming"].start_reason == "een klant belde"
    assert rows["waarneming"].ends_at == NOW + 18 * HOUR


def test_at_a_sub_processor_its_report_starts_the_clocks(given: World) -> None:
    rows = started(recorded(given, at_sub_processor=True))
    assert {name: (NOW - row.started_at) // HOUR for name, row in rows.items()} == {
        "Stichting Zorg": 0,
        "waarneming": 6,
        "ontdekking": 4,
        "bericht": 4,
        "kennis": 4,
    }


def test_of_an_open_question_on_the_start_all_that_it_may_be_counts(given: World) -> None:
    asked = agreement(given.organisation, {"breach.deadline": "PT24H"}, name="open")
    Question.objects.create(
        organisation=given.organisation,
        agreement=asked,
        key="breach.clock_starts",
        kind="contradiction",
        candidates=[{"value": ["awareness"]}, {"value": ["observation"]}],
        asked_at=NOW,
    )
    assert instants.starts(given.organisation, [asked.pk]) == {asked.pk: frozenset({"awareness", "observation"})}


def test_instants_and_their_reasons_are_in_the_trail_and_stay_as_written(given: World) -> None:
    breach = recorded(given)
    kept = instants.of(breach)
    assert kept[Instant.OBSERVATION] == BEFORE[Instant.OBSERVATION]
    assert kept[Instant.AWARENESS].at == breach.aware_at == NOW
    content = Act.objects.get(kind="breach.recorded", subject_id=breach.pk).content.content
    assert content is not None
    assert '"observation":"' in content
    with pytest.raises(DatabaseError), transaction.atomic():
        BreachInstant.objects.filter(breach=breach).update(at=NOW)

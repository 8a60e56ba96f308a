"""Clocks that a fan-out starts set-based are those that the core counts for one agreement, column by column."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from art28.agreement.duties import Action
from art28.evidence.canonical import commitment
from art28.obligations import start as core
from art28.obligations.beginning import beginning
from art28.web.agreements.models import Agreement, Direction, PromisedDuty
from art28.web.audit.models import Act, ActContent, Unsealed
from art28.web.breaches import fanout, instants, promises
from art28.web.breaches.models import Breach
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation
from art28.web.clocks.targets import targets
from web.breaches.test_fanout import recorded
from web.breaches.world import NOW, SAID, World, agreement, world

pytestmark = pytest.mark.django_db

SAYINGS: dict[str, Mapping[str, Any]] = {
    "in hours": SAID,
    "in days": {**SAID, "breach.deadline": "P2D"},
    "by a word": {**SAID, "breach.deadline": "without_undue_delay"},
    "beyond counting": {**SAID, "breach.deadline": "P9999Y"},
    "from discovery, by telephone": {**SAID, "breach.clock_starts": ["discovery"], "breach.channel": ["phone"]},
    "silent": {},
}


@pytest.fixture
def given() -> World:
    return world()


def slow(breach: Breach, of: Agreement) -> dict[str, Obligation]:
    """What the core makes of each duty of one agreement, by way of its objects."""
    said = promises.of(of)
    starts = instants.starts(of.organisation, (of.pk,)).get(of.pk, frozenset())
    made = {}
    for duty in said.duties:
        if not promises.starts_at_once(duty, fanout.trigger_of(breach), of.direction):
            continue
        obligation = fanout._obligation(breach, duty, starts, instants.of(breach), targets(of.organisation))
        versions = core.Versions(said.facts_version(duty), obligation.versions.parameters)
        counted = core.Obligation(
            obligation.duty, obligation.event, obligation.limit, obligation.internal_target_at, obligation.ends_by,
            obligation.starts, versions,
        )  # fmt: skip
        done = breach.reference if duty.action is Action.REGISTER_BREACH else ""
        one = clocks.Starting(of.pk, counted, ours=True, following=said.duties, done=done)
        row = clocks.new_row(of.organisation, one, subject=fanout.subject_of(breach), now=NOW + timedelta(minutes=5))
        made[row.duty_key] = row
    return made


def columns(row: Obligation) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.attname != "id"}


@pytest.mark.parametrize("said", SAYINGS)
@pytest.mark.parametrize("direction", [Direction.PROCESSOR, Direction.CONTROLLER, Direction.UNKNOWN])
@pytest.mark.parametrize("at_sub_processor", [False, True])
def test_what_the_fan_out_writes_is_what_the_core_counts(
    given: World, said: str, direction: Direction, at_sub_processor: bool
) -> None:
    of = agreement(given.organisation, SAYINGS[said], name="Klant", direction=direction)
    breach = recorded(given, (given.agreement, of), at_sub_processor=at_sub_processor)
    expected = slow(breach, of)
    written = {row.duty_key: row for row in Obligation.objects.filter(subject_id=breach.pk, agreement=of)}
    assert expected
    assert {key: columns(row) for key, row in written.items()} == {key: columns(row) for key, row in expected.items()}


def test_each_act_has_its_content_its_commitment_and_its_place_in_the_queue_of_the_sealer(given: World) -> None:
    breach = recorded(given, (given.agreement,))
    for row in Obligation.objects.filter(subject_id=breach.pk):
        acts = {act.kind: act for act in Act.objects.filter(subject_kind="obligation", subject_id=row.pk)}
        wanted: dict[str, dict[str, Any]] = {"obligation.started": clocks.of_start(row)}
        if row.ended_at:
            wanted["obligation.ended"] = clocks.of_end(row)
        assert set(acts) == set(wanted)
        for kind, act in acts.items():
            kept = ActContent.objects.get(act=act)
            assert act.commitment == commitment(wanted[kind], bytes(kept.key or b""))
            assert (act.at, act.organisation_id) == (NOW + timedelta(minutes=5), breach.organisation_id)
            assert Unsealed.objects.filter(act=act, organisation=breach.organisation_id).exists()


def test_words_that_a_line_of_the_database_could_misread_come_back_as_they_were(given: World) -> None:
    odd = 'een tab \t, een regel \n, een \\ en "aanhaling" met é en 🙂'
    PromisedDuty.objects.filter(agreement=given.agreement, action="notify_breach").update(
        provision=odd, citations=[{"text": odd, "start": 1, "end": 9, "page": None, "recognised": True}]
    )
    breach = recorded(given, (given.agreement,))
    row = Obligation.objects.get(subject_id=breach.pk, action="notify_breach")
    assert row.duty["provision"] == odd
    assert row.duty["citations"] == [{"text": odd, "start": 1, "end": 9, "page": None}]
    assert connection.vendor in {"sqlite", "postgresql"}


def test_it_is_counted_once_for_all_that_ask_the_same(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    same = [agreement(given.organisation, SAID, name=f"Klant {number}") for number in range(5)]
    counted: list[object] = []
    one = fanout._obligation

    def counting(*given: Any) -> core.Obligation:
        counted.append(given)
        return one(*given)

    monkeypatch.setattr(fanout, "_obligation", counting)
    breach = recorded(given, same)
    assert Obligation.objects.filter(subject_id=breach.pk).count() == len(same) * len(counted)
    assert beginning(counted[0][1], counted[0][2], counted[0][3])  # type: ignore[index]

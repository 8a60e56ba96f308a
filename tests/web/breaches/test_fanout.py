"""One breach over many agreements: the list is frozen, each agreement has its own clock once, and a kill loses none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError
from django.urls import reverse

from art28.agreement.duties import Action
from art28.web.accounts.access import WORKER
from art28.web.agreements.models import Agreement, Direction
from art28.web.audit.models import Act
from art28.web.breaches import actions, composing, fanout, queries, sending
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.breaches.pump import pump
from art28.web.clocks import targets
from art28.web.clocks.models import Obligation
from art28.web.reminders.queries import health_now
from web.breaches.test_actions import sent
from web.breaches.world import KNOWN, NOW, SAID, World, actor, agreement, breach, discovery, signed_in, world

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
LIMITS = ("PT24H", "PT36H", "PT48H", "PT72H", "P1D", "P2D", "PT12H")


@pytest.fixture
def given() -> World:
    return world()


@pytest.fixture
def many(given: World, monkeypatch: pytest.MonkeyPatch) -> tuple[Agreement, ...]:
    """Seven agreements, each with a limit of its own; a chunk takes three."""
    monkeypatch.setattr(fanout, "CHUNK", 3)
    return tuple(
        agreement(given.organisation, {**SAID, "breach.deadline": limit}, name=f"Klant {limit}") for limit in LIMITS
    )


def recorded(given: World, agreements: Sequence[Agreement], **changes: Any) -> Breach:
    return actions.record_breach(
        given.organisation,
        (each.pk for each in agreements),
        title="Gehackte leverancier",
        facts=KNOWN,
        discovery=discovery(**changes),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW + timedelta(minutes=5),
    )


def clocks(breach: Breach) -> dict[str, Obligation]:
    rows = Obligation.objects.filter(subject_id=breach.pk, action="notify_breach").select_related("agreement")
    return {row.counterparty: row for row in rows}


def side(given: World, breach: Breach, of: Agreement) -> TouchedAgreement:
    found = queries.touched(given.organisation, breach.pk, of.pk)
    assert found is not None
    return found


def test_the_first_chunk_starts_with_the_recording_and_the_worker_starts_the_rest(
    given: World, many: tuple[Agreement, ...]
) -> None:
    breach = recorded(given, many)
    assert (len(clocks(breach)), queries.progress(breach).starting) == (3, 4)
    assert pump(now=NOW + HOUR, limit=50) == 4
    assert (len(clocks(breach)), queries.progress(breach).starting) == (7, 0)
    assert pump(now=NOW + HOUR, limit=50) == 0


def test_each_agreement_counts_by_its_own_limit_from_the_one_instant_of_awareness(
    given: World, many: tuple[Agreement, ...]
) -> None:
    breach = recorded(given, many)
    pump(now=NOW + HOUR, limit=50)
    found = clocks(breach)
    assert {row.started_at for row in found.values()} == {NOW}
    assert found["Klant PT12H"].ends_at == NOW + 12 * HOUR
    assert found["Klant PT36H"].ends_at == NOW + 36 * HOUR
    assert len({row.ends_at for row in found.values()}) == len(LIMITS)


def test_what_is_due_first_stands_first(given: World, many: tuple[Agreement, ...]) -> None:
    breach = recorded(given, many)
    pump(now=NOW, limit=50)
    first = queries.narrowed(breach, queries.Narrowing())[0]
    assert first.agreement.counterparty_name == "Klant PT12H"


def test_each_clock_has_an_act_that_names_agreement_and_limit_and_the_record_holds_the_list(
    given: World, many: tuple[Agreement, ...]
) -> None:
    breach = recorded(given, many)
    pump(now=NOW, limit=50)
    acts = Act.objects.filter(kind="obligation.started", subject_id__in=[row.pk for row in clocks(breach).values()])
    assert acts.count() == len(LIMITS)
    content = Act.objects.get(kind="breach.recorded", subject_id=breach.pk).content.content or ""
    assert f'"agreements":{len(LIMITS)},"agreements_sha256":"' in content


def test_a_chunk_that_breaks_halfway_leaves_nothing_and_is_started_later(
    given: World, many: tuple[Agreement, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    breach = recorded(given, many)

    def broken(*_: object) -> None:
        raise DatabaseError

    with monkeypatch.context() as patch:
        patch.setattr("art28.web.clocks.starting.record_alike", broken)
        with pytest.raises(DatabaseError):
            fanout.start_chunk(breach, actor=WORKER, now=NOW)
    assert (len(clocks(breach)), queries.progress(breach).starting) == (3, 4)
    pump(now=NOW, limit=50)
    assert len(clocks(breach)) == len(LIMITS)


def test_a_breach_without_an_agreement_is_refused(given: World) -> None:
    with pytest.raises(actions.NothingTouched):
        recorded(given, ())
    assert not Breach.objects.exists()


def test_an_agreement_of_another_organisation_cannot_be_touched(given: World) -> None:
    theirs = agreement(given.outsider.memberships.get().organisation, name="Van een ander")
    with pytest.raises(DatabaseError):
        recorded(given, (theirs,))


def test_what_proves_untouched_stops_with_its_reason_and_can_be_taken_back(
    given: World, many: tuple[Agreement, ...]
) -> None:
    breach = recorded(given, many)
    pump(now=NOW, limit=50)
    row, by = side(given, breach, many[0]), actor(given.owner)
    actions.exclude(row, reason="Neemt de dienst niet af.", by=given.owner, actor=by, now=NOW + HOUR)
    clock = clocks(breach)["Klant PT24H"]
    assert (clock.state, clock.ended_reason) == ("cancelled", "Neemt de dienst niet af.")
    assert queries.progress(breach).excluded == 1
    left_out = queries.excluded(given.organisation, breach.pk, many[0].pk)
    assert left_out is not None
    actions.include(left_out, actor=by, now=NOW + 25 * HOUR)
    clock.refresh_from_db()
    assert (clock.state, clock.ended_at, clock.ends_at) == ("late", None, NOW + 24 * HOUR)
    kinds = set(Act.objects.filter(subject_id__in=(breach.pk, clock.pk)).values_list("kind", flat=True))
    assert {"breach.agreement_excluded", "breach.agreement_included", "obligation.revived"} <= kinds


def test_what_was_left_out_before_its_clock_started_gets_none(given: World, many: tuple[Agreement, ...]) -> None:
    breach = recorded(given, many)
    waiting = TouchedAgreement.objects.filter(breach=breach, started_at=None).select_related("agreement").first()
    assert waiting is not None
    row = side(given, breach, waiting.agreement)
    actions.exclude(row, reason="Geen klant meer.", by=given.owner, actor=actor(given.owner), now=NOW)
    pump(now=NOW, limit=50)
    assert waiting.agreement.counterparty_name not in clocks(breach)
    assert len(clocks(breach)) == len(LIMITS) - 1


def test_who_was_told_is_not_left_out(given: World) -> None:
    breach = recorded(given, (given.agreement,))
    sent(given, breach)
    with pytest.raises(actions.StateChanged):
        actions.exclude(
            side(given, breach, given.agreement), reason="x", by=given.owner, actor=actor(given.owner), now=NOW
        )


def test_a_breach_cannot_be_closed_while_clocks_are_still_to_start(given: World, many: tuple[Agreement, ...]) -> None:
    suppliers = [agreement(given.organisation, {}, name=f"L{n}", direction=Direction.UNKNOWN) for n in range(4)]
    breach = recorded(given, suppliers)
    Obligation.objects.filter(subject_id=breach.pk).update(state="met", ended_at=NOW)
    with pytest.raises(actions.StillRunning):
        actions.close(breach, reason="x", actor=actor(given.owner), now=NOW)


def test_several_agreements_are_ticked_and_recorded_in_one_form(given: World, many: tuple[Agreement, ...]) -> None:
    client = signed_in(given.owner)
    page = client.get(reverse("breaches:new")).content.decode()
    assert page.count('name="agreement"') == len(LIMITS) + 1
    address = f"{reverse('breaches:new')}?agreement={many[0].pk}&agreement={many[1].pk}"
    assert "Onder 2 overeenkomsten" in client.get(address).content.decode()
    form = {
        "aware_at": "2026-11-22T02:10",
        "long_ago": "on",
        "aware_reason": "x",
        "origin": "own",
        "title": "Twee klanten",
    }
    assert client.post(address, form).status_code == 302
    breach = Breach.objects.get(title="Twee klanten")
    assert set(clocks(breach)) == {"Klant PT24H", "Klant PT36H"}


def test_all_that_hold_a_word_are_touched(given: World, many: tuple[Agreement, ...]) -> None:
    client = signed_in(given.owner)
    form = {
        "aware_at": "2026-11-22T02:10",
        "long_ago": "on",
        "aware_reason": "x",
        "origin": "own",
        "title": "Alle uren",
    }
    client.post(f"{reverse('breaches:new')}?all=1&q=klant+H", form)
    touched = TouchedAgreement.objects.filter(breach__title="Alle uren").values_list("agreement__counterparty_name")
    assert {name for (name,) in touched} == {f"Klant {limit}" for limit in LIMITS if "H" in limit}


def test_an_agreement_of_another_organisation_is_not_found(given: World) -> None:
    theirs = agreement(given.outsider.memberships.get().organisation, name="Van een ander")
    address = f"{reverse('breaches:new')}?agreement={given.agreement.pk}&agreement={theirs.pk}"
    assert signed_in(given.owner).get(address).status_code == 404


def test_the_room_shows_how_far_all_are_and_costs_the_same_at_any_number(
    given: World, many: tuple[Agreement, ...], django_assert_max_num_queries: Any
) -> None:
    breach = recorded(given, many)
    pump(now=NOW, limit=50)
    client, address = signed_in(given.owner), reverse("breaches:room", args=(breach.pk,))
    with django_assert_max_num_queries(22):
        page = client.get(address).content.decode()
    assert "7 overeenkomsten" in page
    assert "van 7 gemeld" in page
    assert client.get(address, {"q": "P2D"}).content.decode().count('class="row-actions') == 1
    assert client.get(address, {"state": "told"}).content.decode().count('class="row-actions') == 0


def test_a_draft_that_nobody_wrote_in_follows_the_facts_without_being_kept(
    given: World, many: tuple[Agreement, ...]
) -> None:
    breach = recorded(given, many)
    assert not TouchedAgreement.objects.filter(draft__isnull=False).exists()
    changed = replace(KNOWN, cause="Een gat in de software.")
    by = actor(given.owner)
    actions.change_facts(breach, title="x", facts=changed, based_on=1, by=given.owner, actor=by, now=NOW)
    row = side(given, breach, many[0])
    assert [item["answer"] for item in row.questions][1] == "Een gat in de software."
    decided = composing.Sending(
        kind=composing.kinds(row, composing.known_of(row))[0],
        recipient="a@klant.example",
        recipient_name="",
        signed_by="Owner",
    )
    message = sending.send(row, decided, based_on=row.version, actor=by, now=NOW + HOUR)
    assert message.notice["sections"][1]["answer"] == "Een gat in de software."


def test_the_organisations_own_target_holds_for_a_breach_that_has_none_of_its_own() -> None:
    given = world({"breach.wording": "immediately"})
    targets.set_target(given.organisation, Action.NOTIFY_BREACH, "PT8H", actor=actor(given.owner), now=NOW)
    row = Obligation.objects.get(subject_id=breach(given).pk, action="notify_breach")
    assert (row.internal_target_at, row.due_at) == (NOW + timedelta(hours=8), NOW + timedelta(hours=8))
    own = Obligation.objects.get(
        subject_id=breach(given, internal_target=timedelta(hours=2)).pk, action="notify_breach"
    )
    assert own.internal_target_at == NOW + timedelta(hours=2)
    targets.set_target(given.organisation, Action.NOTIFY_BREACH, "PT4H", actor=actor(given.owner), now=NOW)
    row.refresh_from_db()
    own.refresh_from_db()
    assert (row.internal_target_at, row.due_at) == (NOW + timedelta(hours=4), NOW + timedelta(hours=4))
    assert own.internal_target_at == NOW + timedelta(hours=2)


def test_an_own_target_never_lies_past_the_limit_and_goes_when_it_is_withdrawn() -> None:
    given = world({"breach.deadline": "PT24H"})
    targets.set_target(given.organisation, Action.NOTIFY_BREACH, "PT48H", actor=actor(given.owner), now=NOW)
    row = Obligation.objects.get(subject_id=breach(given).pk, action="notify_breach")
    assert row.internal_target_at == row.ends_at == NOW + timedelta(hours=24)
    targets.set_target(given.organisation, Action.NOTIFY_BREACH, "", actor=actor(given.owner), now=NOW)
    row.refresh_from_db()
    assert (row.internal_target_at, row.due_at) == (None, NOW + timedelta(hours=24))


def test_a_clock_says_why_its_instant_counts() -> None:
    given = world()
    kinds = Obligation.objects.order_by("start_kind").values_list("start_kind", flat=True).distinct()
    breach(given)
    breach(given, at_sub_processor=True)
    assert set(kinds) == {"aware", "told_by_sub_processor"}


def test_agreements_that_wait_too_long_for_their_clocks_are_told_to_monitoring(
    given: World, many: tuple[Agreement, ...]
) -> None:
    recorded(given, many)
    at = NOW + timedelta(minutes=5)
    assert health_now(now=at + timedelta(minutes=9)).parts["fan_out"]
    assert not health_now(now=at + timedelta(minutes=11)).parts["fan_out"]
    pump(now=at + timedelta(minutes=12), limit=50)
    assert health_now(now=at + timedelta(minutes=13)).parts["fan_out"]

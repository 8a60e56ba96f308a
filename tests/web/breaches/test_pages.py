"""The pages of breaches, for the owner, a member who may only read, and an outsider."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.breaches import actions, queries, rooms
from art28.web.breaches.models import Breach, Call, FactsVersion, TouchedAgreement
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation
from art28.web.notices.models import OutboxMessage
from web.breaches.world import KNOWN, NOW, World, actor, agreement, breach, discovery, signed_in, touched, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


def form(**changes: Any) -> dict[str, Any]:
    return {
        "title": "Laptop gestolen",
        "aware_at": "2026-11-22T02:10",
        "long_ago": "on",
        "aware_reason": "bevestigd",
        "origin": "own",
        "data_categories": "namen\ntelefoonnummers",
        "subjects_least": "100",
        "subjects_most": "250",
        "abroad": "no",
        **changes,
    }


def send_form(given: Breach, **changes: Any) -> dict[str, Any]:
    return {"version": touched(given).version, "kind": "report", "recipient": "datalek@zorg.example", **changes}


def addresses(recorded: Breach) -> dict[str, str]:
    pair = (recorded.pk, touched(recorded).agreement_id)
    return {
        "room": reverse("breaches:room", args=(recorded.pk,)),
        "facts": reverse("breaches:facts", args=(recorded.pk,)),
        "close": reverse("breaches:close", args=(recorded.pk,)),
        "report": reverse("breaches:report", args=pair),
        "send": reverse("breaches:send", args=pair),
        "call": reverse("breaches:call", args=pair),
    }


def test_the_owner_records_a_breach_with_what_is_known(given: World) -> None:
    address = f"{reverse('breaches:new')}?agreement={given.agreement.pk}"
    response = signed_in(given.owner).post(address, form())
    recorded = Breach.objects.get()
    assert response.headers["Location"] == reverse("breaches:room", args=(recorded.pk,))
    facts = FactsVersion.objects.get(breach=recorded).facts
    assert facts["data_categories"] == ["namen", "telefoonnummers"]
    assert facts["subjects"] == {"least": 100, "most": 250}
    assert facts["other_countries"] == []
    assert Obligation.objects.get(action="notify_breach").started_at == NOW


def test_a_breach_needs_only_a_name_and_the_instant_with_its_reason(given: World) -> None:
    address = f"{reverse('breaches:new')}?agreement={given.agreement.pk}"
    least = {"title": "x", "aware_at": "2026-11-22T02:10", "long_ago": "on", "aware_reason": "y", "origin": "own"}
    assert signed_in(given.owner).post(address, least).status_code == 302
    refused = signed_in(given.owner).post(address, {**least, "aware_at": "2026-11-22"})
    assert refused.status_code == 422
    assert "Vermeld ook het tijdstip." in refused.content.decode()


def test_an_instant_that_never_was_is_refused_and_of_one_that_was_twice_it_is_asked_which(given: World) -> None:
    address = f"{reverse('breaches:new')}?agreement={given.agreement.pk}"
    client = signed_in(given.owner)
    assert client.post(address, form(aware_at="2026-03-29T02:30")).status_code == 422
    asked = client.post(address, form(aware_at="2026-10-25T02:30"))
    assert asked.status_code == 422
    page = asked.content.decode()
    assert all(shown in page for shown in ("tweemaal", "02:30 (UTC+0200)", "02:30 (UTC+0100)"))
    chosen = form(aware_at="2026-10-25T02:30", **{"aware_at-which": "second"})
    assert client.post(address, chosen).status_code == 302
    assert Breach.objects.get().aware_at.isoformat() == "2026-10-25T01:30:00+00:00"


def test_a_range_that_runs_downward_is_refused_with_its_reason(given: World) -> None:
    address = f"{reverse('breaches:new')}?agreement={given.agreement.pk}"
    response = signed_in(given.owner).post(address, form(subjects_least="10", subjects_most="5"))
    assert response.status_code == 422
    assert "minder dan het minimum" in response.content.decode()


def test_a_breach_is_not_recorded_under_an_agreement_of_others(given: World) -> None:
    address = f"{reverse('breaches:new')}?agreement={given.agreement.pk}"
    assert signed_in(given.outsider).post(address, form()).status_code == 404
    assert signed_in(given.member).post(address, form()).status_code == 403
    assert signed_in(given.owner).get(f"{reverse('breaches:new')}?agreement=x").status_code == 404
    assert not Breach.objects.exists()


def test_the_agreement_is_found_by_its_other_side(given: World) -> None:
    agreement(given.organisation, name="Gemeente Vlakte")
    page = signed_in(given.owner).get(reverse("breaches:new"), {"q": "vlakte"}).content.decode()
    assert "Gemeente Vlakte" in page
    assert "Stichting Zorg" not in page


def test_the_room_shows_facts_clock_channel_questions_and_time_line(given: World) -> None:
    page = signed_in(given.member).get(addresses(breach(given))["room"]).content.decode()
    for shown in ("Open back-up", "Een back-up stond open", "binnen 24 uur", "art. 5.1", "2 vragen, waarvan 1 open"):
        assert shown in page
    assert "nog niet bekend" in page


@pytest.mark.parametrize("place", ["room", "facts", "close", "report", "send", "call"])
def test_an_outsider_finds_nothing_of_a_breach(given: World, place: str) -> None:
    address = addresses(breach(given))[place]
    client = signed_in(given.outsider)
    assert {client.get(address).status_code, client.post(address, {}).status_code} <= {404, 405}


@pytest.mark.parametrize("place", ["facts", "close", "report", "send", "call"])
def test_a_member_who_may_only_read_changes_nothing(given: World, place: str) -> None:
    recorded = breach(given)
    assert signed_in(given.member).post(addresses(recorded)[place], {}).status_code == 403
    assert touched(recorded).version == 1


def test_the_list_shows_the_organisations_own_breaches_only(given: World) -> None:
    breach(given)
    assert "Open back-up" in signed_in(given.member).get(reverse("breaches:list")).content.decode()
    assert "Open back-up" not in signed_in(given.outsider).get(reverse("breaches:list")).content.decode()


def test_the_draft_is_written_and_sent(given: World) -> None:
    recorded = breach(given, at=timezone.now())
    client, places = signed_in(given.owner), addresses(recorded)
    client.post(places["report"], {"version": 1, "answer-1": "Eigen woorden.", "why-2": "De leverancier zoekt nog."})
    client.post(places["send"], send_form(recorded))
    message = OutboxMessage.objects.get()
    assert message.notice["sections"][0]["answer"] == "Eigen woorden."
    assert message.notice["sections"][1]["why_missing"] == "De leverancier zoekt nog."
    assert message.agreement == given.agreement


def test_what_stands_in_the_form_is_sent_also_when_it_was_not_kept_before(given: World) -> None:
    recorded = breach(given, at=timezone.now())
    client, places = signed_in(given.owner), addresses(recorded)
    client.post(places["send"], send_form(recorded, **{"answer-1": "Regel een.\r\nRegel twee.", "why-2": "Loopt nog."}))
    sections = OutboxMessage.objects.get().notice["sections"]
    assert sections[0]["answer"] == "Regel een.\nRegel twee."
    assert sections[1]["why_missing"] == "Loopt nog."


def test_nothing_is_sent_over_what_another_kept_meanwhile(given: World) -> None:
    recorded = breach(given, at=timezone.now())
    client, places = signed_in(given.owner), addresses(recorded)
    stale = send_form(recorded, **{"answer-1": "Mijn woorden."})
    client.post(places["report"], {"version": 1, "answer-1": "Woorden van een ander."})
    response = client.post(places["send"], stale)
    assert response.status_code == 409
    assert "Mijn woorden." in response.content.decode()
    assert not OutboxMessage.objects.exists()


def test_a_draft_saved_over_another_is_shown_again_and_not_lost(given: World) -> None:
    recorded = breach(given)
    client, places = signed_in(given.owner), addresses(recorded)
    client.post(places["report"], {"version": 1, "answer-1": "Eerste."})
    response = client.post(places["report"], {"version": 1, "answer-1": "Tweede."})
    assert response.status_code == 409
    assert "Tweede." in response.content.decode()
    assert touched(recorded).questions[0]["answer"] == "Eerste."


def test_a_late_report_asks_for_its_reasons(given: World) -> None:
    recorded = breach(given, at=timezone.now() - timedelta(hours=30))
    client, places = signed_in(given.owner), addresses(recorded)
    response = client.post(places["send"], send_form(recorded))
    assert response.status_code == 422
    assert "termijn is verstreken" in response.content.decode()
    assert not OutboxMessage.objects.exists()
    client.post(places["send"], send_form(recorded, late_reasons="Niemand bereikbaar."))
    assert Obligation.objects.get(action="notify_breach").late_reasons == "Niemand bereikbaar."


def test_facts_are_corrected_as_a_new_version(given: World) -> None:
    recorded = breach(given)
    address = addresses(recorded)["facts"]
    assert "Een back-up stond open" in signed_in(given.owner).get(address).content.decode()
    response = signed_in(given.owner).post(address, {"version": 1, "title": "Open back-up", "cause": "Instelling."})
    assert response.status_code == 302
    assert FactsVersion.objects.filter(breach=recorded).count() == 2
    assert signed_in(given.owner).post(address, {"version": 1, "title": "x"}).status_code == 409


def test_a_call_is_kept(given: World) -> None:
    recorded = breach(given)
    data = {"at": "2026-11-22T03:00", "reached": "on", "spoken_to": "J. Okkerse"}
    signed_in(given.owner).post(addresses(recorded)["call"], data)
    assert Call.objects.get().spoken_to == "J. Okkerse"
    assert "J. Okkerse" in signed_in(given.owner).get(addresses(recorded)["room"]).content.decode()


def test_closing_waits_for_the_report(given: World) -> None:
    recorded = breach(given)
    response = signed_in(given.owner).post(addresses(recorded)["close"], {"reason": "klaar"})
    assert response.status_code == 409
    assert "loopt nog een termijn" in response.content.decode()


def test_what_keeps_a_breach_from_being_closed_is_said_before_a_reason_is_asked(given: World) -> None:
    recorded = breach(given)
    client, address = signed_in(given.owner), addresses(recorded)["close"]
    page = client.get(address).content.decode()
    assert "Afsluiten kan nog niet" in page
    assert f'href="{addresses(recorded)["room"]}?state=to_tell"' in page
    assert "1 termijn" in page
    assert 'name="reason"' not in page
    for clock in queries.unended(recorded):
        clocks.cancel(clock, reason="Niet nodig.", actor=actor(given.owner), now=NOW)
    assert 'name="reason"' in client.get(address).content.decode()


def test_pages_speak_english_to_those_who_want_it(given: World) -> None:
    recorded = breach(given)
    given.owner.language = "en"
    given.owner.save()
    page = signed_in(given.owner).get(addresses(recorded)["room"]).content.decode()
    assert "What is known" in page
    assert "within 24 hours" in page


def test_the_room_costs_the_same_queries_with_more_messages_and_calls(
    given: World, django_assert_max_num_queries: Any
) -> None:
    recorded = breach(given, at=timezone.now())
    client, places = signed_in(given.owner), addresses(recorded)
    for _ in range(4):
        client.post(places["call"], {"at": "2026-11-22T03:00", "spoken_to": "x"})
    client.post(places["send"], send_form(recorded))
    with django_assert_max_num_queries(22):
        client.get(places["room"])


def test_the_room_shows_the_newest_of_many_calls_and_counts_them_all(given: World) -> None:
    recorded = breach(given, at=timezone.now())
    touched = TouchedAgreement.objects.get(breach=recorded)
    Call.objects.bulk_create(
        Call(organisation=given.organisation, touched=touched, at=NOW + timedelta(minutes=number), by=given.owner,
             recorded_at=NOW, reached=False, spoken_to=f"Centrale {number:02}")
        for number in range(rooms.NEWEST + 5)
    )  # fmt: skip
    page = signed_in(given.owner).get(reverse("breaches:room", args=(recorded.pk,))).content.decode()
    assert "Centrale 24" in page
    assert "Centrale 04" not in page
    assert "Alleen de nieuwste staan hier." in page
    rows = list(TouchedAgreement.objects.filter(breach=recorded).select_related("agreement__organisation"))
    (side,) = rooms.sides(recorded, rows, KNOWN, now=timezone.now())
    assert (len(side.calls), side.in_vain, side.lost) == (rooms.NEWEST, rooms.NEWEST + 5, False)


def wide(given: World, count: int, *, of: str = "Klant") -> Breach:
    """A breach that touches so many agreements."""
    others = [agreement(given.organisation, name=f"{of} {n}") for n in range(count)]
    return actions.record_breach(
        given.organisation,
        [other.pk for other in others],
        title="Open back-up",
        facts=KNOWN,
        discovery=discovery(),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )


def test_a_room_of_many_agreements_lists_them_as_rows_that_open_without_script(given: World) -> None:
    recorded = wide(given, 6)
    client, room = signed_in(given.owner), reverse("breaches:room", args=(recorded.pk,))
    page = client.get(room).content.decode()
    assert page.count('<tbody id="row-') == 6
    assert 'class="side"' not in page
    chosen = TouchedAgreement.objects.filter(breach=recorded).values_list("agreement_id", flat=True)[0]
    page = client.get(room, {"open": str(chosen)}).content.decode()
    assert (page.count('<tbody id="row-'), page.count('class="side"')) == (6, 1)
    fragment = client.get(room, {"open": str(chosen)}, headers={"HX-Request": "true"}).content.decode()
    assert (fragment.count('<tbody id="row-'), fragment.count('class="side"')) == (1, 1)
    page = client.get(room, {"open": "niets"}).content.decode()
    assert page.count('<tbody id="row-') == 6


def test_a_room_of_few_agreements_shows_each_in_full(given: World) -> None:
    page = signed_in(given.owner).get(reverse("breaches:room", args=(wide(given, 5).pk,))).content.decode()
    assert page.count('class="side"') == 5


def test_a_room_costs_the_same_queries_at_any_number_of_rows(given: World) -> None:
    client, counts = signed_in(given.owner), []
    for count in (6, 30):
        room = reverse("breaches:room", args=(wide(given, count, of=f"Van {count}").pk,))
        client.get(room)
        with CaptureQueriesContext(connection) as captured:
            client.get(room)
        counts.append(len(captured))
    assert counts[0] == counts[1]

"""Many agreements come into force at once: each on its own day, and none in which something is missing."""

from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Agreement, FindingRow
from art28.web.agreements.models import State as Reading
from art28.web.audit.models import Act
from art28.web.commencing import queries, working
from art28.web.commencing.models import Candidate, Commencement, State
from art28.web.lifecycle import gate
from art28.web.lifecycle.gathering import gather, in_force_since
from art28.web.lifecycle.models import MainAgreement, Step
from art28.web.lifecycle.stages import DayBy
from art28.web.parties.models import Contact
from web.breaches.world import NOW, World, signed_in
from web.commencing.world import LAST, begin, begun, complete, given, of, page, post, sign, stands, work
from web.lifecycle.world import COMPLETE, without

pytestmark = pytest.mark.django_db


def kept(kind: str, agreement: Agreement) -> list[str]:
    rows = Act.objects.filter(kind=kind, subject_id=agreement.pk).order_by("at", "id").select_related("content")
    return [row.content.content or "" for row in rows]


def blank(found: World, agreement: Agreement) -> FindingRow:
    return FindingRow.objects.create(
        organisation=found.organisation, agreement=agreement, text=agreement.texts.get(), key="drafting.blank.1", order=1,
        kind="drafting", severity="medium", provision="artikel 1",
        message={"key": "finding.blanks_one", "values": {"count": "1", "sample": "[BEDRIJFSNAAM]"}}, made_at=NOW,
    )  # fmt: skip


@pytest.mark.provision("S2:Aanhef", "S1:B4.contact", "S4:Partijen")
def test_of_many_only_those_that_are_complete_come_into_force_each_on_its_own_day() -> None:
    found = given()
    main = complete(found, "Waterschap", {**COMPLETE, "term.starts": "with_main_agreement"})
    MainAgreement.objects.create(
        organisation=found.organisation, agreement=main, name="Dienstenovereenkomst", starts_on=date(2026, 9, 1), at=NOW,
        by=found.owner,
    )  # fmt: skip
    nameless = complete(found, "Gemeente", without("controller.name"))
    unreachable = complete(found, "School", contact="")
    open_text = complete(found, "Winkel")
    blank(found, open_text)
    row = begun(found, on="2026-12-01", reason="De ronde van november")
    assert not Step.objects.exists()
    work()
    assert stands(row) == {
        "Stichting Zorg": "ready", "Waterschap": "ready", "Gemeente": "lacks", "School": "lacks", "Winkel": "lacks",
    }  # fmt: skip
    shown = page(found, row)
    assert "Laat 2 overeenkomsten ingaan" in shown
    assert "1 te bereiken, 0 bekend" in shown
    assert "[BEDRIJFSNAAM]" in shown
    assert "5 november 2026" in shown
    assert "1 september 2026" in shown
    assert post(found, "confirm", row) == 302
    assert not Step.objects.exists()
    work()
    assert dict(Step.objects.values_list("agreement__counterparty_name", "on")) == {
        "Stichting Zorg": LAST, "Waterschap": date(2026, 9, 1),
    }  # fmt: skip
    assert {step.by_id for step in Step.objects.all()} == {found.owner.pk}
    for agreement, day in ((found.agreement, "2026-11-05"), (main, "2026-09-01")):
        (said,) = kept("agreement.stage_set", agreement)
        assert f'"on":"{day}"' in said
        assert '"stage":"active"' in said
        assert f'"commencement":"{row.pk}"' in said
    for agreement, missing in ((nameless, "controller"), (open_text, "blanks")):
        (said,) = kept("agreement.stage_refused", agreement)
        assert f'"missing":["{missing}"]' in said
        assert not kept("agreement.stage_set", agreement)
    assert '"missing":["breach_contacts","contact_person"]' in kept("agreement.stage_refused", unreachable)[0]
    assert stands(row)["Gemeente"] == "refused"
    assert Act.objects.filter(kind="commencement.confirmed").count() == 1


def test_what_stayed_out_comes_into_force_once_it_is_mended_and_looked_at_again() -> None:
    found = given()
    school = complete(found, "School", contact="")
    row = begun(found)
    work()
    post(found, "confirm", row)
    work()
    row.refresh_from_db()
    assert (row.state, stands(row)["School"]) == (State.LOOKED, "refused")
    assert school.counterparty_id
    Contact.objects.create(
        organisation=found.organisation, counterparty_id=school.counterparty_id, purpose="breach", name="A. Vos",
        email="vos@school.example", created_at=NOW,
    )  # fmt: skip
    assert "Niets meer: laat het opnieuw nagaan." in page(found, row)
    assert post(found, "again", row) == 302
    work()
    assert stands(row) == {"Stichting Zorg": "in_force", "School": "ready"}
    post(found, "confirm", row)
    work()
    row.refresh_from_db()
    assert row.state == State.OVER
    assert "2 van 2 overeenkomsten ingegaan" in page(found, row)
    assert Step.objects.filter(agreement=school).count() == 1
    assert Step.objects.filter(agreement=found.agreement).count() == 1


def test_confirming_twice_lets_nothing_come_into_force_twice() -> None:
    found = given("Gemeente")
    row = begun(found)
    work()
    assert [post(found, "confirm", row), post(found, "confirm", row)] == [302, 302]
    work()
    work()
    assert Step.objects.count() == 2
    assert Act.objects.filter(kind="commencement.confirmed").count() == 1
    assert Act.objects.filter(kind="agreement.stage_set").count() == 2


def test_a_form_that_is_sent_twice_begins_one() -> None:
    found = given()
    assert begun(found, reason="Ronde") == begun(found, reason="Ronde") != begun(found, reason="Andere ronde")
    assert Act.objects.filter(kind="commencement.begun").count() == 2


def test_whoever_may_not_decide_sees_how_it_stands_and_no_buttons() -> None:
    found = given()
    row = begun(found)
    work()
    answer = signed_in(found.member).get(reverse("commencing:detail", args=(row.pk,)))
    assert "Kan ingaan" in answer.content.decode()
    assert 'method="post"' not in answer.content.decode().split("<main", 1)[1].split("</main>")[0]


def test_one_without_a_day_of_its_own_waits_for_the_day_that_is_given() -> None:
    found = given()
    accepted = complete(found, "Gemeente", {**COMPLETE, "term.starts": "on_acceptance"})
    row = begun(found, words="gemeente")
    work()
    assert (of(row, "Gemeente").obstacle, row.agreement_count) == ("no_day", 1)
    assert "De dag van ingang is niet bekend" in page(found, row)
    assert post(found, "again", row, on="2026-12-01") == 302
    work()
    post(found, "confirm", row)
    work()
    step = Step.objects.get(agreement=accepted)
    assert step.on == date(2026, 12, 1)


def test_the_day_of_the_last_signature_is_the_one_that_the_document_says_where_none_is_kept() -> None:
    found = given()
    said = complete(found, "Gemeente", {**COMPLETE, "term.signed_on": "2026-10-03"}, signed=False)
    silent = complete(found, "School", signed=False)
    known = gather(found.organisation, (said, silent, found.agreement))
    asked = date(2026, 12, 1)
    assert in_force_since(known[said.pk], asked) == (date(2026, 10, 3), DayBy.SIGNATURE)
    assert in_force_since(known[silent.pk], asked) == (asked, DayBy.GIVEN)
    assert in_force_since(known[found.agreement.pk], asked) == (LAST, DayBy.SIGNATURE)


def test_one_that_is_left_out_stays_out_until_it_is_taken_in_again() -> None:
    found = given("Gemeente")
    row = begun(found)
    work()
    assert post(found, "leave_out", of(row, "Gemeente")) == 302
    post(found, "confirm", row)
    work()
    assert stands(row) == {"Stichting Zorg": "in_force", "Gemeente": "left_out"}
    assert Act.objects.filter(kind="commencement.left_out").count() == 1
    row.refresh_from_db()
    assert row.state == State.OVER
    assert post(found, "take_in", of(row, "Gemeente")) == 302
    assert stands(row)["Gemeente"] == "left_out"


def test_one_that_is_taken_in_again_is_looked_at_again() -> None:
    found = given("Gemeente")
    row = begun(found)
    work()
    post(found, "leave_out", of(row, "Gemeente"))
    assert post(found, "take_in", of(row, "Gemeente")) == 302
    assert stands(row)["Gemeente"] == "waiting"
    work()
    assert stands(row)["Gemeente"] == "ready"


def test_what_changed_after_it_was_looked_at_stays_out() -> None:
    found = given("Gemeente", "School", "Winkel")
    row = begun(found)
    work()
    blank(found, of(row, "Gemeente").agreement)
    sign(found, of(row, "School").agreement, date(2026, 11, 20))
    Agreement.objects.filter(counterparty_name="Winkel").update(state=Reading.REPLACED)
    post(found, "confirm", row)
    work()
    found_so = {each.agreement.counterparty_name: (each.standing, each.obstacle) for each in queries.candidates(row)}
    assert found_so == {
        "Stichting Zorg": ("in_force", ""), "Gemeente": ("refused", "incomplete"), "School": ("refused", "changed"),
        "Winkel": ("refused", "order"),
    }  # fmt: skip
    assert '"why":"changed"' in kept("agreement.stage_refused", of(row, "School").agreement)[0]


def test_one_that_somebody_let_in_meanwhile_comes_into_force_once() -> None:
    found = given()
    row = begun(found)
    work()
    Step.objects.create(
        organisation=found.organisation, agreement=found.agreement, stage="active", on=LAST, at=NOW, by=found.owner
    )
    post(found, "confirm", row)
    work()
    assert Step.objects.count() == 1
    assert of(row, "Stichting Zorg").obstacle == "order"


def test_what_is_in_force_or_ends_is_not_among_what_can_be_chosen() -> None:
    found = given("Gemeente")
    for stage in ("active", "ending"):
        Step.objects.create(
            organisation=found.organisation, agreement=found.agreement, stage=stage, on=LAST, at=timezone.now(),
            by=found.owner,
        )  # fmt: skip
        row = begin(found, reason=stage)
        assert stands(row) == {"Gemeente": "waiting"}


def test_a_turn_that_fails_leaves_nothing_half_done_and_is_taken_again() -> None:
    found = given("Gemeente")
    row = begun(found)
    work()
    post(found, "confirm", row)
    with patch("art28.web.lifecycle.together.record_many", side_effect=OSError):
        assert working.carry_on(now=timezone.now(), limit=100) == 0
    assert not Step.objects.exists()
    assert set(stands(row).values()) == {"ready"}
    assert working.carry_on(now=timezone.now() + timedelta(minutes=2), limit=100) == 2
    assert Step.objects.count() == 2


def test_one_that_fails_again_and_again_stops_and_goes_on_when_told() -> None:
    found = given()
    row = begun(found)
    with patch("art28.web.commencing.working.gather", side_effect=OSError):
        for minutes in range(6):
            working.carry_on(now=timezone.now() + timedelta(minutes=2 * minutes), limit=100)
    row.refresh_from_db()
    assert row.is_stopped
    assert "Gestopt" in page(found, row)
    assert post(found, "go_on", row) == 302
    work()
    assert set(stands(row).values()) == {"ready"}


def test_a_worker_that_lost_its_lease_keeps_nothing() -> None:
    found = given()
    row = begun(found)
    work()
    post(found, "confirm", row)

    def slow(*args: Any) -> Any:
        Commencement.objects.filter(pk=row.pk).update(lease=None)
        return gather(*args)

    with patch("art28.web.commencing.working.gather", slow):
        assert working.carry_on(now=timezone.now(), limit=100) == 0
    assert not Step.objects.exists()


def test_what_is_not_needed_for_many_is_said_once_with_its_reason_kept_for_each() -> None:
    found = given()
    for name in ("Gemeente", "School"):
        complete(found, name, {**COMPLETE, "term.lasts": "main_agreement"})
    row = begun(found)
    work()
    at = reverse("commencing:waive", args=(row.pk, "main"))
    client = signed_in(found.owner)
    assert client.post(at, {"reason": ""}).status_code == 302
    assert stands(row)["School"] == "lacks"
    assert client.post(reverse("commencing:waive", args=(row.pk, "nothing")), {"reason": "x"}).status_code == 404
    assert client.post(at, {"reason": "Staat in het klantenregister."}).status_code == 302
    work()
    assert set(stands(row).values()) == {"ready"}
    for name in ("Gemeente", "School"):
        (said,) = kept("agreement.item_waived", of(row, name).agreement)
        assert '"item":"main"' in said
        assert "klantenregister" in said
    assert not kept("agreement.item_waived", found.agreement)
    assert client.post(at, {"reason": "Nogmaals"}).status_code == 302
    assert Act.objects.filter(kind="agreement.item_waived").count() == 2


def test_closing_it_lets_nothing_more_come_into_force() -> None:
    found = given()
    row = begun(found)
    work()
    assert post(found, "stop", row) == 302
    assert post(found, "confirm", row) == 302
    work()
    assert not Step.objects.exists()
    assert Act.objects.filter(kind="commencement.stopped").count() == 1


def test_only_those_are_chosen_that_the_list_of_stages_is_narrowed_to() -> None:
    found = given("Gemeente", "School")
    client = signed_in(found.owner)
    shown = client.get(reverse("lifecycle:list"), {"q": "school"}).content.decode()
    assert f'href="{reverse("commencing:new")}?q=school' in shown
    assert 'value="school"' in client.get(reverse("commencing:new"), {"q": "school"}).content.decode()
    assert stands(begun(found, words="school")) == {"School": "waiting"}


@pytest.mark.parametrize("asked", [{"words": "niemand"}, {"on": "gisteren"}, {"stage": "active"}])
def test_nothing_begins_where_nothing_is_chosen_or_a_day_is_none(asked: dict[str, str]) -> None:
    found = given()
    assert signed_in(found.owner).post(reverse("commencing:new"), asked).status_code == 422
    assert not Commencement.objects.exists()


def test_a_day_that_is_none_changes_nothing() -> None:
    found = given("Gemeente")
    blank(found, found.agreement)
    row = begun(found)
    work()
    assert post(found, "again", row, on="morgen") == 302
    assert stands(row)["Stichting Zorg"] == "lacks"


def test_its_agreements_are_saved_as_they_are_shown_with_what_is_missing_in_words() -> None:
    found = given("Gemeente")
    blank(found, found.agreement)
    row = begun(found)
    work()
    at = reverse("commencing:detail", args=(row.pk,))
    answer: Any = signed_in(found.owner).get(at, {"form": "csv", "missing": "blanks"})
    saved = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
    assert "Stichting Zorg" in saved
    assert "Niets opengelaten" in saved
    assert "Gemeente" not in saved


def test_what_the_gate_finds_of_many_is_what_it_finds_of_each() -> None:
    found = given("Gemeente")
    complete(found, "School", without("controller.name", **{"term.lasts": "main_agreement"}), contact="")
    second = complete(found, "Waterschap", {"breach.channel": ["phone"]})
    Agreement.objects.filter(pk=second.pk).update(counterparty=found.agreement.counterparty)
    blank(found, found.agreement)
    among = list(Agreement.objects.select_related("organisation").order_by("id"))
    known = gather(found.organisation, among)
    assert {item.code for item in gate.items_of(known[second.pk])} >= {"others", "breach_contacts"}
    for each in among:
        assert gate.items_of(known[each.pk]) == gate.items(each), each.counterparty_name


def costs(found: World, names: range) -> dict[str, int]:
    """How many queries each turn of the worker and each page costs, with so many agreements more."""
    for number in names:
        made = complete(found, f"Klant {number}")
        if number % 2:
            blank(found, made)
    row, counted = begin(found, reason=str(names)), {}

    def count(name: str, act: Any) -> None:
        with CaptureQueriesContext(connection) as asked:
            act()
        counted[name] = len(asked)

    count("look", lambda: working.carry_on(now=timezone.now(), limit=500))
    work()
    count("page", lambda: page(found, row))
    count("list", lambda: signed_in(found.owner).get(reverse("commencing:list")))
    post(found, "confirm", row)
    count("go", lambda: working.carry_on(now=timezone.now(), limit=500))
    work()
    assert not Candidate.objects.filter(commencement=row, standing__in=("waiting", "ready", "lacks")).exists()
    return counted


def test_a_turn_and_a_page_ask_the_same_of_ten_agreements_and_of_many() -> None:
    found = given()
    few = costs(found, range(10))
    many = costs(found, range(10, 150))
    assert all(many[name] <= cost for name, cost in few.items()), (few, many)
    assert few["look"] < 45
    assert few["go"] < 50

"""The library of measures: versions, evidence, reviews that close with new evidence only, what stands under a measure."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.clocks.models import Obligation
from art28.web.measures.agreed import Promise
from art28.web.measures.models import Item, Measure, MeasureVersion, Review
from web.breaches.world import signed_in, world
from web.measures.world import act, arranged, day, evidence, kept, lapse, measure, page, reviewed

pytestmark = pytest.mark.django_db


def test_a_measure_begins_planned_where_its_topic_stands_in_law_and_standards() -> None:
    given = world()
    row = measure(given)
    assert (row.standing, row.kind, row.article_32, row.iso27001) == ("planned", "technical", ["c"], ["8.13"])
    assert MeasureVersion.objects.get(measure=row).number == 1
    assert '"name":"Back-up"' in kept("safeguard.added")


def test_a_second_measure_of_the_same_name_is_refused() -> None:
    given = world()
    measure(given)
    data = {"name": "back-UP", "text": "x", "topic": "backup"}
    assert signed_in(given.owner).post(reverse("measures:new"), data).status_code == 409


def test_a_control_that_does_not_exist_is_refused() -> None:
    given = world()
    row = measure(given)
    data = {"standing": "in_place", "review_months": 12, "iso27001": "8.13, 9.9"}
    act(given, row, "arrange", status=422, **data)
    assert row.iso27001 == ["8.13"]


def test_what_lacks_is_told_until_it_is_there() -> None:
    given = world()
    row = measure(given)
    assert "geen beoordeling gepland" in page(given, "list")
    arranged(given, row)
    assert "niets toont het aan" in page(given, "detail", row.pk)
    evidence(given, row)
    assert "niets toont het aan" not in page(given, "detail", row.pk)


def test_a_planned_review_runs_a_clock_that_no_hand_closes() -> None:
    given = world()
    row = measure(given)
    arranged(given, row)
    clock = Obligation.objects.get(subject_kind="upkeep", subject_id=row.pk)
    assert (clock.action, clock.owner, clock.ended_at) == ("review_measures", given.owner, None)
    signed_in(given.owner).post(reverse("clock_done", args=(clock.pk,)), {"reason": "gedaan"})
    clock.refresh_from_db()
    assert clock.ended_at is None
    assert "clock_done" not in page(given, "detail", row.pk)


def test_a_review_closes_with_new_evidence_only_and_plans_the_next() -> None:
    given = world()
    row = measure(given)
    arranged(given, row)
    first = evidence(given, row)
    reviewed(given, row, first)
    clock, following = Obligation.objects.filter(subject_id=row.pk).order_by("started_at", "due_at")
    assert (clock.state, following.ended_at, row.effect) == ("met", None, "effective")
    data: dict[str, Any] = {
        "evidence": str(first.pk),
        "on": day(0),
        "effect": "effective",
        "findings": "x",
        "next_on": day(90),
    }
    act(given, row, "review", status=422, **data)
    assert Review.objects.filter(measure=row).count() == 1
    old = evidence(given, row, "Oud", on=day(-400))
    act(given, row, "review", **{**data, "evidence": str(old.pk)})
    assert Review.objects.filter(measure=row).count() == 1
    reviewed(given, row, evidence(given, row, "Nieuw"), "ineffective")
    assert (row.standing, Review.objects.filter(measure=row).count()) == ("failed", 2)
    assert '"effect":"ineffective"' in kept("safeguard.reviewed")


def test_a_file_is_kept_by_its_hash_and_handed_back_as_it_was() -> None:
    given = world()
    row = measure(given)
    file = SimpleUploadedFile("verslag.pdf", b"%PDF-inhoud")
    data = {"name": "Verslag", "on": day(0), "file": file}
    signed_in(given.owner).post(reverse("measures:act", args=(row.pk, "evidence")), data)
    found = row.evidence.get()
    answer = signed_in(given.owner).get(reverse("measures:evidence_file", args=(row.pk, found.pk)))
    assert answer.content == b"%PDF-inhoud"
    assert found.sha256 in kept("safeguard.evidence_kept")


def test_evidence_is_a_file_or_a_place() -> None:
    given = world()
    row = measure(given)
    act(given, row, "evidence", name="Niets", on=day(0), reference="")
    assert not row.evidence.exists()


def test_a_moved_review_moves_its_clock() -> None:
    given = world()
    row = measure(given)
    arranged(given, row)
    arranged(given, row, review_on=day(60))
    first, second = Obligation.objects.filter(subject_id=row.pk).order_by("started_at", "due_at")
    assert (first.state, second.ended_at) == ("cancelled", None)
    assert second.due_at.date() >= timezone.localdate() + timedelta(days=60)


def test_what_stands_under_a_measure_is_checked_and_ends_with_how() -> None:
    given = world()
    row = measure(given, "Sleutels", "premises", "Server achter slot.")
    act(given, row, "item", kind="key", name="Sleutel 4", holder="R. Vos", inside="yes", met="yes", since=day(-9))
    item = Item.objects.get(measure=row)
    client = signed_in(given.owner)
    to = reverse("measures:item_act", args=(row.pk, item.pk, "end-item"))
    client.post(to, {"on": day(0), "how": "ingeleverd bij de balie"})
    item.refresh_from_db()
    assert item.ended_how == "ingeleverd bij de balie"
    assert "ingeleverd" in kept("safeguard.item_ended")
    client.post(to, {"on": day(0), "how": "nog eens"})
    item.refresh_from_db()
    assert item.ended_how == "ingeleverd bij de balie"


def test_the_page_of_a_measure_shows_some_of_what_stands_under_it_and_another_all_of_it() -> None:
    given = world()
    row = measure(given)
    client = signed_in(given.owner)
    common = {"organisation": given.organisation, "measure": row, "kind": "key", "since": timezone.localdate()}
    costs = []
    for first in (0, 12):
        Item.objects.bulk_create(
            Item(name=f"Sleutel {n:03}", met=n % 2 == 0, **common) for n in range(first, first * 6 + 12)
        )
        with CaptureQueriesContext(connection) as captured:
            shown = client.get(reverse("measures:detail", args=(row.pk,))).content.decode()
        assert shown.count("<h3>Sleutel ") == 10
        assert reverse("measures:items", args=(row.pk,)) in shown
        with CaptureQueriesContext(connection) as listed:
            all_of_it = client.get(reverse("measures:items", args=(row.pk,))).content.decode()
        costs.append((len(captured), len(listed)))
    assert costs[0] == costs[1]
    assert all_of_it.count("<h2>Sleutel ") == 50
    address = reverse("measures:items", args=(row.pk,))
    assert "Sleutel 083" in client.get(address, {"q": "083", "state": "unmet"}).content.decode()
    assert "Sleutel 083" not in client.get(address, {"q": "083", "state": "met"}).content.decode()
    saved: Any = client.get(address, {"form": "csv"})
    assert saved.getvalue().decode("utf-8-sig").count("Sleutel 0") == 84


def test_the_agreements_that_promise_a_measure_stand_by_page_and_are_saved() -> None:
    given = world()
    row = measure(given)
    client = signed_in(given.owner)
    for number in range(12):
        Promise.objects.create(
            organisation=given.organisation, agreement=given.agreement, key=f"{number:064}", place=number, topic="backup",
            words=f"Elke dag een kopie {number:03}.", start=0, end=9, state="linked", measure=row, at=timezone.now(),
        )  # fmt: skip
    shown = client.get(reverse("measures:detail", args=(row.pk,))).content.decode()
    address = reverse("measures:promised", args=(row.pk,))
    assert shown.count("Elke dag een kopie 0") == 10
    assert address in shown
    listed = client.get(address).content.decode()
    assert listed.count("Elke dag een kopie 0") == 12
    assert "kopie 011" in client.get(address, {"q": "011"}).content.decode()
    saved: Any = client.get(address, {"form": "csv"})
    assert saved.getvalue().decode("utf-8-sig").count("Stichting Zorg") == 12


def test_a_measure_is_given_up_with_a_reason() -> None:
    given = world()
    row = measure(given)
    act(given, row, "give-up", reason="Vervangen door een andere.")
    assert row.ended_at is not None
    assert ">Back-up</a>" not in page(given, "list")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "kopie"}, ("Back-up",)),
        ({"topic": "policy"}, ("Beleid",)),
        ({"control": "8.13"}, ("Back-up",)),
        ({"gap": "overdue"}, ("Back-up",)),
        ({"standing": "planned"}, ("Beleid",)),
        ({"sort": "review"}, ("Back-up", "Beleid")),
        ({"owner": "geen-id"}, ("Back-up", "Beleid")),
    ],
    ids=str,
)
def test_the_library_is_narrowed_by_its_address(query: dict[str, str], found: tuple[str, ...]) -> None:
    given = world()
    row = measure(given)
    arranged(given, row)
    lapse(row)
    measure(given, "Beleid", "policy", "Eens per jaar vastgesteld.")
    said = page(given, "list", **query)
    assert tuple(sorted(each.name for each in Measure.objects.all() if f">{each.name}</a>" in said)) == found


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_library_is_a_file(form: str) -> None:
    given = world()
    measure(given)
    answer = signed_in(given.owner).get(reverse("measures:export", args=(form,)))
    data = answer.getvalue()
    assert data.startswith(b"PK") if form == "xlsx" else "Elke dag een kopie." in data.decode("utf-8-sig")


def test_pages_cost_the_same_at_any_number() -> None:
    given = world()
    costs = []
    for number in range(2):
        for each in range(number * 30 + 1):
            measure(given, f"Maatregel {number} {each}")
        client = signed_in(given.owner)
        client.get(reverse("measures:list"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("measures:list"))
        costs.append(len(captured))
    assert costs[0] == costs[1]

"""When law, data or processing change, each agreement is reviewed, and amended as both agree in writing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.lifecycle.models import Review
from web.breaches.world import World, agreement, signed_in, world
from web.lifecycle.world import (
    COMPLETE,
    kept,
    page,
    paper,
    without,
)

pytestmark = pytest.mark.django_db


def changed(given: World, about: str, *, only: bool = False, **changes: Any) -> Any:
    data = {"about": about, "what": "Nieuwe uitleg van de termijn", "source": "EDPB 9/2022", "from_on": "2026-12-01",
            "due_on": (timezone.localdate() + timedelta(days=30)).isoformat(), **changes}  # fmt: skip
    where = reverse("lifecycle:changes") + (f"?agreement={given.agreement.pk}" if only else "")
    return signed_in(given.owner).post(where, data)


def closed(given: World, outcome: str, **changes: str) -> Review:
    row = Review.objects.get(agreement=given.agreement)
    data = {"outcome": outcome, "what": "Bijlage 3 herzien", **changes}
    signed_in(given.owner).post(reverse("lifecycle:review", args=(row.pk,)), data)
    row.refresh_from_db()
    return row


BOTH = {"agreed_by": "J. Okkerse en M. Berg", "agreed_on": "2026-11-28"}


@pytest.mark.provision("S1:1.1.c")
def test_a_change_of_the_law_on_breaches_opens_a_review_and_old_and_new_procedure_are_kept() -> None:
    given = world(COMPLETE)
    paper(given, "Bijlage 3", "2024-01-01", b"oud", kind="annex")
    assert changed(given, "breach_law").status_code == 302
    review = Review.objects.get()
    clock = Obligation.objects.get(subject_kind="review", subject_id=review.change_id)
    assert (clock.state, clock.owner) == ("open", given.owner)
    assert "Nieuwe uitleg" in signed_in(given.owner).get(reverse("due:list"), {"whose": "all"}).content.decode()
    paper(given, "Bijlage 3", "2026-12-01", b"nieuw", kind="annex")
    assert closed(given, "amended", **BOTH).outcome == "amended"
    clock.refresh_from_db()
    assert clock.state == "met"
    shown = page(given)
    assert "1 december 2026" in shown
    assert "1 januari 2024" in shown
    assert Act.objects.filter(kind="agreement.review_asked", subject_id=given.agreement.pk).exists()
    assert "Bijlage 3 herzien" in kept("agreement.reviewed")


@pytest.mark.provision("S3:12.5", "S4:10.1", "S1:12.3")
def test_new_privacy_law_asks_each_agreement_to_be_adapted_by_both_or_ended() -> None:
    given = world(COMPLETE)
    other = replace(given, agreement=agreement(given.organisation, COMPLETE, name="Andere Stichting"))
    changed(given, "privacy_law")
    assert Review.objects.count() == 2
    assert closed(given, "amended").closed_at is None  # both must have agreed
    assert closed(given, "amended", **BOTH).agreed_by == "J. Okkerse en M. Berg"
    assert Obligation.objects.get(subject_kind="review").ended_at is None
    assert closed(other, "terminate").outcome == "terminate"
    assert Obligation.objects.get(subject_kind="review").state == "met"
    assert Act.objects.filter(kind="agreement.reviewed").count() == 2


@pytest.mark.provision("S4:10.2")
def test_a_change_of_the_processing_is_consulted_on_for_the_agreement_it_concerns() -> None:
    given = world(COMPLETE)
    agreement(given.organisation, COMPLETE, name="Andere Stichting")
    assert changed(given, "processing", only=True, what="Back-up gaat naar een ander datacentrum").status_code == 302
    assert Review.objects.get().agreement == given.agreement
    assert closed(given, "unchanged").outcome == "unchanged"
    assert "Back-up gaat naar" in kept("change.logged")


@pytest.mark.provision("S1:12.2", "S2:11.3", "S3:12.3")
def test_an_amendment_is_kept_only_with_who_agreed_in_writing_on_both_sides() -> None:
    given = world(without(**{"term.amendment": "mutual_written"}))
    changed(given, "requirements", only=True)
    assert closed(given, "amended", agreed_by="J. Okkerse").closed_at is None
    assert not Act.objects.filter(kind="agreement.reviewed").exists()
    row = closed(given, "amended", **BOTH)
    assert (row.agreed_by, row.agreed_on) == ("J. Okkerse en M. Berg", date(2026, 11, 28))
    assert "passage over term.amendment" in page(given)
    assert "J. Okkerse en M. Berg" in kept("agreement.reviewed")


@pytest.mark.provision("S4:10.3")
def test_an_amendment_is_kept_with_its_conditions_and_its_price() -> None:
    given = world(COMPLETE)
    changed(given, "processing", only=True, what="Extra back-up")
    row = closed(given, "amended", **BOTH, conditions="betaling vooraf", price="250.50")
    assert (row.conditions, row.cents) == ("betaling vooraf", 25_050)
    shown = signed_in(given.owner).get(reverse("lifecycle:change", args=(row.change_id,))).content.decode()
    assert "betaling vooraf" in shown
    assert "€ 250,50" in shown
    assert '"cents":25050' in kept("agreement.reviewed")


def test_a_review_cannot_be_due_before_tomorrow() -> None:
    given = world(COMPLETE)
    assert changed(given, "data", due_on=timezone.localdate().isoformat()).status_code == 422


def test_the_reviews_of_a_change_are_found_narrowed_sorted_and_saved() -> None:
    given = world(COMPLETE)
    agreement(given.organisation, COMPLETE, name="Andere Stichting")
    changed(given, "privacy_law")
    closed(given, "unchanged")
    client, row = signed_in(given.owner), Review.objects.get(agreement=given.agreement)
    where = reverse("lifecycle:change", args=(row.change_id,))

    def found(**query: str) -> list[str]:
        return [each.agreement.counterparty_name for each in client.get(where, query).context["page"]]

    assert found() == ["Andere Stichting", row.agreement.counterparty_name]
    assert found(state="closed") == found(outcome="unchanged") == found(sort="newest")[:1]
    assert found(q="andere") == found(state="open") == ["Andere Stichting"]
    rows = b"".join(client.get(where, {"form": "csv", "state": "closed"})).decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert "Er hoeft niets te veranderen" in rows[1]

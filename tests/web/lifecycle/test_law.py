"""A change of law by the dated tables: which agreements rest on it, shown by fact, and reviewed once."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from art28.web.lifecycle.lawful import resting
from art28.web.lifecycle.models import Change, Review
from web.breaches.world import World, agreement, signed_in, world

pytestmark = pytest.mark.django_db
BRAZIL = [{"name": "Nuvem Ltda", "service": "hosting", "established_in": "BR", "processing_in": ["BR"]}]
DAYS = {"since": "2025-12-01", "until": "2026-09-30"}


@pytest.fixture
def given() -> World:
    """One agreement with a sub-processor in Brazil, one that cites a law since repealed, one that rests on nothing."""
    made = world({"subprocessors.list": BRAZIL})
    cites = ["Wet beveiliging netwerk- en informatiesystemen"]
    agreement(made.organisation, {"document.repealed_law": cites}, name="Gemeente Waterrijk")
    agreement(made.organisation, {"breach.deadline": "PT24H"}, name="Stichting Elders")
    return made


def shown(client: Client, **days: str) -> dict[str, list[str]]:
    """The names of the agreements that rest on each change, by what changes."""
    answer = client.get(reverse("lifecycle:law"), {**DAYS, **days})
    assert answer.status_code == 200
    return {each.change.about: [who.title for who, _ in each.shown] for each in answer.context["found"]}


def test_each_change_stands_with_the_agreements_that_rest_on_it(given: World) -> None:
    client = signed_in(given.owner)
    found = shown(client)
    brazil = next(about for about in found if "Brazil" in about)
    assert [len(found[brazil]), len(found["Wet beveiliging netwerk- en informatiesystemen"])] == [1, 1]
    assert sum(map(len, found.values())) == 2
    page = client.get(reverse("lifecycle:law"), DAYS).content.decode()
    assert "(EU) 2026/179, Brazilië geldt" in page
    assert "subverwerkers" in page.lower()
    assert "Brazil" not in str(shown(client, since="2026-02-01"))
    assert client.get(reverse("lifecycle:law"), {"since": "2026-02-01", "until": "2026-01-01"}).status_code == 422


def test_those_agreements_are_reviewed_once_and_no_others(given: World) -> None:
    client = signed_in(given.owner)
    about = next(each for each in shown(client) if "Brazil" in each)
    sent = {"on": "2026-01-28", "about": about}
    answer: Any = client.post(reverse("lifecycle:law"), sent)
    made = Change.objects.get()
    assert answer.headers["Location"] == reverse("lifecycle:change", args=(made.pk,))
    assert (made.about, made.from_on.isoformat()) == ("privacy_law", "2026-01-28")
    assert [each.agreement_id for each in Review.objects.all()] == [given.agreement.pk]
    client.post(reverse("lifecycle:law"), sent)
    assert Change.objects.count() == 1
    assert reverse("lifecycle:change", args=(made.pk,)) in client.get(reverse("lifecycle:law"), DAYS).content.decode()
    client.post(reverse("lifecycle:law"), {"on": "nooit", "about": about})
    assert Change.objects.count() == 1


def test_another_organisation_sees_none_of_them(given: World) -> None:
    assert sum(map(len, shown(signed_in(given.outsider)).values())) == 0


def test_more_agreements_cost_no_more_queries(given: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for size in (0, 15):
        for number in range(size):
            agreement(given.organisation, {"subprocessors.list": BRAZIL}, name=f"Klant {number}")
        with django_assert_num_queries(3):
            found = resting(given.organisation, *_days())
    brazil = next(each for each in found if "Brazil" in each.change.about)
    assert (len(brazil.agreements), len(brazil.shown), brazil.more) == (16, 10, 6)


def _days() -> tuple[Any, Any]:
    return date.fromisoformat(DAYS["since"]), date.fromisoformat(DAYS["until"])


def test_a_number_of_the_law_stands_in_words_and_not_by_its_key(given: World) -> None:
    client = signed_in(given.owner)
    page = client.get(reverse("lifecycle:law"), {"since": "2026-08-15", "until": "2026-08-15"}).content.decode()
    assert "eindverslag over een significant incident, 1 maand (artikel 29 Cyberbeveiligingswet)" in page
    assert "1 maanden" not in page
    days = {"since": "2018-05-25", "until": "2018-05-25"}
    found = client.get(reverse("lifecycle:law"), days).context["found"]
    about = next(each.change.about for each in found if each.change.about.startswith("gdpr.breach.authority"))
    client.post(reverse("lifecycle:law"), {**days, "on": "2018-05-25", "about": about})
    review = client.get(reverse("lifecycle:change", args=(Change.objects.get().pk,))).content.decode()
    assert "artikel 33, lid 1, AVG" in review
    assert "gdpr.breach.authority" not in review

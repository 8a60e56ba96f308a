"""What a breach costs, who bears it by which clause, and the statement that the other side gets."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Direction
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.costs.models import CostLine, Statement
from web.breaches.world import World, breach, signed_in, world

pytestmark = pytest.mark.django_db


def kept(given: World, found: Breach, **changes: Any) -> Any:
    data = {
        "agreement": str(given.agreement.pk),
        "incurred_by": "processor",
        "work": "limit",
        "text": "De map is afgesloten.",
        "on": timezone.localdate().isoformat(),
        "hours": "2.5",
        "rate": "95",
        "expense": "",
    }
    return signed_in(given.owner).post(reverse("costs:breach", args=(found.pk,)), {**data, **changes})


def charged(given: World, found: Breach) -> Any:
    return signed_in(given.owner).post(reverse("costs:charge", args=(found.pk, given.agreement.pk)))


def page(given: World, found: Breach) -> str:
    return signed_in(given.owner).get(reverse("costs:breach", args=(found.pk,))).content.decode()


def exported(given: World, found: Breach) -> list[dict[str, str]]:
    answer = signed_in(given.owner).get(reverse("costs:export", args=(found.pk, "csv")))
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


@pytest.mark.provision("S1:4.2[1]")
def test_measures_against_a_breach_are_listed_by_day_with_hours_and_charged_to_the_controller() -> None:
    given = world({"breach.deadline": "PT24H", "breach.costs": "controller"})
    found = breach(given)
    yesterday = timezone.localdate() - timedelta(days=1)
    kept(given, found)
    kept(given, found, work="prevent", text="Toegang ingeperkt.", on=yesterday.isoformat(), hours="1", expense="40.50")
    rows = exported(given, found)
    assert [(row["Dag"], row["Waarvoor"], row["Uren"]) for row in rows] == [
        (yesterday.isoformat(), "Voorkomen van een nieuw incident", "1,00"),
        (timezone.localdate().isoformat(), "Beperken van de gevolgen", "2,50"),
    ]
    assert charged(given, found).status_code == 302
    made = Statement.objects.get()
    assert (made.addressee, made.cents, made.clause) == ("Stichting Zorg", 23750 + 9500 + 4050, "5.1")
    assert [line["text"] for line in made.lines] == ["Toegang ingeperkt.", "De map is afgesloten."]
    answer = signed_in(given.owner).get(reverse("costs:statement", args=(found.pk, made.pk)))
    assert answer.content.startswith(b"%PDF-")
    assert "passage over breach.costs" in page(given, found)
    content = Act.objects.get(kind="cost.charged", subject_id=found.pk).content.content
    assert '"cents":37300' in (content or "")


@pytest.mark.provision("S2:8.4")
def test_where_each_bears_its_own_costs_they_are_kept_by_party_and_not_charged_on() -> None:
    given = world({"breach.deadline": "PT24H", "breach.costs": "each_own"})
    found = breach(given)
    kept(given, found, text="Onderzoek", hours="4", rate="100")
    kept(given, found, incurred_by="controller", text="Brief aan klanten", hours="", rate="", expense="250")
    shown = page(given, found)
    assert "€ 400,00" in shown
    assert "€ 250,00" in shown
    refused = charged(given, found)
    assert refused.status_code == 409
    assert "eigen kosten" in refused.content.decode()
    assert not Statement.objects.exists()
    assert Act.objects.filter(kind="cost.kept", subject_id=found.pk).count() == 2


@pytest.mark.provision("S5:8.4")
def test_hours_at_the_current_rate_are_charged_once() -> None:
    given = world({"breach.wording": "immediately", "breach.costs": "controller"})
    found = breach(given)
    kept(given, found, work="assist", text="Vragen beantwoord", hours="1.25", rate="120")
    assert CostLine.objects.get().cents == 15000
    charged(given, found)
    assert charged(given, found).status_code == 409
    assert Statement.objects.get().cents == 15000
    kept(given, found, work="assist", text="Nog een vraag", hours="0.5", rate="120")
    charged(given, found)
    assert [row.reference for row in Statement.objects.order_by("number")] == [
        f"{found.reference}-K1",
        f"{found.reference}-K2",
    ]
    assert Act.objects.filter(kind="cost.charged", subject_id=found.pk).count() == 2


@pytest.mark.parametrize("said", [{}, {"breach.costs": "processor"}])
def test_what_the_agreement_does_not_let_us_charge_is_refused(said: dict[str, Any]) -> None:
    given = world({"breach.deadline": "PT24H", **said})
    found = breach(given)
    kept(given, found)
    assert charged(given, found).status_code == 409
    assert not Statement.objects.exists()


def test_a_controller_charges_its_costs_where_the_processor_bears_them() -> None:
    given = world({"breach.deadline": "PT24H", "breach.costs": "processor"})
    given.agreement.direction = Direction.CONTROLLER
    given.agreement.save()
    found = breach(given)
    kept(given, found, incurred_by="controller")
    kept(given, found, incurred_by="processor")
    assert charged(given, found).status_code == 302
    assert len(Statement.objects.get().lines) == 1


def test_a_line_may_be_struck_with_a_reason_until_it_is_charged() -> None:
    given = world({"breach.deadline": "PT24H", "breach.costs": "controller"})
    found = breach(given)
    kept(given, found)
    kept(given, found, text="Dubbel")
    first, second = CostLine.objects.order_by("id")
    client = signed_in(given.owner)
    client.post(reverse("costs:strike", args=(found.pk, second.pk)), {"reason": "stond er al"})
    charged(given, found)
    assert Statement.objects.get().cents == first.cents
    client.post(reverse("costs:strike", args=(found.pk, first.pk)), {"reason": "te laat"})
    first.refresh_from_db()
    assert first.struck_at is None
    assert Act.objects.filter(kind="cost.struck", subject_id=found.pk).count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"hours": "", "expense": ""},
        {"hours": "-1"},
        {"on": (timezone.localdate() + timedelta(days=3)).isoformat()},
        {"agreement": "0199d0b8-0000-7000-8000-000000000000"},
        {"text": ""},
    ],
    ids=["nothing", "negative", "ahead", "elsewhere", "no-words"],
)
def test_what_cannot_be_is_refused(wrong: dict[str, str]) -> None:
    given = world({"breach.deadline": "PT24H", "breach.costs": "controller"})
    assert kept(given, breach(given), **wrong).status_code == 422
    assert not CostLine.objects.exists()


def test_the_database_refuses_to_change_what_was_kept() -> None:
    given = world({"breach.deadline": "PT24H", "breach.costs": "controller"})
    found = breach(given)
    kept(given, found)
    charged(given, found)
    with pytest.raises(DatabaseError), transaction.atomic():
        CostLine.objects.update(minutes=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        Statement.objects.update(cents=1)

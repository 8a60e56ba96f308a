"""From what is known of a breach to the agreements it touches; what is unknown counts until it is left out with a reason."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks.models import Obligation
from art28.web.services import actions
from art28.web.services.actions import About, Use
from art28.web.services.models import Exclusion, Service, TouchedGround
from art28.web.services.pump import pump
from web.breaches.test_actions import sent
from web.breaches.world import NOW, World, actor, agreement, signed_in, world
from web.intake.test_signals import HOUR, local, reported

pytestmark = pytest.mark.django_db
HOSTING = {"name": "Hostwerk", "role": "hosting", "countries": ["NL"], "email": "meld@hostwerk.example"}


@pytest.fixture
def given() -> World:
    return world()


def service(given: World, name: str, **changes: Any) -> Service:
    return actions.add(given.organisation, About(name=name, **changes), actor=actor(given.owner), now=NOW)


def taking(given: World, found: Service, *names: str, **use: Any) -> list[Agreement]:
    made = [agreement(given.organisation, name=name) for name in names]
    for each in made:
        actions.link(found, each, Use(**use), actor=actor(given.owner), now=NOW)
    return made


def recorded(given: World, query: str) -> Breach:
    data = {"title": "Lek", "aware_at": local(HOUR), "aware_reason": "ontdekt", "origin": "own"}
    answer = signed_in(given.owner).post(f"{reverse('breaches:new')}?by=services&{query}", data)
    assert answer.status_code == 302, answer.content.decode()
    return Breach.objects.latest("recorded_at")


def listed(breach: Breach) -> dict[str, str]:
    rows = TouchedGround.objects.filter(breach=breach).select_related("agreement")
    return {row.agreement.counterparty_name: row.ground for row in rows}


def names(rows: Iterable[TouchedAgreement]) -> set[str]:
    return {row.agreement.counterparty_name for row in rows}


def test_a_service_touches_who_takes_it_and_who_is_linked_to_none(given: World) -> None:
    backup, mail = service(given, "Back-up"), service(given, "Mail")
    taking(given, backup, "Neemt back-up")
    taking(given, mail, "Neemt mail")
    breach = recorded(given, f"service={backup.pk}")
    assert listed(breach) == {"Neemt back-up": "service", "Stichting Zorg": "unknown"}
    assert TouchedGround.objects.get(agreement__counterparty_name="Neemt back-up").services == ["Back-up"]
    assert Obligation.objects.filter(subject_id=breach.pk, action="notify_breach").count() == 2


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("system=VM-12", {"A"}),
        ("sub_processor=Hostwerk", {"B"}),
        ("data=gezondheid", {"B", "C"}),
        ("system=VM-12&sub_processor=Hostwerk", {"A", "B"}),
        ("system=VM-12&data=gezondheid", set()),
    ],
)
def test_systems_sub_processors_and_data_lead_to_the_services(given: World, query: str, expected: set[str]) -> None:
    taking(given, service(given, "Een", systems=("VM-12",), data_categories=("naam",)), "A")
    taking(given, service(given, "Twee", sub_processors=(HOSTING,), special_categories=("gezondheid",)), "B")
    taking(given, service(given, "Drie"), "C")  # of which nobody wrote down the data
    page = signed_in(given.owner).get(f"{reverse('services:choose')}?{query}").context
    assert {line["agreement"].counterparty_name for line in page["lines"]} == expected
    assert page["unknown"] == 1


def test_who_took_it_only_before_or_after_is_not_touched(given: World) -> None:
    found = service(given, "Back-up")
    taking(given, found, "Toen", since_on=NOW.date().replace(month=1), until_on=NOW.date().replace(month=6))
    taking(given, found, "Nu", since_on=NOW.date().replace(month=6))
    page = signed_in(given.owner).get(f"{reverse('services:choose')}?service={found.pk}&from_on=2026-08-01").context
    assert {line["agreement"].counterparty_name for line in page["lines"]} == {"Nu"}


def test_people_are_estimated_by_agreement_and_over_all(given: World) -> None:
    one, two = service(given, "Een", people=100), service(given, "Twee", people=250)
    (both,) = taking(given, one, "Beide")
    actions.link(two, both, Use(people=40), actor=actor(given.owner), now=NOW)
    breach = recorded(given, f"service={one.pk}&service={two.pk}")
    row = TouchedGround.objects.get(agreement=both)
    assert (row.people_least, row.people_most) == (100, 140)
    page = signed_in(given.owner).get(reverse("services:grounds", args=(breach.pk,))).content.decode()
    assert "100 tot 140" in page
    assert "1 overeenkomst zonder aantal" in page


def test_an_unknown_service_is_said_to_be_so_with_a_way_on(given: World) -> None:
    for wrong in ("service=x", "service=01a222a1-45f6-7367-a22b-4fba60c03616"):
        answer = signed_in(given.owner).get(f"{reverse('services:choose')}?{wrong}")
        assert answer.status_code == 422
        assert "staat niet (meer) in de catalogus" in answer.content.decode()
    answer = signed_in(given.owner).get(f"{reverse('services:choose')}?from_on=gisteren")
    assert answer.status_code == 422


def test_an_agreement_without_contact_is_pointed_out_where_it_is_touched(given: World) -> None:
    agreement(given.organisation, name="Zonder contact", contact="")
    breach = recorded(given, f"service={service(given, 'Back-up').pk}")
    address = reverse("services:grounds", args=(breach.pk,))
    page = signed_in(given.owner).get(address).content.decode()
    assert page.count("contact toevoegen") == 1
    narrowed = signed_in(given.owner).get(address, {"contact": "none"})
    assert names(narrowed.context["page"].object_list) == {"Zonder contact"}


def test_many_are_left_out_at_once_with_one_reason_and_an_act_each(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "CHUNK", 2)
    backup = service(given, "Back-up")
    taking(given, backup, "Neemt back-up")
    for number in range(3):
        agreement(given.organisation, name=f"Onbekend {number}")
    breach = recorded(given, f"service={backup.pk}")
    address = reverse("services:leave_out", args=(breach.pk,))
    client = signed_in(given.owner)
    client.post(address, {"reason": "Neemt de dienst niet af."})
    assert not Exclusion.objects.exists()  # the list was not narrowed
    assert client.post(f"{address}?ground=unknown", {"reason": ""}).status_code == 422
    client.post(f"{address}?ground=unknown", {"reason": "Neemt de dienst niet af."})
    exclusion = Exclusion.objects.get()
    assert (exclusion.count, exclusion.selection) == (4, {"filter": {"ground": "unknown"}})
    assert TouchedAgreement.objects.filter(breach=breach, excluded_at=None).count() == 3
    assert pump(now=NOW, limit=50) == 2
    assert pump(now=NOW, limit=50) == 0
    assert names(TouchedAgreement.objects.filter(breach=breach, excluded_at=None)) == {"Neemt back-up"}
    left = TouchedAgreement.objects.filter(breach=breach, excluded_reason="Neemt de dienst niet af.")
    assert left.count() == 4
    assert Obligation.objects.filter(subject_id=breach.pk, action="notify_breach", state="cancelled").count() == 4
    assert Act.objects.filter(kind="breach.agreement_excluded", subject_id=breach.pk).count() == 4
    assert Act.objects.filter(kind="breach.agreements_excluded", subject_id=breach.pk).count() == 1
    with pytest.raises(DatabaseError), transaction.atomic():
        Exclusion.objects.update(reason="anders")


def test_who_was_told_meanwhile_stays_on_the_list(given: World) -> None:
    breach = recorded(given, f"service={service(given, 'Back-up').pk}")
    sent(given, breach)
    actions.exclude_many(
        breach, [given.agreement.pk], reason="x", selection={}, by=given.owner, actor=actor(given.owner), now=NOW
    )
    assert TouchedAgreement.objects.get(breach=breach).excluded_at is None
    assert Exclusion.objects.get().lines.get().left


def test_the_same_selection_leads_from_a_signal_to_the_breach(given: World) -> None:
    backup = service(given, "Back-up")
    taking(given, backup, "Neemt back-up")
    taking(given, service(given, "Mail"), "Neemt mail")
    signal = reported(given)
    data = {"title": "Lek", "aware_at": local(HOUR), "aware_reason": "ontdekt", "origin": "own"}
    signed_in(given.owner).post(f"{reverse('intake:breach')}?signal={signal.pk}&service={backup.pk}", data)
    assert listed(Breach.objects.get()) == {"Neemt back-up": "service", "Stichting Zorg": "unknown"}


def test_the_list_costs_the_same_at_any_number(given: World, django_assert_max_num_queries: Any) -> None:
    backup = service(given, "Back-up")
    taking(given, backup, *(f"Klant {number}" for number in range(8)))
    breach = recorded(given, f"service={backup.pk}")
    client = signed_in(given.owner)
    with django_assert_max_num_queries(20):
        client.get(reverse("services:grounds", args=(breach.pk,)))
    with django_assert_max_num_queries(20):
        client.get(f"{reverse('services:choose')}?service={backup.pk}")

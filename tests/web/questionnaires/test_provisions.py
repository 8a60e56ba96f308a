"""Questions of every kind that agreements ask in their annexes, carried out through the pages, with the record left."""

from typing import Any

import pytest
from django.urls import reverse

from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.notices.models import OutboxMessage
from web.breaches.test_provisions import place, recorded, sent
from web.breaches.world import World, signed_in, touched, world

pytestmark = pytest.mark.django_db


def asking(*questions: tuple[str, str]) -> World:
    form = [
        {"number": number, "question": text, "kind": kind, "options": ["Ja", "Nee"] if kind == "yes_no" else None}
        for number, (text, kind) in enumerate(questions, start=1)
    ]
    return world({"breach.deadline": "PT24H", "breach.questionnaire": form})


def answers(message: OutboxMessage) -> list[str | None]:
    return [section["answer"] for section in message.notice["sections"]]


def is_open(given: World, found: Breach, number: int) -> bool:
    page = signed_in(given.owner).get(place("report", found)).content.decode()
    return f'id="why-{number}"' in page


def write(given: World, found: Breach, **fields: str) -> None:
    """Write in the draft of the report."""
    data: dict[str, Any] = {
        "version": touched(found).version,
        **{name.replace("_", "-"): v for name, v in fields.items()},
    }
    signed_in(given.owner).post(place("report", found), data)
    assert Act.objects.filter(kind="breach.draft_saved", subject_id=found.pk).exists()


@pytest.mark.provision("S1:B4.vragen.feiten")
def test_facts_asked_for_fill_themselves_each_vulnerable_group_apart_and_what_is_open_is_listed() -> None:
    given = asking(
        ("Omschrijving van het incident", "text"),
        ("Hoeveel personen zijn getroffen?", "number"),
        ("Welke groep personen is getroffen?", "text"),
        ("Kinderen", "yes_no"),
        ("Ouderen", "yes_no"),
        ("Zieken", "yes_no"),
        ("Wanneer is het incident begonnen?", "date"),
        ("Wanneer is het ontdekt?", "date"),
    )
    found = recorded(
        given,
        description="Een open map.",
        subjects_least="12",
        subjects_most="12",
        vulnerable_groups="kinderen",
        occurred_from="2026-11-20T10:00",
    )
    said = answers(sent(given, found))
    assert said[:2] == ["Een open map.", "12"]
    assert said[3:6] == ["Ja", None, None]
    assert said[6] == "vrijdag 20 november 2026, 10:00 (UTC+01:00)"
    assert [is_open(given, found, number) for number in range(1, 9)] == [
        False,
        False,
        True,
        False,
        True,
        True,
        False,
        True,
    ]
    assert Act.objects.filter(kind="breach.notice_sent", subject_id=found.pk).exists()


@pytest.mark.provision("S1:B4.vragen.aard")
def test_the_nature_is_answered_by_yes_or_no_for_each_item_and_in_free_words_that_may_say_unknown() -> None:
    items = (
        "Gelezen door onbevoegden",
        "Gekopieerd",
        "Gegevens gewijzigd",
        "Gegevens verwijderd of vernietigd",
        "Diefstal",
    )
    given = asking(*((item, "yes_no") for item in items), ("Anders, namelijk", "text"))
    found = recorded(given, affected=["confidentiality"])
    write(given, found, pick_2="Nee", pick_5="Ja", answer_5="Door een vertrokken medewerker.", answer_6="onbekend")
    said = answers(sent(given, found))
    assert said[0] == "Ja"
    assert said[1] == "Nee"
    assert said[2:4] == [None, None]
    assert said[4:] == ["Ja. Door een vertrokken medewerker.", "onbekend"]


@pytest.mark.provision("S1:B4.vragen.gegevens", "S2:B3.2")
def test_kinds_of_data_are_ticked_one_by_one_with_free_words_and_what_weighs_is_pointed_out() -> None:
    kinds = ("Naam en adres", "Telefoonnummers", "Burgerservicenummer", "Gezondheid", "Strafrechtelijk verleden")
    given = asking(*((kind, "yes_no") for kind in kinds), ("Overige", "text"))
    found = recorded(given, data_categories="telefoonnummers\nburgerservicenummers")
    write(given, found, pick_1="Ja", pick_4="Ja", pick_5="Nee", answer_6="Foto's van passen.")
    message = sent(given, found)
    assert answers(message) == ["Ja", "Ja", "Ja", "Ja", "Nee", "Foto's van passen."]
    (weighs,) = [line for line in message.notice["closing"] if line.startswith("Van belang voor uw beoordeling")]
    assert "gegevens over gezondheid en een nationaal identificatienummer" in weighs
    assert "strafrechtelijk" not in weighs
    assert Act.objects.filter(kind="notice.handed_over", subject_id=message.pk).exists()


@pytest.mark.provision("S1:B4.vragen.bescherming")
def test_each_technique_has_its_yes_or_no_with_detail_and_other_countries_are_pointed_out() -> None:
    given = asking(
        ("Waren de gegevens versleuteld?", "yes_no"),
        ("Waren de gegevens gehasht?", "yes_no"),
        ("Zijn de gegevens op afstand gewist?", "yes_no"),
        ("Zijn er personen in andere EU-landen getroffen?", "yes_no"),
    )
    found = recorded(
        given,
        protection="partly",
        protection_detail="Wachtwoorden gehasht met argon2.",
        abroad="yes",
        other_countries="Duitsland\nBelgië",
    )
    write(given, found, pick_1="Nee", pick_3="Ja", answer_3="Op zondag om 03:00.")
    message = sent(given, found)
    assert answers(message) == [
        "Nee",
        "Gedeeltelijk. Wachtwoorden gehasht met argon2.",
        "Ja. Op zondag om 03:00.",
        "Ja: Duitsland en België",
    ]
    assert any("andere landen: Duitsland en België" in line for line in message.notice["closing"])


@pytest.mark.provision("S2:B3.1")
def test_a_summary_and_the_system_are_asked_for_and_a_report_without_them_says_that_they_are_open() -> None:
    given = asking(("Geef een samenvatting van wat er is gebeurd", "text"), ("Welk systeem is betrokken?", "text"))
    found = recorded(given)
    assert is_open(given, found, 1)
    assert is_open(given, found, 2)
    facts = {"title": "Lek", "version": 1, "description": "Een open map.", "system": "Klantenportal"}
    signed_in(given.owner).post(reverse("breaches:facts", args=(found.pk,)), facts)
    assert answers(sent(given, found)) == ["Een open map.", "Klantenportal"]
    assert Act.objects.filter(kind="breach.facts_changed", subject_id=found.pk).exists()

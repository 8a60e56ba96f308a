"""Provisions on whose the data are, where they are processed, and what is none of the processor's."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from art28.web.audit.models import Act
from art28.web.processing import reading
from art28.web.processing.models import Choice, Confirmation, Inquiry, Record
from art28.web.processing.reading import Point
from art28.web.services import actions as services
from web.breaches.world import NOW, actor, signed_in
from web.lifecycle.world import COMPLETE, both_signed, go
from web.lifecycle.world import stage as stage_of
from web.processing.world import act, on_row, page, recorded, row, rows, world

pytestmark = pytest.mark.django_db
HOLDS = "De opdrachtgever beschikt over persoonsgegevens van haar klanten en wenst de dienstverlener in te schakelen."
PICKED: dict[str, Any] = {
    **COMPLETE,
    "processor.name": "Dijkvaart Diensten B.V.",
    "processing.purposes": ["Het kunnen leveren van de diensten"],
    "processing.data_categories": ["Naam", "Adresgegevens"],
    "processing.data_subjects": ["Klanten", "Personeel", "Leden"],
    "processing.services": ["maatwerk", "beheer van toepassingen", "beheer van omgevingen"],
    "processing.special_categories": "excluded_unless_agreed",
}
STANDS = "De opdrachtgever staat ervoor in dat bijlage 1 juist en volledig is."


def points(given: Any) -> dict[str, str]:
    return {each["point"]: each["text"] for each in Record.objects.get(agreement=given.agreement).points}


@pytest.mark.provision("S3:Overweging.1")
def test_that_the_controller_holds_the_data_and_engages_the_processor_is_kept_as_context() -> None:
    given = world(text=HOLDS)
    assert points(given)["engages"] == HOLDS
    assert "Ingeschakeld door de verwerkingsverantwoordelijke" in page(given)
    assert recorded("processing.drawn")["agreement"] == str(given.agreement.pk)


@pytest.mark.provision("S3:1.3", "S5:2.3")
def test_that_the_data_stay_the_controllers_is_read_and_shown_with_its_passage() -> None:
    said = "De persoonsgegevens blijven eigendom van de opdrachtgever of van de betrokkenen."
    given = world(text=f"Artikel 4. Gegevens.\n\n{said} Andere afspraken gelden niet.")
    assert points(given)["ownership"] == said
    body = page(given)
    assert "de verwerker heeft er geen aanspraak op" in body
    assert said in body
    assert Act.objects.filter(kind="processing.drawn").exists()


@pytest.mark.provision("S3:4.2(1)[1]", "S5:5.2[1]")
def test_the_controller_is_shown_as_finally_responsible_for_each_activity() -> None:
    said = "Verwerker verwerkt alleen op instructie en onder eindverantwoordelijkheid van de opdrachtgever."
    given = world(text=said)
    assert points(given)["finally_responsible"] == said
    body = page(given)
    assert body.count("Eindverantwoordelijk") >= len(rows(given))
    assert "Stichting Zorg (verwerkingsverantwoordelijke)" in body
    signed_in(given.owner).post(reverse("processing:draw", args=(given.agreement.pk,)))
    assert recorded("processing.drawn")["added"] == 0


@pytest.mark.provision("S3:4.2(1)[2]", "S5:5.2[2]")
def test_collection_unreported_purposes_and_third_parties_are_marked_as_none_of_the_processors() -> None:
    said = "Verwerker is niet verantwoordelijk voor het verzamelen van gegevens, voor niet gemelde doeleinden of voor derden."
    given = world(text=said)
    assert points(given)["not_ours"] == said
    for outside, label in (
        ("collection", "zelf verzameld"), ("unreported", "nooit is gemeld"), ("third_party", "Door een derde"),
    ):  # fmt: skip
        body = act(given, "add", service=outside, purpose="Iets anders", data_categories="Namen", outside=outside)
        assert label in body
        assert recorded("processing.activity_added")["outside"] == outside
    answer = signed_in(given.owner).get(reverse("processing:list"), {"state": "outside"})
    assert "Stichting Zorg" in answer.content.decode()
    listed = signed_in(given.owner).get(reverse("processing:export", args=("csv",)))
    assert "Iets anders" not in listed.getvalue().decode()


@pytest.mark.provision("S5:6.1")
def test_the_controllers_word_that_an_activity_is_lawful_is_kept_for_each() -> None:
    given = world()
    asked = "De verwerkingsverantwoordelijke bevestigt dat het rechtmatig is"
    assert page(given).count(asked) == 2
    body = on_row(given, row(given, "Telefonie"), "lawful", name="J. Okkerse", on="2026-11-20")
    assert "Als rechtmatig bevestigd" in body or "J. Okkerse 20-11-2026" in body
    assert (row(given, "Telefonie").lawful_by, row(given, "Telefonie").lawful_on) == ("J. Okkerse", date(2026, 11, 20))
    assert row(given, "Werkplek").lawful_by == ""
    assert recorded("processing.lawful") == {"name": "J. Okkerse", "on": "2026-11-20"}
    assert page(given).count(asked) == 1  # said twice in an agreement, it is asked once


@pytest.mark.provision("S3:4.1", "S5:5.1")
def test_the_environment_and_the_roles_of_staff_are_kept_for_each_activity() -> None:
    given = world(text="De verwerking vindt plaats in een geautomatiseerde omgeving onder beheer van verwerker.")
    assert "Verwerkt in een geautomatiseerde omgeving" in page(given)
    roles = "Servicedesk: meldingen bekijken\nBeheer: inloggen en bijwerken"
    body = on_row(given, row(given, "Werkplek"), "fill-in", environment="geautomatiseerd, eigen beheer", staff_roles=roles,
                  retention="1 jaar", data_subjects="Medewerkers")  # fmt: skip
    assert "Beheer: inloggen en bijwerken" in body
    assert row(given, "Werkplek").staff_roles == ["Servicedesk: meldingen bekijken", "Beheer: inloggen en bijwerken"]
    assert recorded("processing.activity_changed")["environment"] == "geautomatiseerd, eigen beheer"


@pytest.mark.provision("S3:3.2")
def test_a_question_where_data_are_processed_is_answered_from_the_record() -> None:
    given = world(
        subprocessors__list=[{"name": "Wolkenveld Ltd", "service": "werkplek", "processing_in": ["IE", "NL"]}]
    )
    on_row(given, row(given, "Telefonie"), "fill-in", countries="NL, DE", retention="6 maanden", data_subjects="Bellers",
           sub_processors="Kabelwacht B.V.")  # fmt: skip
    body = act(given, "ask", matter="countries", asked_by="J. Okkerse", asked_on="2026-11-20")
    assert "Wolkenveld Ltd: IE, NL" in body
    asked = Inquiry.objects.get(record__agreement=given.agreement)
    assert asked.answered_at is not None
    assert "Dijkvaart: NL, DE" in asked.answer
    assert "Kabelwacht B.V.: niet bekend" in asked.answer
    assert recorded("processing.asked")["matter"] == "countries"


@pytest.mark.provision("S3:B1.omschrijving[1]", "S3:B1.gesynchroniseerd")
def test_an_activity_holds_what_is_seen_by_the_way_and_the_databases_that_are_linked() -> None:
    given = world(processing__activities=None, processing__purposes=["Uitvoering van de overeenkomst"],
                  processing__services=["advies", "levering", "ondersteuning"])  # fmt: skip
    body = act(
        given, "add", service="ondersteuning", purpose="Uitvoering van de overeenkomst",
        data_categories="Contactgegevens van melders\nGesynchroniseerde gegevens", systems="CRM\nLedenadministratie",
        note="Bij beheer van de apparaten kunnen herleidbare gegevensstromen zichtbaar zijn.",
    )  # fmt: skip
    assert "herleidbare gegevensstromen" in body
    made = row(given, "ondersteuning")
    assert made.systems == ["CRM", "Ledenadministratie"]
    on_row(given, made, "fill-in", service="ondersteuning", purpose="Uitvoering van de overeenkomst",
           data_categories="Contactgegevens van melders", systems="CRM", note="zie apparatenlijst")  # fmt: skip
    assert row(given, "ondersteuning").systems == ["CRM"]
    assert recorded("processing.activity_changed")["systems"] == ["CRM"]


@pytest.mark.provision("S3:B1.omschrijving[2]")
def test_where_processing_is_logged_is_read_from_the_agreement() -> None:
    said = "Alle communicatie en registratie van de verwerking verloopt via het meldingensysteem."
    given = world(text=said)
    assert points(given)["on_record"] == said
    body = page(given)
    assert "Waar verwerkingen worden vastgelegd" in body
    on_row(given, row(given, "Werkplek"), "fill-in", systems="Meldingensysteem: logboek\nDocumentatie: alleen beslissers",
           retention="1 jaar", data_subjects="Beslissers")  # fmt: skip
    assert row(given, "Werkplek").systems == ["Meldingensysteem: logboek", "Documentatie: alleen beslissers"]
    assert recorded("processing.activity_changed")["systems"][0] == "Meldingensysteem: logboek"


@pytest.mark.provision("S3:B1.doeleinden", "S3:B1.betrokkenen", "S3:B1.persoonsgegevens")
def test_one_purpose_for_all_services_its_people_and_its_four_categories_are_entered() -> None:
    four = ["Contactgegevens", "Inhoud van meldingen", "Inhoud van de back-up", "Inhoud van gekoppelde databases"]
    table = [{"service": each, "data": "; ".join(four)} for each in ("advies", "ondersteuning")]
    given = world(
        processing__activities=table, processing__purposes=["Invulling geven aan de overeenkomst"],
        processing__data_subjects=["Wie de apparaten van de overeenkomst gebruikt"],
    )  # fmt: skip
    assert {each.purpose for each in rows(given)} == {"Invulling geven aan de overeenkomst"}
    assert [each.data for each in rows(given)] == [four, four]
    assert rows(given)[0].data_subjects == ["Wie de apparaten van de overeenkomst gebruikt"]
    assert recorded("processing.drawn")["added"] == 2
    body = page(given)
    for each in ("Invulling geven aan de overeenkomst", "Wie de apparaten van de overeenkomst gebruikt", *four):
        assert each in body


@pytest.mark.provision("S3:B1.subverwerkers[2]", "S3:B1.subverwerkers[3]")
def test_sub_processors_of_the_annex_stand_on_the_record_with_what_they_see_and_where() -> None:
    given = world(
        subprocessors__list=[
            {"name": "Boekhoudkantoor", "service": "facturen", "established_in": "NL", "processing_in": ["NL"]},
            {"name": "Groothandel A", "service": "licenties", "established_in": "NL", "processing_in": ["NL"]},
            {"name": "Groothandel B", "service": "licenties", "established_in": "NL", "processing_in": ["NL"]},
        ]
    )
    body = page(given)
    for name in ("Boekhoudkantoor", "Groothandel A", "Groothandel B"):
        assert name in body
    assert "licenties" in body
    listed = signed_in(given.owner).get(reverse("processing:export", args=("csv",)))
    assert "Groothandel B" in listed.getvalue().decode()
    act(given, "ask", matter="countries", asked_by="J. Okkerse", asked_on="2026-11-20")
    assert "Boekhoudkantoor: NL" in recorded("processing.asked")["answer"]


@pytest.mark.provision("S4:Achtergrond.C", "S4:B1.betrokkenen", "S4:B1.persoonsgegevens")
def test_people_and_data_of_the_annex_can_be_changed_and_are_confirmed_by_the_controller() -> None:
    given = world(PICKED)
    assert rows(given)[0].data_subjects == ["Klanten", "Personeel", "Leden"]
    assert rows(given)[0].data == ["Naam", "Adresgegevens"]
    on_row(given, rows(given)[0], "fill-in", data_subjects="Klanten\nHuurders", retention="1 jaar")
    assert rows(given)[0].data_subjects == ["Klanten", "Huurders"]
    act(given, "confirm", name="J. Okkerse", on="2026-11-20", how="per e-mail")
    assert recorded("processing.confirmed")["rows"] == 1
    assert "sindsdien gewijzigd" not in page(given)
    on_row(given, rows(given)[0], "fill-in", data_subjects="Klanten", retention="1 jaar")
    assert "Laat het opnieuw bevestigen" in page(given)


@pytest.mark.provision("S4:2.1")
def test_an_activity_that_serves_no_service_is_refused() -> None:
    given = world(PICKED)
    wanted = {"purpose": "Het kunnen leveren van de diensten", "data_categories": "Naam"}
    assert "dient geen van de overeengekomen diensten" in act(given, "add", service="werving", **wanted)
    assert recorded("processing.refused")["why"] == "service"
    act(given, "add", service="maatwerk", **wanted)
    assert rows(given)[-1].service == "maatwerk"


@pytest.mark.provision("S4:2.4[1]")
def test_a_place_outside_the_agreed_region_is_blocked_until_an_order_is_on_file() -> None:
    given = world(transfers__region="NL", transfers__rule="only_on_instruction")
    wanted = {"service": "Werkplek", "purpose": "Beheer van de werkplek", "data_categories": "Foto's"}
    assert "houdt gegevens binnen haar gebied" in act(given, "add", **wanted, countries="US")
    assert "houdt gegevens binnen haar gebied" in act(given, "add", **wanted, countries="DE")
    assert recorded("processing.refused")["what"] == "DE"
    act(given, "add", **wanted, countries="US", consent="schriftelijke opdracht 3", consent_on="2026-11-01")
    assert rows(given)[-1].countries == ["US"]
    assert "Gegevens gaan buiten de EER" in page(given)


@pytest.mark.provision("S4:4.4", "S4:B1.bijzonder")
def test_special_categories_are_blocked_unless_the_annex_states_them() -> None:
    given = world(PICKED)
    wanted = {"service": "maatwerk", "purpose": "Het kunnen leveren van de diensten"}
    assert "sluit bijzondere categorieën uit" in act(given, "add", **wanted, data_categories="Gezondheidsgegevens")
    assert recorded("processing.refused")["why"] == "special"
    assert "sluit bijzondere categorieën uit" in act(given, "choose", category="health")
    assert not Choice.objects.exists()
    act(given, "choose", category="health", stated_in="bijlage 2, onder c")
    assert recorded("processing.data_chosen")["stated_in"] == "bijlage 2, onder c"
    act(given, "add", **wanted, data_categories="Gezondheidsgegevens")
    assert rows(given)[-1].special == ["Gezondheidsgegevens"]
    assert "Extra maatregelen, het oordeel" in page(given)


@pytest.mark.provision("S4:B1.intro")
def test_an_agreement_whose_annex_the_controller_stands_for_comes_into_force_when_it_is_confirmed() -> None:
    given = world(PICKED, text=STANDS)
    both_signed(given)
    assert go(given, "active", "2026-11-10").status_code != 302
    assert recorded("agreement.stage_refused")
    body = signed_in(given.owner).get(reverse("lifecycle:agreement", args=(given.agreement.pk,))).content.decode()
    assert "Bijlage bevestigd door de verwerkingsverantwoordelijke" in body
    act(given, "confirm", name="J. Okkerse", on="2026-11-20", how="met de handtekening")
    assert Confirmation.objects.get().name == "J. Okkerse"
    assert recorded("processing.confirmed")["how"] == "met de handtekening"
    assert go(given, "active", "2026-11-10").status_code == 302
    assert stage_of(given) == "active"


@pytest.mark.provision("S4:B1.extra")
def test_sensitive_data_stop_an_agreement_until_extra_measures_are_judged_and_explained() -> None:
    given = world(PICKED)
    both_signed(given)
    act(given, "choose", category="biometric", stated_in="bijlage 2")
    assert go(given, "active", "2026-11-10").status_code != 302
    act(given, "choose", category="biometric", stated_in="bijlage 2", measures="aparte sleutel", judgement="insufficient",
        explanation="nog niet getest")  # fmt: skip
    assert go(given, "active", "2026-11-10").status_code != 302
    act(given, "choose", category="biometric", stated_in="bijlage 2", measures="aparte sleutel", judgement="sufficient",
        explanation="getest op 3 november")  # fmt: skip
    assert recorded("processing.data_chosen")["judgement"] == "sufficient"
    assert go(given, "active", "2026-11-10").status_code == 302


@pytest.mark.provision("S5:B1.10")
def test_a_row_that_names_no_term_takes_it_from_the_catalogue_and_is_compared_with_it() -> None:
    table = [{"service": "Updates", "data": "Contactgegevens; IP-adres; Facturatie", "purpose": "Bijwerken van systemen",
              "data_subjects": "Contactpersonen", "retention": "gedurende de overeenkomst"}]  # fmt: skip
    given = world(processing__activities=table)
    assert row(given, "Updates").data == ["Contactgegevens", "IP-adres", "Facturatie"]
    about = services.About(
        name="Updates", data_categories=("Contactgegevens", "Logboek van updates"), retention="2 jaar"
    )
    made = services.add(given.organisation, about, actor=actor(given.owner), now=NOW)
    services.link(made, given.agreement, services.Use(), actor=actor(given.owner), now=NOW)
    body = page(given)
    assert "Logboek van updates" in body
    assert "gedurende de overeenkomst" in body
    on_row(given, row(given, "Updates"), "fill-in", systems="Logboek van updates", retention="gedurende de overeenkomst",
           data_subjects="Contactpersonen")  # fmt: skip
    assert recorded("processing.activity_changed")["systems"] == ["Logboek van updates"]


BANS = (
    "Verwerker gebruikt de gegevens niet voor een ander doel dan waarvoor hij ze kreeg.",
    "Verwerker verwerkt persoonsgegevens nooit voor eigen doeleinden.",
    "The processor shall not use the data for any other purpose, anonymised or not.",
    "Processor must never process personal data for purposes other than those of the customer.",
    "Der Auftragsverarbeiter verwendet die Daten nicht für andere Zwecke.",
    "Le sous-traitant n'utilise les données à aucune autre fin et ne les traite pas pour ses propres finalités.",
)
NO_BANS = (
    "Verwerker is niet verantwoordelijk voor andere doeleinden waarvoor gegevens worden gebruikt.",
    "Verwerker mag de gegevens gebruiken voor onderzoek.",
    "The processor is not liable for use of data for other purposes.",
    "Verwerker gebruikt niet meer dan twee datacentra voor gegevens.",
)


@pytest.mark.parametrize(("said", "bans"), [*((each, True) for each in BANS), *((each, False) for each in NO_BANS)])
def test_a_ban_on_other_use_is_told_from_what_only_speaks_of_it(said: str, bans: bool) -> None:
    assert (Point.NO_OTHER_USE in {each.point for each in reading.points(said)}) is bans

"""Provisions on what is processed for a controller, as annexes word them, carried out through the pages."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import FactVersion
from art28.web.audit.models import Act
from art28.web.breaches import actions as breaches
from art28.web.processing.models import Activity, Record
from art28.web.processing.pump import pump
from art28.web.services import actions as services
from web.breaches.world import KNOWN, NOW, actor, discovery, signed_in
from web.lifecycle.world import linked
from web.processing.world import TABLE, act, on_row, page, recorded, row, rows, world

pytestmark = pytest.mark.django_db
PLAIN: dict[str, Any] = {
    "processing.activities": None,
    "processing.purposes": [
        "onderzoek of samenwerking haalbaar is",
        "inventarisatie van de omgeving",
        "invoering",
        "beheer",
    ],
    "processing.data_categories": ["Naam", "Telefoonnummers", "E-mailadressen"],
    "processing.data_subjects": ["Klanten van de opdrachtgever", "Medewerkers van de opdrachtgever"],
    "processing.services": ["advies", "inrichting", "verbindingen", "beheer"],
}


def export(given: Any, form: str = "csv") -> str:
    answer = signed_in(given.owner).get(reverse("processing:export", args=(form,)))
    return answer.getvalue().decode()


def purposes(given: Any) -> list[str]:
    return [each.purpose for each in rows(given)]


@pytest.mark.provision("S1:Overweging.a", "S4:Achtergrond.D")
def test_the_services_of_an_agreement_stand_on_the_record_with_the_main_agreement_they_belong_to() -> None:
    given = world(PLAIN)
    linked(given, name="Raamovereenkomst diensten")
    body = page(given)
    assert "Raamovereenkomst diensten" in body
    for service in ("advies", "inrichting", "verbindingen", "beheer"):
        assert f"<li>{service}</li>" in body
    body = act(given, "add", service="loonadministratie", purpose="beheer")
    assert "dient geen van de overeengekomen diensten" in body
    assert recorded("processing.refused")["why"] == "service"
    act(given, "add", service="advies", purpose="beheer", data_categories="Naam")
    assert row(given, "advies").purpose == "beheer"
    assert recorded("processing.activity_added")["service"] == "advies"


@pytest.mark.provision("S1:B1.A", "S1:B1.B")
def test_people_and_data_of_the_annex_are_entered_and_more_may_be_added_and_a_breach_with_other_data_warns() -> None:
    given = world(PLAIN)
    assert rows(given)[0].data_subjects == ["Klanten van de opdrachtgever", "Medewerkers van de opdrachtgever"]
    assert rows(given)[0].data == ["Naam", "Telefoonnummers", "E-mailadressen"]
    on_row(
        given, rows(given)[0], "fill-in", data_subjects="Klanten van de opdrachtgever\nBezoekers", retention="één jaar"
    )
    assert rows(given)[0].data_subjects == ["Klanten van de opdrachtgever", "Bezoekers"]
    assert recorded("processing.activity_changed")["data_subjects"] == ["Klanten van de opdrachtgever", "Bezoekers"]
    assert "gegevens die niet in dit register staan" not in page(given)
    breaches.record_breach(
        given.organisation, (given.agreement.pk,), title="Open map", facts=KNOWN, discovery=discovery(), by=given.owner,
        actor=actor(given.owner), now=NOW,
    )  # fmt: skip
    body = page(given)
    assert "gegevens die niet in dit register staan" in body
    assert "namen" in body


@pytest.mark.provision("S1:B1.C.1-4")
def test_each_purpose_is_entered_and_every_activity_points_to_one() -> None:
    given = world(PLAIN)
    assert purposes(given) == PLAIN["processing.purposes"]
    assert "hoort bij een doeleinde" in act(given, "add", data_categories="Naam", purpose="")
    assert recorded("processing.refused")["why"] == "no_purpose"
    assert "kent dit doeleinde niet" in act(given, "add", data_categories="Naam", purpose="reclame")
    assert recorded("processing.refused")["clause"] == "5.1"
    act(given, "add", data_categories="Naam", purpose="Invoering")
    assert purposes(given)[-1] == "Invoering"


@pytest.mark.provision("S1:2.4", "S3:Overweging.2")
def test_only_the_controller_sets_purposes_and_its_legal_basis_is_missed_until_it_names_one() -> None:
    given = world(PLAIN, text="De opdrachtgever bepaalt het doel en de middelen van de verwerking.")
    body = page(given)
    assert "Alleen de verwerkingsverantwoordelijke bepaalt doeleinden en middelen" in body
    assert "geen grondslag genoemd" in body
    place = reverse("processing:act", args=(given.agreement.pk, "purpose"))
    refused = signed_in(given.owner).post(place, {"purpose": "reclame", "notified_by": "", "notified_on": "2026-11-20"})
    assert refused.status_code == 422
    assert "reclame" not in purposes(given)
    for each in rows(given):
        on_row(given, each, "fill-in", legal_basis="b", data_subjects="Klanten", retention="één jaar")
    assert "geen grondslag genoemd" not in page(given)
    assert recorded("processing.activity_changed")["legal_basis"] == "b"


@pytest.mark.provision("S2:1.1")
def test_identifiers_without_a_name_are_personal_data_on_the_record() -> None:
    table = [
        {"service": "Netwerk", "data": "IP-adres; MAC-adres; IMEI-nummer", "purpose": "beheer", "retention": "1 jaar"}
    ]
    given = world(processing__activities=table)
    body = page(given)
    for each in ("IP-adres", "MAC-adres", "IMEI-nummer"):
        assert f"{each}: een identificator, en dus een persoonsgegeven" in body
    assert row(given, "Netwerk").data == ["IP-adres", "MAC-adres", "IMEI-nummer"]
    assert recorded("processing.drawn")["added"] == 1


@pytest.mark.provision("S2:1.2", "S2:B1.activiteiten", "S4:2.3[1]")
def test_the_operations_that_the_annex_allows_are_held_and_another_is_refused_without_consent() -> None:
    given = world()
    allowed = ["collect", "store", "consult", "erase", "destroy", "anonymise", "aggregate", "encrypt"]
    body = act(given, "describe", operations=allowed)
    assert "verzamelen" in body
    assert "versleutelen" in body
    assert recorded("processing.described")["operations"] == allowed
    wanted = {"service": "Werkplek", "purpose": "Beheer van de werkplek", "data_categories": "Foto's"}
    body = act(given, "add", **wanted, operations=["store", "disseminate"])
    assert "staat deze bewerking niet toe" in body
    assert "verspreiden" in body
    assert recorded("processing.refused")["what"] == "disseminate"
    assert len(rows(given)) == 2
    act(given, "add", **wanted, operations=["store", "disseminate"], consent="brief 12", consent_on="2026-11-01")
    assert rows(given)[-1].operations == ["store", "disseminate"]


@pytest.mark.provision("S2:1.9")
def test_processing_begins_only_after_a_decision_on_an_impact_assessment() -> None:
    given = world()
    body = on_row(given, row(given, "Werkplek"), "start", on="2026-12-01", assessed="", why="")
    assert "Beslis eerst over een effectbeoordeling" in body
    assert row(given, "Werkplek").started_on is None
    assert recorded("processing.refused")["why"] == "not_assessed"
    on_row(
        given,
        row(given, "Werkplek"),
        "start",
        on="2026-12-01",
        assessed="not_needed",
        why="geen hoog risico; notitie 4",
    )
    assert row(given, "Werkplek").started_on == date(2026, 12, 1)
    assert recorded("processing.activity_started")["assessed"] == "not_needed"


@pytest.mark.provision("S2:3.1[2]")
def test_another_use_takes_a_consent_that_was_given_before_it_begins() -> None:
    given = world()
    wanted = {"service": "Werkplek", "purpose": "Onderzoek naar gebruik", "data_categories": "Namen"}
    assert "kent dit doeleinde niet" in act(given, "add", **wanted)
    late = act(given, "add", **wanted, consent="e-mail 8", consent_on="2199-01-01")
    assert "moet zijn gegeven voordat" in late
    assert recorded("processing.refused")["why"] == "consent_late"
    act(given, "add", **wanted, consent="e-mail 8", consent_on="2026-11-20")
    assert rows(given)[-1].consent == "e-mail 8"
    assert recorded("processing.activity_added")["consent_on"] == "2026-11-20"


@pytest.mark.provision("S2:3.2", "S3:1.4", "S5:2.2[1]")
def test_the_record_is_built_from_the_annex_and_reports_what_lies_outside_it() -> None:
    given = world()
    assert [(each.service, each.data, each.purpose) for each in rows(given)] == [
        ("Werkplek", ["Namen", "E-mailadressen"], "Beheer van de werkplek"),
        ("Telefonie", ["Gespreksgegevens"], "Leveren van telefonie"),
    ]
    assert {each.provision for each in rows(given)} == {"5.1"}
    assert recorded("processing.drawn") == {"agreement": str(given.agreement.pk), "added": 2, "ended": 0}
    made = services.add(
        given.organisation,
        services.About(name="Werkplek", data_categories=("Namen", "Foto's"), purposes=("Beheer van de werkplek",)),
        actor=actor(given.owner),
        now=NOW,
    )
    services.link(made, given.agreement, services.Use(), actor=actor(given.owner), now=NOW)
    body = page(given)
    assert "De catalogus en de overeenkomst verschillen" in body
    assert "Foto&#x27;s" in body
    assert "Alleen bij de dienst Werkplek" in body
    assert "Gespreksgegevens" in export(given)


@pytest.mark.provision("S2:3.3")
def test_the_controller_gets_insight_into_what_is_processed() -> None:
    given = world()
    body = act(given, "ask", matter="insight", asked_by="J. Okkerse", asked_on="2026-11-20")
    assert "Doeleinden: Beheer van de werkplek · Leveren van telefonie" in body
    kept = recorded("processing.asked")
    assert kept["asked_by"] == "J. Okkerse"
    assert "Gespreksgegevens" in kept["answer"]


@pytest.mark.provision("S2:B1.doelen")
def test_purposes_are_entered_by_service_and_what_the_table_leaves_out_is_reported() -> None:
    given = world(
        processing__purposes=[
            "Werkplek: een werkomgeving bieden",
            "Telefonie: bellen mogelijk maken",
            "Wifi: internet bieden",
        ],
        processing__services=["Werkplek", "Telefonie", "Wifi"],
        processing__data_subjects=None,
        processing__activities=[
            {"service": "Werkplek", "data": "Mailboxen", "retention": "tot opzegging + 1 maand"},
            {"service": "Telefonie", "data": "Gebruiksstatistieken", "retention": "tot opzegging + 1 maand"},
        ],
    )
    assert row(given, "Werkplek").purpose == "Werkplek: een werkomgeving bieden"
    assert row(given, "Telefonie").purpose == "Telefonie: bellen mogelijk maken"
    body = page(given)
    assert "noemt deze dienst en zegt niets over de verwerking ervan" in body
    assert "Wifi" in body
    assert "noemt geen categorieën van betrokkenen" in body
    assert recorded("processing.drawn")["added"] == 2


@pytest.mark.provision("S2:B1.tabel.VoIP[1]", "S2:B1.tabel.Security", "S2:B1.tabel.Cloud")
def test_each_row_of_the_table_is_held_with_its_term_its_sub_processors_and_whether_we_process_it_ourselves() -> None:
    table = [
        {"service": service, "data": data, "retention": "tot opzegging + 1 maand", "sub_processor": others}
        for service, data, others in (
            ("Bellen", "Gebruikersprofielen", "Belhuis B.V.; Netwerk N.V."), ("Bellen", "Contacten", "Belhuis B.V."),
            ("Werkplek", "Mailboxen", "Wolkenveld Ltd"), ("Beveiliging", "IP-adres", "Poortwacht B.V."),
        )
    ]  # fmt: skip
    given = world(processing__activities=table, processing__purposes=["Uitvoeren van de dienstverlening"])
    assert [each.sub_processors for each in rows(given)] == [
        ["Belhuis B.V.", "Netwerk N.V."], ["Belhuis B.V."], ["Wolkenveld Ltd"], ["Poortwacht B.V."]
    ]  # fmt: skip
    assert {each.retention for each in rows(given)} == {"tot opzegging + 1 maand"}
    assert {each.own for each in rows(given)} == {None}
    body = on_row(given, row(given, "Beveiliging"), "fill-in", own="no", retention="tot opzegging + 1 maand",
                  sub_processors="Poortwacht B.V.")  # fmt: skip
    assert row(given, "Beveiliging").own is False
    assert "Door onszelf verwerkt" in body
    on_row(given, row(given, "Bellen"), "fill-in", own="yes", retention="tot opzegging + 1 maand")
    assert row(given, "Bellen").own is True
    assert recorded("processing.activity_changed")["own"] is True
    place = reverse("endings:retention_new") + f"?agreement={given.agreement.pk}"
    assert signed_in(given.owner).get(place).status_code == 200


@pytest.mark.provision("S2:B1.tabel.Mobiel[1]")
def test_a_sub_processor_that_is_named_by_what_it_is_must_be_named_by_who_it_is() -> None:
    table = [{"service": "Mobiel", "data": "Simkaartnummer; Telefoonnummer; IMEI", "purpose": "mobiel bellen",
              "retention": "tot opzegging + 1 maand", "sub_processor": "mobiele provider"}]  # fmt: skip
    given = world(processing__activities=table)
    assert "wat de subverwerker is en niet wie" in page(given)
    assert row(given, "Mobiel").data == ["Simkaartnummer", "Telefoonnummer", "IMEI"]
    body = on_row(given, row(given, "Mobiel"), "fill-in", sub_processors="Zendmast B.V.", own="no", retention="1 maand",
                  data_subjects="Bellers")  # fmt: skip
    assert "wat de subverwerker is en niet wie" not in body
    assert recorded("processing.activity_changed")["sub_processors"] == ["Zendmast B.V."]


@pytest.mark.provision("S3:1.2[1]", "S5:2.2[2]")
def test_use_for_a_purpose_that_is_not_registered_is_blocked() -> None:
    given = world()
    body = act(given, "add", service="Telefonie", purpose="Verkoop van profielen", data_categories="Gespreksgegevens")
    assert "kent dit doeleinde niet" in body
    assert "Verkoop van profielen" in body
    assert len(rows(given)) == 2
    kept = recorded("processing.refused")
    assert (kept["why"], kept["purpose"]) == ("purpose", "Verkoop van profielen")


@pytest.mark.provision("S3:1.2[2]", "S5:2.2[3]")
def test_a_purpose_not_yet_named_is_added_by_a_notice_with_its_day() -> None:
    given = world()
    body = act(
        given, "purpose", purpose="Opnemen van gesprekken", service="Telefonie", data_categories="Geluid",
        notified_by="J. Okkerse", notified_on="2026-11-18",
    )  # fmt: skip
    assert "Opnemen van gesprekken" in body
    made = Activity.objects.get(record__agreement=given.agreement, origin="notice")
    assert (made.notified_by, made.notified_on) == ("J. Okkerse", date(2026, 11, 18))
    assert recorded("processing.purpose_notified")["notified_on"] == "2026-11-18"
    act(given, "add", service="Telefonie", purpose="Opnemen van gesprekken", data_categories="Tijdstippen")
    assert rows(given)[-1].purpose == "Opnemen van gesprekken"
    body = act(given, "purpose", purpose="Opnemen van gesprekken", notified_by="J. Okkerse", notified_on="2026-11-19")
    assert "staat al in het register" in body


def test_a_row_that_two_people_fill_in_is_kept_once() -> None:
    given = world()
    first = row(given, "Werkplek")
    stale = first.version
    on_row(given, first, "fill-in", retention="één jaar", data_subjects="Medewerkers")
    place = reverse("processing:part", args=(given.agreement.pk, first.pk, "fill-in"))
    body = (
        signed_in(given.owner).post(place, {"version": stale, "retention": "twee jaar"}, follow=True).content.decode()
    )
    assert "intussen gewijzigd" in body
    assert row(given, "Werkplek").retention == "één jaar"


def test_a_record_is_drawn_up_anew_and_what_people_filled_in_stays() -> None:
    given = world()
    on_row(given, row(given, "Werkplek"), "fill-in", retention="één jaar", data_subjects="Medewerkers")
    changed = [TABLE[0], {**TABLE[1], "service": "Bellen"}]
    old = FactVersion.objects.get(agreement=given.agreement, key="processing.activities")
    FactVersion.objects.filter(pk=old.pk).update(current=False)
    FactVersion.objects.create(
        organisation=given.organisation, agreement=given.agreement, text=old.text, key=old.key, number=2, value=changed,
        provision="5.1", state="corrected", at=NOW, supersedes=old,
    )  # fmt: skip
    Record.objects.filter(agreement=given.agreement).update(due_at=NOW)
    assert pump(now=timezone.now(), limit=10) == 1
    assert pump(now=timezone.now(), limit=10) == 0
    assert {each.service: each.retention for each in rows(given)} == {"Werkplek": "één jaar", "Bellen": "6 maanden"}
    assert Act.objects.filter(kind="processing.drawn").count() == 2

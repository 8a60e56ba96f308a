"""What governs an agreement: law, court, authority, precedence and exclusions, each with its passage and what follows."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Agreement, AgreementText, TextStructure
from art28.web.audit.models import Act
from art28.web.lifecycle import gate
from art28.web.lifecycle.models import Step
from web.breaches.world import World, agreement, signed_in, world
from web.lifecycle.world import COMPLETE, at, both_signed, go, kept, page, paper, stage, without

pytestmark = pytest.mark.django_db


@pytest.mark.provision("S1:13.1", "S2:11.4", "S3:13.1")
def test_the_law_that_governs_is_shown_with_its_passage_and_may_be_corrected() -> None:
    given = world(without(**{"law.governing": "NL"}))
    shown = page(given)
    assert "Nederlands recht" in shown
    assert "passage over law.governing" in shown
    change = {"decision": "correct", "seen": "1", "choice": "BE"}
    signed_in(given.owner).post(reverse("agreements:fact", args=(given.agreement.pk, "law.governing")), change)
    assert "Belgisch recht" in page(given)
    assert Act.objects.filter(kind="fact.corrected", subject_id=given.agreement.pk).exists()


@pytest.mark.provision("S1:13.2", "S2:11.5")
def test_the_court_is_shown_as_the_agreement_names_it_with_what_it_reserves() -> None:
    given = world(without(**{"law.court": "kantonrechter te Almelo, tenzij dwingend recht anders bepaalt"}))
    shown = page(given)
    assert "kantonrechter te Almelo, tenzij dwingend recht anders bepaalt" in shown
    assert "passage over law.court" in shown
    change = {"decision": "correct", "seen": "1", "text": "Rechtbank Den Haag"}
    signed_in(given.owner).post(reverse("agreements:fact", args=(given.agreement.pk, "law.court")), change)
    assert "Rechtbank Den Haag" in page(given)
    assert "Rechtbank Den Haag" in kept("fact.corrected")


@pytest.mark.provision("S3:13.2", "S5:14.2")
def test_the_court_of_the_processors_district_follows_its_seat() -> None:
    given = world(without(**{"law.court": "bevoegde rechter in het arrondissement van verwerker"}))
    assert "Naar de vestigingsplaats: Zwolle." in page(given)
    change = {"decision": "correct", "seen": "1", "text": "Eersel"}
    signed_in(given.owner).post(reverse("agreements:fact", args=(given.agreement.pk, "processor.city")), change)
    assert "Naar de vestigingsplaats: Eersel." in page(given)
    assert "Eersel" in kept("fact.corrected")


@pytest.mark.provision("S4:14.1", "S5:14.1", "S2:1.10")
def test_the_supervisory_authority_follows_from_the_law_that_governs() -> None:
    given = world(without(**{"law.governing": "NL"}))
    shown = page(given)
    assert "Nederlands recht" in shown
    assert "Autoriteit Persoonsgegevens" in shown
    change = {"decision": "correct", "seen": "1", "choice": "IE"}
    signed_in(given.owner).post(reverse("agreements:fact", args=(given.agreement.pk, "law.governing")), change)
    assert "Data Protection Commission" in page(given)
    assert Act.objects.filter(kind="fact.corrected", subject_id=given.agreement.pk).exists()


@pytest.mark.provision("S5:1.a", "S1:Overweging.b", "S3:2.1[1]")
def test_authority_and_laws_in_force_are_named_and_a_law_that_no_longer_holds_is_read_as_the_gdpr() -> None:
    given = world(without(**{"law.governing": "NL", "document.repealed_law": ["Wet bescherming persoonsgegevens"]}))
    shown = page(given)
    assert "AVG en Uitvoeringswet AVG" in shown
    assert "Autoriteit Persoonsgegevens" in shown
    assert "Wet bescherming persoonsgegevens" in shown
    assert "Vanaf 25 mei 2018 wordt daarvoor de AVG gelezen." in shown
    both_signed(given)
    go(given, "active")
    assert kept("agreement.stage_set")


@pytest.mark.provision("S3:Overweging.8", "S3:Overweging.3")
def test_a_reference_to_the_repealed_act_is_resolved_and_flagged() -> None:
    given = world(without(**{"document.repealed_law": ["Wbp"]}))
    shown = page(given)
    assert "Wbp" in shown
    assert "passage over document.repealed_law" in shown
    assert "Zij geldt niet meer." in shown
    signed_in(given.owner).post(
        reverse("agreements:fact", args=(given.agreement.pk, "document.repealed_law")),
        {"decision": "not_said", "seen": "1"},
    )
    assert "Zij geldt niet meer." not in page(given)
    assert Act.objects.filter(kind="fact.not_said", subject_id=given.agreement.pk).exists()


def beside(given: World, said: dict[str, Any], title: str) -> Agreement:
    """Another agreement with the same party."""
    made = agreement(given.organisation, said, name=title)
    made.title, made.counterparty = title, given.agreement.counterparty
    made.save()
    return made


@pytest.mark.provision("S1:Overweging.c", "S2:11.2", "S4:13.2")
def test_where_another_agreement_differs_the_page_shows_both_terms_and_which_governs() -> None:
    given = world(without(**{"term.precedence": "this_agreement"}))
    beside(given, {"breach.deadline": "PT72H", "term.precedence": "main_agreement"}, "Dienstenovereenkomst 2024")
    shown = page(given)
    differs = shown[shown.index("Anders in een andere overeenkomst") :]
    assert "24 uur" in differs
    assert "72 uur" in differs
    assert "“Verwerkersovereenkomst” gaat voor." in differs
    change = {"decision": "correct", "seen": "1", "choice": "main_agreement"}
    signed_in(given.owner).post(reverse("agreements:fact", args=(given.agreement.pk, "term.precedence")), change)
    assert "beslis samen" in page(given)
    assert Act.objects.filter(kind="fact.corrected", subject_id=given.agreement.pk).exists()


@pytest.mark.provision("S1:1.2", "S2:11.1", "S4:13.3")
def test_terms_that_belong_to_it_apply_beside_it_and_what_governs_is_said_with_its_passage() -> None:
    given = world(
        without(**{"term.precedence": "this_agreement", "main_agreement.reference": "de Dienstenovereenkomst"})
    )
    paper(given, "Algemene voorwaarden", "2020-01-01", b"%PDF-1.7", source="https://voorwaarden.example")
    shown = page(given)
    assert "de Dienstenovereenkomst" in shown
    assert "passage over term.precedence" in shown
    assert "welk document voorgaat" in shown
    assert "Algemene voorwaarden" in shown
    assert "Algemene voorwaarden" in kept("agreement.paper_kept")


@pytest.mark.provision("S1:8.1", "S1:9.1[1]", "S3:5.1[1]")
def test_where_liability_is_regulated_and_how_sub_processors_are_authorised_are_said_with_what_follows() -> None:
    given = world(without(**{"liability.regime": "main_agreement_terms", "subprocessors.authorisation": "general"}))
    shown = page(given)
    assert "Deze overeenkomst bevat zelf geen beperking" in shown
    assert "niet per subverwerker toestemming gevraagd" in shown
    change = {"decision": "correct", "seen": "1", "choice": "specific"}
    signed_in(given.owner).post(
        reverse("agreements:fact", args=(given.agreement.pk, "subprocessors.authorisation")), change
    )
    assert "niet per subverwerker toestemming gevraagd" not in page(given)
    assert Act.objects.filter(kind="fact.corrected", subject_id=given.agreement.pk).exists()


@pytest.mark.provision("S2:9.1", "S4:4.5", "S5:12.4")
def test_what_is_excluded_and_by_what_regime_stands_on_the_page_with_its_passage() -> None:
    given = world(without(**{"liability.regime": "fault_only", "security.effectiveness_disclaimed": True,
                             "liability.indirect_excluded": True}))  # fmt: skip
    shown = page(given)
    for key in ("liability.regime", "security.effectiveness_disclaimed", "liability.indirect_excluded"):
        assert f"passage over {key}" in shown
    signed_in(given.owner).post(
        reverse("agreements:fact", args=(given.agreement.pk, "liability.indirect_excluded")),
        {"decision": "not_said", "seen": "1"},
    )
    assert "passage over liability.indirect_excluded" not in page(given)
    assert Act.objects.filter(kind="fact.not_said", subject_id=given.agreement.pk).exists()


@pytest.mark.provision("S5:Aanhef.1")
def test_an_agreement_that_rejects_others_holds_for_every_order_and_warns_of_another_that_is_added() -> None:
    given = world(COMPLETE)
    said = "Andere verwerkersovereenkomsten van de klant worden uitdrukkelijk van de hand gewezen."
    AgreementText.objects.create(
        organisation=given.organisation, agreement=given.agreement, extraction="2", blocks=[], pages=[],
        text=f"Dit geldt voor alle diensten. {said}", read_at=timezone.now(),
    )  # fmt: skip
    shown = page(given)
    assert said in shown
    assert "geldt voor elke order" in shown
    assert "Geen andere verwerkersovereenkomst ernaast" not in shown
    both_signed(given)
    made = beside(given, COMPLETE, "Overeenkomst van de klant")
    for each, which in ((given.agreement, "deze overeenkomst"), (made, "die overeenkomst")):
        warned = signed_in(given.owner).get(reverse("lifecycle:agreement", args=(each.pk,))).content.decode()
        assert "Geen andere verwerkersovereenkomst ernaast" in warned
        assert f"waar {which} zegt" in warned
    go(given, "active")
    assert not Step.objects.filter(agreement=given.agreement, stage="active").exists()
    signed_in(given.owner).post(at("waive", given, "others"), {"reason": "de andere is ingetrokken"})
    assert "de andere is ingetrokken" in kept("agreement.item_waived")
    go(given, "active")
    assert stage(given) == "active"


def read_as(found: Agreement, *, rejects: str) -> None:
    """Keep a text, with what it was found to reject when it was read."""
    now = timezone.now()
    text = AgreementText.objects.create(
        organisation=found.organisation, agreement=found, extraction="2", blocks=[], pages=[],
        text="Een lange tekst.", read_at=now,
    )  # fmt: skip
    TextStructure.objects.create(
        organisation=found.organisation, text=text, parts=[], references=[], made_at=now, rejects=rejects
    )


def test_the_gate_reads_no_text_again_and_misses_none_that_rejects_others_among_many() -> None:
    given = world(COMPLETE)
    said = "Andere verwerkersovereenkomsten worden uitdrukkelijk uitgesloten."
    read_as(beside(given, COMPLETE, "De oudste"), rejects=said)
    for number in range(21):
        read_as(beside(given, COMPLETE, f"Overeenkomst {number}"), rejects="")
    read_as(given.agreement, rejects="")
    with CaptureQueriesContext(connection) as queries:
        found = {each.code: each for each in gate.items(given.agreement)}
    assert len(found["others"].missing) == 1
    assert "De oudste" in found["others"].missing[0]
    assert said in found["others"].missing[0]
    assert not any('"agreements_agreementtext"."text"' in query["sql"] for query in queries)

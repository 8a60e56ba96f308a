"""The words of an agreement are bound to the notions of the Regulation, whatever the agreement calls them."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import AgreementText
from art28.web.clocks.models import Obligation
from art28.web.lifecycle.defining import bound
from web.breaches.test_provisions import recorded
from web.breaches.world import World, signed_in, world
from web.lifecycle.world import COMPLETE, at, kept, page, without

pytestmark = pytest.mark.django_db
TEXT = """Partijen:
1. Stichting Zonnehoek, hierna te noemen: "Verantwoordelijke";
2. Veldlicht ICT B.V., hierna: "Verwerker".

Artikel 1
1.1 Persoonsgegeven: elk gegeven over een mens die te herleiden is;
1.2 Verwerking: iedere handeling met gegevens;
1.3 Betrokkene: degene over wie het gegeven gaat;
c. Derde: ieder ander;
d. "Datalek": een inbreuk op de beveiliging met nadelige gevolgen;
e. AVG: de verordening;
f. Melding: het doorgeven aan de autoriteit;
g. Subverwerker: een partij die verwerker inschakelt;
h. Register: het overzicht van verwerkingen;
i. Verwerkersovereenkomst: dit contract met zijn bijlagen.
2.1 De verwerker meldt elk datalek binnen 24 uur.
"""


def defining(text: str = TEXT, **said: Any) -> World:
    given = world(without(**said))
    AgreementText.objects.create(
        organisation=given.organisation,
        agreement=given.agreement,
        extraction="2",
        text=text,
        blocks=[],
        pages=[],
        read_at=timezone.now(),
    )
    return given


def looked_at(given: World) -> str:
    assert signed_in(given.owner).post(at("terms", given)).status_code == 302
    return kept("agreement.terms_bound")


@pytest.mark.provision("S1:1.3", "S5:1.k-o", "S5:1.b")
def test_each_word_that_an_agreement_defines_is_bound_to_the_regulation() -> None:
    given = defining()
    shown = page(given)
    words = shown[shown.index("Wat de woorden betekenen") :]
    defined = {"Derde": "4(10)", "Datalek": "4(12)", "Subverwerker": "28(4)", "Verwerkersovereenkomst": "28(3)"}
    for label, provision in defined.items():
        assert f"<dt>{label}</dt>" in words
        assert f"{provision} AVG" in words
    assert "2016/679" in words
    assert '{"provision":"4(12)","word":"Datalek"}' in looked_at(given)


@pytest.mark.provision("S2:1.3", "S2:1.4", "S3:Overweging.4-5")
def test_the_names_of_the_parties_are_bound_to_one_role_each() -> None:
    given = defining()
    assert {each.label: each.term.code for each in bound(TEXT) if each.term.code in ("controller", "processor")} == {
        "Verantwoordelijke": "controller",
        "Verwerker": "processor",
    }
    record = looked_at(given)
    assert '{"provision":"4(7)","word":"Verantwoordelijke"}' in record
    assert '{"provision":"4(8)","word":"Verwerker"}' in record
    found = recorded(given)
    assert Obligation.objects.get(subject_id=found.pk, action="notify_breach").bearer == "processor"


@pytest.mark.provision("S2:1.5", "S5:1.c", "S5:1.i")
def test_data_subject_and_personal_data_are_those_of_the_regulation() -> None:
    given = defining()
    shown = page(given)
    assert "<dt>Betrokkene</dt>" in shown
    assert "<dt>Persoonsgegeven</dt>" in shown
    assert "IMEI- en simnummers" in shown
    record = looked_at(given)
    assert '{"provision":"4(1)","word":"Betrokkene"}' in record
    assert '{"provision":"4(1)","word":"Persoonsgegeven"}' in record


@pytest.mark.provision("S3:Overweging.6", "S4:Achtergrond.B")
def test_a_word_for_the_law_is_the_regulation_alone() -> None:
    given = defining(
        '1.1 "Privacywetgeving": de regels over gegevens;\n1.2 Persoonsgegevens: wat de wet daaronder verstaat.'
    )
    assert "<dt>Privacywetgeving</dt>" in page(given)
    record = looked_at(given)
    assert '{"provision":"2016/679","word":"Privacywetgeving"}' in record
    assert '{"provision":"4(1)","word":"Persoonsgegevens"}' in record


@pytest.mark.provision("S5:1.h", "S5:1.j")
def test_a_notification_is_to_the_authority_and_the_register_is_that_of_processing() -> None:
    given = defining()
    shown = page(given)
    assert "wat een verwerker de verwerkingsverantwoordelijke vertelt, is een rapportage" in shown
    assert "niet dat van inbreuken" in shown
    record = looked_at(given)
    assert '{"provision":"33","word":"Melding"}' in record
    assert '{"provision":"30","word":"Register"}' in record


def test_a_narrower_notion_of_a_breach_is_shown_beside_that_of_the_law() -> None:
    said: dict[str, Any] = {"breach.covers": ["adverse_effects_only"]}
    shown = page(defining(**said))
    assert "alleen van nadelige gevolgen" in shown


@pytest.mark.parametrize(
    "text",
    ["De verwerker is gehouden tot geheimhouding.", "Artikel 5 Derden", "Een datalek wordt gemeld.", "AVG"],
)
def test_a_sentence_that_uses_a_word_defines_nothing(text: str) -> None:
    assert bound(text) == ()


def test_an_agreement_without_definitions_says_that_the_law_holds() -> None:
    given = world(COMPLETE)
    assert "zij betekenen wat de wet zegt" in page(given)
    assert reverse("lifecycle:terms", args=(given.agreement.pk,)) not in page(given)

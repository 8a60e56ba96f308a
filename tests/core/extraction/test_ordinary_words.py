"""Duties in the most ordinary wording: pronouns that go on about the sentence before, verbs for nouns, lists behind a dot."""

import pytest

from core.extraction.clauses import preamble_of, value_of

DESCRIBED, CHANGE = "security.measures_described", "security.measures_change"
STAFF, DUTY = "confidentiality.staff_bound", "confidentiality.duty"
CONTENT, CHANNEL, WITHHELD = "breach.content", "breach.channel", "end.withheld_until_payment"
ON_SECURITY = "Artikel 5. Beveiliging"
NL, DE = "nl", "de"
TOLD = "Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke."


@pytest.mark.parametrize(
    ("key", "language", "clauses", "value"),
    [
        (DESCRIBED, NL, (ON_SECURITY, "Verwerker treft technische maatregelen. Bijlage 2 beschrijft deze."), True),
        (DESCRIBED, NL, ("Verwerker treft de technische maatregelen zoals beschreven in het beveiligingsoverzicht.",), True),
        (DESCRIBED, NL, ("Verwerker treft technische maatregelen zoals beschreven in artikel 32 AVG.",), None),
        (DESCRIBED, DE, ("§ 5 Technische Maßnahmen",
         "Der Auftragsverarbeiter trifft die in Anlage 1 beschriebenen Maßnahmen."), True),
        (DESCRIBED, NL, (ON_SECURITY, "Verwerker treft technische maatregelen. Zij omvatten ten minste een firewall, "
         "gescheiden netwerken en een alarm op de serverruimte."), True),
        (DESCRIBED, NL, (ON_SECURITY, "Verwerker treft technische maatregelen. Zij omvatten wat nodig is."), None),
        (CHANGE, NL, (ON_SECURITY, "Verwerker treft technische maatregelen. Over aanpassingen informeert hij Verwerkings"
         "verantwoordelijke van tevoren."), "processor_with_notice"),
        (CHANGE, NL, (ON_SECURITY, "Verwerker treft technische maatregelen. Van wijzigingen in deze overeenkomst stelt "
         "hij Verwerkingsverantwoordelijke op de hoogte."), None),
        (STAFF, NL, ("Alleen systeembeheerders kunnen bij de gegevens. Zij zijn tot geheimhouding gehouden.",), True),
        (STAFF, NL, ("Partijen bespreken dit. Zij zijn tot geheimhouding gehouden.",), None),
        (STAFF, NL, ("Uitzendkrachten van Verwerker beloven schriftelijk geheimhouding.",), True),
        (DUTY, NL, ("Op Verwerker rust een geheimhoudingsplicht.",), True),
        (DUTY, NL, ("Op Verwerker rust geen geheimhoudingsplicht.",), None),
        (CONTENT, NL, (f"{TOLD} Verwerker geeft daarbij aan: wat de aard van de inbreuk is en wat de gevolgen zijn.",),
         ("nature", "consequences")),
        (CONTENT, NL, (f"{TOLD} Verwerker geeft dit door aan zijn verzekeraar.",), None),
        (CONTENT, NL, (f"{TOLD} De melding vermeldt met wie Verwerkingsverantwoordelijke contact kan opnemen, naast de "
         "oorzaak.",), ("cause", "contact_point")),
        (CHANNEL, NL, (f"{TOLD} Dat geschiedt telefonisch.",), ("phone",)),
        (CHANNEL, NL, (f"{TOLD} Dat gebeurt per e-mail, op het in het klantportaal ingevulde of opgegeven adres.",),
         ("email",)),
        (CHANNEL, NL, (f"{TOLD} Dat gebeurt per e-mail en in het klantportaal.",), ("email", "portal")),
        (WITHHELD, NL, ("Artikel 9. Einde", "Verwerker draagt de gegevens bij het einde over. Verwerker mag teruggave niet "
         "uitstellen vanwege openstaande facturen."), False),
        (WITHHELD, NL, ("Artikel 9. Einde", "Verwerker draagt de gegevens bij het einde over en mag dat niet uitstellen."),
         None),
        (CHANNEL, NL, (f"{TOLD} Verwerker belt de contactpersoon en bevestigt de melding per e-mail.",), ("phone", "email")),
        (CHANNEL, NL, (f"{TOLD} Verwerkingsverantwoordelijke belt de contactpersoon.",), None),
    ],
)  # fmt: skip
def test_the_same_duty_in_ordinary_words(key: str, language: str, clauses: tuple[str, ...], value: object) -> None:
    assert value_of(key, *clauses, preamble=preamble_of(language)) == value

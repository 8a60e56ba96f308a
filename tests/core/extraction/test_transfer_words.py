"""Transfers in other words: bans without a way out, data that stay where they are, and the exceptions a provision names."""

import pytest

from core.extraction.clauses import DUTCH, ENGLISH, agreement_of, value_of
from core.extraction.test_subprocessor_words import FRENCH, GERMAN

RULE, REGION, LOCATION = "transfers.rule", "transfers.region", "transfers.location_on_request"
PREAMBLES = {"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH}


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (
            RULE,
            "nl",
            "Doorgifte naar een derde land is verboden, ook niet op basis van modelcontractbepalingen.",
            "not_outside_eea",
        ),
        (
            RULE,
            "nl",
            "Verwerking elders in de EER mag na toestemming; verwerking buiten de EER is uitgesloten.",
            "not_outside_eea",
        ),
        (RULE, "nl", "De gegevens blijven binnen de Europese Unie.", "not_outside_eea"),
        (
            RULE,
            "en",
            "For transfers outside the EEA the following is deemed an instruction by Controller: processing to comply with "
            "other instructions of Controller if these are consistent with the agreement.",
            None,
        ),
        (
            RULE,
            "en",
            "Personal data shall not be transferred outside the EEA unless on the instructions of Controller.",
            "with_consent",
        ),
        (RULE, "nl", "De gegevens worden in beginsel alleen in de Europese Unie bewaard.", None),
        (
            RULE,
            "nl",
            "Doorgifte buiten de EU is niet geoorloofd dan met toestemming van Verwerkingsverantwoordelijke.",
            "with_consent",
        ),
        (
            RULE,
            "nl",
            "Doorgifte naar een derde land vergt de goedkeuring van Verwerkingsverantwoordelijke.",
            "with_consent",
        ),
        (
            RULE,
            "en",
            "No transfer outside the EEA unless the Controller's consent is obtained and standard clauses or an "
            "adequacy decision apply.",
            "with_consent",
        ),
        (
            RULE,
            "en",
            "Data may be moved outside the EEA only with the Controller's consent or under standard contractual clauses.",
            "with_safeguards",
        ),
        (
            RULE,
            "de",
            "Jede Verlagerung in ein Drittland bedarf der vorherigen Zustimmung des Auftraggebers.",
            "with_consent",
        ),
        (
            RULE,
            "fr",
            "Les données ne sont transmises à des pays tiers que si une décision d'adéquation existe.",
            "with_safeguards",
        ),
        (RULE, "fr", "Tout transfert hors de l'Espace économique européen est interdit.", "not_outside_eea"),
        (REGION, "nl", "Het staat Verwerker vrij waar de gegevens zich binnen de EER bevinden.", "EEA"),
        (REGION, "nl", "Verwerking elders binnen de EER mag alleen na overleg.", None),
        (REGION, "de", "Die Daten werden in der Europäischen Union gespeichert.", "EU"),
        (REGION, "fr", "Le Sous-traitant conserve les données dans l'Espace économique européen.", "EEA"),
        (LOCATION, "nl", "Verwerker geeft desgevraagd aan in welke plaats de gegevens zijn opgeslagen.", True),
        (
            LOCATION,
            "en",
            "At its request the Processor informs the Controller at which addresses data is stored.",
            True,
        ),
        (LOCATION, "fr", "À la demande du Responsable de traitement, il indique où les données se trouvent.", True),
        (LOCATION, "nl", "Verwerker geeft desgevraagd aan op welke locatie de vergadering is.", None),
    ],
)
def test_transfers_in_other_words(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=PREAMBLES[language]) == value


def test_an_exception_that_the_next_sentence_names_keeps_its_place_and_condition() -> None:
    agreement = agreement_of(
        "Verwerker verwerkt geen gegevens buiten de EER. Enige uitzondering is het drukken van posters: zolang "
        "Verwerkingsverantwoordelijke daarvoor kiest, gaan de adressen via Zwitserland."
    )
    assert agreement.value("transfers.exceptions") == ("het drukken van posters",)
    assert agreement.value("transfers.carve_outs") == (
        {
            "service": "het drukken van posters",
            "region": "Zwitserland",
            "condition": "zolang Verwerkingsverantwoordelijke daarvoor kiest",
        },
    )


def test_exceptions_are_listed_below_the_provision_that_announces_them() -> None:
    agreement = agreement_of(
        "5. Locations",
        "5.1 The Processor will not move personal data outside the EEA, with the following exceptions:",
        "5.1.1 printing of badges, which takes place in Oslo's suburbs; and",
        "5.1.2 night support, on screens that hide names.",
        "5.2 The Processor keeps a list of its offices.",
        preamble=ENGLISH,
    )
    assert agreement.value("transfers.exceptions") == ("printing of badges", "night support")


def test_two_uses_to_which_a_ban_does_not_apply_are_two_exceptions() -> None:
    agreement = agreement_of(
        "Artikel 6 Doorgifte",
        "6.1 Verwerker verwerkt geen gegevens buiten de EER.",
        "6.2 Artikel 6.1 geldt niet voor gesprekken op zee, waarbij een satelliet nodig is, noch voor post naar overzee.",
    )
    assert agreement.value("transfers.exceptions") == ("gesprekken op zee", "post naar overzee")

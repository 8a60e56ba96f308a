"""Special data and purposes of the processor's own, in four languages: bans, grants, exceptions and lists."""

import pytest

from core.extraction.clauses import DUTCH, ENGLISH, value_of
from core.extraction.test_subprocessor_words import FRENCH, GERMAN

SPECIAL, OWN = "processing.special_categories", "processing.own_purposes"
PREAMBLES = {"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH}


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (OWN, "nl", "Elk gebruik van de gegevens voor eigen doeleinden is Verwerker niet toegestaan.", False),
        (OWN, "nl", "Wel mag Verwerker de cijfers zonder namen gebruiken om prijzen te vergelijken.", True),
        (OWN, "nl", "Verwerkingsverantwoordelijke mag de gegevens gebruiken om prijzen te vergelijken.", None),
        (
            OWN,
            "nl",
            "Verwerkingsverantwoordelijke vergunt Verwerker de gegevens te anonimiseren voor statistieken en benchmarks.",
            True,
        ),
        (OWN, "en", "Nothing herein prevents the Processor from using data to improve its products.", True),
        (OWN, "en", "The Processor shall not use personal data for any purposes of its own.", False),
        (OWN, "en", "The Processor is authorised to use the data for analytics as an independent controller.", True),
        (OWN, "de", "Eine Nutzung der Daten für eigene Zwecke ist unzulässig.", False),
        (
            OWN,
            "de",
            "Der Auftragnehmer darf die Daten anonymisiert zur Weiterentwicklung seiner Software nutzen.",
            True,
        ),
        (OWN, "fr", "Le Sous-traitant s'interdit toute exploitation des données pour son propre compte.", False),
        (OWN, "fr", "Le Sous-traitant peut consulter les statistiques de connexion du service.", None),
        (SPECIAL, "nl", "Het systeem is niet gemaakt voor bijzondere persoonsgegevens.", "excluded_unless_agreed"),
        (
            SPECIAL,
            "nl",
            "Gegevens over gezondheid, geloof of politieke voorkeur horen niet thuis in het systeem.",
            "excluded_unless_agreed",
        ),
        (SPECIAL, "nl", "Lidmaatschap van een kerk en allergieën zijn bijzondere persoonsgegevens.", "listed"),
        (SPECIAL, "nl", "Indien foto's bijzondere persoonsgegevens zijn, overleggen partijen.", None),
        (SPECIAL, "en", "Special categories of data (if any): none.", "excluded_unless_agreed"),
        (SPECIAL, "fr", "Données sensibles (article 9) : ☐ néant ☐ à préciser", None),
        (
            SPECIAL,
            "de",
            "Ob besondere Kategorien personenbezogener Daten gespeichert werden, ist dem Auftragnehmer nicht bekannt.",
            "unspecified",
        ),
    ],
)
def test_bounds_of_the_processing(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=PREAMBLES[language]) == value


def test_a_kind_of_data_that_the_law_sets_apart_is_found_in_a_table() -> None:
    table = "| Verwerking | Gegevens | Doel |\n|---|---|---|\n| Planning | naam, {kind} | roosters maken |"
    assert value_of(SPECIAL, "Bijlage 1 Verwerkingen", table.format(kind="vakbondslidmaatschap")) == "listed"
    assert value_of(SPECIAL, "Bijlage 1 Verwerkingen", table.format(kind="zorgverzekeraar")) is None

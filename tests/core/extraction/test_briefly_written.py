"""Agreements that say each promise in one sentence, without headings: parties in brackets, articles by number alone."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.text import read_text
from core.extraction.clauses import DUTCH, ENGLISH, FRENCH, GERMAN, value_of

GERMAN_ONE = """Vertrag zur Auftragsverarbeitung nach Art. 28 DSGVO

zwischen der Stadtwerke Moosbach GmbH, Bahnhofstr. 12, 89998 Moosbach (Auftraggeber) und der Zählwerk Dienste GmbH & Co. KG,
Industrieweg 3, 70998 Fellhausen (Auftragnehmer)

§ 1 Datenpannen
Verletzungen des Schutzes personenbezogener Daten meldet der Auftragnehmer binnen 36 Stunden nach
Bekanntwerden an datenschutz@moosbach.example.
§ 2 Subunternehmer
Der Einsatz weiterer Subunternehmer ist dem Auftraggeber sechs Wochen vorher anzuzeigen; er kann binnen
14 Tagen widersprechen.
§ 3 Ort
Die Verarbeitung findet ausschließlich in Deutschland statt.
"""
FRENCH_ONE = """Accord de sous-traitance de données

Entre la Communauté de communes du Val Bleu, ci-après « la Collectivité », et la société Nuage Net SAS,
ci-après « le Prestataire ».

Article 1. Le Prestataire ne traite les données que sur instruction documentée de la Collectivité.
Article 2. Toute violation de données est notifiée à la Collectivité dans les 48 heures de sa découverte.
Article 3. Les données sont hébergées en France et ne quittent pas l'Union européenne.
Article 4. La Collectivité peut faire réaliser un audit par an, avec un préavis de trois semaines, à ses frais.
"""


def read(text: str) -> Agreement:
    return extract(read_text(text, name="x.txt", sha256="0" * 64, extraction="test"))


@pytest.mark.parametrize(
    ("text", "key", "value", "provision"),
    [
        (GERMAN_ONE, "document.title", "Vertrag zur Auftragsverarbeitung nach Art. 28 DSGVO", "preamble"),
        (GERMAN_ONE, "controller.name", "Stadtwerke Moosbach GmbH", "preamble"),
        (GERMAN_ONE, "processor.name", "Zählwerk Dienste GmbH & Co. KG", "preamble"),
        (GERMAN_ONE, "breach.deadline", "PT36H", "1"),
        (GERMAN_ONE, "subprocessors.notice_period", "P6W", "2"),
        (GERMAN_ONE, "transfers.rule", "not_outside_eea", "3"),
        (FRENCH_ONE, "breach.deadline", "PT48H", "2"),
        (FRENCH_ONE, "transfers.region", "EU", "3"),
        (FRENCH_ONE, "audit.notice", "P3W", "4"),
    ],
)
def test_each_fact_is_read_and_cited_by_its_article(text: str, key: str, value: str, provision: str) -> None:
    fact = read(text).facts[key]
    assert fact.value == value
    assert fact.provision == provision


@pytest.mark.parametrize(
    ("preamble", "key", "clause", "value"),
    [
        (ENGLISH, "transfers.rule", "No personal data leaves the United Kingdom or the EEA.", "not_outside_eea"),
        (
            ENGLISH,
            "transfers.rule",
            "No personal data leaves the EEA unless the Controller has consented.",
            "with_consent",
        ),
        (ENGLISH, "transfers.region", "No customer data may leave the European Union.", "EU"),
        (ENGLISH, "transfers.rule", "The personal data are stored only in Ireland.", "not_outside_eea"),
        (ENGLISH, "transfers.rule", "The Processor has an office in Ireland and processes personal data.", None),
        (DUTCH, "transfers.rule", "De persoonsgegevens blijven uitsluitend in België.", "not_outside_eea"),
        (FRENCH, "transfers.region", "Les données personnelles ne quittent pas l'Union européenne.", "EU"),
        (
            ENGLISH,
            "requests.handling",
            "The Processor passes on any request from a data subject to the Controller within two days.",
            "forward",
        ),
        (ENGLISH, "requests.handling", "The Processor passes on any cost of a change to the Controller.", None),
        (
            GERMAN,
            "breach.deadline",
            "Datenpannen meldet der Auftragsverarbeiter binnen 12 Stunden an it@nord.example.",
            "PT12H",
        ),
        (
            GERMAN,
            "breach.deadline",
            "Datenpannen meldet der Auftragsverarbeiter binnen 12 Stunden der Aufsichtsbehörde.",
            None,
        ),
        (DUTCH, "breach.deadline", "Datalekken meldt Verwerker binnen 12 uur aan privacy@noord.example.", "PT12H"),
        (DUTCH, "breach.deadline", "Datalekken meldt Verwerker binnen 12 uur aan de toezichthouder.", None),
        (
            GERMAN,
            "subprocessors.notice_period",
            "Neue Unterauftragsverarbeiter sind dem Verantwortlichen einen Monat vorher anzuzeigen.",
            "P1M",
        ),
    ],
)
def test_what_is_said_in_few_words(preamble: str, key: str, clause: str, value: str | None) -> None:
    assert value_of(key, clause, preamble=preamble) == value

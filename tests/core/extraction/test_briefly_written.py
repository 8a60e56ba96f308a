"""Agreements that say each promise in one sentence, without headings: parties in brackets, articles by number alone."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.text import read_text
from core.extraction.clauses import DUTCH, ENGLISH, FRENCH, GERMAN, records_of, value_of

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
DUTCH_ONE = """VERWERKERSOVEREENKOMST

De ondergetekenden:
Stichting Openbaar Onderwijs Lindewaard, te Zwolle, verder te noemen "de school",
en
Kladblok Software B.V., te Deventer, verder te noemen "Kladblok",
komen overeen:

1. Kladblok verwerkt de gegevens van leerlingen alleen zoals de school dat schriftelijk opdraagt.
2. Ontdekt Kladblok een datalek, dan belt zij binnen 12 uur met de functionaris gegevensbescherming van de school.
3. Gegevens blijven in Nederland.
4. De school mag een keer per jaar een audit laten doen, aan te kondigen ten minste 30 dagen van tevoren.

Zwolle, 14 juli 2026
namens de school: M. Terpstra, bestuurder
namens Kladblok: P. van Rooijen, directeur
"""
SPOKEN_ONE = """Verwerkersafspraken Kloosterveld IT en Huisartsenpraktijk De Linde

Wij, Kloosterveld IT (eenmanszaak van R. Kloosterveld, KvK 09099887, Dorpsstraat 4, 9951 AB Winsum), onderhouden de computers
van Huisartsenpraktijk De Linde (hierna: de praktijk). Daarbij kunnen wij patiëntgegevens zien.

- We doen alleen iets met de gegevens als de praktijk daarom vraagt.
- We beveiligen onze computers met versleuteling en praten er met niemand over.
- Is er een datalek, dan bellen we de praktijk binnen 8 uur.
- We schakelen alleen CloudBak B.V. (back-up, Nederland) in. Wil dat veranderen, dan vragen we dat eerst.
"""
SCHEDULE = """Schedule 4: Data Protection

1. In this Schedule "Client" is Ridgeway Dental Group LLP and "Supplier" is Portico Scheduling Ltd.
2. The Supplier acts on the Client's written instructions and tells the Client if it thinks an instruction breaks the law.
3. The Supplier reports any personal data breach within 36 hours of discovering it, by e-mail to privacy@nord.example.
4. The Supplier keeps its staff to secrecy and tests its measures every year.
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
        (DUTCH_ONE, "breach.deadline", "PT12H", "2"),
        (DUTCH_ONE, "transfers.region", "NL", "3"),
        (DUTCH_ONE, "audit.notice", "P30D", "4"),
        (DUTCH_ONE, "document.state", "signed", "Zwolle, 14 juli 2026"),
        (DUTCH_ONE, "term.signed_on", "2026-07-14", "Zwolle, 14 juli 2026"),
        (DUTCH_ONE, "processor.representative", "P. van Rooijen", "Zwolle, 14 juli 2026"),
        (SPOKEN_ONE, "processor.name", "Kloosterveld IT", "preamble"),
        (SPOKEN_ONE, "processor.registration", "09099887", "preamble"),
        (SPOKEN_ONE, "controller.name", "Huisartsenpraktijk De Linde", "preamble"),
        (SCHEDULE, "document.state", "unsigned", "preamble"),
        (SCHEDULE, "controller.name", "Ridgeway Dental Group LLP", "1"),
        (SCHEDULE, "breach.deadline", "PT36H", "3"),
        (FRENCH_ONE, "document.state", "unsigned", "preamble"),
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


def test_whom_a_party_tells_by_mail_is_not_that_party() -> None:
    agreement = read(SCHEDULE)
    (contact,) = records_of(agreement, "contacts.list")
    assert (contact["party"], contact["email"]) == ("controller", "privacy@nord.example")
    assert "processor.email" not in agreement.facts
    assert "controller.registration" not in read(SPOKEN_ONE).facts

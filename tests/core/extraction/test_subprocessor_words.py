"""Sub-processors in everyday, German and French wording: consent, changes, objection, flow-down, liability, contracts."""

import pytest

from core.extraction.clauses import DUTCH, ENGLISH, agreement_of, records_of, value_of

AUTHORISATION, NOTICE, OBJECTION = (
    "subprocessors.authorisation",
    "subprocessors.change_notice",
    "subprocessors.objection",
)
PERIOD, FLOW, LIABLE = "subprocessors.notice_period", "subprocessors.flow_down", "subprocessors.processor_liable"
INSPECTABLE = "subprocessors.contracts_inspectable"
GERMAN = """Vertrag zur Auftragsverarbeitung

Hafen Nord GmbH (nachfolgend "Auftraggeber") und Rechenhaus Süd GmbH (nachfolgend "Auftragnehmer") schließen den folgenden
Vertrag über die Verarbeitung von Daten durch den Auftragnehmer.

"""
FRENCH = """Accord de traitement de données

Port du Nord SAS (ci-après le « Responsable de traitement ») et Maison du Calcul SAS (ci-après le « Sous-traitant ») sont
convenus de ce qui suit pour les données que le Sous-traitant traite.

"""
PREAMBLES = {"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH}


@pytest.mark.parametrize(
    ("key", "language", "clauses", "value"),
    [
        (
            AUTHORISATION,
            "nl",
            "Verwerkingsverantwoordelijke machtigt Verwerker in algemene zin om anderen als subverwerker in te zetten.",
            "general",
        ),
        (
            AUTHORISATION,
            "nl",
            "Verwerkingsverantwoordelijke stemt ermee in dat Verwerker subverwerkers inschakelt.",
            "general",
        ),
        (
            AUTHORISATION,
            "nl",
            "Verwerkingsverantwoordelijke stemt alleen per geval in met een subverwerker die Verwerker wil inschakelen.",
            None,
        ),
        (
            AUTHORISATION,
            "nl",
            "Het inschakelen van een subverwerker vergt de goedkeuring van Verwerkingsverantwoordelijke.",
            "specific",
        ),
        (
            AUTHORISATION,
            "en",
            "The Processor is authorised to use sub-processors for the hosting of the service.",
            "general",
        ),
        (
            AUTHORISATION,
            "en",
            "Before it allows a sub-processor near the data, the Processor shall obtain the consent of the Controller.",
            "specific",
        ),
        (
            AUTHORISATION,
            "en",
            "The Processor may use energy suppliers and other third parties, without having to obtain approval.",
            None,
        ),
        (
            AUTHORISATION,
            "de",
            "Der Auftraggeber stimmt der Beauftragung von Unterauftragnehmern generell zu; dies gilt allgemein.",
            "general",
        ),
        (
            AUTHORISATION,
            "de",
            "Ein Unterauftragnehmer darf nur beauftragt werden, wenn der Auftraggeber zuvor schriftlich zugestimmt hat.",
            "specific",
        ),
        (
            AUTHORISATION,
            "fr",
            "Le Responsable de traitement autorise de manière générale le recours à d'autres sous-traitants.",
            "general",
        ),
        (
            AUTHORISATION,
            "fr",
            "Le Sous-traitant ne fait appel à aucun sous-traitant ultérieur sans l'accord du Responsable de traitement.",
            "specific",
        ),
        (
            NOTICE,
            "nl",
            "Een voorgenomen vervanging van een subverwerker wordt op de website aangekondigd.",
            True,
        ),
        (
            NOTICE,
            "nl",
            "Verwerkingsverantwoordelijke meldt Verwerker iedere wijziging van de contactpersoon.",
            None,
        ),
        (NOTICE, "en", "The Processor publishes each new sub-processor on its status page.", True),
        (
            NOTICE,
            "de",
            "Über jede beabsichtigte Hinzuziehung eines Unterauftragnehmers wird der Auftraggeber in Textform informiert.",
            True,
        ),
        (
            NOTICE,
            "fr",
            "Le Sous-traitant annonce tout nouveau sous-traitant au Responsable de traitement.",
            True,
        ),
        (
            OBJECTION,
            "nl",
            "Wie met een nieuwe subverwerker werkt, kan Verwerkingsverantwoordelijke niet schelen.",
            None,
        ),
        (
            OBJECTION,
            "nl",
            "Een recht van bezwaar heeft Verwerkingsverantwoordelijke niet tegen een nieuwe subverwerker.",
            False,
        ),
        (
            OBJECTION,
            "fr",
            "Le Responsable de traitement peut s'opposer au choix d'un sous-traitant ultérieur.",
            True,
        ),
        (
            PERIOD,
            "nl",
            "Verwerker maakt een nieuwe subverwerker uiterlijk zes weken van tevoren bekend.",
            "P6W",
        ),
        (PERIOD, "en", "The Processor announces a new sub-processor at least five (5) weeks ahead.", "P5W"),
        (
            PERIOD,
            "de",
            "Der Auftragnehmer teilt dem Auftraggeber den Austausch eines Unterauftragnehmers zwanzig Tage im Voraus mit.",
            "P20D",
        ),
        (
            PERIOD,
            "fr",
            "Le Sous-traitant informe le Responsable de traitement de tout nouveau sous-traitant deux mois à l'avance.",
            "P2M",
        ),
        (
            FLOW,
            "nl",
            "Met elke subverwerker sluit Verwerker een contract dat niet minder ver gaat dan deze verwerkersovereenkomst.",
            True,
        ),
        (
            FLOW,
            "nl",
            "Verwerker legt subverwerkers dezelfde plichten op, waaronder die om een datalek binnen acht uur te melden.",
            True,
        ),
        (
            FLOW,
            "nl",
            "Indien een subverwerker een datalek heeft, meldt Verwerker dat volgens dezelfde voorwaarden.",
            None,
        ),
        (FLOW, "en", "Every sub-processor is bound in writing to what is laid down in this agreement.", True),
        (FLOW, "en", "The sub-processors listed in this agreement are located in Ghent.", None),
        (
            FLOW,
            "de",
            "Der Auftragnehmer verpflichtet jeden Unterauftragnehmer zu denselben Datenschutzpflichten.",
            True,
        ),
        (
            FLOW,
            "fr",
            "Le sous-traitant ultérieur est tenu de respecter les obligations du présent contrat.",
            True,
        ),
        (
            LIABLE,
            "nl",
            "Voor het handelen van haar subverwerkers is Verwerker verantwoordelijk als voor haar eigen handelen.",
            True,
        ),
        (
            LIABLE,
            "nl",
            "Verwerker ziet toe op zijn subverwerkers; zij staat voor hun fouten in.",
            True,
        ),
        (LIABLE, "de", "Der Auftragnehmer haftet für das Verschulden seiner Unterauftragnehmer.", True),
        (
            LIABLE,
            "fr",
            "Le Sous-traitant demeure responsable de l'exécution de ses obligations par le sous-traitant ultérieur.",
            True,
        ),
        (
            LIABLE,
            "nl",
            "Voor softwarehuizen die hij zelf kiest, blijft Verwerkingsverantwoordelijke aansprakelijk voor hun fouten.",
            None,
        ),
        (
            INSPECTABLE,
            "en",
            "The Processor is under no obligation to disclose its contracts with sub-processors.",
            False,
        ),
        (
            INSPECTABLE,
            "nl",
            "Verwerker sluit met iedere subverwerker een overeenkomst; inzage in de overeenkomst geeft hij op verzoek.",
            True,
        ),
        (INSPECTABLE, "en", "The Processor enters into a contract with each sub-processor.", None),
    ],
)
def test_sub_processors_in_other_words(key: str, language: str, clauses: str, value: object) -> None:
    assert value_of(key, clauses, preamble=PREAMBLES[language]) == value


def test_what_a_provision_goes_on_with_is_about_the_sub_processors_it_began_with() -> None:
    clause = (
        "Verwerkingsverantwoordelijke stemt er in algemene zin mee in dat Verwerker subverwerkers inschakelt. "
        "Van een wijziging geeft Verwerker twaalf werkdagen vooraf bericht."
    )
    assert value_of(NOTICE, clause) is True
    assert value_of(PERIOD, clause) == "P12D"
    assert (
        value_of(NOTICE, "Van een wijziging van de tarieven geeft Verwerker twaalf werkdagen vooraf bericht.") is None
    )


def test_a_bare_term_for_helpers_counts_as_sub_processor() -> None:
    assert value_of(
        LIABLE, "Komt een hulpverwerker zijn plichten niet na, dan blijft Verwerker daarvoor aansprakelijk."
    )


@pytest.mark.parametrize(
    "clause",
    [
        "De huidige zijn: Dataveste B.V. (hosting, Nederland) en Meldkracht B.V. (helpdesk, België).",
        "Bij het aangaan van deze overeenkomst is toestemming verleend voor: Dataveste B.V. (hosting, Nederland) en "
        "Meldkracht B.V. te Gent (helpdesk, België).",
    ],
)
def test_sub_processors_that_a_sentence_names_with_what_they_do(clause: str) -> None:
    agreement = agreement_of("Artikel 6. Subverwerkers", clause)
    rows = [(row["name"], row["service"], row["processing_in"]) for row in records_of(agreement, "subprocessors.list")]
    assert rows == [("Dataveste B.V.", "hosting", ("NL",)), ("Meldkracht B.V.", "helpdesk", ("BE",))]

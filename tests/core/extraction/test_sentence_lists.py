"""Data, people and purposes that labels and sentences list: asking labels, folded marks, enumerated aims, plain sentences."""

import pytest

from core.extraction.clauses import DUTCH, ENGLISH, value_of
from core.extraction.test_subprocessor_words import FRENCH, GERMAN

DATA, PEOPLE, PURPOSES = "processing.data_categories", "processing.data_subjects", "processing.purposes"
PREAMBLES = {"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH}


@pytest.mark.parametrize(
    ("key", "language", "clauses", "value"),
    [
        (PEOPLE, "en", ("Annex A: Data", "Whose: riders; former riders."), ("riders", "former riders")),
        (
            PURPOSES,
            "en",
            ("Annex A: Data", "Why: lending of bicycles; settling of damage."),
            ("lending of bicycles", "settling of damage"),
        ),
        (
            PEOPLE,
            "nl",
            ("Bijlage 1 Gegevens", "Categorieën betrokkenen (doorhalen wat niet geldt): huurders / kopers / donateurs"),
            ("huurders", "kopers", "donateurs"),
        ),
        (
            PURPOSES,
            "nl",
            ("Artikel 2 Onderwerp", "De doeleinden zijn: het verhuren van fietsen en het innen van schade."),
            ("het verhuren van fietsen", "het innen van schade"),
        ),
        (
            PURPOSES,
            "de",
            (
                "1. Gegenstand",
                "Zwecke sind die Vermietung von Rädern, der Versand von Briefen und die Führung der Kasse.",
            ),
            ("die Vermietung von Rädern", "der Versand von Briefen", "die Führung der Kasse"),
        ),
        (
            PURPOSES,
            "fr",
            ("1. Objet", "Le traitement a pour finalités (i) la location de vélos, et (ii) l'envoi de lettres."),
            ("la location de vélos", "l'envoi de lettres"),
        ),
        (
            DATA,
            "fr",
            ("1. Objet", "Il porte sur les données suivantes : nom, adresse et numéro de vélo. Le reste est exclu."),
            ("nom", "adresse", "numéro de vélo"),
        ),
        (
            PEOPLE,
            "fr",
            ("1. Objet", "Les personnes concernées sont les locataires, leurs parents et le personnel."),
            ("les locataires", "leurs parents", "le personnel"),
        ),
        (
            DATA,
            "nl",
            (
                "Artikel 2 Onderwerp",
                "Fietsen worden verhuurd. Het gaat dan om namen, huisadressen en telefoonnummers. Meer is er niet.",
            ),
            ("namen", "huisadressen", "telefoonnummers"),
        ),
        (
            PEOPLE,
            "nl",
            ("Artikel 2 Onderwerp", "De gegevens hebben betrekking op leden, oud-leden, vrijwilligers en bezoekers."),
            ("leden", "oud-leden", "vrijwilligers", "bezoekers"),
        ),
        (PEOPLE, "nl", ("Artikel 2 Onderwerp", "De gegevens hebben betrekking op kosten, prijzen en uren."), None),
        (
            PEOPLE,
            "en",
            ("2. Subject", "Data subjects are informed in a concise, transparent and clear form."),
            None,
        ),
    ],
)
def test_what_labels_and_sentences_list(key: str, language: str, clauses: tuple[str, ...], value: object) -> None:
    assert value_of(key, *clauses, preamble=PREAMBLES[language]) == value


@pytest.mark.parametrize(
    ("language", "clause", "value"),
    [
        (
            "nl",
            "1.1 Diensten: de onder de hoofdovereenkomst te leveren diensten, te weten telefonie, internet en beheer.",
            ("telefonie", "internet", "beheer"),
        ),
        (
            "de",
            "1. Der Auftragnehmer stellt eine Software bereit, bestehend aus den Modulen Kalender, Kartei und Kasse.",
            ("Kalender", "Kartei", "Kasse"),
        ),
        (
            "fr",
            "1. Le Sous-traitant offre les services suivants : agenda, courrier et archives.",
            ("agenda", "courrier", "archives"),
        ),
        ("nl", "1.1 Voor deze diensten gelden de volgende tijden: ochtend, middag en avond.", None),
    ],
)
def test_a_provision_names_the_services_that_are_provided(language: str, clause: str, value: object) -> None:
    heading = "Artikel 1 Begrippen" if language == "nl" else "1. Gegenstand" if language == "de" else "1. Objet"
    assert value_of("processing.services", heading, clause, preamble=PREAMBLES[language]) == value

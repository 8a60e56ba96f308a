"""Liability: regime, cap and limits, what is left out, indemnity, fines, insurance; the law and the court."""

import pytest

from core.extraction.clauses import agreement_of, cited, preamble_of, records_of, value_of

REGIME, CAP, INDIRECT, PERIOD = (
    "liability.regime",
    "liability.cap",
    "liability.indirect_excluded",
    "liability.claim_period",
)
INDEMNITY, FINES, INSURED = "liability.controller_indemnifies", "liability.fines_on_processor", "liability.insurance"
LAW, COURT = "law.governing", "law.court"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (REGIME, "nl", "De aansprakelijkheid van Verwerker is beperkt tot € 25.000 per gebeurtenis.", "capped"),
        (REGIME, "nl", "Aansprakelijkheid: zie artikel 12 van de Algemene Voorwaarden.", "main_agreement_terms"),
        (REGIME, "nl", "Aansprakelijkheid: zie artikel 12.", None),
        (
            REGIME,
            "en",
            "The Processor's total liability under this DPA shall not exceed the fees paid in the preceding twelve "
            "months.",
            "capped",
        ),
        (
            REGIME,
            "nl",
            "Op de aansprakelijkheid van Partijen is de regeling in de Hoofdovereenkomst van toepassing.",
            "main_agreement_terms",
        ),
        (
            REGIME,
            "en",
            "Each party's liability is subject to the limitations of liability set out in the Agreement.",
            "main_agreement_terms",
        ),
        (
            REGIME,
            "nl",
            "Verwerker is slechts aansprakelijk voor schade indien deze het gevolg is van zijn toerekenbare "
            "tekortkoming.",
            "fault_only",
        ),
        (REGIME, "nl", "Verwerker is volledig aansprakelijk voor zijn Subverwerkers.", None),
        (REGIME, "nl", "Partijen regelen de schade in goed overleg.", None),
        (
            CAP,
            "nl",
            "De aansprakelijkheid bedraagt ten hoogste € 100.000 per gebeurtenis en € 250.000 per jaar.",
            250_000,
        ),
        (CAP, "en", "The Processor's liability is limited to EUR 1,500,000 in aggregate.", 1_500_000),
        (CAP, "nl", "De aansprakelijkheid van Verwerker bedraagt maximaal 2,5 miljoen euro.", 2_500_000),
        (CAP, "nl", "Bij overtreding verbeurt Verwerker een boete van € 10.000.", None),
        (INDIRECT, "nl", "Verwerker is niet aansprakelijk voor indirecte schade.", True),
        (INDIRECT, "nl", "Alleen directe schade komt voor vergoeding in aanmerking.", True),
        (INDIRECT, "en", "Neither party shall be liable for indirect or consequential loss.", True),
        (INDIRECT, "nl", "Verwerker vergoedt directe en indirecte schade.", None),
        (PERIOD, "nl", "Een recht op schadevergoeding vervalt als het niet binnen zes maanden is gemeld.", "P6M"),
        (PERIOD, "en", "Claims lapse one year after the damage was discovered.", "P1Y"),
        (PERIOD, "nl", "Een vordering wordt binnen 14 dagen betaald.", None),
        (INDEMNITY, "nl", "Verwerkingsverantwoordelijke vrijwaart Verwerker voor aanspraken van betrokkenen.", True),
        (INDEMNITY, "en", "The Controller shall indemnify the Processor against claims of third parties.", True),
        (INDEMNITY, "nl", "Verwerker vrijwaart Verwerkingsverantwoordelijke voor aanspraken van betrokkenen.", None),
        (
            FINES,
            "nl",
            "Een boete van de toezichthouder aan Verwerkingsverantwoordelijke kan niet op Verwerker worden verhaald.",
            "excluded",
        ),
        (
            FINES,
            "nl",
            "Boetes worden niet op Verwerker verhaald, tenzij sprake is van opzet van Verwerker.",
            "unless_intent_or_recklessness",
        ),
        (
            FINES,
            "nl",
            "Verwerker vergoedt boetes die Verwerkingsverantwoordelijke krijgt, voor zover deze aan Verwerker toe "
            "te rekenen zijn.",
            "if_attributable",
        ),
        (
            FINES,
            "nl",
            "Verwerkingsverantwoordelijke vrijwaart Verwerker voor boetes die aan Verwerker worden opgelegd.",
            None,
        ),
        (INSURED, "nl", "Verwerker heeft een beroepsaansprakelijkheidsverzekering en houdt die in stand.", True),
        (INSURED, "en", "The Processor shall maintain adequate insurance during the term.", True),
        (INSURED, "nl", "Verwerker heeft zich ervan verzekerd dat de maatregelen passend zijn.", None),
        (LAW, "nl", "Op deze Verwerkersovereenkomst is Nederlands recht van toepassing.", "NL"),
        (LAW, "en", "This DPA is governed by the laws of Ireland.", "IE"),
        (LAW, "nl", "Deze Verwerkersovereenkomst wordt beheerst door het recht van België.", "BE"),
        (LAW, "en", "The standard contractual clauses are governed by the law of France.", None),
        (LAW, "nl", "Verwerker leeft de Nederlandse wet na.", None),
        (
            COURT,
            "nl",
            "Geschillen worden voorgelegd aan de bevoegde rechter te Zwolle.",
            "de bevoegde rechter te Zwolle",
        ),
        (
            COURT,
            "nl",
            "Geschillen worden beslecht door de bevoegde rechter van de Rechtbank Noord-Nederland, locatie Assen.",
            "Rechtbank Noord-Nederland, locatie Assen",
        ),
        (
            COURT,
            "en",
            "Any dispute shall be submitted to the competent court of Rotterdam.",
            "the competent court of Rotterdam",
        ),
        (COURT, "nl", "Partijen lossen geschillen in overleg op.", None),
    ],
)
def test_a_clause_settles_the_liability(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value


def test_an_exclusion_with_a_cap_for_the_rest_is_both() -> None:
    clause = (
        "De aansprakelijkheid van Partijen is uitgesloten. Voor zover aansprakelijkheid niet kan worden uitgesloten, "
        "is deze beperkt tot € 7.500."
    )
    assert value_of(REGIME, clause) == "excluded_then_capped"
    assert value_of(CAP, clause) == 7_500


def test_each_limit_is_a_record() -> None:
    clause = (
        "De aansprakelijkheid van Verwerker voor directe schade is per gebeurtenis beperkt tot de vergoedingen van de "
        "voorafgaande twaalf maanden. In geen geval bedraagt de aansprakelijkheid meer dan € 40.000 of het bedrag "
        "dat de "
        "verzekeraar uitkeert."
    )
    limits = agreement_of(clause).value("liability.limits")
    assert limits == (
        {"basis": "fees_of_year", "amount": None, "per": "event", "scope": "directe schade"},
        {"basis": "fixed", "amount": 40_000, "per": "total", "scope": None},
        {"basis": "insurance", "amount": None, "per": "total", "scope": None},
    )


def test_terms_elsewhere_are_a_limit_without_amount() -> None:
    clause = "De aansprakelijkheid van Verwerker wordt beheerst door de Algemene Voorwaarden."
    assert agreement_of(clause).value("liability.limits") == (
        {"basis": "general_terms", "amount": None, "per": None, "scope": None},
    )


def test_a_cap_cites_its_sentence() -> None:
    clause = "Partijen werken samen. De aansprakelijkheid is beperkt tot € 5.000. Dat is redelijk."
    assert cited(CAP, clause) == "De aansprakelijkheid is beperkt tot € 5.000."


def test_a_court_is_cited_alone() -> None:
    assert cited(COURT, "Geschillen legt men voor aan de rechtbank Gelderland.") == "rechtbank Gelderland"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (CAP, "de", "Die Haftung des Auftragsverarbeiters ist auf 30.000 € je Kalenderjahr begrenzt.", 30_000),
        (CAP, "fr", "La responsabilité du sous-traitant est plafonnée à 40 000 euros par sinistre.", 40_000),
        (REGIME, "de", "Die Haftung des Auftragsverarbeiters ist auf 30.000 € je Kalenderjahr begrenzt.", "capped"),
        (
            REGIME,
            "nl",
            "De aansprakelijkheid van Verwerker bedraagt ten hoogste € ______ per gebeurtenis.",
            "capped",
        ),
        (
            REGIME,
            "de",
            "Der Auftragsverarbeiter haftet dem Verantwortlichen für Schäden, die er schuldhaft verursacht.",
            "fault_only",
        ),
        (
            REGIME,
            "en",
            "Subject to the limitations of liability in the Agreement, the Processor remains liable for its "
            "sub-processors.",
            "main_agreement_terms",
        ),
        (INDIRECT, "de", "Entgangener Gewinn wird nicht ersetzt.", True),
        (INDIRECT, "nl", "Gederfde winst en gevolgschade vergoedt Verwerker niet.", True),
        (INDIRECT, "nl", "Verwerker is aansprakelijk; daartoe behoort ook indirecte schade.", False),
        (
            INDIRECT,
            "en",
            "Consequential loss and loss of profit are not recoverable under the liability clause.",
            True,
        ),
        (
            PERIOD,
            "nl",
            "Verwerkingsverantwoordelijke moet Verwerker binnen twee jaar na de schade aanspreken; daarna kan het "
            "niet meer.",
            "P2Y",
        ),
        (PERIOD, "fr", "Toute action se prescrit par trois ans à compter du fait dommageable.", "P3Y"),
        (INDEMNITY, "en", "The Controller holds the Processor harmless from claims of third parties.", True),
        (INDEMNITY, "de", "Der Verantwortliche stellt den Auftragsverarbeiter von Ansprüchen Dritter frei.", True),
        (INDEMNITY, "de", "Der Auftragsverarbeiter stellt den Verantwortlichen von Ansprüchen Dritter frei.", None),
        (
            FINES,
            "de",
            "Geldbußen gegen den Verantwortlichen erstattet der Auftragsverarbeiter nicht.",
            "excluded",
        ),
        (
            FINES,
            "fr",
            "Les amendes ne peuvent être répercutées sur le sous-traitant qu'en cas de faute lourde de celui-ci.",
            "unless_intent_or_recklessness",
        ),
        (FINES, "nl", "Boetes kan Verwerkingsverantwoordelijke niet aan Verwerker doorbelasten.", "excluded"),
        (INSURED, "fr", "Le sous-traitant a souscrit une assurance de responsabilité civile.", True),
        (INSURED, "de", "Der Auftragsverarbeiter unterhält eine Versicherung gegen solche Schäden.", True),
        (LAW, "en", "Except as the SCCs provide, this DPA is governed by the laws of England.", "GB"),
        (LAW, "en", "Data protection laws means the law of England applicable to the processing.", None),
        (COURT, "de", "Ausschließlicher Gerichtsstand ist Kiel.", "Kiel"),
        (COURT, "de", "Ist der Verantwortliche Kaufmann, ist Kiel ausschließlicher Gerichtsstand.", "Kiel"),
        (
            COURT,
            "fr",
            "Tout litige relève de la compétence du tribunal de commerce de Lyon.",
            "tribunal de commerce de Lyon",
        ),
        (
            COURT,
            "nl",
            "Komen partijen er niet uit, dan beslist de rechtbank Gelderland, locatie Zutphen.",
            "rechtbank Gelderland, locatie Zutphen",
        ),
        (
            COURT,
            "en",
            "Disputes are subject to the exclusive jurisdiction of the state and federal courts located in Harbour "
            "County.",
            "the state and federal courts located in Harbour County",
        ),
    ],
)
def test_liability_law_and_court_in_other_words(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value


def test_each_amount_is_counted_per_what_stands_beside_it() -> None:
    clause = (
        "De aansprakelijkheid van Verwerker is per gebeurtenis beperkt tot € 5.000 en in totaal nooit meer dan € 9.000."
    )
    limits = records_of(agreement_of(clause), "liability.limits")
    assert [(limit["amount"], limit["per"]) for limit in limits] == [(5_000, "event"), (9_000, "total")]


def test_a_blank_limit_is_a_limit_without_an_amount() -> None:
    limits = records_of(
        agreement_of("De aansprakelijkheid van Verwerker is per gebeurtenis beperkt tot € ______."), "liability.limits"
    )
    assert [(limit["amount"], limit["per"]) for limit in limits] == [(None, "event")]


@pytest.mark.parametrize(
    ("language", "clause", "name"),
    [
        (
            "nl",
            "Deze overeenkomst hoort bij de Overeenkomst Havenbeheer en Kranen met kenmerk 22-7.",
            "Overeenkomst Havenbeheer en Kranen met kenmerk 22-7",
        ),
        (
            "nl",
            "Deze brief is een bijlage bij de opdrachtbevestiging boekhouding van 3 juni 2022.",
            "opdrachtbevestiging boekhouding van 3 juni 2022",
        ),
        ("de", "Dieser Vertrag ergänzt den Rahmenvertrag vom 5. Mai 2021.", "Rahmenvertrag vom 5. Mai 2021"),
        (
            "fr",
            "Le présent accord complète les Conditions générales de vente Quai Nord.",
            "Conditions générales de vente Quai Nord",
        ),
    ],
)
def test_the_main_agreement_is_named_in_full(language: str, clause: str, name: str) -> None:
    assert value_of("main_agreement.reference", clause, preamble=preamble_of(language)) == name

"""Term: start, length, early end, survival, amendment and its notice, precedence, date of signature."""

import pytest

from core.extraction.clauses import agreement_of, cited, preamble_of, value_of

STARTS, LASTS, ENDS = "term.starts", "term.lasts", "term.separately_terminable"
SURVIVES, AMENDED, NOTICE, RANKS = "term.survival", "term.amendment", "term.amendment_notice", "term.precedence"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (
            STARTS,
            "nl",
            "Deze Verwerkersovereenkomst treedt in werking zodra beide Partijen haar hebben ondertekend.",
            "on_signature",
        ),
        (
            STARTS,
            "nl",
            "Deze Verwerkersovereenkomst gaat in op de dag van ondertekening door de laatste Partij.",
            "on_signature",
        ),
        (STARTS, "en", "This DPA takes effect on the date of the last signature.", "on_signature"),
        (
            STARTS,
            "nl",
            "Deze Verwerkersovereenkomst treedt in werking op dezelfde datum als de Hoofdovereenkomst.",
            "with_main_agreement",
        ),
        (
            STARTS,
            "en",
            "This Agreement shall become effective on the effective date of the Main Agreement.",
            "with_main_agreement",
        ),
        (
            STARTS,
            "nl",
            "Deze Verwerkersovereenkomst komt tot stand doordat Verwerkingsverantwoordelijke haar online accepteert.",
            "on_acceptance",
        ),
        (STARTS, "nl", "Een wijziging van deze Verwerkersovereenkomst treedt in werking na ondertekening.", None),
        (STARTS, "nl", "Deze Verwerkersovereenkomst vervangt eerdere afspraken.", None),
        (
            LASTS,
            "nl",
            "Deze Verwerkersovereenkomst geldt voor de looptijd van de Dienstverleningsovereenkomst.",
            "main_agreement",
        ),
        (
            LASTS,
            "nl",
            "Deze Verwerkersovereenkomst eindigt van rechtswege wanneer de Hoofdovereenkomst eindigt.",
            "main_agreement",
        ),
        (LASTS, "en", "This DPA remains in force for as long as the Main Agreement is in force.", "main_agreement"),
        (
            LASTS,
            "nl",
            "Deze Verwerkersovereenkomst blijft van kracht zolang Verwerker persoonsgegevens voor "
            "Verwerkingsverantwoordelijke verwerkt.",
            "while_processing",
        ),
        (
            LASTS,
            "en",
            "This DPA continues until the Processor has deleted or returned all personal data in its possession.",
            "while_processing",
        ),
        (LASTS, "nl", "Deze Verwerkersovereenkomst geldt zolang de samenwerking duurt.", "cooperation"),
        (
            LASTS,
            "nl",
            "De geheimhouding uit deze Verwerkersovereenkomst geldt zolang Verwerker persoonsgegevens onder zich "
            "heeft.",
            None,
        ),
        (ENDS, "nl", "Deze Verwerkersovereenkomst kan niet los van de Hoofdovereenkomst worden beëindigd.", False),
        (ENDS, "en", "This DPA may not be terminated separately.", False),
        (
            ENDS,
            "nl",
            "Ieder van Partijen kan deze Verwerkersovereenkomst met een termijn van een maand opzeggen.",
            True,
        ),
        (ENDS, "en", "Either party may terminate this DPA on written notice.", True),
        (ENDS, "nl", "Verwerkingsverantwoordelijke kan de Hoofdovereenkomst opzeggen.", None),
        (
            SURVIVES,
            "nl",
            "Verplichtingen die naar hun aard bestemd zijn om na afloop voort te duren, blijven na het einde van "
            "deze Verwerkersovereenkomst gelden.",
            True,
        ),
        (SURVIVES, "en", "Provisions which by their nature should survive termination shall survive.", True),
        (
            SURVIVES,
            "nl",
            "Is een bepaling nietig, dan blijven de overige bepalingen ook na beëindiging in stand.",
            None,
        ),
        (
            AMENDED,
            "nl",
            "Wijzigingen van deze Verwerkersovereenkomst gelden slechts indien beide Partijen deze schriftelijk "
            "hebben aanvaard.",
            "mutual_written",
        ),
        (
            AMENDED,
            "en",
            "No amendment of this DPA is effective unless it is in writing and signed by both parties.",
            "mutual_written",
        ),
        (AMENDED, "en", "Changes must be in writing and signed by both parties.", "mutual_written"),
        (AMENDED, "en", "Changes to the measures must be in writing and signed by both parties.", None),
        (AMENDED, "nl", "Verwerker mag deze Verwerkersovereenkomst eenzijdig aanpassen.", "processor_with_notice"),
        (AMENDED, "en", "The Processor may amend this DPA from time to time.", "processor_with_notice"),
        (
            AMENDED,
            "nl",
            "Bij nieuwe wetgeving zullen Partijen deze Verwerkersovereenkomst in overleg aanpassen.",
            "in_consultation",
        ),
        (AMENDED, "nl", "Verwerker mag de beveiligingsmaatregelen bij deze Verwerkersovereenkomst wijzigen.", None),
        (AMENDED, "nl", "Verwerker mag deze Verwerkersovereenkomst niet eenzijdig wijzigen.", None),
        (
            NOTICE,
            "nl",
            "Verwerker mag deze Verwerkersovereenkomst wijzigen. Hij kondigt dat ten minste zes weken van tevoren aan.",
            "P6W",
        ),
        (NOTICE, "en", "The Processor may amend this DPA on 30 days' prior notice.", "P30D"),
        (NOTICE, "nl", "Verwerker mag deze Verwerkersovereenkomst wijzigen.", None),
        (
            RANKS,
            "nl",
            "Bij strijd tussen deze Verwerkersovereenkomst en de Hoofdovereenkomst gaat deze "
            "Verwerkersovereenkomst voor.",
            "this_agreement",
        ),
        (
            RANKS,
            "nl",
            "Bij strijdigheid met deze Verwerkersovereenkomst prevaleren de bepalingen van de Hoofdovereenkomst.",
            "main_agreement",
        ),
        (
            RANKS,
            "en",
            "In case of conflict between this DPA and the Main Agreement, the Main Agreement shall prevail.",
            "main_agreement",
        ),
        (
            RANKS,
            "en",
            "If this DPA conflicts with the Agreement, the terms of this DPA take precedence.",
            "this_agreement",
        ),
        (
            RANKS,
            "nl",
            "Bij strijd tussen deze Verwerkersovereenkomst en een Bijlage gaat deze Verwerkersovereenkomst voor.",
            None,
        ),
        (RANKS, "en", "If this DPA conflicts with the standard contractual clauses, the clauses shall prevail.", None),
    ],
)
def test_a_clause_settles_the_term(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value


@pytest.mark.parametrize(
    ("key", "clauses", "quote"),
    [
        (
            STARTS,
            ("Deze Verwerkersovereenkomst gaat in op de dag van ondertekening. Zij telt twee bijlagen.",),
            "Deze Verwerkersovereenkomst gaat in op de dag van ondertekening.",
        ),
        (
            ENDS,
            ("Dit is een zin. Deze Verwerkersovereenkomst kan niet tussentijds worden opgezegd. Dit ook.",),
            "Deze Verwerkersovereenkomst kan niet tussentijds worden opgezegd.",
        ),
        (
            NOTICE,
            ("Verwerker mag deze Verwerkersovereenkomst wijzigen. Hij deelt dat drie maanden vooraf mee.",),
            "Hij deelt dat drie maanden vooraf mee.",
        ),
    ],
)
def test_only_the_sentence_that_settles_is_cited(key: str, clauses: tuple[str, ...], quote: str) -> None:
    assert cited(key, *clauses) == quote


def test_the_longest_of_two_terms_governs() -> None:
    clauses = (
        "Deze Verwerkersovereenkomst geldt voor de duur van de Hoofdovereenkomst.",
        "Deze Verwerkersovereenkomst blijft van kracht zolang Verwerker persoonsgegevens verwerkt.",
    )
    assert value_of(LASTS, *clauses) == "while_processing"


def test_a_written_rule_outranks_consultation() -> None:
    clauses = (
        "Partijen passen deze Verwerkersovereenkomst in overleg aan.",
        "Wijzigingen van deze Verwerkersovereenkomst zijn alleen geldig als Partijen die schriftelijk overeenkomen.",
    )
    assert value_of(AMENDED, *clauses) == "mutual_written"


def test_contradicting_ranks_are_a_question() -> None:
    agreement = agreement_of(
        "Bij strijd tussen deze Verwerkersovereenkomst en de Hoofdovereenkomst prevaleert deze Verwerkersovereenkomst.",
        "Bij strijd tussen deze Verwerkersovereenkomst en de Hoofdovereenkomst prevaleert de Hoofdovereenkomst.",
    )
    assert RANKS not in agreement.facts
    assert [question.key for question in agreement.questions if question.key == RANKS] == [RANKS]


SIGNED = ("Artikel 1. Algemeen", "1.1 Partijen werken samen.", "Ondertekening")


def test_the_last_signature_dates_the_agreement() -> None:
    agreement = agreement_of(
        *SIGNED, "Verwerkingsverantwoordelijke\n\nDatum: 3 maart 2024", "Verwerker\n\nDatum: 14-03-2024"
    )
    assert agreement.value("term.signed_on") == "2024-03-14"
    assert agreement.value("document.state") == "signed"


def test_one_date_for_both_parties_counts() -> None:
    assert value_of("term.signed_on", *SIGNED[:2], "Aldus in tweevoud ondertekend op 1 februari 2025") == "2025-02-01"


def test_one_signature_of_two_does_not_sign() -> None:
    agreement = agreement_of(*SIGNED, "Verwerkingsverantwoordelijke\n\nDatum:", "Verwerker\n\nDatum: 14-03-2024")
    assert agreement.value("term.signed_on") is None
    assert agreement.value("document.state") != "signed"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (
            STARTS,
            "nl",
            "Deze Verwerkersovereenkomst wordt van kracht bij de laatste handtekening en eindigt gelijktijdig met de "
            "Hoofdovereenkomst.",
            "on_signature",
        ),
        (STARTS, "nl", "Deze afspraken beginnen tegelijk met de Hoofdovereenkomst.", "with_main_agreement"),
        (STARTS, "de", "Dieser Vertrag tritt mit Abschluss des Hauptvertrags in Kraft.", "with_main_agreement"),
        (
            STARTS,
            "fr",
            "Le présent accord entre en vigueur à la date de sa signature par les deux parties.",
            "on_signature",
        ),
        (
            STARTS,
            "nl",
            "Een wijziging van deze Verwerkersovereenkomst treedt in werking na ondertekening door beide Partijen.",
            None,
        ),
        (LASTS, "en", "This agreement runs for the same period as the Master Agreement.", "main_agreement"),
        (LASTS, "nl", "Deze Verwerkersovereenkomst eindigt gelijktijdig met de Hoofdovereenkomst.", "main_agreement"),
        (
            LASTS,
            "de",
            "Die Laufzeit dieses Vertrags richtet sich nach der Laufzeit des Hauptvertrags.",
            "main_agreement",
        ),
        (
            LASTS,
            "de",
            "Solange der Auftragsverarbeiter noch Daten in Besitz hat, gelten die Bestimmungen dieses Vertrags fort.",
            "while_processing",
        ),
        (ENDS, "nl", "Afzonderlijke opzegging is niet mogelijk.", False),
        (ENDS, "nl", "Deze Verwerkersovereenkomst kan niet los daarvan worden beëindigd.", False),
        (ENDS, "nl", "Verwerkingsverantwoordelijke kan haar ook los van de Hoofdovereenkomst opzeggen.", True),
        (ENDS, "de", "Eine isolierte Kündigung dieses Vertrags ist ausgeschlossen.", False),
        (ENDS, "de", "Jede Partei kann diesen Vertrag mit einer Frist von einem Monat kündigen.", True),
        (SURVIVES, "nl", "De artikelen 4 en 7 blijven ook daarna gelden.", True),
        (SURVIVES, "en", "Clauses 5 and 9 remain binding afterwards.", True),
        (SURVIVES, "fr", "Les articles 5 et 9 survivent au terme du contrat.", True),
        (SURVIVES, "nl", "De maatregelen blijven op peil.", None),
        (
            AMENDED,
            "nl",
            "Aanvulling of wijziging geschiedt bij een door beide partijen ondertekend stuk.",
            "mutual_written",
        ),
        (
            AMENDED,
            "en",
            "No variation of this Schedule is effective unless in writing and signed by both parties.",
            "mutual_written",
        ),
        (
            AMENDED,
            "de",
            "Änderungen dieses Vertrags bedürfen einer schriftlichen Vereinbarung beider Parteien.",
            "mutual_written",
        ),
        (
            AMENDED,
            "de",
            "Der Auftragsverarbeiter kann diesen Vertrag mit einer Ankündigungsfrist von sechs Wochen ändern.",
            "processor_with_notice",
        ),
        (
            NOTICE,
            "de",
            "Der Auftragsverarbeiter kann diesen Vertrag mit einer Ankündigungsfrist von sechs Wochen ändern.",
            "P6W",
        ),
        (AMENDED, "en", "The Processor may amend this DPA on not less than 40 days' notice.", "processor_with_notice"),
        (AMENDED, "nl", "Verwerker kan deze Verwerkersovereenkomst niet eenzijdig wijzigen.", None),
        (
            AMENDED,
            "fr",
            "Toute modification du présent accord est notifiée au responsable de traitement avec un préavis de deux "
            "mois.",
            "processor_with_notice",
        ),
        (
            RANKS,
            "nl",
            "Bij tegenspraak gaat deze Verwerkersovereenkomst voor op de Hoofdovereenkomst.",
            "this_agreement",
        ),
        (
            RANKS,
            "nl",
            "Bij strijd tussen de Hoofdovereenkomst en deze Verwerkersovereenkomst gelden de bepalingen van "
            "laatstgenoemde.",
            "this_agreement",
        ),
        (
            RANKS,
            "nl",
            "Bij strijdigheid gaan achtereenvolgens voor: de Hoofdovereenkomst en deze Verwerkersovereenkomst.",
            "main_agreement",
        ),
        (RANKS, "de", "Bei Widersprüchen zum Hauptvertrag ist dieser Vertrag maßgeblich.", "this_agreement"),
        (
            RANKS,
            "fr",
            "En cas de contradiction entre le contrat et le présent accord, les stipulations du présent accord "
            "prévalent.",
            "this_agreement",
        ),
        (RANKS, "nl", "Bij strijd tussen een bijlage en deze Verwerkersovereenkomst overleggen partijen.", None),
    ],
)
def test_the_term_in_other_words(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value


@pytest.mark.parametrize(
    ("clause", "lasts"),
    [
        (
            "1.1 Deze verwerkersovereenkomst begint op de dag dat de Hoofdovereenkomst begint en eindigt tegelijk daarmee.",
            "main_agreement",
        ),
        ("1.1 Deze verwerkersovereenkomst hoort bij de Hoofdovereenkomst en eindigt daarmee.", "main_agreement"),
        ("1.1 Deze verwerkersovereenkomst hoort bij de Hoofdovereenkomst en vervangt die niet.", None),
        ("1.1 De Hoofdovereenkomst eindigt op 1 mei.", None),
    ],
)
def test_ending_with_the_main_agreement_by_a_pronoun(clause: str, lasts: str | None) -> None:
    assert value_of("term.lasts", clause) == lasts


@pytest.mark.parametrize(
    ("clause", "apart"),
    [
        ("1.1 Tussentijds opzeggen van alleen deze verwerkersovereenkomst kan niet.", False),
        ("1.1 Opzegging van deze verwerkersovereenkomst is uitgesloten.", False),
        ("1.1 Opzegging van deze verwerkersovereenkomst geschiedt schriftelijk.", None),
    ],
)
def test_giving_notice_may_be_impossible(clause: str, apart: bool | None) -> None:
    assert value_of("term.separately_terminable", clause) is apart


def test_an_effective_date_may_be_the_main_agreement_s() -> None:
    clause = "1.1 This DPA is effective on the date on which the Master Services Agreement takes effect."
    assert value_of("term.starts", clause) == "with_main_agreement"

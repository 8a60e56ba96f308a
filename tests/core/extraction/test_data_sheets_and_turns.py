"""What data sheets, forms for a report and signatures say, and duties in turns that formal papers use."""

import pytest

from core.extraction.clauses import agreement_of, preamble_of, records_of, value_of

ON_BREACHES = "Artikel 5. Datalekken"
SHEET = (
    "Diensten\tBeheer van laptops; online opslag; helpdesk\n"
    "Contactpersoon Verwerker\tDe heer T. Olde, security officer, hulp@rekenhuis.example, 0570 - 31 22 40\n"
)
FORM = """BIJLAGE 2 MELDFORMULIER
1. Wat is er bij het incident gebeurd?
2. Wanneer is het incident ontdekt?
3. Hoeveel personen zijn getroffen?
4. Welke maatregelen zijn genomen?
"""


def test_a_data_sheet_lists_services_and_contacts_beside_their_labels() -> None:
    agreement = agreement_of("Bijlage 1 Gegevensblad", SHEET)
    assert agreement.value("processing.services") == ("Beheer van laptops", "online opslag", "helpdesk")
    contact = records_of(agreement, "contacts.list")[0]
    assert (contact["name"], contact["phone"], contact["email"]) == ("T. Olde", "0570312240", "hulp@rekenhuis.example")


def test_the_questions_of_a_form_are_read_where_only_they_speak_of_an_incident() -> None:
    agreement = agreement_of("Artikel 1. Duur\n\nDeze overeenkomst duurt een jaar.", FORM)
    assert [record["kind"] for record in records_of(agreement, "breach.questionnaire")] == [
        "text",
        "date",
        "number",
        "text",
    ]


def test_a_form_for_something_else_asks_nothing_about_breaches() -> None:
    form = FORM.replace("MELDFORMULIER", "AANVRAAGFORMULIER")
    agreement = agreement_of("Artikel 1. Duur\n\nDeze overeenkomst duurt een jaar.", form)
    assert agreement.value("breach.questionnaire") is None


@pytest.mark.parametrize(
    ("key", "language", "clauses", "value"),
    [
        (
            "term.precedence",
            "en",
            ("If this agreement and the Main Agreement conflict, this agreement takes priority.",),
            "this_agreement",
        ),
        ("term.starts", "en", ("This agreement starts on the date of the last signature.",), "on_signature"),
        (
            "term.starts",
            "nl",
            ("Deze verwerkersovereenkomst begint en eindigt met de Hoofdovereenkomst.",),
            "with_main_agreement",
        ),
        ("law.court", "en", ("Irish law applies and the Irish courts have exclusive jurisdiction.",), "Irish courts"),
        (
            "security.measures_change",
            "en",
            (
                "1. Security",
                "The Processor shall not change those measures without the written consent of the Controller.",
            ),
            "mutual",
        ),
        (
            "breach.authority_notifier",
            "en",
            (
                "5. Data breaches",
                "The Processor shall send updates until the matter is closed.",
                "The decision whether to inform the Information Commissioner rests with the Controller alone.",
            ),
            "controller",
        ),
        (
            "breach.authority_notifier",
            "nl",
            (ON_BREACHES, "Het is aan Verwerkingsverantwoordelijke te bepalen of een inbreuk gemeld moet worden."),
            "controller",
        ),
        (
            "breach.content",
            "en",
            (
                "5. Data breaches",
                "The Processor notifies the Controller of a personal data breach within 20 hours.",
                "The notice shall state: (a) what happened; (b) the number of people affected; and (c) the measures taken.",
            ),
            ("description", "subject_count", "measures"),
        ),
        (
            "confidentiality.duty",
            "en",
            (
                "The Processor shall keep the personal data confidential and limit access to staff who are bound by a "
                "duty of confidence.",
            ),
            True,
        ),
        (
            "instructions.only_on_instruction",
            "fr",
            (
                "Le Sous-traitant ne traite les données que sur instruction du Responsable de traitement, sauf obligation "
                "légale contraire.",
            ),
            True,
        ),
        (
            "instructions.legal_exception",
            "nl",
            (
                "Verwerker verwerkt gegevens alleen in opdracht van Verwerkingsverantwoordelijke. Een uitzondering geldt "
                "voor afwijkende wettelijke verplichtingen van Verwerker.",
            ),
            True,
        ),
        (
            "requests.handling",
            "nl",
            (
                "Artikel 6. Rechten van betrokkenen",
                "Een verzoek dat een betrokkene tot Verwerker richt, wordt aan Verwerkingsverantwoordelijke toegezonden.",
            ),
            "forward",
        ),
        (
            "assistance.costs",
            "nl",
            (
                "Artikel 6. Rechten van betrokkenen",
                "Verwerker helpt bij verzoeken van betrokkenen en mag de kosten daarvan in rekening brengen.",
                "Hetzelfde geldt voor hulp bij een gegevensbeschermingseffectbeoordeling.",
            ),
            "controller",
        ),
        (
            "subprocessors.flow_down",
            "nl",
            (
                "Artikel 7. Subverwerkers",
                "Op een subverwerker rusten geen mindere verplichtingen dan op Verwerker volgens deze overeenkomst.",
            ),
            True,
        ),
        (
            "transfers.rule",
            "nl",
            ("Artikel 8. Locatie", "Buiten de EU mag alleen als aan hoofdstuk V AVG is voldaan."),
            "with_safeguards",
        ),
        (
            "processing.own_purposes",
            "nl",
            ("Verwerker beslist niets over het gebruik en zal de gegevens evenmin ten eigen nutte aanwenden.",),
            False,
        ),
    ],
)
def test_turns_of_formal_papers(key: str, language: str, clauses: tuple[str, ...], value: object) -> None:
    assert value_of(key, *clauses, preamble=preamble_of(language)) == value


def test_two_places_and_dates_on_a_line_are_signatures() -> None:
    clauses = (
        "Artikel 1. Duur\n\nDeze overeenkomst duurt een jaar.",
        "Edam, 3 mei 2021      Hoorn, 6 mei 2021",
        "A. Vos      B. Prins",
    )
    agreement = agreement_of(*clauses)
    assert (agreement.value("document.state"), agreement.value("term.signed_on")) == ("signed", "2021-05-06")


def test_a_company_registered_under_a_number_of_its_own_words_keeps_it() -> None:
    preamble = (
        "Data Processing Agreement\n\nThis agreement is made between Quayside Foods Limited (registered number 04418210) "
        'whose registered office is at 9 Harbour Row, Leith (the "Client") and Tally Payroll Limited '
        '(registered number 05520000) (the "Supplier").\n\n'
        "The Client is the controller and the Supplier is the processor.\n\n"
    )
    assert value_of("controller.registration", preamble=preamble) == "04418210"

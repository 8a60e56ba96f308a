"""What the report of a breach holds, by clause, list and form; and the form's own questions (Art. 33(3))."""

import pytest

from core.extraction.clauses import agreement_of, preamble_of, records_of, value_of

CONTENT, QUESTIONS = "breach.content", "breach.questionnaire"


@pytest.mark.parametrize(
    ("language", "clause", "tokens"),
    [
        (
            "nl",
            "De melding van een datalek bevat de oorzaak, de verwachte gevolgen en de genomen maatregelen.",
            {"cause", "consequences", "measures"},
        ),
        (
            "nl",
            "De melding van een datalek bevat de aard van de inbreuk en het aantal betrokkenen.",
            {"nature", "subject_count"},
        ),
        (
            "en",
            "The notification of a breach shall include the nature of the breach and the name of a contact point.",
            {"nature", "contact_point"},
        ),
        (
            "en",
            "The notice of a breach shall contain the likely consequences and whether the data were encrypted.",
            {"consequences", "protection"},
        ),
        ("nl", "De melding van een datalek bevat de maatregelen om de mogelijke gevolgen te beperken.", {"measures"}),
    ],
)
def test_a_clause_names_what_the_report_holds(language: str, clause: str, tokens: set[str]) -> None:
    found = value_of(CONTENT, clause, preamble=preamble_of(language))
    assert isinstance(found, tuple)
    assert set(found) == tokens


def test_a_list_names_what_the_report_holds() -> None:
    clauses = (
        "5.1 De melding van een datalek bevat ten minste:",
        "- een omschrijving van het datalek;",
        "- de categorieën van betrokkenen en persoonsgegevens;",
        "- wanneer het datalek heeft plaatsgevonden;",
        "- wanneer het datalek is ontdekt.",
    )
    found = value_of(CONTENT, *clauses)
    assert isinstance(found, tuple)
    assert set(found) == {"description", "data_categories", "subject_categories", "when_occurred", "when_discovered"}


def test_measures_against_a_breach_are_no_content_of_its_report() -> None:
    assert value_of(CONTENT, "Verwerker treft na een datalek maatregelen om de gevolgen te beperken.") is None


def test_a_numbered_form_gives_its_questions_with_their_kind() -> None:
    agreement = agreement_of(
        "1.1 Verwerker meldt een datalek met het formulier van bijlage 1.",
        "Bijlage 1: Meldformulier datalekken",
        "1. Wat is er misgegaan?",
        "2. Hoeveel personen zijn geraakt?",
        "3. Op welke datum gebeurde het?",
        "4. Zijn de gegevens versleuteld?",
    )
    records = records_of(agreement, QUESTIONS)
    assert [(record["number"], record["kind"]) for record in records] == [
        (1, "text"), (2, "number"), (3, "date"), (4, "yes_no"),
    ]  # fmt: skip
    assert agreement.facts[QUESTIONS].citations[0].text.endswith("Wat is er misgegaan?")


def test_the_steps_before_a_form_are_no_questions_and_offered_answers_are_options() -> None:
    agreement = agreement_of(
        "1.1 Verwerker meldt een datalek met het formulier van bijlage 1.",
        "Bijlage 1: Werkwijze en formulier bij een datalek",
        "1. De specialist beoordeelt het signaal.",
        "2. De beveiligingsfunctionaris belt binnen een uur.",
        "3. Partijen overleggen over de gevolgen.",
        "1. Wat is er gebeurd? Geef een samenvatting.",
        "2. Is het nog gaande? (ja / nee)",
        "3. Wat is de aard van het datalek? Kies: verlies / diefstal / inzage door onbevoegden",
        "4. Hoeveel personen zijn getroffen? (aantal)",
    )
    records = records_of(agreement, QUESTIONS)
    assert [(record["question"], record["kind"], record["options"]) for record in records] == [
        ("Wat is er gebeurd? Geef een samenvatting.", "text", None),
        ("Is het nog gaande?", "yes_no", ("ja", "nee")),
        ("Wat is de aard van het datalek?", "text", ("verlies", "diefstal", "inzage door onbevoegden")),
        ("Hoeveel personen zijn getroffen?", "number", None),
    ]


def test_a_form_to_fill_in_gives_a_question_a_field() -> None:
    agreement = agreement_of(
        "1.1 Verwerker meldt een datalek met de vragen van bijlage 1.",
        "Bijlage 1: Vragenlijst datalekken",
        "Omschrijf wat er gebeurde:",
        "...........................",
        "Welke groepen zijn geraakt? Omcirkel het antwoord:",
        "Leerlingen: JA / NEE",
        "Docenten: JA / NEE",
    )
    records = records_of(agreement, QUESTIONS)
    assert [record["question"] for record in records] == ["Omschrijf wat er gebeurde", "Leerlingen", "Docenten"]
    assert records[1]["options"] == ("JA", "NEE")


def test_a_list_of_what_the_notice_holds_is_no_form() -> None:
    clauses = ("5.1 De melding bevat:", "- de aard van het datalek;", "- de oorzaak;", "- de maatregelen.")
    assert value_of(QUESTIONS, *clauses) is None


@pytest.mark.parametrize(
    ("language", "clause", "tokens"),
    [
        (
            "de",
            "Die Meldung der Verletzung gibt Auskunft über Art und Zeitpunkt des Vorfalls, mögliche Folgen und "
            "Gegenmaßnahmen.",
            {"nature", "when_occurred", "consequences", "measures"},
        ),
        (
            "fr",
            "La notification de la violation précise le nombre de personnes, les conséquences et les mesures.",
            {"subject_count", "consequences", "measures"},
        ),
        (
            "nl",
            "Bij een datalek vertelt Verwerker Klant wat er is voorgevallen en hoeveel leerlingen het betreft.",
            {"description", "subject_count"},
        ),
        (
            "nl",
            "De melding van een datalek omvat datum en tijdstip van het ontstaan en van de ontdekking.",
            {"when_occurred", "when_discovered"},
        ),
        (
            "en",
            "The notice of a breach shall state (i) the nature of the breach; (ii) the approximate number of patients; "
            "(iii) a named contact.",
            {"nature", "subject_count", "contact_point"},
        ),
        ("nl", "Verwerker vermeldt in zijn jaarverslag welke maatregelen hij tegen datalekken neemt.", set()),
    ],
)
def test_the_report_is_told_in_other_words(language: str, clause: str, tokens: set[str]) -> None:
    found = value_of(CONTENT, clause, preamble=preamble_of(language))
    assert set(found if isinstance(found, tuple) else ()) == tokens


def test_an_item_of_another_list_is_no_content() -> None:
    clauses = (
        "5.1 Verwerker verbindt zich tot het volgende:",
        "a. een datalek te melden met de aard en de gevolgen ervan;",
        "b. maatregelen te treffen en personen een contactpunt te geven.",
    )
    found = value_of(CONTENT, *clauses)
    assert "contact_point" not in (found if isinstance(found, tuple) else ())


def test_a_form_in_a_table_gives_its_questions_and_the_answers_to_choose_from() -> None:
    clauses = (
        "Bijlage 4 Formulier melding datalek",
        "1\tWat is er gebeurd?\t…………\n2\tWanneer was dat?\t__-__-____\n3\tWaren de gegevens versleuteld?\t☐ ja ☐ "
        "nee ☐ deels\n"
        "4\tNaam en telefoonnummer van de melder\t…………",
    )
    records = records_of(agreement_of(*clauses), QUESTIONS)
    assert [(r["number"], r["question"], r["kind"], r["options"]) for r in records] == [
        (1, "Wat is er gebeurd?", "text", None),
        (2, "Wanneer was dat?", "date", None),
        (3, "Waren de gegevens versleuteld?", "yes_no", ("ja", "nee", "deels")),
        (4, "Naam en telefoonnummer van de melder", "contact", None),
    ]


def test_questions_may_be_numbered_with_a_letter_and_hold_room_to_write() -> None:
    clauses = (
        "Annex D Incident report form",
        "D1 Give a summary.",
        "D2 Number of people concerned: ________",
        "D3 Was the data encrypted? (yes / no)",
    )
    records = records_of(agreement_of(*clauses, preamble=preamble_of("en")), QUESTIONS)
    assert [(r["number"], r["kind"], r["options"]) for r in records] == [
        (1, "text", None),
        (2, "number", None),
        (3, "yes_no", ("yes", "no")),
    ]


def test_a_numbered_procedure_asks_nothing() -> None:
    clauses = (
        "Bijlage 4 Meldprocedure datalek",
        "1. De medewerker belt de servicedesk.",
        "2. De servicedesk legt het vast.",
        "3. De directie beslist.",
    )
    assert value_of(QUESTIONS, *clauses) is None

"""Contacts in lines and sentences: who, in which function, for what, of which party, in four languages."""

from core.extraction.clauses import ENGLISH, agreement_of, records_of
from core.extraction.test_subprocessor_words import FRENCH, GERMAN

LIST = "contacts.list"
PREAMBLE = """Verwerkersovereenkomst

Kade Noord B.V. (hierna: Verwerkingsverantwoordelijke) en Rekenhuis Zuid B.V. (hierna: Verwerker) komen overeen.

"""


def test_a_labelled_line_names_person_function_and_party() -> None:
    agreement = agreement_of(
        "Anlage 4 - Weisungsberechtigte",
        "Weisungsberechtigt beim Auftraggeber: Silja Brandt, Leiterin Vertrieb, Tel. 07391 444-210, brandt@hafen.example",
        "Datenschutzbeauftragte des Auftragnehmers: Petra Lind, datenschutz@rechnen.example",
        preamble=GERMAN,
    )
    assert agreement.value(LIST) == (
        {
            "party": "controller",
            "purpose": "instructions",
            "name": "Silja Brandt",
            "role": "Leiterin Vertrieb",
            "phone": "07391444210",
            "email": "brandt@hafen.example",
        },
        {
            "party": "processor",
            "purpose": "privacy",
            "name": "Petra Lind",
            "role": "Datenschutzbeauftragte",
            "phone": None,
            "email": "datenschutz@rechnen.example",
        },
    )


def test_a_number_for_breaches_belongs_to_the_party_of_the_line_before() -> None:
    agreement = agreement_of(
        "Annexe 4 : Interlocuteurs",
        "Délégué à la protection des données du Sous-traitant : Bastien Roux, dpo@calcul.example, 02 47 44 44 18",
        "Astreinte (violations de données) : 02 47 44 44 99, astreinte@calcul.example",
        preamble=FRENCH,
    )
    first, second = records_of(agreement, LIST)
    assert (first["name"], first["role"]) == ("Bastien Roux", "Délégué à la protection des données")
    assert (second["party"], second["purpose"], second["name"]) == ("processor", "breach", None)


def test_a_person_with_a_function_in_brackets_stands_in_a_sentence() -> None:
    agreement = agreement_of(
        "Artikel 9 Contact",
        "Vragen over deze overeenkomst beantwoordt R. (Roos) Fennema (privacycoördinator), "
        "telefoon 033 444 73 10, roos@rekenhuis.example.",
        preamble=PREAMBLE,
    )
    record = records_of(agreement, LIST)[0]
    assert (record["name"], record["role"]) == ("R. (Roos) Fennema", "privacycoördinator")
    assert record["party"] == "processor"
    assert agreement.value("processor.email") == "roos@rekenhuis.example"


def test_a_function_is_nobody_s_name() -> None:
    agreement = agreement_of(
        "Artikel 9 Contact",
        "Verwerker is bereikbaar via zijn Data Protection Officer, privacy@rekenhuis.example.",
        preamble=PREAMBLE,
    )
    record = records_of(agreement, LIST)[0]
    assert (record["name"], record["role"]) == (None, "Data Protection Officer")


def test_one_column_may_hold_name_and_function() -> None:
    agreement = agreement_of(
        "Bijlage C Contactpersonen",
        "| Partij | Onderwerp | Naam en functie | Telefoon |\n|---|---|---|---|\n"
        "| Verwerker | Incidenten (24/7) | T. Vos, security officer | 038 444 22 09 |",
    )
    assert agreement.value(LIST) == (
        {
            "party": "processor",
            "purpose": "breach",
            "name": "T. Vos",
            "role": "security officer",
            "phone": "0384442209",
            "email": None,
        },
    )


def test_who_answers_questions_stands_in_the_statement_of_processing() -> None:
    agreement = agreement_of(
        "1.1 Verwerker verwerkt de gegevens voor Verwerkingsverantwoordelijke.",
        preamble="Verwerkersovereenkomst\n\nDeel 1: Verklaring\n\nDeze verklaring is opgesteld door de volgende leverancier: "
        "Rekenhuis Zuid B.V.\n\nMet vragen over deze verklaring kunt u terecht bij: Anna de Wit, privacy officer, "
        "aw@rekenhuis.example, 038-4442209.\n\n",
    )
    record = records_of(agreement, LIST)[0]
    assert (record["party"], record["name"], record["role"]) == ("processor", "Anna de Wit", "privacy officer")
    assert (record["phone"], record["email"]) == ("0384442209", "aw@rekenhuis.example")


def test_the_word_before_a_number_is_no_function() -> None:
    agreement = agreement_of(
        "Annex C Contacts",
        "Data Protection Lead of the Processor: Imogen Poe, telephone 01422 555 318, email dpl@counting.example",
        preamble=ENGLISH,
    )
    record = records_of(agreement, LIST)[0]
    assert (record["name"], record["role"]) == ("Imogen Poe", "Data Protection Lead")

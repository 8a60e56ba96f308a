"""The list of sub-processors wherever it stands: tables in four languages, numbered items, short descriptions, brackets."""

import pytest

from core.extraction.clauses import ENGLISH, agreement_of, records_of, value_of
from core.extraction.test_subprocessor_words import FRENCH, GERMAN

LIST = "subprocessors.list"


def test_a_german_table_names_firms_with_their_address() -> None:
    agreement = agreement_of(
        "Anlage 2: Unterauftragnehmer",
        "| Firma, Anschrift | Leistung | Ort der Leistungserbringung |\n|---|---|---|\n"
        "| Wolkenwerk GmbH, Bremen, Deutschland | Housing | Deutschland, Tschechien |",
        preamble=GERMAN,
    )
    assert agreement.value(LIST) == (
        {"name": "Wolkenwerk GmbH", "service": "Housing", "established_in": "DE", "processing_in": ("DE", "CZ")},
    )


def test_a_french_table_tells_the_seat_from_the_place_of_processing() -> None:
    agreement = agreement_of(
        "Annexe 2 : Sous-traitants ultérieurs",
        "| Nom | Activité confiée | Pays d'établissement | Lieu du traitement |\n|---|---|---|---|\n"
        "| Nimbus SAS | Hébergement | France | Belgique |",
        preamble=FRENCH,
    )
    assert agreement.value(LIST) == (
        {"name": "Nimbus SAS", "service": "Hébergement", "established_in": "FR", "processing_in": ("BE",)},
    )


def test_northern_ireland_is_no_part_of_ireland() -> None:
    agreement = agreement_of(
        "Annex 1: Sub-processors",
        "| Name | Role | Registered in | Data held in |\n|---|---|---|---|\n"
        "| Gasworks Ltd | Repairs | Northern Ireland | Ireland |",
        preamble=ENGLISH,
    )
    record = records_of(agreement, LIST)[0]
    assert (record["established_in"], record["processing_in"]) == ("GB", ("IE",))


@pytest.mark.parametrize("lead", ["Bij het aangaan van deze overeenkomst is", "Bij ondertekening is"])
def test_a_line_below_a_colon_may_name_two_companies_with_what_each_does(lead: str) -> None:
    agreement = agreement_of(
        "Artikel 4. Subverwerkers",
        f"{lead} toestemming verleend voor:\n"
        "Kadewolk Hosting B.V. te Zwolle (hosting) en Postvlinder B.V. te Utrecht (sms-berichten).",
    )
    assert [(r["name"], r["service"], r["established_in"]) for r in records_of(agreement, LIST)] == [
        ("Kadewolk Hosting B.V.", "hosting", "NL"),
        ("Postvlinder B.V.", "sms-berichten", "NL"),
    ]


def test_numbered_items_of_an_annex_say_seat_service_and_place() -> None:
    agreement = agreement_of(
        "Annex 2: Sub-processors",
        "1. Pigeon Mail NV, established in Belgium: dispatch of letters, in Belgium and France.",
        "2. Night Desk (Pty) Ltd, established in South Africa: telephone support.",
        preamble=ENGLISH,
    )
    assert agreement.value(LIST) == (
        {
            "name": "Pigeon Mail NV",
            "service": "dispatch of letters",
            "established_in": "BE",
            "processing_in": ("BE", "FR"),
        },
        {"name": "Night Desk (Pty) Ltd", "service": "telephone support", "established_in": "ZA", "processing_in": None},
    )


def test_names_with_what_they_do_in_brackets_are_listed_in_a_sentence() -> None:
    agreement = agreement_of(
        "Verwerkingsverantwoordelijke stemt in met subverwerkers. Thans zijn dat Wolkenhuis B.V. (hosting, "
        "gevestigd te Duitsland, dataopslag in Finland) en Drukkerij Zwaan B.V. (drukken van brieven)."
    )
    assert agreement.value(LIST) == (
        {"name": "Wolkenhuis B.V.", "service": "hosting", "established_in": "DE", "processing_in": ("FI",)},
        {
            "name": "Drukkerij Zwaan B.V.",
            "service": "drukken van brieven",
            "established_in": None,
            "processing_in": None,
        },
    )


def test_brackets_in_other_sentences_list_nobody() -> None:
    assert value_of(LIST, "Thans zijn dat Kantoor Zwolle (administratie) en Kantoor Assen (verkoop).") is None


def test_a_name_with_its_country_is_described_in_the_line_below() -> None:
    agreement = agreement_of(
        "Anhang 2: Unterauftragsverarbeiter",
        "Hafenrechner GmbH (Deutschland)",
        "Betrieb der Rechner. Verarbeitung in Deutschland und Finnland.",
        preamble=GERMAN,
    )
    assert agreement.value(LIST) == (
        {
            "name": "Hafenrechner GmbH",
            "service": "Betrieb der Rechner",
            "established_in": "DE",
            "processing_in": ("DE", "FI"),
        },
    )


def test_the_fields_of_an_open_form_are_no_sub_processors() -> None:
    clauses = (
        "Annex 2: Sub-processors",
        "- Sub-processor (legal name): [name]",
        "- Safeguards (if outside EEA): [text]",
    )
    assert value_of(LIST, *clauses, preamble=ENGLISH) is None


def test_helpers_named_in_a_table_of_processing_are_sub_processors() -> None:
    agreement = agreement_of(
        "Bijlage 1",
        "| Werkzaamheid | Van wie | Welke gegevens | Hoe lang | Met hulp van |\n|---|---|---|---|---|\n"
        "| Facturen | klanten | naam, adres | 7 jaar | Drukkerij Zwaan B.V. |\n| Agenda | klanten | naam | 1 jaar | geen |",
    )
    assert [record["name"] for record in records_of(agreement, LIST)] == ["Drukkerij Zwaan B.V."]
    assert [record["retention"] for record in records_of(agreement, "processing.activities")] == ["7 jaar", "1 jaar"]
    assert records_of(agreement, "processing.activities")[1]["sub_processor"] is None
    assert agreement.value("processing.services") == ("Facturen", "Agenda")


def test_sentences_name_whom_the_processor_has_engaged_and_for_what() -> None:
    agreement = agreement_of(
        "7.1 Voor het verzenden van nieuwsbrieven schakelt Verwerker Postduif B.V. te Gent in.",
    )
    record = records_of(agreement, LIST)[0]
    assert (record["name"], record["service"]) == ("Postduif B.V.", "verzenden van nieuwsbrieven")


def test_whom_the_processor_may_engage_or_insures_with_is_no_sub_processor() -> None:
    assert (
        value_of(LIST, "7.1 Voor het verzenden van post kan Verwerker bijvoorbeeld Postduif B.V. inschakelen.") is None
    )
    assert value_of(LIST, "7.1 Voor verzekeringen werkt Verwerker samen met Zekerheid N.V. te Gent.") is None


def test_a_table_of_contacts_whose_columns_ran_together_lists_no_sub_processors() -> None:
    rows = (
        "| Partij | Onderwerp Naam | Functie Telefoon E-mail |\n|---|---|---|\n"
        "| Verwerker | inbreuken J. Vos | jurist 0201234567 j@huis.example |"
    )
    assert value_of(LIST, "Bijlage 4: Contactpersonen", rows) is None


@pytest.mark.parametrize(
    "head",
    [
        "Sub-verwerker (bedrijfsnaam, vestigingsplaats etc.)",
        "Subverwerker (naam, adres)",
        "Naam en vestigingsplaats",
    ],
)
def test_a_head_that_asks_for_name_and_seat_heads_the_names(head: str) -> None:
    agreement = agreement_of(
        "Bijlage 3 Subverwerkers",
        f"| {head} | Verwerkingsplaats/land | Beschrijving werkzaamheden |\n|---|---|---|\n"
        "| Wolkenwerk, Havenkade 25, 1234 AB Zwolle, Nederland | België | Opslag van e-mail |\n"
        "| Postduif Inc | Ierland | Verzending |",
    )
    assert agreement.value(LIST) == (
        {
            "name": "Wolkenwerk",
            "service": "Opslag van e-mail",
            "established_in": "NL",
            "processing_in": ("BE",),
        },
        {"name": "Postduif Inc", "service": "Verzending", "established_in": None, "processing_in": ("IE",)},
    )


def test_a_seat_in_a_column_of_its_own_heads_no_names() -> None:
    agreement = agreement_of(
        "Bijlage 3 Subverwerkers",
        "| Vestiging (land) | Subverwerker | Dienst |\n|---|---|---|\n| België | Wolkenwerk | Opslag |",
    )
    assert agreement.value(LIST) == (
        {"name": "Wolkenwerk", "service": "Opslag", "established_in": "BE", "processing_in": None},
    )


def test_helpers_are_listed_below_the_line_that_leads_to_them_under_any_heading() -> None:
    agreement = agreement_of(
        "§ 5 Wer hilft uns?",
        "Wir haben zwei Helfer, mit denen Sie einverstanden sind:",
        "- Rechenwerk Software eG, Deutschland – Lohnprogramm\n- Technik Almtal e.U., Österreich – Wartung",
        preamble=GERMAN,
    )
    assert [record["name"] for record in records_of(agreement, LIST)] == [
        "Rechenwerk Software eG",
        "Technik Almtal e.U.",
    ]

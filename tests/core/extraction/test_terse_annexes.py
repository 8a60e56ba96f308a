"""Annexes and openings in few words: tables without a head, contacts by label, parties by pronoun or number."""

import pytest

from art28.extraction.extract import extract
from art28.extraction.topics.processing.listing import listed
from art28.reading.text import read_text
from core.extraction.clauses import ENGLISH, agreement_of, records_of, value_of


def _named(opening: str, body: str) -> tuple[object, object]:
    text = f"Verwerkersovereenkomst\n\n{opening}\n\n{body}\n"
    read = extract(read_text(text, name="a.txt", sha256="0" * 64, extraction="test"))
    return read.value("controller.name"), read.value("processor.name")


@pytest.mark.parametrize(
    ("table", "records"),
    [
        (
            "| Wolkwerk B.V. | Hosting in Nederland |\n|---|---|\n| Postduif Ltd | E-mail vanuit Kenia |",
            [("Wolkwerk B.V.", "Hosting", None, ("NL",)), ("Postduif Ltd", "E-mail", None, ("KE",))],
        ),
        (
            "| Wolkwerk B.V. | Utrecht | Hosting | Nederland |\n|---|---|---|---|\n| Postduif Ltd | Dublin | E-mail | EU |",
            [("Wolkwerk B.V.", "Hosting", "NL", ("NL",)), ("Postduif Ltd", "E-mail", "IE", ("EU",))],
        ),
    ],
)
def test_a_table_of_sub_processors_without_a_head(table: str, records: list[tuple[object, ...]]) -> None:
    read = agreement_of(f"Bijlage 2 Subverwerkers\n\n{table}\n")
    fields = ("name", "service", "established_in", "processing_in")
    assert [tuple(record[field] for field in fields) for record in records_of(read, "subprocessors.list")] == records


@pytest.mark.parametrize(
    "annex",
    [
        "Bijlage 2 Leden\n\n| Wolkwerk B.V. | Hosting |\n|---|---|\n| Postduif Ltd | E-mail |\n",
        "Bijlage 2 Subverwerkers\n\n| Wolkwerk B.V. | Hosting |\n|---|---|\n| Wie toegang heeft | Beheerders |\n",
    ],
)
def test_companies_elsewhere_or_among_other_rows_are_no_sub_processors(annex: str) -> None:
    assert agreement_of(annex).value("subprocessors.list") is None


def test_the_party_behind_a_label_is_not_the_name() -> None:
    annex = (
        "Bijlage 3\n\nNaam contactpersoon Verwerkingsverantwoordelijke: D. Dam\nE-mailadres: fg@kade.example\n"
        "Telefoonnummer: 038-1234567\n\nNaam contactpersoon Verwerker: C. Kok\nE-mailadres: c.kok@rekenhuis.example\n"
        "Telefoonnummer: 0570-123456\n"
    )
    found = records_of(agreement_of(annex), "contacts.list")
    assert [(one["party"], one["purpose"], one["name"]) for one in found] == [
        ("controller", None, "D. Dam"),
        ("processor", None, "C. Kok"),
    ]


def test_two_labelled_contacts_in_one_paragraph_and_a_function_of_two_letters() -> None:
    annex = (
        "Bijlage 3 Contactpersonen\n\nContactpersoon Verwerker bij datalekken: C. Kok, 06-12345678, c.kok@rekenhuis.example\n"
        "Contactpersoon Verwerkingsverantwoordelijke bij datalekken: D. Dam, FG, 038-1234567, fg@kade.example\n"
    )
    found = records_of(agreement_of(annex), "contacts.list")
    assert [(one["party"], one["purpose"], one["name"], one["role"]) for one in found] == [
        ("processor", "breach", "C. Kok", None),
        ("controller", "breach", "D. Dam", "FG"),
    ]


def test_an_address_says_nothing_of_the_purpose_where_the_article_does() -> None:
    clause = "Artikel 2 Datalekken\n\n2.1 Verwerker mailt meldingen naar privacy@kade.example."
    (found,) = records_of(agreement_of(clause), "contacts.list")
    assert found["purpose"] == "breach"


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        (
            "Stichting Lindehof (wij) en Rekenhuis Zuid B.V. (jullie)\n\nJullie verwerken gegevens voor ons.",
            ("Stichting Lindehof", "Rekenhuis Zuid B.V."),
        ),
        (
            "Rekenhuis Zuid B.V. (wij) en Stichting Lindehof (jullie)\n\nWij verwerken gegevens voor jullie.",
            ("Stichting Lindehof", "Rekenhuis Zuid B.V."),
        ),
        (
            "Partijen\n\n1. Verwerker\nRekenhuis Zuid B.V., gevestigd te Breda\n\n2. Verwerkingsverantwoordelijke\n"
            "Stichting Lindehof, gevestigd te Zeist",
            ("Stichting Lindehof", "Rekenhuis Zuid B.V."),
        ),
        (
            "Client : Stichting Lindehof\n\nPrestataire : Rekenhuis Zuid B.V.",
            ("Stichting Lindehof", "Rekenhuis Zuid B.V."),
        ),
        (
            'Rekenhuis Zuid B.V. ("we", "us") provides services to Stichting Lindehof ("you").',
            ("Stichting Lindehof", "Rekenhuis Zuid B.V."),
        ),
    ],
)
def test_parties_by_pronoun_number_or_label(opening: str, names: tuple[str, str]) -> None:
    body = (
        "Artikel 1. Verwerker verwerkt persoonsgegevens alleen op schriftelijke instructie van "
        "Verwerkingsverantwoordelijke.\n\nArtikel 2. Verwerker meldt een datalek binnen 24 uur aan "
        "Verwerkingsverantwoordelijke."
    )
    assert _named(opening, body) == names


def test_who_processes_for_neither_stays_open() -> None:
    body = "Artikel 1. Wij spreken af dat wij de gegevens geheimhouden."
    assert _named("Stichting Lindehof (wij) en Rekenhuis Zuid B.V. (jullie)", body)[1] != "Stichting Lindehof"


@pytest.mark.parametrize(
    ("clause", "key", "value"),
    [
        ("Artikel 9 Audit\n\n9.1 De controle kost Verwerkingsverantwoordelijke niets.", "audit.costs", "processor"),
        (
            "Artikel 9 Audit\n\n9.1 Verwerkingsverantwoordelijke betaalt de audit, tenzij blijkt dat Verwerker zich niet "
            "aan de afspraken houdt.",
            "audit.costs",
            "processor_if_noncompliant",
        ),
        (
            "Artikel 9 Einde\n\n9.1 Verwerker vernietigt de gegevens, tenzij Verwerkingsverantwoordelijke binnen 30 dagen "
            "om teruggave vraagt.",
            "end.choice_window",
            "P30D",
        ),
        (
            "Artikel 9 Einde\n\n9.1 Verwerker vernietigt de gegevens, tenzij Verwerkingsverantwoordelijke binnen 30 dagen "
            "om teruggave vraagt.",
            "end.deadline",
            None,
        ),
        ("Artikel 9 Einde\n\n9.1 Verwerker geeft geen verklaring van vernietiging af.", "end.data", None),
        ("Artikel 9 Einde\n\n9.1 Verwerker geeft geen verklaring van vernietiging af.", "end.certificate", False),
    ],
)
def test_terms_in_few_words(clause: str, key: str, value: object) -> None:
    assert value_of(key, clause) == value


@pytest.mark.parametrize(
    ("clause", "key", "value"),
    [
        (
            "Artikel 9 Einde\n\n9.1 Binnen een maand na het einde laat Verwerkingsverantwoordelijke weten of zij de gegevens "
            "terug wil. Anders wist Verwerker ze.",
            "end.data",
            "delete_unless_return_agreed",
        ),
        (
            "Artikel 9 Einde\n\n9.1 Na afloop blijven de gegevens nog 60 dagen beschikbaar om te downloaden. Daarna worden "
            "ze gewist.",
            "end.choice_window",
            "P60D",
        ),
        (
            "Artikel 9 Hulp\n\n9.1 Komt er een vraag van iemand over zijn of haar gegevens bij Verwerker binnen, dan stuurt "
            "hij die binnen drie dagen door aan Verwerkingsverantwoordelijke.",
            "requests.handling",
            "forward",
        ),
        (
            "Artikel 9 Hulp\n\n9.1 Verwerker helpt Verwerkingsverantwoordelijke bij: a) beveiliging; b) datalekken; c) een "
            "gegevensbeschermingseffectbeoordeling; d) verzoeken van betrokkenen.\n\n9.2 Verwerker mag de tijd die met de "
            "hulp onder b) en c) is gemoeid in rekening brengen.",
            "requests.costs",
            None,
        ),
        (
            "Artikel 9 Verbetering\n\n9.1 Verwerker maakt van de gegevens in geanonimiseerde vorm gebruik voor "
            "branchevergelijkingen.",
            "processing.own_purposes",
            True,
        ),
        (
            "Artikel 9 Verbetering\n\n9.1 Verwerker maakt van de gegevens geen gebruik voor branchevergelijkingen.",
            "processing.own_purposes",
            None,
        ),
        (
            "Artikel 9 Audit\n\n9.1 Klanten betalen niets. De audit betaalt Verwerkingsverantwoordelijke, tenzij er iets "
            "ernstigs uitkomt.",
            "audit.costs",
            "processor_if_noncompliant",
        ),
    ],
)
def test_terms_in_spoken_dutch(clause: str, key: str, value: object) -> None:
    assert value_of(key, clause) == value


@pytest.mark.parametrize(
    ("clause", "key", "value"),
    [
        ("2 Audit\n\n2.1 The Processor shall not charge for audits.", "audit.costs", "processor"),
        (
            "2 End\n\n2.1 The Processor returns all data and then deletes existing copies.",
            "end.data",
            "return_then_delete",
        ),
        ("2 End\n\n2.1 The Processor issues no certificate of deletion.", "end.certificate", False),
        (
            "2 End\n\n2.1 The Processor deletes the data unless the Controller asks for their return within 30 days.",
            "end.deadline",
            None,
        ),
        (
            "2 Data subject rights\n\n2.1 Within five days of the Controller's request the Processor supplies the data "
            "needed to answer a data subject.",
            "requests.deadline",
            "P5D",
        ),
        (
            "2 Data\n\n2.1 The Processor processes names, addresses and dates of birth of employees.",
            "processing.data_subjects",
            ("employees",),
        ),
    ],
)
def test_terms_in_few_english_words(clause: str, key: str, value: object) -> None:
    assert value_of(key, clause, preamble=ENGLISH) == value


def test_a_product_before_people_is_none_of_them() -> None:
    annex = (
        "Bijlage 1 Verwerking\n\nBoekhoud Plus Medewerkers: naam, e-mailadres\n\nKlanten: naam, adres\n\n"
        "Leveranciers: naam, telefoonnummer\n"
    )
    assert agreement_of(annex).value("processing.data_subjects") == ("Klanten", "Leveranciers")


def test_the_last_but_one_item_of_a_list_loses_its_and() -> None:
    assert listed("naam, adres, en (soms) geslacht, telefoonnummer") == [
        "naam",
        "adres",
        "(soms) geslacht",
        "telefoonnummer",
    ]


def test_an_annex_that_waits_to_be_filled_in_is_a_template() -> None:
    annex = "Bijlage 1\n\nSubverwerkers: [Aan te vullen vóór de ingebruikname van de app, na overleg over de plaats]\n"
    assert agreement_of(annex).value("document.state") == "template"


def test_own_purposes_by_way_of_exception() -> None:
    clause = (
        "Artikel 9 Doelen\n\n9.1 Verwerker verwerkt geen gegevens voor eigen doeleinden behoudens voor zover nodig voor de "
        "bedrijfsvoering en de kwaliteitsbewaking."
    )
    assert value_of("processing.own_purposes", clause) is True


def test_a_request_that_is_given_on_in_the_next_sentence() -> None:
    clause = (
        "Artikel 9 Inzageverzoeken\n\n9.1 Verwerker reageert niet zelf op verzoeken. Hij geeft ze binnen 48 uur door."
    )
    assert value_of("requests.handling", clause) == "forward"
    assert value_of("requests.deadline", clause) == "PT48H"

"""Data named person by person, tables that tell kinds from data, and companies with their seat in one cell."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.clauses import agreement_of, records_of


def test_people_and_their_data_are_told_apart() -> None:
    agreement = agreement_of(
        "Artikel 2. Gegevens",
        "Van jouw bezoekers: naam, e-mailadres en kenteken. Van jouw medewerkers: naam, functie en rooster.",
    )
    assert agreement.value("processing.data_subjects") == ("bezoekers", "medewerkers")
    assert agreement.value("processing.data_categories") == (
        "naam",
        "e-mailadres",
        "kenteken",
        "functie",
        "rooster",
    )


@pytest.mark.parametrize(
    "clause",
    [
        "Van toepassing: Nederlands recht. Van de bijlagen: bijlage 1 en bijlage 2.",
        "Contact voor leden: 0570 31 22 40. Contact voor ouders: naam en nummer staan op de website.",
    ],
)
def test_pairs_that_name_no_people_with_data_are_no_list(clause: str) -> None:
    assert agreement_of("Artikel 2. Overig", clause).value("processing.data_subjects") is None


def _page(*tables: str) -> Agreement:
    page = (
        "<html><body><h1>Verwerkersovereenkomst</h1><p>Kade Noord B.V. (hierna: Verwerkingsverantwoordelijke) "
        "en Rekenhuis Zuid B.V. (hierna: Verwerker) komen het volgende overeen.</p>"
        f"<h2>Bijlage 1. Verwerkingen</h2>{''.join(tables)}</body></html>"
    )
    return extract(read_document(page.encode(), name="tables.html", limits=Limits()))


def _table(*rows: str) -> str:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f"<table>{body}</table>"


def test_the_data_stand_in_the_column_that_says_which() -> None:
    agreement = _page(
        _table(
            "Categorie persoonsgegevens|Betrokkenen|Gegevens|Bewaartermijn",
            "Contact|Huurders|Naam, telefoonnummer|1 jaar",
            "Financieel|Huurders|IBAN|7 jaar",
        )
    )
    assert agreement.value("processing.data_categories") == ("Naam", "telefoonnummer", "IBAN")


def test_a_kind_is_the_data_where_no_column_says_more() -> None:
    agreement = _page(
        _table(
            "Categorie persoonsgegevens|Betrokkenen|Bewaartermijn",
            "Contactgegevens|Huurders|1 jaar",
            "Betaalgegevens|Huurders|7 jaar",
        )
    )
    assert agreement.value("processing.data_categories") == ("Contactgegevens", "Betaalgegevens")


def test_a_company_stands_with_its_seat_in_one_cell() -> None:
    agreement = _page(
        "<h2>Bijlage 2. Subverwerkers</h2>",
        _table(
            "Firma en vestigingsplaats|Dienst|Plaats van verwerking",
            "Havenlicht B.V., Delfzijl, Nederland|Hosting|Nederland",
            "Brevbud ApS, Odense, Denemarken|Verzending|Denemarken",
        ),
    )
    assert [(r["name"], r["established_in"]) for r in records_of(agreement, "subprocessors.list")] == [
        ("Havenlicht B.V.", "NL"),
        ("Brevbud ApS", "DK"),
    ]


@pytest.mark.parametrize(
    ("clause", "named"),
    [
        (
            "Deze overeenkomst geldt bij de uitvoering van de Plantsoencontract met nummer 2024/17 (hierna: het Contract).",
            "Plantsoencontract met nummer 2024/17",
        ),
        ("Partijen sloten op 3 maart 2024 een verwerkersovereenkomst met nummer 12.", None),
    ],
)
def test_an_agreement_of_any_kind_is_known_by_its_number(clause: str, named: str | None) -> None:
    assert agreement_of("Artikel 1. Onderwerp", clause).value("main_agreement.reference") == named

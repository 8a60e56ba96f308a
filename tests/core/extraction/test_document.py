"""The document: title, version, language, state, annexes, repealed laws; the agreement it belongs to."""

import pytest

from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.clauses import DUTCH, agreement_of, cited, value_of

REFERENCE = "main_agreement.reference"


@pytest.mark.parametrize(
    ("opening", "title", "version"),
    [
        ("Verwerkersovereenkomst\n\nVersie 2.3\n", "Verwerkersovereenkomst", "2.3"),
        ("Verwerkersovereenkomst salarisverwerking (versie 4.0)\n", "Verwerkersovereenkomst salarisverwerking", "4.0"),
        ("Standaard verwerkersovereenkomst\n\nVersie 3\n", "Standaard verwerkersovereenkomst", "Versie 3"),
        ("Data Processing Agreement\n\nVersion 2024/2\n", "Data Processing Agreement", "2024/2"),
        ("Zeewind · Data Processing Addendum · v5.1 · Updated 3 May 2024\n", "Data Processing Addendum", "5.1"),
        ("Verwerkersovereenkomst\n\nbehorende bij de Overeenkomst Kadebeheer\n", "Verwerkersovereenkomst", None),
        ("# Verwerkersovereenkomst\n\nStichting Lindehof, modelversie 2.4\n", "Verwerkersovereenkomst", "2.4"),
        ("Vertrag zur Auftragsverarbeitung\n\nFassung 06/2023\n", "Vertrag zur Auftragsverarbeitung", "06/2023"),
        ("Data Processing Agreement\n\n(Revision May 2018)\n", "Data Processing Agreement", "May 2018"),
        ("Addendum voor\n\nDataverwerking (klanten)\n\nVersie 2.3\n", "Addendum voor Dataverwerking (klanten)", "2.3"),
        ("Welkom\n\nPartijen sluiten deze verwerkersovereenkomst.\n", "Verwerkersovereenkomst", None),
        ("VERWERKERSOVEREENKOMST (v7, aangepast mei 2023)\n", "VERWERKERSOVEREENKOMST", "v7"),
        ("BIJLAGE VERWERKING\n\nbij de leveringsvoorwaarden, uitgave 2\n", "BIJLAGE VERWERKING", None),
        ("# Overeenkomst van (sub)verwerking\n\nWij spreken af:\n", "Overeenkomst van (sub)verwerking", None),
        ("Verwerkersovereenkomst\n\nOnze bus rijdt op een v8.\n", "Verwerkersovereenkomst", None),
        ("Verwerkersovereenkomst\n\nWij gebruiken TLS versie 1.2.\n", "Verwerkersovereenkomst", None),
    ],
)
def test_title_and_version(opening: str, title: str, version: str | None) -> None:
    agreement = agreement_of("1.1 Partijen werken samen.", preamble=opening + "\n")
    assert agreement.value("document.title") == title
    assert agreement.value("document.version") == version


@pytest.mark.parametrize(
    ("html", "title"),
    [
        (
            "<p>MODEL - GEGEVENSVERWERKING DRUKWERK</p><h1>VERWERKERSOVEREENKOMST</h1><p>Partijen werken samen.</p>",
            "VERWERKERSOVEREENKOMST",
        ),
        (
            "<p>Framework for repairs</p><h2>DATA PROCESSING</h2><p>This Schedule binds both.</p>"
            "<h2>Part 1 - Operative provisions</h2><p>1.1 The Contractor acts for the Client.</p>",
            "DATA PROCESSING",
        ),
        (
            "<p>Assen, 3 mei 2021</p><h2>Verwerkersovereenkomst loonadministratie</h2><p>Geachte heer De Boer,</p>",
            "Verwerkersovereenkomst loonadministratie",
        ),
    ],
)
def test_a_heading_is_the_title_before_a_line_above_it(html: str, title: str) -> None:
    page = f"<!doctype html><html><body>{html}</body></html>".encode()
    assert extract(read_document(page, name="t.html", limits=Limits())).value("document.title") == title


def test_a_heading_inside_a_numbered_clause_is_no_title() -> None:
    page = b"<html><body><h1>Terms</h1><p>We sell.</p><h2>4. Data processing agreement</h2><p>See it.</p></body></html>"
    assert extract(read_document(page, name="t.html", limits=Limits())).value("document.title") is None


def test_what_may_be_done_under_this_agreement_is_no_title_of_it() -> None:
    agreement = agreement_of(
        "1.1 Bij niet-nakoming van deze overeenkomst mag Verwerkingsverantwoordelijke controleren."
    )
    assert agreement.value("document.title") != "Overeenkomst mag Verwerking"


def test_the_language_is_that_of_most_words() -> None:
    assert value_of("document.language", "De verwerker meldt het aan de partij, zoals het hoort.") == "nl"
    english = "The processor shall notify the other party of any such event without delay.\n\n"
    assert agreement_of(preamble=english).value("document.language") == "en"


@pytest.mark.parametrize(
    ("clause", "state"),
    [
        ("1.1 Partijen werken samen.", "unsigned"),
        ("1.1 De dienst is [OMSCHRIJVING DIENST].", "template"),
        ("1.1 De dienst is {{dienst}}.", "template"),
    ],
)
def test_a_blank_makes_a_template(clause: str, state: str) -> None:
    assert value_of("document.state", clause) == state


def test_annexes_are_listed_by_their_own_headings() -> None:
    agreement = agreement_of(
        "1.1 Bijlage 1 en Bijlage 2 horen bij deze overeenkomst.",
        "Bijlage 1: Beveiliging",
        "Verwerker versleutelt alles.",
        "Bijlage 2 - Subverwerkers",
        "Er zijn geen subverwerkers.",
    )
    assert agreement.value("document.annexes") == ("Bijlage 1: Beveiliging", "Bijlage 2 - Subverwerkers")


@pytest.mark.parametrize(
    ("clause", "laws"),
    [
        ("Verwerker leeft de Wet bescherming persoonsgegevens na.", ("Wet bescherming persoonsgegevens",)),
        ("De AVG strekt tot intrekking van Richtlijn 95/46/EG.", None),
        ("Verwerker leeft de AVG na.", None),
    ],
)
def test_a_repealed_law_counts_where_it_is_applied(clause: str, laws: tuple[str, ...] | None) -> None:
    assert value_of("document.repealed_law", clause) == laws


@pytest.mark.parametrize(
    ("clause", "reference"),
    [
        (
            "Deze Verwerkersovereenkomst behoort bij de Raamovereenkomst ICT met kenmerk 2024-17.",
            "Raamovereenkomst ICT met kenmerk 2024-17",
        ),
        ("Deze Verwerkersovereenkomst maakt onderdeel uit van de hoofdovereenkomst.", "hoofdovereenkomst"),
        ("Partijen sloten een overeenkomst voor hosting (hierna: \u201cOvereenkomst\u201d).", "Overeenkomst"),
        (
            "Op deze overeenkomst zijn de algemene voorwaarden (\u201cLeveringsvoorwaarden Rekenhuis\u201d) van "
            "toepassing.",
            "Leveringsvoorwaarden Rekenhuis",
        ),
        (
            "Dit is een aanvulling op de Licentie- en Onderhoudsovereenkomst van 3 mei 2022.",
            "Licentie- en Onderhoudsovereenkomst van 3 mei 2022",
        ),
        ("Partijen werken samen.", None),
    ],
)
def test_the_main_agreement_by_its_name(clause: str, reference: str | None) -> None:
    assert value_of(REFERENCE, clause) == reference


def test_the_reference_is_cited_alone() -> None:
    clause = "Deze Verwerkersovereenkomst is een bijlage bij de Dienstverleningsovereenkomst."
    assert cited(REFERENCE, clause, preamble=DUTCH) == "Dienstverleningsovereenkomst"


def test_hands_that_sign_in_the_middle_of_a_text_sign_nothing() -> None:
    text = (
        "D. partijen de afspraken hierover wensen vast te leggen, zoals artikel 28 lid 3 AVG voorschrijft;\n"
        "Handtekening: w.g.                                    Handtekening: w.g.\n"
        "Verwerkersovereenkomst salarisadministratie                                          Model 2023, versie 3.2\n"
        "    bewerker) in de zin van de wet;\n"
    )
    found = extract(
        read_document(f"    daarbij gegevens onder zich krijgt.\n{text}".encode(), name="x.txt", limits=Limits())
    )
    assert found.value("document.state") == "unsigned"

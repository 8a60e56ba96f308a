"""Tables of companies that lost their columns, as text taken out of a PDF leaves them: rows again, cell by cell."""

import pytest

from art28.document.flow import CELL_SEPARATOR, flow_of
from art28.document.model import Document
from art28.reading.text import read_text

LONG = "Verwerker schakelt de volgende sub-verwerkers in, waarmee Klant bij het aangaan instemt; wijzigingen"


def read(text: str) -> Document:
    return read_text(text, name="x.txt", sha256="0" * 64, extraction="text/1")


def rows(text: str) -> list[list[str]]:
    document = read(f"{LONG}\n{LONG}\n{LONG}\n{LONG}\nmeldt hij dertig dagen vooraf.\n{text}")
    flow = flow_of(document)
    said = [flow.text[line.start : line.end] for line in flow.lines if line.block.cells]
    return [row.split(CELL_SEPARATOR) for row in said]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "Wie Waarvoor Waar staan de gegevens\nKade Hosting B.V. Servers en back-ups Nederland\n"
            "Meeuw Inc. Versturen van e-mails Verenigde Staten\n",
            [
                ["Wie", "Waarvoor", "Waar staan de gegevens"],
                ["Kade Hosting B.V.", "Servers en back-ups", "Nederland"],
                ["Meeuw Inc.", "Versturen van e-mails", "Verenigde Staten"],
            ],
        ),
        (
            "Firma, Sitz Leistung Ort der\nVerarbeitung\nKüste Rechenzentrum GmbH, Kiel,\nDeutschland\nHosting Deutschland\n"
            "Briefkasten A/S, Aarhus, Dänemark Versand Dänemark\n",
            [
                ["Firma", "Sitz", "Leistung", "Ort der Verarbeitung"],
                ["Küste Rechenzentrum GmbH", "Kiel, Deutschland", "Hosting", "Deutschland"],
                ["Briefkasten A/S", "Aarhus, Dänemark", "Versand", "Dänemark"],
            ],
        ),
        (
            "Name Role Registered in Data held in\nBeacon Software Operations\nLimited\nTicketing platform\n"
            "Ireland Germany and Ireland\nPier plc Monitoring United Kingdom France, Belgium\n",
            [
                ["Name", "Role", "Registered in", "Data held in"],
                ["Beacon Software Operations Limited", "Ticketing platform", "Ireland", "Germany and Ireland"],
                ["Pier plc", "Monitoring", "United Kingdom", "France, Belgium"],
            ],
        ),
        (
            "Naam KvK Dienst Vestigingsland Verwerkingslocatie\nKade B.V. 12345678 hosting en uitwijk Nederland Nederland\n",
            [
                ["Naam", "KvK", "Dienst", "Vestigingsland", "Verwerkingslocatie"],
                ["Kade B.V.", "12345678", "hosting en uitwijk", "Nederland", "Nederland"],
            ],
        ),
        (
            "Nom Prestation Pays\nQuai SAS Hébergement France\nMouette SARL Envoi de messages Pays-Bas, Allemagne\n",
            [
                ["Nom", "Prestation", "Pays"],
                ["Quai SAS", "Hébergement", "France"],
                ["Mouette SARL", "Envoi de messages", "Pays-Bas, Allemagne"],
            ],
        ),
    ],
)
def test_rows_come_apart_at_the_legal_form_and_the_country(text: str, cells: list[list[str]]) -> None:
    assert rows(f"{text}Partijen toetsen deze lijst ieder jaar.\n") == cells


@pytest.mark.parametrize(
    "text",
    [
        "Naam Dienst Land\nKade Hosting B.V. servers zonder dat gezegd is waar\nMeeuw Inc. e-mail Nederland\n",
        "Bedrijf Waarvoor Land\nAfspraken hierover staan in de hoofdovereenkomst en gelden voor Nederland\n",
        "Wie zijn wij\nKade Hosting B.V. levert hosting vanuit Nederland\n",
        "Partijen zijn Kade B.V. te Assen, Nederland\nen Meeuw B.V. te Zwolle, Nederland\n",
    ],
)
def test_what_does_not_come_out_even_is_no_table(text: str) -> None:
    assert rows(text) == []


PROCESSING = (
    "Onderdeel Gegevens Van wie Waarvoor Bewaartermijn\n"
    "Planning Naam, functie,\nbeschikbaarheid\nMedewerkers en\nuitzendkrachten\n"
    "Roosters\nmaken en\ndelen\nZolang het\naccount loopt\n"
    "Klokken In- en uitkloktijden,\nlocatie van de klok\nMedewerkers Gewerkte\nuren\nvastleggen\nTwee jaar\n"
)


def test_cells_of_several_lines_are_told_by_their_line_ends_and_what_they_hold() -> None:
    assert rows(PROCESSING) == [
        ["Onderdeel", "Gegevens", "Van wie", "Waarvoor", "Bewaartermijn"],
        [
            *("Planning", "Naam, functie, beschikbaarheid", "Medewerkers en uitzendkrachten"),
            *("Roosters maken en delen", "Zolang het account loopt"),
        ],
        [
            "Klokken",
            "In- en uitkloktijden, locatie van de klok",
            "Medewerkers",
            "Gewerkte uren vastleggen",
            "Twee jaar",
        ],
    ]


def test_what_follows_a_table_is_no_row_of_it() -> None:
    sentence = "Wij verwerken geen gegevens over gezondheid, geloof of andere bijzondere persoonsgegevens.\n"
    assert rows(PROCESSING + sentence) == rows(PROCESSING)


def test_a_row_that_could_as_well_be_divided_otherwise_is_none() -> None:
    unclear = PROCESSING.replace(
        "Klokken In- en uitkloktijden,\nlocatie van de klok\nMedewerkers Gewerkte\nuren\nvastleggen",
        "Klokken flor blin dra wem",
    )
    assert [row[0] for row in rows(unclear)] == ["Onderdeel", "Planning"]


def test_contacts_of_two_sides_end_with_their_addresses() -> None:
    text = (
        "Zorgaanbieder Verwerker\nMelding\ninbreuken\nServicedesk, 0528 - 28 40 00,\ndatalek@zorg.example\n"
        "Storingsdienst, 036 - 711 20 99,\nincident@kade.example\nContractzaken J. Postma, inkoper,\nj.postma@zorg.example\n"
        "L. Verhagen, accountmanager,\nl.verhagen@kade.example\n"
    )
    assert rows(text) == [
        ["", "Zorgaanbieder", "Verwerker"],
        [
            *("Melding inbreuken", "Servicedesk, 0528 - 28 40 00, datalek@zorg.example"),
            "Storingsdienst, 036 - 711 20 99, incident@kade.example",
        ],
        [
            "Contractzaken",
            "J. Postma, inkoper, j.postma@zorg.example",
            "L. Verhagen, accountmanager, l.verhagen@kade.example",
        ],
    ]


def test_questions_have_what_is_behind_them_as_their_answers() -> None:
    text = "Nr. Vraag Antwoord\n1 Wat is er gebeurd?\n2 Waren de gegevens versleuteld? ☐ ja ☐ nee\n3 Geef de oorzaak.\n"
    assert rows(text) == [
        ["Nr.", "Vraag", "Antwoord"],
        ["1", "Wat is er gebeurd?", ""],
        ["2", "Waren de gegevens versleuteld?", "☐ ja ☐ nee"],
        ["3", "Geef de oorzaak.", ""],
    ]


def test_the_foot_of_a_page_between_two_rows_belongs_to_none() -> None:
    foot = "Dijkvaart {} / 3\n"
    lines = PROCESSING.splitlines(keepends=True)
    cut = lines.index("Klokken In- en uitkloktijden,\n")
    text = foot.format(1) + "".join(lines[:cut]) + foot.format(2) + "".join(lines[cut:]) + foot.format(3)
    assert rows(text) == rows(PROCESSING)


def test_rows_that_go_on_across_the_page_are_left_to_who_reads_their_words() -> None:
    text = (
        "Partij Waarvoor Naam Functie Telefoon E-mail\n"
        "Verwerkingsverantwoordelijke Inbreuken (dag en nacht) J. Okker functionaris\n"
        "gegevensbescherming 0321 000 418 datalek@zorg.example\n"
        "Verwerker Storingen Servicedesk bureau 0320 000 900 servicedesk@kade.example\n"
    )
    assert rows(text) == []


def test_what_an_agreement_calls_itself_is_no_head_of_columns() -> None:
    below = "Names\nNetherlands\nAdequacy decision\nAddresses\nUnited States\nStandard contractual clauses\n"
    assert rows(f"Data Processing Mechanism\n{below}")
    assert rows(f"DATA PROCESSING AGREEMENT\n{below}") == []


def test_a_company_may_stand_with_its_seat() -> None:
    text = (
        "Firma und Sitz Leistung Ort der Verarbeitung\nKüste Rechenzentren AG, Kiel Betrieb der Server Deutschland\n"
        "Briefwerk s.r.o., Brünn (Tschechien) Versand von E-Mails Tschechien\n"
    )
    assert rows(text)[1:] == [
        ["Küste Rechenzentren AG, Kiel", "Betrieb der Server", "Deutschland"],
        ["Briefwerk s.r.o., Brünn (Tschechien)", "Versand von E-Mails", "Tschechien"],
    ]


def test_a_party_with_a_place_is_a_company() -> None:
    text = "Partij Waarvoor Land\nKade Hosting B.V. Webhosting Nederland\nMeeuwpost SAS Nieuwsbrieven Frankrijk\n"
    assert [row[0] for row in rows(text)] == ["Partij", "Kade Hosting B.V.", "Meeuwpost SAS"]


def test_a_column_in_which_no_row_says_anything_ends_no_reading() -> None:
    heads = "Naam\nKvK\nDienst\nVestigingsland\nVerwerkingslocatie\n"
    text = f"{heads}Kade Hosting B.V.\n39104477\nNederland\nNederland\nMeeuw Post B.V.\n30270018\nNederland\n"
    assert read(text).text == text

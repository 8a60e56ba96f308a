"""Tables of both parties that lost their columns: what is said of the one and of the other, by what each label asks for."""

import pytest

from art28.document.flow import CELL_SEPARATOR, flow_of
from art28.reading.text import read_text

BODY = "De Klant is verantwoordelijk voor de verwerking en de Leverancier voert haar uit in opdracht van de Klant.\n"
HEAD = "Opdrachtgever Opdrachtnemer\n"
NUMBERS = (
    "KvK-nummer 12345678 87654321\nPostcode en plaats 1782 EK Den Helder 2629 HH Delft\nDatum 3 mei 2025 5 mei 2025\n"
)


def rows(text: str) -> list[list[str]]:
    flow = flow_of(read_text(BODY + text, name="x.txt", sha256="0" * 64, extraction="text/1"))
    return [flow.text[line.start : line.end].split(CELL_SEPARATOR) for line in flow.lines if line.block.cells]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("KvK 12345678 87654321", ("12345678", "87654321")),
        ("Adres Brandplein 2 Oude Vismarkt 22-3", ("Brandplein 2", "Oude Vismarkt 22-3")),
        (
            "Adres Dijkweg 9, 8256 AB Meerdorp Plein 30,\n8011 CX Zwolle",
            ("Dijkweg 9, 8256 AB Meerdorp", "Plein 30, 8011 CX Zwolle"),
        ),
        ("Vertegenwoordigd\ndoor\ndrs. M. Duin mevrouw Y. van der Berg", ("drs. M. Duin", "mevrouw Y. van der Berg")),
        ("Tekenbevoegde G. Meer, penningmeester I. Kade, directeur", ("G. Meer, penningmeester", "I. Kade, directeur")),
        ("Functie directeur bedrijfsvoering algemeen directeur", ("directeur bedrijfsvoering", "algemeen directeur")),
        ("E-mail a@meer.example b@kade.example", ("a@meer.example", "b@kade.example")),
        ("Telefoon 0223 - 69 50 00 +31 15 760 11 22", ("0223 - 69 50 00", "+31 15 760 11 22")),
        ("Naam Kadewerk B.V. Handelshuis Meer B.V.", ("Kadewerk B.V.", "Handelshuis Meer B.V.")),
        ("Naam Sportclub De Meeuw Gemeente Meerdorp", ("Sportclub De Meeuw", "Gemeente Meerdorp")),
        ("Name Kade GmbH Meer Verlag GmbH", ("Kade GmbH", "Meer Verlag GmbH")),
    ],
)
def test_each_label_tells_where_the_other_side_begins(line: str, cells: tuple[str, str]) -> None:
    found = rows(f"{HEAD}{line}\n{NUMBERS}")
    assert found[0] == ["", "Opdrachtgever", "Opdrachtnemer"]
    assert tuple(found[1][1:]) == cells


def test_domains_tell_names_without_a_legal_form_apart() -> None:
    name = "Naam Veiligheidsdienst Kust Piepkraak Mobiel\n"
    mails = "Storing: hulp@piepkraak.example en dienst@kust.example\n"
    assert rows(f"{HEAD}{name}{NUMBERS}{mails}")[1][1:] == ["Veiligheidsdienst Kust", "Piepkraak Mobiel"]
    assert len(rows(f"{HEAD}{name}{NUMBERS}{mails[:31]}")) == len(rows(f"{HEAD}{NUMBERS}"))


@pytest.mark.parametrize(
    "line",
    [
        "Naam Veiligheidsdienst Kust Piepkraak Mobiel",
        "Functie teamleider inkoop",
        "Vertegenwoordigd door Jan Meer Piet Kade",
    ],
)
def test_a_row_that_could_be_divided_otherwise_stays_as_it_is(line: str) -> None:
    assert [row[0] for row in rows(f"{HEAD}{line}\n{NUMBERS}")] == ["", "KvK-nummer", "Postcode en plaats", "Datum"]


@pytest.mark.parametrize(
    "text",
    [f"{HEAD}Naam Kadewerk B.V. Meer B.V.\nKvK 12345678 87654321\n", f"Wie doet wat\n{NUMBERS}", NUMBERS],
    ids=["too few rows", "no sides", "no head"],
)
def test_what_is_no_table_of_both_sides(text: str) -> None:
    assert rows(text) == []

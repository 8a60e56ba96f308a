"""Forms of two columns that lost them, as text taken out of a PDF leaves them: labels and what stands beside them."""

import pytest

from art28.document.flow import CELL_SEPARATOR, flow_of
from art28.document.model import BlockKind
from art28.reading.text import read_text

BODY = "De Klant is verantwoordelijk voor de verwerking en de Leverancier voert haar uit in opdracht van de Klant.\n"


def rows(text: str) -> list[list[str]]:
    flow = flow_of(read_text(BODY + text, name="x.txt", sha256="0" * 64, extraction="text/1"))
    return [flow.text[line.start : line.end].split(CELL_SEPARATOR) for line in flow.lines if line.block.cells]


def test_each_row_reaches_to_the_next_label() -> None:
    text = (
        "Aard van de\nverwerking\nTot stand brengen van verbindingen, registreren van\nuitgifte\n"
        "Doel Het op afstand begeleiden van cliënten\nHet bewaken van gebruik\nBetrokkenen Cliënten\nMantelzorgers\n"
        "Soort\npersoonsgegevens\nNAW-gegevens\nBSN\nBewaartermijn gegevens over uitgifte\n20 jaar\nGoedgekeurde hulp\n"
    )
    assert rows(text) == [
        ["Aard van de verwerking", "Tot stand brengen van verbindingen, registreren van uitgifte"],
        ["Doel", "Het op afstand begeleiden van cliënten Het bewaken van gebruik"],
        ["Betrokkenen", "Cliënten Mantelzorgers"],
        ["Soort persoonsgegevens", "NAW-gegevens BSN"],
        ["Bewaartermijn", "gegevens over uitgifte 20 jaar"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Purpose Managing applications\nData subjects Applicants; employees\nTypes of personal data Contact details; notes\n",
        "Finalités inscription des enfants\nDonnées traitées identité, allergies\nPersonnes concernées enfants, parents\n",
        "Zwecke Versand der Rechnungen\nBetroffene Personen Kunden; Mieter\nArt der Daten Namen, Anschriften\n",
    ],
)
def test_labels_are_known_in_every_language(text: str) -> None:
    assert [len(row) for row in rows(text)] == [2, 2, 2]


def test_the_heads_of_both_columns_are_a_row_and_the_line_above_is_a_heading() -> None:
    text = (
        "De kosten zijn voor rekening van de partij die ze heeft veroorzaakt.\nOverzicht van de verwerking\n"
        "Onderdeel Invulling\nDoel plannen van lessen\nWiens gegevens leerlingen\nWelke gegevens naam; klas\n"
    )
    assert rows(text)[0] == ["Onderdeel", "Invulling"]
    document = read_text(BODY + text, name="x.txt", sha256="0" * 64, extraction="text/1")
    heads = [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind is BlockKind.HEADING]
    assert heads == ["Overzicht van de verwerking"]


def test_parties_are_introduced_beside_what_they_are_called() -> None:
    text = (
        "Klant Notariskantoor Vork & De Haan, Brink 5, 7411 BR\nDeventer, KvK 12345678\n"
        "Contactpersoon Klant Mevrouw A. Vork\n"
        "Leverancier Kadewerk ICT B.V., Kade 9, 7418 AH\nDeventer\nKvK 87654321\nWij maken de volgende afspraken.\n"
    )
    assert rows(text) == [
        ["Klant", "Notariskantoor Vork & De Haan, Brink 5, 7411 BR Deventer, KvK 12345678"],
        ["Contactpersoon Klant", "Mevrouw A. Vork"],
        ["Leverancier", "Kadewerk ICT B.V., Kade 9, 7418 AH Deventer KvK 87654321"],
    ]


def test_what_parties_do_introduces_none() -> None:
    assert rows("Klant De afnemer van de dienst\nLeverancier Wij, de maker daarvan\n") == []
    assert rows("Klant geeft instructies aan Kadewerk ICT B.V.\nLeverancier volgt die, KvK 87654321\n") == []


def test_what_is_agreed_is_a_form_below_the_heads_of_its_columns() -> None:
    text = (
        "Geheimhouding Geldt voor iedereen die voor ons werkt\nDatalek Melden binnen 24 uur\n"
        "Buiten de EER Niet toegestaan\nEinde Binnen een maand wissen\n"
    )
    assert rows(text) == []
    assert [row[0] for row in rows(f"Onderwerp Afspraak\n{text}")] == [
        "Onderwerp",
        "Geheimhouding",
        "Datalek",
        "Buiten de EER",
        "Einde",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Doel van de verwerking is het leveren van de dienst.\nBetrokkenen zijn klanten.\nGegevens worden niet bewaard.\n",
        "Doel: verzenden\nBetrokkenen: klanten\nPersoonsgegevens: namen\n",
        "Doel\n\nverzenden van post\n\nBetrokkenen\n\nklanten\n\nPersoonsgegevens\n\nnamen\n",
        "Doel verzenden van post\nBetrokkenen klanten\n",
        "Doel verzenden van post\nArtikel 2 Betrokkenen\nBetrokkenen klanten\nPersoonsgegevens namen\n",
    ],
    ids=["sentences", "colons", "headings", "too few", "a heading between"],
)
def test_what_is_no_form(text: str) -> None:
    assert rows(text) == []

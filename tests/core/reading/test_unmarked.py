"""Lists whose bullets were lost: short lines below a colon or a head are items, and what follows them is none."""

import pytest

from art28.document.model import BlockKind
from art28.reading.text import read_text

LONG = "Verwerker neemt passende technische en organisatorische maatregelen tegen verlies van"
SMALL = LONG.lower()
ARTICLES = "".join(f"Artikel {number} Onderwerp\n{LONG}\ngegevens.\n" for number in range(1, 6))


def items(text: str, before: str = ARTICLES) -> list[str]:
    document = read_text(f"{before}{text}", name="x.txt", sha256="0" * 64, extraction="text/1")
    found = [block for block in document.blocks if block.kind is BlockKind.ITEM and block.label is None]
    return [" ".join(document.text[block.span.start : block.span.end].split()) for block in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De gegevens zijn:\nnaam en adres\nIP-adres\nArtikel 6 Duur\nEen jaar.\n", ["naam en adres", "IP-adres"]),
        ("Betroffen sind:\nKunden\nbehandelnde Ärzte\n(2) Weiteres folgt.\n", ["Kunden", "behandelnde Ärzte"]),
        ("C. Doeleinden\nplannen van lessen\ninformeren\nD. Slot\n", ["plannen van lessen", "informeren"]),
        (f"Het gaat om:\n{SMALL}\ngegevens;\nnamen;\nadressen.\n", [f"{SMALL} gegevens;", "namen;", "adressen."]),
        ("Doel\nplannen\ninformeren\nBetrokkenen\nleden\nouders\n", ["plannen", "informeren", "leden", "ouders"]),
        ("Het gaat om:\nnamen\nPagina 2 van 3\n\nadressen\nArtikel 6 Duur\n", ["namen", "adressen"]),
    ],
    ids=["a colon", "adjectives", "a head", "an item of two lines", "heads", "across pages"],
)  # fmt: skip
def test_short_lines_below_a_lead_are_items(text: str, said: list[str]) -> None:
    assert items(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Tussen:\nKadewerk B.V.\nGemeente Meer\nArtikel 6 Duur\n",
        "Doeleinden\nplannen van lessen, toetsen,\nregistreren van uren\nArtikel 6 Duur\n",
        "Betrokkenen\nKlanten; leden;\nvrijwilligers\nArtikel 6 Duur\n",
        "Doel\nplannen van lessen\ninformeren van ouders\nArtikel 6 Duur\n",
        "Doel\nplannen\ninformeren\nHandelingen\nvan de medewerker\n(per functie)\nArtikel 6 Duur\n",
        "Doel\nplannen van lessen\nBewaartermijn\ntwee jaar\nArtikel 6 Duur\n",
        f"Wij doen dit:\n{LONG}\nelk jaar.\nArtikel 6 Duur\n",
        "Gegevens:\n\nnamen\n\nadressen\n\nArtikel 6 Duur\n",
    ],
    ids=[
        "parties",
        "a cell",
        "a list in a cell",
        "a head alone",
        "heads of columns",
        "labels and values",
        "a paragraph",
        "paragraphs",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert items(text) == []


def test_a_capital_behind_small_letters_opens_something_else() -> None:
    assert items("De gegevens zijn:\nnaam\nadres\nBeveiliging\nWij versleutelen.\n") == ["naam", "adres"]


def test_in_a_text_that_numbers_nothing_the_last_line_may_head_what_follows() -> None:
    text = f"Wij gebruiken:\nNamen\nAdressen\nGeheimhouding\n{LONG}\ngegevens.\n"
    assert items(text, before=f"{LONG}\ngegevens.\n") == ["Namen", "Adressen"]

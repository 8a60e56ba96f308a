"""What was written on dots and strokes is read; blanks, and the words between two of them, stay as they are."""

import pytest

from art28.document.fillings import fillings


def read(text: str) -> str:
    """`text` without the dots around what was filled in."""
    for start, end in reversed(tuple(fillings(text))):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Straat: Kerkpad ......14...........", "Straat: Kerkpad 14"),
        ("uiterlijk binnen ...18... uur", "uiterlijk binnen 18 uur"),
        ("Plaats: ____Edam________", "Plaats: Edam"),
        ("Naam: ……A. de Boer……", "Naam: A. de Boer"),
    ],
)
def test_what_was_filled_in_between_dots_is_read(text: str, left: str) -> None:
    assert read(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Plaats: ..............",
        "gevestigd te ..........te noemen.......... hierna",
        "binnen ____ dagen na ____",
        "Artikel 4 Beveiliging ........ 7",
        "....Naam.......Functie......",
        "enzovoort... en dan verder",
    ],
)
def test_blanks_and_tables_of_contents_stay(text: str) -> None:
    assert read(text) == text

"""Stray spaces inside words are taken out where the document shows the word, and nowhere else."""

import pytest

from art28.document.mending import stray_spaces


def mended(text: str) -> str:
    for start, end in reversed(stray_spaces(text, lambda _: True)):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Ve rwerkingsverantwoordelijke meldt", "Verwerkingsverantwoordelijke meldt"),
        ("een passend bev eiligingsniveau", "een passend beveiligingsniveau"),
        ("de kaderlijn en de kader lijn van kaderlijn", "de kaderlijn en de kaderlijn van kaderlijn"),
        ("zij is ge ïnformeerd", "zij is geïnformeerd"),
        ("de sub - verwerker en back - up", "de sub-verwerker en back-up"),
        ("per e - mail", "per e-mail"),
    ],
)
def test_a_word_in_two_pieces_is_one(text: str, reads: str) -> None:
    assert mended(text) == reads


@pytest.mark.parametrize(
    "text",
    [
        "duur, wijziging en beëindiging; wijzigingen",
        "in geval van een inbreuk in verband met in houding",
        "de partijen en de partij en haar personeel",
        "binnen 24 uur - en in elk geval onverwijld - meldt",
        "bijlage 2 - beschrijving van de maatregelen",
        "the following and thefollowing and the following",
        "über übrigen für die übrigen Auftraggeber über",
        "les clients du cabinet ; le client s'engage à les informer ; les clients",
        "Er hält die Daten getrennt, wenn er sie erhält; wer sie erhält, haftet.",
    ],
)
def test_words_that_stand_by_themselves_stay_apart(text: str) -> None:
    assert mended(text) == text


def test_a_dash_is_no_hyphen() -> None:
    assert stray_spaces("de sub - verwerker", lambda _: False) == ()

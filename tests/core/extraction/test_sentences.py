"""Sentences: where they end and where they only seem to."""

import pytest

from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.reading.text import read_text


def sentences(text: str) -> list[str]:
    reading = prepare(flow_of(read_text(text, name="t.txt", sha256="0" * 64, extraction="test")))
    return [sentence.text for sentence in reading.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 4. Beveiliging",
        "Namens hem tekent dhr. J. de Wit voor akkoord.",
        "Dit volgt uit art. 28 lid 3 en uit nr. 12 van de lijst.",
        "Zeewind B.V. Noord levert de dienst.",
        "Een en ander, m.b.t. De Brug, geldt ook.",
    ],
)
def test_abbreviations_initials_and_labels_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_sentence_ends_at_its_point() -> None:
    assert sentences("Dit is een zin. Dit is er nog een; Dit ook.") == [
        "Dit is een zin.",
        "Dit is er nog een;",
        "Dit ook.",
    ]


def test_a_sentence_goes_on_where_a_page_broke_it() -> None:
    text = (
        "Partijen spreken af dat Verwerker alle redelijke medewerking verleent aan "
        "de\n\nVerwerkingsverantwoordelijke in dit geval."
    )
    assert sentences(text) == [
        "Partijen spreken af dat PROCESSOR alle redelijke medewerking verleent aan de CONTROLLER in dit geval."
    ]


def test_every_sentence_stands_where_it_says() -> None:
    text = "Partijen zullen de\n\nVerwerker helpen. Einde.\n\n- Een punt;\n- Nog een punt."
    reading = prepare(flow_of(read_text(text, name="t.txt", sha256="0" * 64, extraction="test")))
    assert all(reading.text[s.start : s.end].replace("\n", " ") == s.text for s in reading.sentences)

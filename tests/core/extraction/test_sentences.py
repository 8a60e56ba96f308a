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


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Zeewind sends any notice under Sections 7.2.1 (Incident notices) or 11.4(a) (Right to object) on.",
            "Zeewind sends any notice under Sections 7.2.1 or 11.4(a) on.",
        ),
        ("Artikel 5.2 (Audits door de Klant) geldt niet.", "Artikel 5.2 geldt niet."),
        ("Zoals artikel 28 (AVG) het wil.", "Zoals artikel 28 (AVG) het wil."),
        ("In Bijlage 1 (Maatregelen) staat het.", "In Bijlage 1 (Maatregelen) staat het."),
        ("Binnen artikel 3 (drie dagen) valt dit.", "Binnen artikel 3 (drie dagen) valt dit."),
    ],
)
def test_the_title_of_another_provision_in_brackets_is_not_read_and_is_cited(text: str, read: str) -> None:
    reading = prepare(flow_of(read_text(text, name="t.txt", sha256="0" * 64, extraction="test")))
    assert [sentence.text.replace("CONTROLLER", "Klant") for sentence in reading.sentences] == [read]
    (sentence,) = reading.sentences
    assert [citation.text for citation in reading.citations(sentence.start, sentence.end)] == [text]

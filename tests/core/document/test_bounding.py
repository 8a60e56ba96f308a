"""What rules look at is never endless: signs, words and lines have bounds, and every citation stays verbatim."""

import pytest

from art28.document.bounding import LONGEST_LINE, LONGEST_ROW
from art28.document.flow import Flow, flow_of
from art28.extraction.prepare import prepare
from art28.reading.limits import Limits
from art28.reading.read import read_document

_CLAUSE = "Verwerker meldt een inbreuk binnen 24 uur aan Klant. "


def flow(text: str, name: str = "x.txt") -> Flow:
    return flow_of(read_document(text.encode(), name=name, limits=Limits()))


def assert_maps(made: Flow) -> None:
    """Every line is a line of the text, and what is cited stands in the document."""
    assert made.text.rstrip("\n").split("\n") == [made.text[line.start : line.end] for line in made.lines]
    for line in made.lines:
        for citation in made.citations(line.start, line.end):
            assert made.document.text[citation.start : citation.end] == citation.text


@pytest.mark.parametrize("sign", ["_", ".", '"', "(", "…", "'(", "[_"])
def test_a_sign_repeated_without_end_is_a_row_of_a_few(sign: str) -> None:
    made = flow(f"Naam {sign * 5_000} einde")
    assert len(made.text) < 60
    assert made.text.startswith("Naam ")
    assert made.text.rstrip().endswith(" einde")
    assert_maps(made)


def test_what_follows_a_row_of_signs_is_cited_with_the_whole_of_it() -> None:
    text = f"Naam: {'_' * 90} te Utrecht"
    made = flow(text)
    (citation,) = made.citations(0, len(made.text))
    assert citation.text == text


def test_a_word_without_end_is_divided() -> None:
    made = flow("begin " + "a" * 5_000 + " einde")
    assert max(map(len, made.text.split())) <= 200
    assert "".join(made.text.split()) == "begin" + "a" * 5_000 + "einde"
    assert_maps(made)


def test_a_line_without_end_goes_on_in_the_next() -> None:
    made = flow(_CLAUSE * 1_000)
    assert all(line.end - line.start <= LONGEST_LINE for line in made.lines)
    assert len({line.block for line in made.lines}) == 1
    assert made.text.replace("\n", " ").split() == (_CLAUSE * 1_000).split()
    assert_maps(made)


def test_a_row_without_end_goes_on_in_the_next() -> None:
    made = flow(f"<html><body><table><tr><td>{_CLAUSE * 2_000}</td><td>b</td></tr></table></body></html>", "x.html")
    assert all(line.end - line.start <= LONGEST_ROW for line in made.lines)
    assert_maps(made)


def test_sentences_that_never_end_are_not_strung_together() -> None:
    text = "\n\n".join(f"{number} Verwerker meldt het datalek aan de" for number in ["de", "en"] * 2_000)
    reading = prepare(flow(text))
    assert max(len(sentence.text) for sentence in reading.sentences) <= 2 * LONGEST_LINE


def test_an_ordinary_text_is_left_as_it_is() -> None:
    made = flow(f"1.1 {_CLAUSE}\n\n1.2 Zie https://voorbeeld.example/{'pad/' * 20} en {'.' * 30}\n")
    assert made.text == f"1.1 {_CLAUSE.strip()}\n1.2 Zie https://voorbeeld.example/{'pad/' * 20} en {'.' * 30}\n"

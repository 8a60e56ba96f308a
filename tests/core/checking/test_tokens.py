"""Statements' words: where a word stands, also within longer ones and of several in a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from art28.checking.words.known import indexes
from art28.checking.words.tokens import Tokens

TEXTS = ("PROCESSOR meldt een datalek", "een lek", "geen\tmelding", "")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("meld", [0, 2]),
        ("lek", [0, 1]),
        ("een", [0, 1, 2]),
        ("een lek", [1]),
        ("meldt een data", [0]),
        ("geen melding", []),
        (" lek", [1]),
        ("datalekken", []),
        ("", [0, 1, 2, 3]),
    ],
)
def test_a_word_is_found_where_it_stands(word: str, found: list[int]) -> None:
    assert indexes(Tokens(TEXTS).of(word)) == found


@given(st.text("abcdeE ", max_size=8), st.lists(st.text("abcdeE ", max_size=20), max_size=4))
def test_a_word_is_found_in_each_text_that_holds_it(word: str, texts: list[str]) -> None:
    assert indexes(Tokens(texts).of(word)) == [number for number, text in enumerate(texts) if word in text]

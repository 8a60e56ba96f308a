"""A word is looked for in all sentences at once, and only where the agreement can hold it."""

import re

import pytest

from art28.extraction.words.search import AnyCase, Haystack, places_of
from art28.extraction.words.sieve import Sieve
from art28.extraction.words.vocabulary import Vocabulary, asked_for

TEXTS = ("verwerker meldt een datalek", "", "het lek wordt gemeld", "meldt\tlek")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("meld",), {0, 2, 3}),
        (("een datalek",), {0}),
        (("datalekken",), set()),
        (("lek", "een"), {0, 2, 3}),
        (("",), {0, 1, 2, 3}),
        (("meldt een lek",), set()),
        ((), set()),
    ],
)
def test_the_texts_that_hold_a_word_are_found(words: tuple[str, ...], found: set[int]) -> None:
    assert Haystack(TEXTS, Vocabulary(TEXTS)).holding(words) == found


def test_a_word_in_capitals_is_looked_for_as_it_is_written() -> None:
    texts = ("PROCESSOR meldt", "the processor reports")
    assert Haystack(texts, Vocabulary(texts)).holding(["PROCESSOR"]) == {0}


def test_words_that_no_text_can_hold_are_left_out() -> None:
    asked = asked_for(("datalek", "violation", "lek"))
    assert set(Vocabulary(TEXTS).among(asked)) == {"datalek", "lek"}


def test_a_party_is_looked_for_in_capitals_though_the_vocabulary_is_in_lower_case() -> None:
    sieve = Sieve(Vocabulary(["processor meldt"]))
    assert sieve.may_match((r"\bPROCESSOR\b", re.UNICODE), "PROCESSOR meldt")


def test_a_pattern_of_any_case_is_placed_in_the_text_as_it_is_written() -> None:
    found = AnyCase(r"\bDatalek\b").search("Een DATALEK")
    assert found is not None
    assert found.span() == (4, 11)


def test_places_may_overlap() -> None:
    assert list(places_of("aa", "aaa")) == [0, 1]

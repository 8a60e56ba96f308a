"""Whatever pattern and text are put together: what is passed over unsearched, a search wouldn't find either."""

import re

from hypothesis import given
from hypothesis import strategies as st

from art28.document.pattern import compiled
from art28.extraction.words.folding import folded
from art28.extraction.words.literals import all_needed_by
from art28.extraction.words.search import AnyCase, Haystack, Led, Wanting
from art28.extraction.words.sieve import Sieve
from art28.extraction.words.vocabulary import Vocabulary

_TEXTS = st.lists(st.text("abcdeE .-\n\t(İ", max_size=30), min_size=1, max_size=5)
_LETTERS = st.text("abcd e-", min_size=1, max_size=5)
_ONE = st.sampled_from(
    [r"\b", r"\w", r"\.", r"\(", "[ab]", "[^]c]", ".", r"\s", "^", "$", r"\u0062", r"\x63", "{", "{}"]
)
_TIMES = st.sampled_from(["", "", "?", "*", "+", "{2}", "{0,2}", "{,2}", "{1,}", "??", "+?", "{1,2}?"])
_OPENING = st.sampled_from(["(", "(?:", "(?P<name>", "(?=", "(?!", "(?i:", "(?<!a", "(?>"])


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    row = st.lists(inner, min_size=1, max_size=3).map("".join)
    either = st.lists(row, min_size=1, max_size=3).map("|".join)
    return st.builds(lambda opening, body, times: f"{opening}{body}){times}", _OPENING, either, _TIMES) | either


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, RecursionError):
        return False
    return True


_PATTERNS = st.recursive(_LETTERS | st.builds(str.__add__, _ONE, _TIMES), _nested, max_leaves=8).filter(_compiles)


@given(_PATTERNS, _TEXTS)
def test_a_text_that_a_pattern_matches_holds_what_the_pattern_needs(pattern: str, texts: list[str]) -> None:
    needed = all_needed_by(pattern)
    for text in texts:
        if re.search(pattern, text):
            assert all(any(word in text for word in words) for words in needed)


@given(_PATTERNS, _TEXTS)
def test_a_sieve_lets_every_match_through(pattern: str, texts: list[str]) -> None:
    sieve = Sieve(Vocabulary(texts))
    plain = re.compile(pattern)
    for text in texts:
        assert sieve.may_match((pattern, plain.flags), text) or not plain.search(text)


@given(st.lists(st.text("abcdeE ", max_size=8), max_size=4), _TEXTS)
def test_a_haystack_finds_what_each_text_holds(words: list[str], texts: list[str]) -> None:
    found = Haystack(texts, Vocabulary(texts)).holding(words)
    # A haystack has a line a text, so that a word stands within one.
    lines = "\n".join(texts).split("\n")
    assert len(lines) != len(texts) or found == {
        number for number, text in enumerate(texts) if any(word in text for word in words)
    }


@given(_PATTERNS, _TEXTS)
def test_a_pattern_of_any_case_is_found_where_it_stands_in_lower_case(pattern: str, texts: list[str]) -> None:
    written = AnyCase(pattern)
    for text in texts:
        found, plain = written.search(text), re.search(pattern, folded(text))
        assert (found and found.span()) == (plain and plain.span())


@given(_PATTERNS, _TEXTS, st.sampled_from([0, re.IGNORECASE]))
def test_a_pattern_that_is_tried_where_it_may_match_finds_all_that_it_would(
    pattern: str, texts: list[str], flags: int
) -> None:
    wanting = Wanting(pattern, flags)
    for text in texts:
        assert [m.span() for m in wanting.finditer(text)] == [m.span() for m in re.finditer(pattern, text, flags)]


@given(st.lists(_LETTERS, min_size=1, max_size=3), _TEXTS)
def test_a_pattern_that_words_lead_to_finds_all_that_it_would(words: list[str], texts: list[str]) -> None:
    pattern = rf"(?:{'|'.join(map(re.escape, words))})(?:[a-d]*\b|)"
    for text in texts:
        found = Led(words, pattern, re.IGNORECASE).finditer(text)
        assert [m.span() for m in found] == [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]


def _found(pattern: re.Pattern[str], text: str) -> list[object]:
    return [(match.span(), match.groups(), match.groupdict()) for match in pattern.finditer(text)]


@given(_PATTERNS, _TEXTS, st.sampled_from([0, re.IGNORECASE, re.MULTILINE, re.ASCII]))
def test_a_pattern_whose_beginnings_are_told_finds_the_same(pattern: str, texts: list[str], flags: int) -> None:
    told, plain = compiled(pattern, flags), re.compile(pattern, flags)
    assert (told.pattern, told.flags, told.groups) == (plain.pattern, plain.flags, plain.groups)
    for text in texts:
        assert _found(told, text) == _found(plain, text)
        assert bool(told.match(text)) == bool(plain.match(text))

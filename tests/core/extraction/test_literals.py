r"""What a pattern needs is told from how it is written; `tests/property/test_search.py` holds it to what it matches."""

import re

import pytest

from art28.extraction.words.literals import needed_by


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bmeldt\b", {"meldt"}),
        (r"\bmeld(?:t|ing)\b.*\b(?:datalek|inbreuk)", {"meld"}),
        (r"meldingen|melding|lek", {"melding", "lek"}),
        (r"(?P<one>datalek)+ (?:van )?(?P<two>incident){1,3}", {"datalek"}),
        (r"verwerkt? ", {"verwerk"}),
        (r"[^]x]incident\d{2}", {"incident"}),
        (r"(?<!geen )datalek(?! meer)", {"datalek"}),
        (r"\$ 100\.000", {"$ 100.000"}),
        (r"ab{2}c|\x41c\u0042def", {"ab", "def"}),
    ],
)
def test_one_of_the_words_is_needed(pattern: str, words: set[str]) -> None:
    assert needed_by(pattern) == words


@pytest.mark.parametrize("pattern", [r"(?:datalek)?", r"datalek|\d+", r"(?i:datalek)", r".*", r"(?:datalek){0,2}", ""])
def test_nothing_is_needed_where_a_match_may_do_without(pattern: str) -> None:
    assert not needed_by(pattern)


@pytest.mark.parametrize("flags", [re.IGNORECASE, re.VERBOSE])
def test_nothing_is_told_where_letters_do_not_stand_for_themselves(flags: int) -> None:
    assert not needed_by("data lek", flags)

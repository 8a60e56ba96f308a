"""Why a person should look at a fact: what can be pointed at, and nothing else."""

import pytest

from art28.agreement.model import Fact, Strength
from art28.document.model import Citation
from art28.extraction.doubts import Doubt, doubts_of


def fact(words: str, strength: Strength = Strength.EXPRESS, *, recognised: bool = False) -> Fact:
    citation = Citation(words, 0, len(words), None, recognised)
    return Fact("breach.deadline", "PT24H", (citation,), "rule", strength=strength)


def test_an_express_and_complete_passage_leaves_no_doubt() -> None:
    assert doubts_of(fact("binnen 24 uur")) == ()


@pytest.mark.parametrize(
    ("strength", "doubt"), [(Strength.INFERRED, Doubt.INFERRED), (Strength.PASSING, Doubt.PASSING)]
)
def test_what_is_less_than_express_is_doubted_for_that(strength: Strength, doubt: Doubt) -> None:
    assert doubts_of(fact("binnen 24 uur", strength)) == (doubt,)


def test_a_placeholder_in_the_passage_is_a_doubt() -> None:
    assert doubts_of(fact("binnen 24 uur, te melden aan [naam]")) == (Doubt.BLANK,)


def test_text_recognised_in_a_picture_is_a_doubt_whatever_it_says() -> None:
    assert doubts_of(fact("binnen 24 uur", recognised=True)) == (Doubt.RECOGNISED,)


def test_the_gravest_doubt_comes_first() -> None:
    found = doubts_of(fact("binnen ... uur", Strength.INFERRED, recognised=True))
    assert found == (Doubt.INFERRED, Doubt.BLANK, Doubt.RECOGNISED)

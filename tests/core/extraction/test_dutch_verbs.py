"""What "ik" does reads as what a party does."""

import pytest

from art28.extraction.words.dutch_verbs import dutch_verbs_in
from art28.terms import Role

NAMES = {"ik": Role.PROCESSOR, "je": Role.CONTROLLER}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Ik verwerk je gegevens alleen als jij dat vraagt.", ["verwerkt"]),
        ("Dan bel ik je binnen 24 uur nadat ik het ontdek.", ["belt", "ontdekt"]),
        ("Ik ben verzekerd en heb geen personeel.", ["is"]),
        ("Heb ik hulp nodig, dan houd ik je op de hoogte.", ["Heeft", "houdt"]),
        ("Als ik dat laat weten, beantwoord ik je vraag.", ["laat", "beantwoordt"]),
        ("Wat ik wil en mag, staat in de offerte.", []),
    ],
)
def test_a_verb_beside_ik_stands_in_the_third_person(words: str, read: list[str]) -> None:
    assert [third for _, _, third in dutch_verbs_in(words, NAMES)] == read


def test_where_it_stands_for_no_party_nothing_is_altered() -> None:
    assert not list(dutch_verbs_in("Ik verwerk je gegevens.", {}))

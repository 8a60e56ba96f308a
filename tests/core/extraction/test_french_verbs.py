"""What "nous" and "vous" do reads as what a party does."""

import pytest

from art28.extraction.words.french_verbs import french_verbs_in
from art28.terms import Role

NAMES = {"nous": Role.PROCESSOR, "vous": Role.CONTROLLER}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Nous traitons vos données.", ["traite"]),
        ("Nous vous informons sans délai, et vous pouvez vous y opposer.", ["informe", "peut"]),
        ("Nous hébergeons le site et nous effaçons tout.", ["héberge", "efface"]),
        ("Nous le garantissons.", ["garantit"]),
        ("Nous sommes votre sous-traitant ; vous êtes responsable.", ["est", "est"]),
    ],
)
def test_a_verb_behind_nous_or_vous_stands_in_the_third_person(words: str, read: list[str]) -> None:
    found = sorted(french_verbs_in(words, NAMES))
    assert [third for _, _, third in found] == read
    assert all(words[start:end].endswith(("ons", "ez", "sommes", "êtes")) for start, end, _ in found)


def test_where_they_stand_for_no_party_nothing_is_altered() -> None:
    assert not list(french_verbs_in("Nous traitons vos données.", {}))

"""Sentences that lean on the one before are read with it, and those that take back or stand by themselves aren't."""

import pytest

from art28.checking.words.leaning import leaning, speaks_plainly
from art28.checking.words.text import text_of
from core.checking.agreements import agreement_in

_PARTIES = (
    "# Afspraken\n\nJij (de klant) bent de verwerkingsverantwoordelijke en wij, Beta B.V., "
    "zijn de verwerker voor jou en ons.\n"
)


def _joined(sentences: str) -> tuple[str, ...]:
    text = text_of(agreement_in(f"{_PARTIES}\n## Hulp\n\n{sentences}\n"))
    apart = {one.text for one in text.statements}
    return tuple(one.text for one in leaning(text).statements if one.text not in apart)


def test_what_points_back_is_read_with_what_it_points_to() -> None:
    assert _joined("Ook jij moet de gegevens beveiligen. Daar helpen we je bij.") == (
        "ook CONTROLLER moet de gegevens beveiligen. daar helpen PROCESSOR CONTROLLER bij.",
    )


@pytest.mark.parametrize(
    "sentences",
    [
        "Je stuurt ons vragen door. Daarbij zijn we niet tot hulp verplicht.",
        "We sturen vragen aan je door. Hulp daarbij geven we alleen als je de kosten betaalt.",
        "We bewaren de gegevens op onze servers. Jullie medewerkers kiezen een wachtwoord van minstens twaalf tekens.",
    ],
)
def test_what_takes_back_or_stands_by_itself_is_not(sentences: str) -> None:
    assert _joined(sentences) == ()


def test_a_title_is_no_sentence_that_something_leans_on() -> None:
    assert _joined("**Leveranciers.** Zij tekenen voor dezelfde regels.") == ()


@pytest.mark.parametrize(
    ("clause", "plainly"),
    [
        ("We helpen je daarbij.", True),
        ("Verwerker zal Verwerkingsverantwoordelijke bijstaan bij het nakomen van diens verplichtingen.", False),
    ],
)
def test_who_says_shall_does_not_speak_plainly(clause: str, *, plainly: bool) -> None:
    text = text_of(agreement_in(f"{_PARTIES}\n## Hulp\n\n{clause}\n"))
    assert speaks_plainly(text) is plainly

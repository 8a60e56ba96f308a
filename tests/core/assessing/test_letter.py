"""The letter to the people concerned: what Art. 34(2) wants in it, in plain words, and what it still lacks."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from art28.assessing.dossier import Dossier, Party
from art28.assessing.letter import PeopleLetter, letter
from art28.notices.breach import BreachFacts, Contact
from art28.notices.language import Language

FACTS = BreachFacts(
    reference="2026-0007",
    description="Een back-up stond open op internet.",
    occurred_from=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
    data_categories=("uw naam", "uw adres"),
    consequences="Iemand kan u onder een valse naam bellen.",
    measures_taken="Wij hebben de map gesloten.",
    contact=Contact(name="M. Berg", phone="0321000418"),
)


def written(facts: BreachFacts = FACTS, language: Language = Language.NL, *, notified: bool = False) -> PeopleLetter:
    dossier = Dossier(facts=facts, controller=Party("Stichting Zorg"))
    return letter(dossier, advice="", notified=notified, language=language, zone=ZoneInfo("Europe/Amsterdam"))


def test_the_letter_says_what_happened_what_it_may_mean_what_was_done_and_whom_to_ask() -> None:
    text = written().text
    for expected in (
        "Een back-up stond open op internet.",
        "Dit gebeurde op vrijdag 20 november 2026, 10:00.",
        "Het gaat om: uw naam en uw adres.",
        "Iemand kan u onder een valse naam bellen.",
        "Wij hebben de map gesloten.",
        "M. Berg, 0321000418",
        "Stichting Zorg verwerkt persoonsgegevens van u.",
    ):
        assert expected in text
    assert written().missing == ()


def test_it_speaks_of_the_authority_only_once_that_was_told() -> None:
    assert "Autoriteit Persoonsgegevens." not in written().parts[3].paragraphs[-1]
    assert written(notified=True).parts[3].paragraphs[-1].startswith("Wij hebben de inbreuk gemeld")


@pytest.mark.parametrize("language", Language)
def test_what_the_law_wants_and_the_facts_lack_is_named(language: Language) -> None:
    bare = replace(FACTS, description="", consequences="", measures_taken="", contact=None)
    missing = written(bare, language).missing
    assert len(missing) == 4
    assert all("GDPR" in lack or "AVG" in lack for lack in missing)


def test_advice_of_ones_own_takes_the_place_of_the_general_one() -> None:
    dossier = Dossier(facts=FACTS, controller=Party("Stichting Zorg"))
    zone = ZoneInfo("Europe/Amsterdam")
    own = letter(dossier, advice="Change your password.", notified=False, language=Language.EN, zone=zone)
    assert "Change your password." in own.text
    assert "Be extra careful" not in own.text
    assert "Be extra careful" in written(language=Language.EN).text

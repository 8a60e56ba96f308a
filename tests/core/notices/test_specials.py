"""What agreements ask of whoever reports, beyond limit and questions."""

from datetime import date

import pytest

from art28.agreement.model import Value
from art28.notices.language import Language
from art28.notices.specials import Special, Weight, named_for_breaches, specials_of

ON = date(2026, 11, 22)


def specials(facts: dict[str, Value], on: date = ON, language: Language = Language.NL) -> dict[Special, Weight]:
    found = specials_of(facts, language=language, own=Language.NL, on=on)
    return {each.special: each.weight for each in found}


def test_a_silent_agreement_asks_nothing_besides() -> None:
    assert specials({}) == {}


def test_a_ban_on_telling_the_authority_clashes_with_the_cyberbeveiligingswet_once_that_is_in_force() -> None:
    forbidden: dict[str, Value] = {"breach.processor_may_notify_authority": False}
    assert specials(forbidden, date(2026, 8, 14)) == {Special.NOT_THE_AUTHORITY: Weight.MIND}
    found = specials(forbidden, date(2026, 8, 15))
    assert list(found.items()) == [(Special.CYBER_DUTY, Weight.CONFLICT), (Special.NOT_THE_AUTHORITY, Weight.MIND)]


def test_an_agreement_that_lets_the_processor_tell_the_authority_does_not_clash() -> None:
    assert specials({"breach.authority_notifier": "processor"}) == {Special.PROCESSOR_TELLS_AUTHORITY: Weight.MIND}
    assert specials({"breach.processor_may_notify_authority": True}) == {}


def test_an_agreement_in_another_language_says_so() -> None:
    assert specials({}, language=Language.EN) == {Special.LANGUAGE: Weight.MIND}


@pytest.mark.parametrize("who", ["controller", "processor", "each_own"])
def test_a_clause_on_costs_says_who_bears_them(who: str) -> None:
    (found,) = specials_of({"breach.costs": who}, language=Language.NL, own=Language.NL, on=ON)
    assert (found.special, found.value) == (Special.COSTS, who)


def test_whom_to_call_are_the_controllers_people_named_for_breaches() -> None:
    facts: dict[str, Value] = {
        "contacts.list": (
            {"party": "processor", "purpose": "breach", "name": "A", "role": None, "phone": "1", "email": None},
            {"party": "controller", "purpose": "contract", "name": "B", "role": None, "phone": "2", "email": None},
            {
                "party": "controller",
                "purpose": "breach",
                "name": None,
                "role": "hoofd ICT",
                "phone": "3",
                "email": None,
            },
        )
    }
    (found,) = named_for_breaches(facts)
    assert (found.name, found.role, found.phone) == ("", "hoofd ICT", "3")

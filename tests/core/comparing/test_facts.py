"""Two agreements by their facts: what differs, and who gains by it."""

from dataclasses import replace

import pytest

from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Agreement, Fact, OpenQuestion, QuestionKind, Value
from art28.comparing.facts import differences, gains
from art28.comparing.model import FactDifference
from art28.document.model import Citation
from art28.terms import Role
from core.comparing.texts import NEW, OLD, agreement

HERE = (Citation("een passage", 0, 11, None),)


def saying(**said: Value) -> Agreement:
    facts = {key.replace("__", "."): value for key, value in said.items()}
    return replace(
        agreement("Verwerkersovereenkomst\n"),
        facts={key: Fact(key, value, HERE, "a_rule") for key, value in facts.items()},
    )


def only(one: Agreement, other: Agreement) -> FactDifference:
    (found,), _ = differences(one, other)
    return found


def test_what_differs_is_found_in_two_texts_and_the_rest_is_the_same() -> None:
    different, same = differences(agreement(OLD), agreement(NEW))
    found = {each.key: (each.one and each.one.value, each.other and each.other.value, each.gains) for each in different}

    assert found["breach.deadline"] == ("PT24H", "PT48H", Role.PROCESSOR)
    assert found["audit.costs"] == ("processor", "controller", Role.PROCESSOR)
    assert found["transfers.rule"] == ("not_outside_eea", None, None)
    assert {"law.governing", "audit.right"} <= set(same)


def test_each_side_keeps_the_passage_that_says_so() -> None:
    different, _ = differences(agreement(OLD), agreement(NEW))
    deadline = next(each for each in different if each.key == "breach.deadline")

    assert deadline.one is not None
    assert deadline.other is not None
    assert "24 uur" in deadline.one.citations[0].text
    assert "48 uur" in deadline.other.citations[0].text


@pytest.mark.parametrize(
    ("key", "one", "other", "who"),
    [
        ("breach.deadline", "PT48H", "PT24H", Role.CONTROLLER),
        ("breach.deadline", "P2D", "P1W", Role.PROCESSOR),
        ("breach.deadline", "PT24H", None, Role.PROCESSOR),
        ("breach.deadline", None, "PT24H", Role.CONTROLLER),
        ("subprocessors.notice_period", "P14D", "P30D", Role.CONTROLLER),
        ("audit.notice", "P14D", None, Role.CONTROLLER),
        ("liability.cap", 100_000, 500_000, Role.CONTROLLER),
        ("liability.cap", None, 500_000, Role.PROCESSOR),
        ("end.certificate", None, True, Role.CONTROLLER),
        ("end.withheld_until_payment", True, None, Role.CONTROLLER),
        ("subprocessors.authorisation", "specific", "general", Role.PROCESSOR),
        ("audit.costs", "controller", "processor_if_noncompliant", Role.CONTROLLER),
        ("breach.content", ("cause",), ("cause", "measures"), Role.CONTROLLER),
        ("breach.content", ("cause",), ("measures",), None),
        ("law.governing", "NL", "IE", None),
        ("audit.right", False, None, None),
    ],
)
def test_who_gains(key: str, one: Value | None, other: Value | None, who: Role | None) -> None:
    sides = (saying(**({} if value is None else {key.replace(".", "__"): value})) for value in (one, other))

    assert only(*sides).gains is who


def test_a_list_shows_what_goes_and_what_comes_whatever_its_order() -> None:
    one = saying(processing__purposes=("beheer", "Facturatie"))
    found = only(one, saying(processing__purposes=("facturatie", "back-up")))

    assert (found.lost, found.gained) == (("beheer",), ("back-up",))
    assert differences(one, saying(processing__purposes=("facturatie", "Beheer"))) == ((), ("processing.purposes",))


def test_who_contradicts_itself_counts_by_its_strictest_passage() -> None:
    candidates = tuple(Fact("breach.deadline", value, HERE, "a_rule") for value in ("PT48H", "PT24H"))
    one = replace(saying(), questions=(OpenQuestion("breach.deadline", QuestionKind.CONFLICT, candidates),))

    found = only(one, saying(breach__deadline="PT36H"))

    assert found.one is not None
    assert (found.one.value, found.is_open, found.gains) == ("PT24H", True, Role.PROCESSOR)


def test_what_neither_settles_is_no_difference() -> None:
    assert differences(saying(), saying()) == ((), ())


def test_what_favours_whom_is_said_of_facts_that_exist_and_fits_their_type() -> None:
    for key, gain in gains().items():
        spec = catalogue()[key]
        assert not gain.order or set(gain.order) == set(spec.values), key
        assert gain.yes is None or spec.type is FactType.FLAG, key
        assert gain.longer is None or spec.type is FactType.DURATION, key

"""A contract with a sub-processor held against what customers were promised, duty by duty."""

from collections.abc import Mapping
from datetime import date

from art28.agreement.catalogue import catalogue
from art28.agreement.model import Fact, OpenQuestion, QuestionKind, Value
from art28.comparing.facts import along_a_chain
from art28.comparing.flow_down import Held, flow_duties, held, keys, laid_down
from art28.comparing.link import Link
from core.comparing.said import HERE, Says, says

ON = date(2026, 11, 28)


def link(name: str, said: Mapping[str, Value]) -> Link:
    return Link(name, name, says(said))


def of(duty: str, promised: Mapping[str, Value], contract: Mapping[str, Value]) -> Held:
    found = held([link("Zonhof", promised)], link("Wolkenveld", contract), ON)
    return next(each for each in found if each.duty.id == duty)


def test_every_promise_along_a_chain_belongs_to_one_duty() -> None:
    carried = [key for duty in flow_duties() for key in duty.facts]

    assert sorted(carried) == sorted(along_a_chain())
    assert set(keys()) <= catalogue().keys()


def test_the_same_or_more_is_laid_down() -> None:
    found = of("breach", {"breach.deadline": "PT48H"}, {"breach.deadline": "PT24H"})

    assert [fact.value for fact in found.laid_down] == ["PT24H"]
    assert (found.short, found.silent) == ((), ())


def test_less_than_the_strictest_promise_falls_short() -> None:
    found = of("breach", {"breach.deadline": "PT24H"}, {"breach.deadline": "PT48H"})

    assert [each.customer.name for each in found.short] == ["Zonhof"]


def test_a_promise_of_which_the_contract_says_nothing_is_silent() -> None:
    found = of("audit", {"audit.right": True}, {})

    assert [each.key for each in found.silent] == ["audit.right"]
    assert found.laid_down == ()


def test_a_flag_that_is_down_lays_nothing_down() -> None:
    assert of("confidentiality", {}, {"confidentiality.duty": False}).laid_down == ()


def test_a_rule_that_leaves_every_country_free_lays_nothing_down() -> None:
    assert of("transfers", {}, {"transfers.rule": "free"}).laid_down == ()


def test_the_law_asks_a_duty_that_nobody_was_promised() -> None:
    assert of("requests", {}, {}).is_relevant
    assert not of("liability", {}, {}).is_relevant
    assert of("liability", {"liability.cap": 100_000}, {}).is_relevant


def test_an_open_question_counts_as_its_strictest_candidate() -> None:
    candidates = tuple(Fact("breach.deadline", value, HERE, "a_rule") for value in ("PT72H", "PT24H"))
    asked = Says({}, (OpenQuestion("breach.deadline", QuestionKind.AMBIGUOUS, candidates),))
    found = held([link("Zonhof", {"breach.deadline": "PT36H"})], Link("Wolkenveld", "w", asked), ON)

    assert next(each for each in found if each.duty.id == "breach").short == ()


def test_a_contract_alone_shows_of_which_duties_it_speaks() -> None:
    assert laid_down(link("Wolkenveld", {"audit.right": True, "end.data": "return_or_delete"})) == ("end", "audit")

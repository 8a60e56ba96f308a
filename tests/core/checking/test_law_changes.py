"""Which agreements a change of law concerns."""

from datetime import date

from art28.agreement.model import Value
from art28.checking.law_changes import Kind, LawChange, law_changes, resting_on


def ended(kind: Kind, since: date, until: date) -> list[str]:
    return [each.about for each in law_changes(since, until) if each.kind is kind and not each.begins]


def supplier(**places: Value) -> dict[str, Value]:
    record = {"name": "Wolkenveld", "service": "hosting", "established_in": None, "processing_in": None}
    return {"subprocessors.list": ({**record, **places},)}  # type: ignore[dict-item]  # a record's cells


def test_a_change_stands_on_the_first_day_on_which_it_is_otherwise() -> None:
    assert ended(Kind.EEA, date(2021, 1, 1), date(2021, 1, 1)) == ["United Kingdom"]
    assert ended(Kind.EEA, date(2020, 12, 31), date(2020, 12, 31)) == []


def test_when_a_country_leaves_the_agreements_that_name_it_rest_on_that() -> None:
    (left,) = [each for each in law_changes(date(2021, 1, 1), date(2021, 1, 1)) if each.kind is Kind.EEA]

    assert resting_on(left, supplier(processing_in=("NL", "GB"))) == ("subprocessors.list",)
    assert resting_on(left, supplier(established_in="GB")) == ("subprocessors.list",)
    assert resting_on(left, supplier(processing_in=("NL", "DE"))) == ()
    assert resting_on(left, {}) == ()


def test_an_adequacy_decision_that_ends_concerns_who_processes_there() -> None:
    found = [each for each in law_changes(date(2020, 7, 16), date(2020, 7, 16)) if each.kind is Kind.ADEQUACY]

    assert [each.begins for each in found] == [False]
    assert resting_on(found[0], supplier(processing_in=("US",))) == ("subprocessors.list",)
    assert resting_on(found[0], supplier(processing_in=("NL",))) == ()


def test_a_repealed_law_concerns_the_agreements_that_cite_it_by_any_of_its_names() -> None:
    act = next(each for each in law_changes(date(2018, 5, 25), date(2018, 5, 25)) if "Wbp" in each.touches)

    assert resting_on(act, {}, text="zoals bedoeld in de Wbp") == ("document.repealed_law",)
    assert resting_on(act, {}, text="zoals bedoeld in de Wbpx") == ()


def test_a_number_of_the_law_concerns_what_an_agreement_says_on_that_article() -> None:
    change = LawChange(Kind.PARAMETER, date(2027, 1, 1), "gdpr.breach.authority: 96 hours", True, "…", ("33",))

    assert resting_on(change, {"breach.deadline": "PT24H", "law.governing": "NL"}) == ("breach.deadline",)

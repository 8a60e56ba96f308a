"""Promises gathered by kind of duty, the worst first."""

from art28.comparing.kinds import kinds
from core.comparing.test_chain import customer, held, supplier


def test_the_kind_that_most_promises_hang_on_stands_first_and_in_it_the_supplier_that_keeps_fewest() -> None:
    found = held(
        customer("A", breach__deadline="PT24H", end__deadline="P30D"),
        customer("B", breach__deadline="PT48H", end__deadline="P30D"),
        supplier("Traag B.V.", breach__deadline="PT72H", end__deadline="P10D"),
        supplier("Trager B.V.", breach__deadline="PT36H", end__deadline="P90D"),
    )
    first, second = kinds(found.gaps)
    assert (first.key, first.promises) == ("breach.deadline", 3)
    assert [each.supplier.name for each in first.standings] == ["Traag B.V.", "Trager B.V."]
    assert (first.promised.value, second.promised.value) == ("PT24H", "P30D")
    assert (second.key, second.promises) == ("end.deadline", 2)


def test_of_suppliers_that_leave_as_many_promises_unkept_the_one_furthest_off_stands_first() -> None:
    found = held(
        customer(breach__deadline="PT24H"),
        supplier("Bijna B.V.", breach__deadline="PT36H"),
        supplier("Ver B.V.", breach__deadline="PT96H"),
    )
    assert [each.supplier.name for each in kinds(found.gaps)[0].standings] == ["Ver B.V.", "Bijna B.V."]


def test_of_periods_with_slack_the_tightest_stands_first() -> None:
    found = held(
        customer(breach__deadline="PT48H"),
        supplier("Ruim B.V.", breach__deadline="PT12H"),
        supplier("Krap B.V.", breach__deadline="PT47H"),
    )
    assert [each.supplier.name for each in kinds(found.standings)[0].standings] == ["Krap B.V.", "Ruim B.V."]


def test_a_period_in_which_the_customer_acts_is_too_short_and_others_are_too_long() -> None:
    found = held(
        customer(breach__deadline="PT24H", subprocessors__notice_period="P60D"),
        supplier(breach__deadline="PT48H", subprocessors__notice_period="P14D"),
    )
    assert {each.key: each.lacks_time for each in found.gaps} == {
        "breach.deadline": False,
        "subprocessors.notice_period": True,
    }

"""Promises to customers held against those of suppliers."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import count

import pytest

from art28.agreement.model import Fact, OpenQuestion, QuestionKind, Record, Value
from art28.comparing.chain import Chain, Standing, State, chain
from art28.comparing.picture import picture
from core.comparing.said import HERE, Says, says

US = "Rekenhuis B.V."
ON = date(2026, 11, 28)
_files = count(1)


def agreement(processor: str, controller: str, said: Mapping[str, Value]) -> tuple[str, Says]:
    facts = {"processor.name": processor, "controller.name": controller, **said}
    return f"{next(_files)}.pdf", says(facts)


def customer(name: str = "Stichting Zonhof", **said: Value) -> tuple[str, Says]:
    return agreement(US, name, {key.replace("__", "."): value for key, value in said.items()})


def supplier(name: str = "Wolkenveld B.V.", **said: Value) -> tuple[str, Says]:
    return agreement(name, US, {key.replace("__", "."): value for key, value in said.items()})


def sub_processor(name: str, *countries: str) -> Record:
    return {"name": name, "service": "hosting", "established_in": None, "processing_in": countries}


def held(*agreements: tuple[str, Says]) -> Chain:
    return chain(agreements, "rekenhuis bv", ON)


def only(*agreements: tuple[str, Says]) -> Standing:
    (found,) = held(*agreements).standings
    return found


def test_a_supplier_that_takes_longer_than_the_strictest_promise_is_short() -> None:
    found = only(
        customer("Zonhof", breach__deadline="PT24H"),
        customer("Veendal", breach__deadline="PT36H"),
        customer("Kade", breach__deadline="P5D"),
        supplier(breach__deadline="PT48H"),
    )

    assert (found.state, found.customer.name, found.customers) == (State.SHORT, "Zonhof", 2)
    assert found.slack == timedelta(hours=-24)


def test_a_supplier_that_is_quicker_leaves_slack() -> None:
    found = only(customer(breach__deadline="PT48H"), supplier(breach__deadline="PT24H"))

    assert (found.state, found.slack, found.customers) == (State.HELD, timedelta(hours=24), 0)


def test_a_notice_period_must_be_longer_upstream_than_down() -> None:
    short = only(customer(subprocessors__notice_period="P30D"), supplier(subprocessors__notice_period="P14D"))
    long = only(customer(subprocessors__notice_period="P30D"), supplier(subprocessors__notice_period="P60D"))

    assert (short.state, short.slack) == (State.SHORT, timedelta(days=-16))
    assert (long.state, long.slack) == (State.HELD, timedelta(days=30))


@pytest.mark.parametrize(
    ("promised", "given", "state"),
    [
        ({"breach__deadline": "PT24H"}, {}, State.SILENT),
        ({"end__certificate": True}, {}, State.SILENT),
        ({"end__certificate": True}, {"end__certificate": False}, State.SHORT),
        ({"audit__notice": "P14D"}, {}, State.HELD),
        ({"audit__notice": "P14D"}, {"audit__notice": "P30D"}, State.SHORT),
        ({"transfers__rule": "not_outside_eea"}, {"transfers__rule": "with_safeguards"}, State.SHORT),
        ({"transfers__rule": "with_safeguards"}, {"transfers__rule": "not_outside_eea"}, State.HELD),
        ({"liability__cap": 500_000}, {"liability__cap": 100_000}, State.SHORT),
        ({"liability__cap": 500_000}, {}, State.HELD),
    ],
)
def test_where_a_supplier_stands(promised: dict[str, Value], given: dict[str, Value], state: State) -> None:
    one, other = customer("Zonhof", **promised), supplier("Wolkenveld B.V.", **given)

    assert only(one, other).state is state


@pytest.mark.parametrize(
    "said", [{"end__certificate": False}, {"transfers__rule": "free"}, {"subprocessors__authorisation": "general"}, {}]
)
def test_what_promises_nothing_asks_nothing_of_a_supplier(said: dict[str, Value]) -> None:
    assert held(customer("Zonhof", **said), supplier()).standings == ()


def test_of_lists_everything_counts_that_any_customer_was_promised() -> None:
    found = only(
        customer("Zonhof", security__standards=("ISO27001",)),
        customer("Veendal", security__standards=("ISO27001", "NEN7510")),
        supplier(security__standards=("ISO27001", "SOC2")),
    )

    assert (found.state, found.lacking, found.customer.name, found.customers) == (
        State.SHORT,
        ("NEN7510",),
        "Veendal",
        1,
    )


def test_a_customer_that_was_told_of_others_is_not_held_against_this_supplier() -> None:
    told = (sub_processor("Mailmolen", "NL"),)
    found = held(
        customer("Zonhof", breach__deadline="PT24H", subprocessors__list=told),
        customer("Veendal", breach__deadline="PT48H"),
        supplier("Wolkenveld B.V.", breach__deadline="PT36H"),
        supplier("Mailmolen B.V.", breach__deadline="PT36H"),
    )

    assert {(each.supplier.name, each.state) for each in found.standings} == {
        ("Wolkenveld B.V.", State.HELD),
        ("Mailmolen B.V.", State.SHORT),
    }


def test_a_period_that_starts_with_the_suppliers_report_is_marked() -> None:
    starts = ("discovery", "report_from_sub_processor")
    found = only(customer(breach__deadline="PT24H", breach__clock_starts=starts), supplier(breach__deadline="PT48H"))

    assert found.told_starts


def test_an_open_question_counts_by_its_strictest_candidate() -> None:
    source, read = customer()
    candidates = tuple(Fact("breach.deadline", value, HERE, "a_rule") for value in ("PT48H", "PT24H"))
    asked = Says(read.facts, (OpenQuestion("breach.deadline", QuestionKind.CONFLICT, candidates),))

    assert only((source, asked), supplier(breach__deadline="PT36H")).promised.value == "PT24H"


def test_countries_and_sub_processors_without_an_agreement_are_named() -> None:
    listed = (sub_processor("Wolkenveld", "NL"), sub_processor("Mailmolen Inc.", "US"))
    found = held(
        customer("Zonhof", subprocessors__list=listed),
        customer("Veendal", subprocessors__list=listed[1:]),
        supplier("Wolkenveld B.V.", subprocessors__list=(sub_processor("Diepgrond", "worldwide"),)),
    )

    outside = {(each.supplier, each.via, each.country) for each in found.places if not each.in_eea}
    assert outside == {("Mailmolen Inc.", "", "US"), ("Wolkenveld B.V.", "Diepgrond", "worldwide")}
    assert found.unfiled == {"Mailmolen Inc.": 2}


@pytest.mark.parametrize(
    ("promised", "where", "is_gap"),
    [
        ({"transfers__rule": "not_outside_eea"}, "worldwide", True),
        ({"transfers__region": "EEA"}, "worldwide", True),
        ({"transfers__region": "EU"}, "NO", True),
        ({"transfers__region": "EEA"}, "NO", False),
        ({"transfers__region": "NL", "transfers__rule": "not_outside_eea"}, "DE", True),
        ({"transfers__rule": "not_outside_eea"}, "EEA", False),
        ({"transfers__region": "EEA", "transfers__rule": "with_safeguards"}, "worldwide", False),
        ({"transfers__rule": "not_outside_eea"}, "Elders", False),
    ],
)
def test_a_supplier_that_processes_outside_the_region_a_customer_was_promised_is_short_whatever_it_promises(
    promised: dict[str, Value], where: str, is_gap: bool
) -> None:
    listed = (sub_processor("Diepgrond", where),)
    upstream = supplier(transfers__rule="not_outside_eea", transfers__region="NL", subprocessors__list=listed)
    found = held(customer("Zonhof", **promised), upstream)

    assert [(each.state, [place.country for place in each.outside]) for each in found.gaps] == (
        [(State.SHORT, [where])] if is_gap else []
    )


def test_a_silent_supplier_that_customers_were_told_works_worldwide_is_one_gap_and_counts_all_of_them() -> None:
    told = (sub_processor("Wolkenveld", "worldwide"),)
    found = only(
        customer("Zonhof", transfers__rule="not_outside_eea", subprocessors__list=told),
        customer("Veendal", transfers__rule="not_outside_eea"),
        supplier("Wolkenveld B.V."),
    )

    assert (found.key, found.state, found.given, found.customers) == ("transfers.rule", State.SHORT, None, 2)
    assert [place.country for place in found.outside] == ["worldwide"]


def test_agreements_of_others_are_named_and_left_out() -> None:
    other = agreement("Zuid B.V.", "Kade Noord B.V.", {"breach.deadline": "PT1H"})
    found = held(customer(breach__deadline="PT24H"), supplier(breach__deadline="PT24H"), other)

    assert found.others == (other[0],)
    assert [each.state for each in found.standings] == [State.HELD]


@pytest.mark.parametrize(("language", "others"), [("nl", "en {n} andere"), ("en", "and {n} others")])
def test_a_picture_of_many_draws_those_with_most_gaps_by_name_and_the_others_by_their_countries(
    language: str, others: str
) -> None:
    suppliers = [
        supplier(
            f"Wolk {number:03} B.V.", **({"breach__deadline": "PT72H"} if number < 20 else {"breach__deadline": "PT1H"})
        )
        for number in range(200)
    ]
    told = tuple(sub_processor(f"Wolk {number:03} B.V.", "US" if number < 30 else "DE") for number in range(200))
    customers = [
        customer(f"Klant {number}", breach__deadline="PT24H", subprocessors__list=told) for number in range(50)
    ]

    drawn = picture(held(*customers, *suppliers), language)

    wide, narrow = (part.split("</svg>")[0] for part in drawn.split("<svg ")[1:])
    for each in (wide, narrow):
        names = re.findall(r">((?:Wolk|en \d|and \d)[^<]*?) ?<", each)
        named = [f"Wolk {number:03} B.V." for number in range(18)]
        assert names == [others.format(n=36), *named, others.format(n=170), others.format(n=12)]
        assert float(re.search(r'viewBox="0 0 \d+ ([\d.]+)"', each)[1]) < 1_600  # type: ignore[index]
    assert f'>{others.format(n=12)}<tspan class="short"> ▲2</tspan> <tspan class="quiet">US</tspan>' in wide

"""Every case of `tests/law/timelimits.toml`, the numbered examples first."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from art28.timelimits.compute import compute_limit
from art28.timelimits.instants import end_of_day, parse_instant, zone_named
from art28.timelimits.limit import Limit, Regime
from art28.timelimits.period import parse_period

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[2] / "law" / "timelimits.toml").read_text(encoding="utf-8")
)["case"]
NUMBERED_EXAMPLES = 32

every_case = pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])


@dataclass(frozen=True)
class End:
    at: datetime
    last_day: date | None


def limit_of(case: dict[str, Any]) -> Limit:
    zone = zone_named(case.get("zone", "Europe/Amsterdam"))
    return compute_limit(
        parse_instant(case["start"], zone).at,
        parse_period(case["period"], working_days=case.get("working_days", False)),
        regime=Regime(case["regime"]),
        zone=zone,
        shift=case.get("shift"),
        backward=case.get("backward", False),
    )


def end_of(case: dict[str, Any], zone: str) -> End:
    if "ends" in case:
        return End(datetime.fromisoformat(case["ends"]), None)
    last_day = date.fromisoformat(case["last_day"])
    return End(end_of_day(last_day, zone_named(zone)), last_day)


@every_case
def test_the_period_ends_where_the_example_says(case: dict[str, Any]) -> None:
    limit = limit_of(case)

    assert End(limit.ends_at, limit.last_day) == end_of(case, limit.zone)
    assert limit.reading == "STRICT"


@every_case
def test_other_readings_and_warnings_are_those_of_the_example(case: dict[str, Any]) -> None:
    limit = limit_of(case)

    found = {str(item.reading): End(item.ends_at, item.last_day) for item in limit.alternatives}
    assert found == {item["reading"]: end_of(item, limit.zone) for item in case.get("others", [])}
    assert [str(item.code) for item in limit.warnings] == case.get("warnings", [])


@every_case
def test_the_steps_name_the_rules_that_decide(case: dict[str, Any]) -> None:
    named = {step.rule for step in limit_of(case).steps}

    assert set(case.get("rules", [])) <= named


@every_case
def test_an_act_is_in_time_until_the_end_and_late_after_it(case: dict[str, Any]) -> None:
    limit = limit_of(case)

    assert all(limit.is_met_at(datetime.fromisoformat(at)) for at in case.get("met", []))
    assert not any(limit.is_met_at(datetime.fromisoformat(at)) for at in case.get("broken", []))


def test_all_numbered_examples_are_there() -> None:
    numbers = [int(case["id"].split()[0]) for case in CASES]

    assert numbers == list(range(1, len(CASES) + 1))
    assert len(CASES) > NUMBERED_EXAMPLES

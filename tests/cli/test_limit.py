import argparse
import json
from dataclasses import replace
from typing import Any

import pytest

from art28.cli import limit as command
from art28.cli.errors import UsageError
from art28.cli.limit_text import as_text, caution_text, step_text
from art28.timelimits.compute import compute_limit
from art28.timelimits.instants import parse_instant
from art28.timelimits.limit import Alternative, Caution, CautionCode, Reading, Regime, Step, StepCode
from art28.timelimits.period import parse_period


def parsed(line: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.register(parser.add_subparsers())
    return parser.parse_args(["limit", *line.split()])


def output(line: str, capsys: pytest.CaptureFixture[str]) -> str:
    options = parsed(line)
    assert options.run(options) == 0
    return capsys.readouterr().out


def as_json(line: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(output(f"{line} --format json", capsys))
    return found


def test_json_holds_the_end_and_no_last_day_for_hours(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json("--from 2026-11-10T14:20+01:00 --period PT72H --regime eu", capsys)

    assert (found["ends_at"], found["last_day"], found["reading"]) == ("2026-11-13T14:20:00+01:00", None, "STRICT")
    assert [item["reading"] for item in found["alternatives"]] == ["R1182_HOURS"]
    assert found["warnings"] == []


def test_json_holds_the_day_people_see_and_the_instant_after_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json("--from 2026-10-15 --period P1M --regime eu", capsys)

    assert (found["ends_at"], found["last_day"]) == ("2026-11-17T00:00:00+01:00", "2026-11-16")
    shifted = next(step for step in found["steps"] if step["code"] == "shifted")
    assert shifted["rule"] == "T-10"
    assert shifted["provision"] == "Regulation (EEC, Euratom) No 1182/71, art. 3(4), first sentence"
    assert shifted["passed"] == [{"day": "2026-11-15", "code": "sunday", "rule": "T-2"}]


def test_text_answers_first_and_counts_after(capsys: pytest.CaptureFixture[str]) -> None:
    lines = output("--from 2026-11-26 --period P30D --regime contract", capsys).splitlines()

    assert lines[0] == "Sat 2026-12-26 24:00  (STRICT)"
    assert "  2. The day of the event, Thu 2026-11-26, is not counted (T-4: as in " in "\n".join(lines)
    assert lines[-1].startswith("  The end, Sat 2026-12-26, is a day off and the contract is taken as silent")


@pytest.mark.parametrize(
    ("line", "last_day"),
    [
        ("--period P5D --regime contract --working-days", "2026-12-30"),
        ("--period P4D --regime contract --shift", "2026-12-28"),
        ("--period P4D --regime contract --no-shift", "2026-12-26"),
        ("--period P14D --regime contract --backward", "2026-12-07"),
        ("--period P4D --regime nl-act", "2026-12-28"),
        ("--period P4D --regime eu --calendar DE-1182", "2026-12-28"),
        ("--period P4D --regime eu --calendar nl-awt", "2026-12-28"),
    ],
)
def test_options_reach_the_count(line: str, last_day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert as_json(f"--from 2026-12-22 {line}", capsys)["last_day"] == last_day


def test_another_zone_has_another_day(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json("--from 2026-11-10T23:30Z --period P1D --regime contract --zone Europe/Lisbon", capsys)

    assert (found["last_day"], found["ends_at"]) == ("2026-11-11", "2026-11-12T00:00:00+00:00")


def test_a_day_for_hours_is_counted_from_midnight_with_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json("--from 2026-11-10 --period PT24H --regime contract", capsys)

    assert found["ends_at"] == "2026-11-11T00:00:00+01:00"
    assert [item["code"] for item in found["warnings"]] == ["time_of_day_missing"]


def test_a_local_time_that_comes_twice_is_counted_from_the_first_with_a_warning(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = as_json("--from 2026-10-25T02:30 --period PT72H --regime hours", capsys)

    assert found["ends_at"] == "2026-10-28T01:30:00+01:00"
    assert [item["code"] for item in found["warnings"]] == ["local_time_ambiguous"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("--from tomorrow --period P1D --regime eu", "'tomorrow' is not an instant"),
        ("--from 2026-11-10 --period 14 --regime eu", "'14' is not an ISO 8601 duration"),
        ("--from 2027-03-28T02:30 --period P1D --regime eu", "never was in Europe/Amsterdam"),
        ("--from 2026-11-10 --period P1M --regime hours", "can't be counted in hours"),
        ("--from 2026-11-10 --period P1M --regime eu --working-days", "can't be in working days"),
        ("--from 2026-11-10 --period P9999Y --regime contract", "outside the years"),
        ("--from 2026-11-10 --period P1D --regime eu --zone Mars/Base", "is not a time zone"),
        ("--from 2026-11-10 --period P1D --regime eu --calendar XX-1182", "no calendar 'XX-1182'"),
        ("--from 1970-11-10 --period P1D --regime nl-act", "is known from 1982 on"),
    ],
)
def test_bad_input_is_one_clear_line(line: str, message: str) -> None:
    options = parsed(line)

    with pytest.raises(UsageError) as error:
        options.run(options)

    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("line", ["", "--from 2026-11-10 --period P1D", "--from 2026-11-10 --period P1D --regime moon"])
def test_what_is_left_out_or_unknown_ends_with_code_two(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        parsed(line)

    assert ending.value.code == 2


def test_every_option_has_help() -> None:
    parser = argparse.ArgumentParser()
    subparsers = parser.add_subparsers()
    command.register(subparsers)

    assert all(action.help for action in subparsers.choices["limit"]._actions)


@pytest.mark.parametrize("code", StepCode)
def test_every_step_has_a_sentence(code: StepCode) -> None:
    limit = compute_limit(parse_instant("2026-11-10").at, parse_period("P1D"), regime=Regime.EU)

    assert step_text(Step(code=code), limit).endswith(".")


@pytest.mark.parametrize("code", CautionCode)
def test_every_warning_has_a_sentence(code: CautionCode) -> None:
    assert caution_text(Caution(code=code)).endswith(".")


@pytest.mark.parametrize("reading", Reading)
def test_every_reading_has_a_name(reading: Reading) -> None:
    limit = compute_limit(parse_instant("2026-11-10").at, parse_period("PT1H"), regime=Regime.EU)
    other = Alternative(reading=reading, ends_at=limit.ends_at, last_day=None)

    assert f"  {reading}: Tue 2026-11-10 01:00+01:00  (" in as_text(replace(limit, alternatives=(other,)))

"""Reminders: the worked examples of tests/law/reminders.toml, and what holds for every policy and period."""

import tomllib
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from art28.law.calendars import NL_AWT
from art28.obligations.quiet import Quiet, next_awake, previous_awake
from art28.obligations.reminding import (
    DEFAULT_STEPS,
    DEFAULT_TARGET,
    NEVER_QUIET_UP_TO,
    RANK,
    Audience,
    Fault,
    InvalidPolicy,
    Policy,
    Step,
    end_of,
    reminders,
)

CASES = tomllib.loads((Path(__file__).parents[2] / "law" / "reminders.toml").read_text(encoding="utf-8"))["case"]
EVENINGS_AND_DAYS_OFF = Quiet(time(18), time(8), days_off=True)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def step_of(text: str) -> Step:
    key, _, to = text.partition(" ")
    sort, _, number = key.partition(":")
    audiences = tuple(Audience(each.strip()) for each in to.split(","))
    if sort == "lead":
        return Step(audiences, lead=timedelta(minutes=int(number)))
    return Step(audiences, share=int(number))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"][:40])
def test_the_worked_examples(case: dict[str, Any]) -> None:
    steps = tuple(map(step_of, case["steps"])) if "steps" in case else DEFAULT_STEPS
    policy = Policy(steps, DEFAULT_TARGET, EVENINGS_AND_DAYS_OFF if case.get("quiet", True) else None)
    start = local(case["start"])
    end = end_of(start, local(case["end"]) if "end" in case else None, None, policy)
    found = [
        f"{each.step.key}: {each.at.astimezone(AMSTERDAM):%Y-%m-%dT%H:%M} -> {', '.join(each.step.to)}"
        for each in reminders(start, end, policy, zone=AMSTERDAM)
    ]
    assert sorted(found) == sorted(case["expected"])


def test_a_target_of_the_clock_itself_goes_before_the_policys() -> None:
    start = datetime(2026, 11, 21, tzinfo=UTC)
    policy = Policy(DEFAULT_STEPS, DEFAULT_TARGET)
    assert end_of(start, None, start + timedelta(hours=8), policy) == start + timedelta(hours=8)
    assert end_of(start, start + timedelta(hours=4), start + timedelta(hours=8), policy) == start + timedelta(hours=4)


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        ((), Fault.NO_STEPS),
        ((Step((), share=50),), Fault.NOBODY),
        ((Step((Audience.OWNER,)),), Fault.BOTH_OR_NEITHER),
        ((Step((Audience.OWNER,), share=50, lead=timedelta(days=1)),), Fault.BOTH_OR_NEITHER),
        ((Step((Audience.OWNER,), share=100),), Fault.SHARE_OUTSIDE),
        ((Step((Audience.OWNER,), lead=timedelta(0)),), Fault.LEAD_OUTSIDE),
        ((Step((Audience.OWNER,), share=50), Step((Audience.DEPUTY,), share=50)), Fault.TWICE),
        ((Step((Audience.MANAGEMENT,), share=50), Step((Audience.OWNER,), share=75)), Fault.DE_ESCALATES),
        (
            (Step((Audience.OWNER,), lead=timedelta(hours=4)), Step((Audience.DEPUTY,), lead=timedelta(days=1))),
            Fault.DE_ESCALATES,
        ),
    ],
)
def test_a_policy_that_cannot_be_carried_out_is_refused(steps: tuple[Step, ...], fault: Fault) -> None:
    with pytest.raises(InvalidPolicy) as refused:
        Policy(steps, DEFAULT_TARGET)
    assert refused.value.fault is fault


every = settings(deadline=None, max_examples=60, suppress_health_check=(HealthCheck.too_slow,))
STARTS = st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 31), timezones=st.just(AMSTERDAM))  # noqa: DTZ001
PERIODS = st.timedeltas(timedelta(minutes=1), timedelta(days=400))
QUIETS = st.builds(Quiet, st.times(), st.times(), st.booleans())


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    def heights(count: int) -> list[int]:
        return sorted(draw(st.lists(st.integers(0, 2), min_size=count, max_size=count)))

    shares = sorted(draw(st.sets(st.integers(1, 99), max_size=5)))
    leads = sorted(draw(st.sets(st.integers(1, 60 * 24 * 40), max_size=5)), reverse=True)
    ladder = tuple(Audience)
    steps = [Step(ladder[: high + 1], share=share) for share, high in zip(shares, heights(len(shares)), strict=True)]
    steps += [
        Step(ladder[: high + 1], lead=timedelta(minutes=lead))
        for lead, high in zip(leads, heights(len(leads)), strict=True)
    ]
    return Policy(tuple(steps) or DEFAULT_STEPS, DEFAULT_TARGET, draw(st.none() | QUIETS))


@every
@given(STARTS, PERIODS, policies())
def test_no_reminder_comes_at_or_after_the_end_or_before_the_start(
    start: datetime, period: timedelta, policy: Policy
) -> None:
    end = start.astimezone(UTC) + period
    for each in reminders(start, end, policy):
        assert start < each.at < end
        if each.step.lead is not None:
            assert end - each.at >= each.step.lead  # a lead is never eaten into


@every
@given(STARTS, PERIODS, policies())
def test_steps_keep_their_order_and_never_reach_less_high(start: datetime, period: timedelta, policy: Policy) -> None:
    found = reminders(start, start.astimezone(UTC) + period, policy)
    assert [each.at for each in found] == sorted(each.at for each in found)
    assert [each.planned_at for each in found] == sorted(each.planned_at for each in found)
    for sort in (True, False):
        heights = [max(RANK[who] for who in each.step.to) for each in found if (each.step.share is None) is sort]
        assert heights == sorted(heights)


@every
@given(STARTS, st.timedeltas(timedelta(minutes=1), NEVER_QUIET_UP_TO), policies())
def test_a_short_limit_knows_no_quiet(start: datetime, period: timedelta, policy: Policy) -> None:
    for each in reminders(start, start.astimezone(UTC) + period, policy):
        assert each.at == each.planned_at


@every
@given(STARTS, QUIETS)
def test_the_nearest_waking_instants_lie_on_their_own_side(at: datetime, quiet: Quiet) -> None:
    at = at.astimezone(UTC)
    assert previous_awake(at, quiet, zone=AMSTERDAM, calendar=NL_AWT) <= at
    later = next_awake(at, quiet, zone=AMSTERDAM, calendar=NL_AWT)
    assert later >= at
    assert next_awake(later, quiet, zone=AMSTERDAM, calendar=NL_AWT) == later

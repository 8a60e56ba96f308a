"""What holds for every time limit, whatever the start, the period and the regime."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from art28.law.calendars import NL_1182, NL_AWT
from art28.timelimits.compute import compute_limit
from art28.timelimits.days import working_days_between
from art28.timelimits.instants import AMSTERDAM, start_of_day
from art28.timelimits.limit import Limit, Reading, Regime, StepCode
from art28.timelimits.period import Period, parse_period

every = settings(deadline=None, max_examples=120)

CLOCK_CHANGES = (datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC))

anywhere = st.datetimes(
    min_value=datetime(2017, 1, 1),  # noqa: DTZ001
    max_value=datetime(2033, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
near_clock_change = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(CLOCK_CHANGES),
    st.integers(min_value=-3000, max_value=3000),
)
starts = anywhere | near_clock_change
hours = st.builds(
    lambda minutes: Period(clock=timedelta(minutes=minutes)), st.integers(min_value=1, max_value=60 * 24 * 40)
)
days = st.builds(lambda number: Period(days=number), st.integers(min_value=1, max_value=120))
weeks = st.builds(lambda number: Period(weeks=number), st.integers(min_value=1, max_value=20))
month_counts = st.builds(
    lambda number, fraction: Period(months=number, month_fraction=fraction),
    st.integers(min_value=1, max_value=30),
    st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1, 4)]),
)
mixed = st.builds(
    lambda years, months, number: Period(years=years, months=months, days=number),
    st.integers(min_value=1, max_value=7),
    st.integers(min_value=0, max_value=11),
    st.integers(min_value=0, max_value=40),
)
working_days = st.builds(lambda number: Period(days=number, working_days=True), st.integers(min_value=1, max_value=40))
plain_days = days | weeks | month_counts | mixed
in_days = plain_days | working_days
periods = in_days | hours
regimes = st.sampled_from([Regime.CONTRACT, Regime.EU, Regime.NL_ACT])
shifts = st.sampled_from([None, True, False])


def local_day(at: datetime) -> date:
    return at.astimezone(AMSTERDAM).date()


def last_day_of(limit: Limit) -> date:
    assert limit.last_day is not None
    return limit.last_day


@every
@given(starts, periods, regimes, shifts)
def test_a_limit_never_ends_before_its_event(
    start: datetime, period: Period, regime: Regime, shift: bool | None
) -> None:
    limit = compute_limit(start, period, regime=regime, shift=shift)

    assert limit.ends_at > start
    assert limit.last_day is None or limit.last_day > local_day(start)


@every
@given(starts, periods, regimes, shifts)
def test_a_backward_limit_never_ends_after_its_event(
    start: datetime, period: Period, regime: Regime, shift: bool | None
) -> None:
    limit = compute_limit(start, period, regime=regime, shift=shift, backward=True)

    assert limit.ends_at < start
    assert limit.last_day is None or limit.last_day < local_day(start)


@every
@given(starts, starts, periods, regimes, shifts, st.booleans())
@example(datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC), Period(days=2), Regime.EU, None, False)
def test_a_later_start_never_ends_earlier(
    one: datetime, other: datetime, period: Period, regime: Regime, shift: bool | None, backward: bool
) -> None:
    earlier, later = sorted((one, other))

    first = compute_limit(earlier, period, regime=regime, shift=shift, backward=backward)
    second = compute_limit(later, period, regime=regime, shift=shift, backward=backward)

    assert first.ends_at <= second.ends_at


@every
@given(starts, periods, regimes, shifts, st.booleans())
def test_no_other_reading_ends_before_the_strict_one(
    start: datetime, period: Period, regime: Regime, shift: bool | None, backward: bool
) -> None:
    limit = compute_limit(start, period, regime=regime, shift=shift, backward=backward)

    assert limit.reading is Reading.STRICT
    assert all(other.ends_at >= limit.ends_at for other in limit.alternatives)
    assert Reading.R1182_HOURS_35 not in {other.reading for other in limit.alternatives}


@every
@given(starts, hours)
def test_the_clock_hour_of_the_event_adds_at_most_an_hour(start: datetime, period: Period) -> None:
    limit = compute_limit(start, period, regime=Regime.EU)

    (other,) = limit.alternatives
    assert timedelta(0) < other.ends_at - limit.ends_at <= timedelta(hours=1)


@every
@given(near_clock_change, hours, st.sampled_from(list(Regime)))
def test_hours_elapse_over_the_change_of_the_clock(start: datetime, period: Period, regime: Regime) -> None:
    forward = compute_limit(start, period, regime=regime)

    assert forward.ends_at - start == period.elapsed
    assert compute_limit(forward.ends_at, period, regime=regime, backward=True).ends_at == start


@every
@given(near_clock_change, in_days, regimes)
def test_a_day_ends_at_local_midnight_over_the_change_of_the_clock(
    start: datetime, period: Period, regime: Regime
) -> None:
    limit = compute_limit(start, period, regime=regime)

    local = limit.ends_at.astimezone(AMSTERDAM)
    assert (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0)
    assert local.date() == last_day_of(limit) + timedelta(days=1)


@every
@given(starts, in_days, regimes, st.integers(min_value=0, max_value=86_399))
def test_the_hour_of_the_event_does_not_matter_to_a_period_in_days(
    start: datetime, period: Period, regime: Regime, second: int
) -> None:
    midnight = start_of_day(local_day(start))
    assume(local_day(midnight + timedelta(seconds=second)) == local_day(midnight))

    at_midnight = compute_limit(midnight, period, regime=regime)
    during_the_day = compute_limit(midnight + timedelta(seconds=second), period, regime=regime)

    assert at_midnight.ends_at == during_the_day.ends_at


@every
@given(starts, days | weeks)
def test_days_counted_backward_mirror_days_counted_forward(start: datetime, period: Period) -> None:
    forward = compute_limit(start, period, regime=Regime.CONTRACT, shift=False)
    backward = compute_limit(start, period, regime=Regime.CONTRACT, backward=True)

    event_day = local_day(start)
    whole_days_after = last_day_of(forward) - event_day
    whole_days_before = event_day - last_day_of(backward) - timedelta(days=1)
    assert whole_days_after == whole_days_before == period.elapsed


@every
@given(starts, plain_days)
def test_nothing_is_shifted_backward(start: datetime, period: Period) -> None:
    plain = compute_limit(start, period, regime=Regime.CONTRACT, backward=True)

    for regime in (Regime.EU, Regime.NL_ACT):
        assert compute_limit(start, period, regime=regime, backward=True).ends_at == plain.ends_at


@every
@given(starts, in_days)
def test_union_law_ends_on_a_working_day_and_two_days_hold_two_working_days(start: datetime, period: Period) -> None:
    limit = compute_limit(start, period, regime=Regime.EU)

    assert NL_1182.is_working_day(last_day_of(limit))
    if period.has_months or period.weeks or period.days >= 2:
        assert working_days_between(local_day(start), last_day_of(limit), NL_1182) >= 2


@every
@given(starts, in_days)
def test_a_dutch_act_ends_on_an_ordinary_day_and_three_days_hold_two(start: datetime, period: Period) -> None:
    limit = compute_limit(start, period, regime=Regime.NL_ACT)
    assume(StepCode.NOT_COVERED not in {step.code for step in limit.steps})

    assert NL_AWT.is_working_day(last_day_of(limit))
    if period.has_months or period.weeks or period.days >= 3:
        assert working_days_between(local_day(start), last_day_of(limit), NL_AWT) >= 2


@every
@given(starts, plain_days)
def test_a_statutory_rule_only_ever_lengthens(start: datetime, period: Period) -> None:
    plain = compute_limit(start, period, regime=Regime.CONTRACT, shift=False)

    for regime in (Regime.EU, Regime.NL_ACT):
        assert compute_limit(start, period, regime=regime).ends_at >= plain.ends_at


@every
@given(starts, working_days)
def test_working_days_are_as_many_as_were_agreed(start: datetime, period: Period) -> None:
    forward = compute_limit(start, period, regime=Regime.CONTRACT)
    backward = compute_limit(start, period, regime=Regime.CONTRACT, backward=True)

    event_day = local_day(start)
    assert working_days_between(event_day, last_day_of(forward), NL_AWT) == period.days
    first_counted_day = last_day_of(backward) + timedelta(days=1)
    assert working_days_between(event_day, first_counted_day, NL_AWT) == -period.days


@every
@given(starts, st.integers(min_value=1, max_value=60))
def test_months_end_on_the_same_date_or_the_last_of_the_month(start: datetime, number: int) -> None:
    limit = compute_limit(start, Period(months=number), regime=Regime.CONTRACT, shift=False)

    last_day = last_day_of(limit)
    is_last_of_month = (last_day + timedelta(days=1)).day == 1
    assert last_day.day == local_day(start).day or (is_last_of_month and last_day.day < local_day(start).day)


@every
@given(periods)
def test_a_period_reads_back_from_its_own_text(period: Period) -> None:
    assert parse_period(str(period), working_days=period.working_days) == period

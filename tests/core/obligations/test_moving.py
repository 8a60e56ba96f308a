"""A limit stands still or ends later where law or agreement knows it, and nowhere else."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.obligations import moving
from art28.obligations.moving import NotAllowed, Pause, Refusal
from art28.obligations.record import limit_of, limit_record
from art28.terms import Role
from art28.timelimits.compute import compute_limit
from art28.timelimits.instants import AMSTERDAM
from art28.timelimits.limit import Limit, Reading, Regime
from art28.timelimits.period import parse_period


def duty(
    action: Action,
    trigger: Trigger,
    period: str | None = "P1M",
    source: LimitSource = LimitSource.AGREEMENT,
    *,
    backward: bool = False,
) -> Duty:
    limit = DutyLimit(period, "fixed", "contract", source, backward=backward)
    return Duty("d", action, trigger, Role.PROCESSOR, Role.CONTROLLER, limit, (), (), (), "5.1", ())


ANSWER = duty(Action.ANSWER_REQUEST, Trigger.DATA_SUBJECT_REQUEST, source=LimitSource.LAW)
DELETE = duty(Action.RETURN_OR_DELETE, Trigger.TERMINATION, "P30D")
ASSIST = duty(Action.ASSIST_REQUEST, Trigger.DATA_SUBJECT_REQUEST, "P14D")
BREACH = duty(Action.NOTIFY_BREACH, Trigger.BREACH, "PT24H")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def month(text: str) -> Limit:
    return compute_limit(local(text), parse_period("P1M"), regime=Regime.EU)


@pytest.mark.parametrize(
    ("given", "allowed"),
    [
        (ANSWER, (Pause.IDENTITY_ASKED,)),
        (DELETE, (Pause.CHOICE_AWAITED, Pause.CLAUSE)),
        (ASSIST, (Pause.CLAUSE,)),
        (BREACH, Refusal.BREACH),
        (duty(Action.NOTIFY_AUTHORITY, Trigger.BREACH, "PT72H", LimitSource.LAW), Refusal.BREACH),
        (duty(Action.WARN_OF_INCIDENT, Trigger.SIGNIFICANT_INCIDENT, "PT24H", LimitSource.LAW), Refusal.BREACH),
        (duty(Action.ALLOW_AUDIT, Trigger.AUDIT_REQUEST, None), Refusal.NO_NUMBER),
        (duty(Action.ANNOUNCE_AUDIT, Trigger.AUDIT_REQUEST, "P14D", backward=True), Refusal.COUNTS_BACK),
        (duty(Action.ASSIST_DPIA, Trigger.DPIA, "P14D", LimitSource.LAW), Refusal.LAW_KNOWS_NONE),
    ],
)
def test_time_stands_still_on_the_grounds_of_the_duty_and_on_no_other(
    given: Duty, allowed: tuple[Pause, ...] | Refusal
) -> None:
    assert moving.pauses(given) == allowed


def test_the_days_of_a_pause_are_added_to_the_day_that_the_period_reaches() -> None:
    limit = month("2026-11-30T10:00")  # ends 30 December
    later = moving.resumed(limit, paused_at=local("2026-12-02T16:00"), resumed_at=local("2026-12-07T09:00"))
    assert (later.last_day, later.ends_at) == (date(2027, 1, 4), local("2027-01-05T00:00"))


def test_a_pause_within_one_day_adds_nothing_and_takes_nothing_away() -> None:
    limit = month("2026-10-15T10:00")  # Sunday 15 November, so Monday 16
    later = moving.resumed(limit, paused_at=local("2026-11-02T09:00"), resumed_at=local("2026-11-02T17:00"))
    assert later.last_day == limit.last_day == date(2026, 11, 16)


def test_an_end_after_a_pause_does_not_move_over_days_off_and_shows_the_reading_that_would() -> None:
    limit = month("2026-11-30T10:00")
    later = moving.resumed(limit, paused_at=local("2026-12-01T09:00"), resumed_at=local("2026-12-04T09:00"))
    assert later.last_day == date(2027, 1, 2)  # a Saturday
    assert [(other.reading, other.last_day) for other in later.alternatives] == [(Reading.SHIFTED, date(2027, 1, 4))]


def test_hours_that_stood_still_elapse_over_the_change_of_the_clock() -> None:
    limit = compute_limit(local("2026-10-24T12:00"), parse_period("PT48H"), regime=Regime.HOURS)
    later = moving.resumed(limit, paused_at=local("2026-10-24T14:00"), resumed_at=local("2026-10-25T14:00"))
    assert later.ends_at - limit.ends_at == timedelta(hours=25)


def test_two_pauses_add_up() -> None:
    limit = month("2026-11-02T10:00")
    once = moving.resumed(limit, paused_at=local("2026-11-03T10:00"), resumed_at=local("2026-11-05T10:00"))
    twice = moving.resumed(once, paused_at=local("2026-11-10T10:00"), resumed_at=local("2026-11-13T10:00"))
    assert (limit.last_day, once.last_day, twice.last_day) == (
        date(2026, 12, 2),
        date(2026, 12, 4),
        date(2026, 12, 7),
    )


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2029, 6, 1), timezones=st.just(ZoneInfo("Europe/Amsterdam"))),  # noqa: DTZ001
    st.sampled_from(["PT24H", "PT72H", "P14D", "P1M", "P3M"]),
    st.timedeltas(timedelta(0), timedelta(days=5)),
    st.timedeltas(timedelta(0), timedelta(days=40)),
)
def test_a_pause_never_shortens_a_limit_nor_gives_more_than_it_lasted_and_a_day_off(
    start: datetime, period: str, after: timedelta, length: timedelta
) -> None:
    limit = compute_limit(start, parse_period(period), regime=Regime.CONTRACT)
    paused = (start.astimezone(UTC) + after).astimezone(AMSTERDAM)
    resumed = (paused.astimezone(UTC) + length).astimezone(AMSTERDAM)
    later = moving.resumed(limit, paused_at=paused, resumed_at=resumed)
    assert timedelta(0) <= later.ends_at - limit.ends_at <= length + timedelta(days=1, hours=1)
    assert all(other.ends_at >= later.ends_at for other in later.alternatives)


def test_two_further_months_count_from_receipt_and_not_from_the_first_end() -> None:
    longer = moving.extended(ANSWER, month("2026-11-26T10:00"), told_at=local("2026-12-20T10:00"), before=False)
    assert longer.limit.last_day == date(2027, 2, 26)
    assert longer.version == "gdpr.request.extended@2018-05-25"


@pytest.mark.parametrize(
    ("told", "before", "refusal"),
    [
        ("2026-12-29T00:00", False, Refusal.TOLD_TOO_LATE),
        ("2026-12-01T10:00", True, Refusal.EXTENDED_ALREADY),
        ("2026-11-25T10:00", False, Refusal.BEFORE_START),
    ],
)
def test_the_person_is_told_once_within_the_first_month(told: str, before: bool, refusal: Refusal) -> None:
    with pytest.raises(NotAllowed) as error:
        moving.extended(ANSWER, month("2026-11-26T10:00"), told_at=local(told), before=before)
    assert error.value.refusal is refusal


def test_the_person_may_still_be_told_on_the_shifted_last_day() -> None:
    moving.extended(ANSWER, month("2026-11-26T10:00"), told_at=local("2026-12-28T23:59"), before=False)


def test_nothing_but_the_answer_to_a_person_is_extended_by_law() -> None:
    with pytest.raises(NotAllowed):
        moving.extended(ASSIST, month("2026-11-26T10:00"), told_at=local("2026-12-01T10:00"), before=False)


def test_the_parties_move_their_own_limit_and_not_the_laws() -> None:
    limit = month("2026-11-30T10:00")
    assert moving.postponed(DELETE, limit, until=date(2027, 1, 15)).ends_at == local("2027-01-16T00:00")
    for given_duty, until, refusal in (
        (DELETE, date(2026, 12, 30), Refusal.NOT_LATER),
        (ANSWER, date(2027, 1, 15), Refusal.LAW_KNOWS_NONE),
    ):
        with pytest.raises(NotAllowed) as error:
            moving.postponed(given_duty, limit, until=until)
        assert error.value.refusal is refusal


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2029, 6, 1), timezones=st.just(ZoneInfo("Europe/Amsterdam"))),  # noqa: DTZ001
    st.sampled_from(["PT24H", "PT72H", "P14D", "P1M", "P1Y", "P5D"]),
    st.sampled_from(list(Regime)),
)
def test_a_limit_read_back_from_its_record_tells_the_same(start: datetime, period: str, regime: Regime) -> None:
    if regime is Regime.HOURS and not period.startswith("PT"):
        return
    limit = compute_limit(start, parse_period(period), regime=regime)
    again = limit_of(limit_record(limit))
    assert (again.ends_at, again.last_day, again.alternatives, again.warnings) == (
        limit.ends_at,
        limit.last_day,
        limit.alternatives,
        limit.warnings,
    )
    assert limit_record(again) == limit_record(limit)

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from art28.agreement.duties import Action, Duty, Trigger
from art28.agreement.model import Fact
from art28.obligations.duties import duties_of
from art28.obligations.record import duty_of, duty_record, limit_record
from art28.obligations.start import Event, InvalidEvent, Obligation, Proof, proves, start, strictest
from core.obligations.agreements import agreement, fact

DISCOVERED = datetime(2026, 12, 26, 1, 10, tzinfo=UTC)  # Saturday 02:10 in Amsterdam, the second day of Christmas


def notify(*facts: Fact) -> Duty:
    return next(duty for duty in duties_of(agreement(*facts)) if duty.action is Action.NOTIFY_BREACH)


def started(*facts: Fact, at: datetime = DISCOVERED, target: timedelta | None = None) -> Obligation:
    return start(notify(*facts), Event(Trigger.BREACH, at, "ontdekt"), facts_version="3", internal_target=target)


def test_contract_hours_elapse_over_christmas() -> None:
    assert started(fact("breach.deadline", "PT24H")).ends_at == DISCOVERED + timedelta(hours=24)


def test_hours_elapse_over_the_change_of_the_clock() -> None:
    saturday = datetime(2026, 10, 24, 13, 0, tzinfo=UTC)
    ended = started(fact("breach.deadline", "PT24H"), at=saturday).ends_at
    assert ended == datetime(2026, 10, 25, 13, 0, tzinfo=UTC)


def test_a_limit_without_a_number_ends_nowhere() -> None:
    obligation = started()
    assert obligation.limit is None
    assert obligation.ends_at is None


def test_an_internal_target_is_kept_apart_from_the_limit() -> None:
    obligation = started(target=timedelta(hours=8))
    assert obligation.internal_target_at == DISCOVERED + timedelta(hours=8)
    assert obligation.ends_at is None


def test_an_internal_target_never_lies_past_the_limit() -> None:
    obligation = started(fact("breach.deadline", "PT24H"), target=timedelta(hours=36))
    assert obligation.internal_target_at == obligation.ends_at


def test_days_of_an_agreement_end_with_their_last_day() -> None:
    obligation = started(fact("breach.deadline", "P2D", "binnen twee dagen"))
    assert obligation.limit is not None
    assert obligation.limit.last_day == date(2026, 12, 28)


def test_the_report_starts_the_clock_of_the_controller() -> None:
    assert started().starts == (Action.NOTIFY_AUTHORITY,)
    assert started().ends_by is Proof.ACCEPTED


def test_the_period_of_the_law_is_that_of_the_day_of_the_event_with_its_version() -> None:
    duty = next(duty for duty in duties_of(agreement()) if duty.action is Action.NOTIFY_AUTHORITY)
    obligation = start(duty, Event(Trigger.BREACH, DISCOVERED, "kennisneming"), facts_version="1")
    assert obligation.ends_at == DISCOVERED + timedelta(hours=72)
    assert obligation.versions.parameters == "gdpr.breach.authority@2018-05-25"


def test_another_event_does_not_start_a_duty() -> None:
    with pytest.raises(InvalidEvent, match="starts on breach, not on termination"):
        start(notify(), Event(Trigger.TERMINATION, DISCOVERED, "opzegging"), facts_version="1")


def test_the_strictest_of_several_ends_first_and_one_without_a_number_is_due_at_once() -> None:
    day, two_days, at_once = (
        started(fact("breach.deadline", "PT24H")),
        started(fact("breach.deadline", "PT48H")),
        started(),
    )
    assert strictest(two_days, day) is day
    assert strictest(two_days, day, at_once) is at_once


def test_a_duty_read_back_from_its_record_is_the_same_duty() -> None:
    duty = notify(fact("breach.deadline", "PT24H"), fact("breach.channel", ("phone",)))
    assert duty_of(json.loads(json.dumps(duty_record(duty)))) == duty


def test_the_record_of_a_limit_says_how_it_was_counted() -> None:
    limit = started(fact("breach.deadline", "PT24H")).limit
    assert limit is not None
    record = json.loads(json.dumps(limit_record(limit)))
    assert record["period"] == "PT24H"
    assert record["ends_at"] == "2026-12-27T01:10:00+00:00"
    assert record["steps"][0]["code"] == "starts"


def test_a_duty_to_telephone_ends_by_reaching_somebody() -> None:
    assert started(fact("breach.channel", ("phone",))).ends_by is Proof.REACHED
    assert started(fact("breach.channel", ("phone", "email"))).ends_by is Proof.ACCEPTED


def test_a_stronger_proof_is_enough_where_a_weaker_one_counts() -> None:
    assert proves(Proof.ACKNOWLEDGED, Proof.ACCEPTED)
    assert proves(Proof.ACCEPTED, Proof.ACCEPTED)
    assert not proves(Proof.HANDED_OVER, Proof.ACCEPTED)

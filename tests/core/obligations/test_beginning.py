"""From which instant a notification counts: what the agreement names, read strictly where it leaves room."""

from datetime import UTC, datetime, timedelta

import pytest

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.beginning import Instant, Known, beginning
from art28.obligations.duties import duties_of
from core.obligations.agreements import agreement, fact

NOTICED = datetime(2026, 10, 24, 22, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
OCCURRED, TOLD, DISCOVERED, AWARE = NOTICED - 30 * HOUR, NOTICED - HOUR, NOTICED + 2 * HOUR, NOTICED + 9 * HOUR
ALL = {
    Instant.OCCURRED: OCCURRED,
    Instant.OBSERVATION: NOTICED,
    Instant.REPORT_FROM_SUB_PROCESSOR: TOLD,
    Instant.DISCOVERY: DISCOVERED,
    Instant.AWARENESS: AWARE,
}


def duty(trigger: Trigger = Trigger.BREACH, deadline: str = "PT24H") -> Duty:
    facts = (fact("breach.deadline", deadline),) if deadline else ()
    found = (each for each in duties_of(agreement(*facts)) if each.action is Action.NOTIFY_BREACH)
    return next(each for each in found if each.trigger is trigger)


def counted(given: Duty, *starts: str, without: frozenset[Instant] = frozenset()) -> datetime:
    known = {kind: Known(at, kind.value) for kind, at in ALL.items() if kind not in without}
    return beginning(given, starts, known).at


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (("awareness",), AWARE),
        (("observation",), NOTICED),
        (("discovery",), DISCOVERED),
        (("discovery", "observation"), NOTICED),
        (("report_from_sub_processor",), AWARE),
        (("discovery", "report_from_sub_processor"), DISCOVERED),
    ],
)
def test_a_breach_of_ones_own_counts_from_what_the_agreement_names(starts: tuple[str, ...], expected: datetime) -> None:
    assert counted(duty(), *starts) == expected


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (("report_from_sub_processor",), TOLD),
        (("discovery",), TOLD),
        (("awareness",), TOLD),
        ((), TOLD),
    ],
)
def test_a_breach_at_a_sub_processor_counts_from_its_report(starts: tuple[str, ...], expected: datetime) -> None:
    assert counted(duty(Trigger.BREACH_AT_SUB_PROCESSOR), *starts) == expected


def test_an_observation_before_the_sub_processors_report_counts_where_the_agreement_names_it() -> None:
    known = {kind: Known(at, "") for kind, at in ALL.items()} | {Instant.OBSERVATION: Known(TOLD - HOUR, "")}
    given = duty(Trigger.BREACH_AT_SUB_PROCESSOR)
    assert beginning(given, ("observation", "report_from_sub_processor"), known).at == TOLD - HOUR
    assert beginning(given, ("report_from_sub_processor",), known).at == TOLD


def test_an_agreement_without_number_and_start_follows_the_law() -> None:
    assert counted(duty(deadline="")) == AWARE
    assert counted(duty(Trigger.BREACH_AT_SUB_PROCESSOR, deadline="")) == AWARE


def test_a_number_without_a_start_is_read_strictly_but_never_from_the_occurrence() -> None:
    assert counted(duty()) == NOTICED


@pytest.mark.parametrize("named", ["observation", "discovery"])
def test_what_was_not_recorded_is_taken_from_the_other_and_never_counts_later_than_awareness(named: str) -> None:
    missing = frozenset({Instant(named)})
    other = DISCOVERED if named == "observation" else NOTICED
    assert counted(duty(), named, without=missing) == other
    assert counted(duty(), named, without=frozenset({Instant.OBSERVATION, Instant.DISCOVERY})) == AWARE
    late = {Instant.AWARENESS: Known(NOTICED, ""), Instant(named): Known(AWARE, "")}
    assert beginning(duty(), (named,), late).at == NOTICED

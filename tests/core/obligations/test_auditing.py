"""Whether an audit may be held as it is asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from art28.obligations.auditing import Point, Proposed, may_audit
from art28.timelimits.instants import AMSTERDAM
from core.obligations.agreements import Kept, agreement, fact

ASKED = Proposed(
    asked_at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    planned_at=datetime(2026, 3, 16, 9, 0, tzinfo=UTC),
    auditor="Toetsing De Linde",
)


def unmet(given: Kept, **changes: Any) -> set[Point]:
    found = may_audit(given, replace(ASKED, **changes), zone=AMSTERDAM)
    return {check.point for check in found.checks if not check.met}


def test_a_silent_agreement_stands_in_no_ones_way() -> None:
    found = may_audit(agreement(), ASKED, zone=AMSTERDAM)
    assert (found.allowed, found.checks, found.earliest) == (True, (), None)


@pytest.mark.parametrize(("day", "late"), [(15, True), (16, False), (17, False)])
def test_notice_of_two_weeks_ends_on_the_fourteenth_day(day: int, late: bool) -> None:
    given = agreement(fact("audit.notice", "P2W", "twee weken tevoren", provision="7.2"))
    planned = datetime(2026, 3, day, 9, 0, tzinfo=UTC)
    found = may_audit(given, replace(ASKED, planned_at=planned), zone=AMSTERDAM)
    assert found.allowed is not late
    assert (found.earliest, found.checks[0].provision) == (date(2026, 3, 16), "7.2")


@pytest.mark.parametrize(
    ("basis", "last", "refused"),
    [
        ("rolling", date(2025, 3, 17), True),
        ("rolling", date(2025, 3, 16), False),
        ("calendar_year", date(2026, 1, 2), True),
        ("calendar_year", date(2025, 12, 31), False),
    ],
)
def test_once_a_year_rolls_or_follows_the_calendar(basis: str, last: date, refused: bool) -> None:
    given = agreement(fact("audit.max_frequency", "P1Y"), fact("audit.frequency_basis", basis))
    assert (Point.FREQUENCY in unmet(given, earlier=(last,))) is refused


def test_a_suspicion_lifts_the_yearly_limit_only_where_the_agreement_knows_it() -> None:
    yearly = fact("audit.max_frequency", "P1Y")
    recent = {"earlier": (date(2026, 1, 2),), "suspicion": "misbruik gezien"}
    assert Point.FREQUENCY in unmet(agreement(yearly), **recent)
    assert Point.FREQUENCY not in unmet(agreement(yearly, fact("audit.trigger", "both")), **recent)


def test_where_only_a_suspicion_counts_an_empty_one_does_not() -> None:
    given = agreement(fact("audit.trigger", "suspicion_only"))
    assert unmet(given, suspicion="  ") == {Point.TRIGGER}
    assert unmet(given, suspicion="misbruik gezien") == set()


@pytest.mark.parametrize(
    ("who", "changes", "points"),
    [
        ("independent_third_party", {}, set()),
        ("independent_third_party", {"competitor": True}, {Point.COMPETITOR}),
        ("independent_third_party", {"third_party": False}, {Point.AUDITOR}),
        ("any_third_party", {"auditor": ""}, {Point.AUDITOR}),
        ("any_third_party", {"competitor": True}, set()),
        ("controller_or_third_party", {"third_party": False, "auditor": ""}, set()),
    ],
)
def test_who_may_audit(who: str, changes: dict[str, Any], points: set[Point]) -> None:
    assert unmet(agreement(fact("audit.auditor", who)), **changes) == points


@pytest.mark.parametrize(
    ("planned", "outside"),
    [
        (datetime(2026, 3, 16, 9, 0, tzinfo=UTC), False),
        (datetime(2026, 3, 16, 20, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 21, 9, 0, tzinfo=UTC), True),
        (datetime(2026, 4, 27, 9, 0, tzinfo=UTC), True),
    ],
)
def test_office_hours_count_where_the_clause_speaks_of_them(planned: datetime, outside: bool) -> None:
    said = fact("audit.right", True, "een audit tijdens kantooruren", provision="7.2")
    assert (Point.OFFICE_HOURS in unmet(agreement(said), planned_at=planned)) is outside
    assert Point.OFFICE_HOURS not in unmet(agreement(fact("audit.right", True, "een audit")), planned_at=planned)


def test_existing_reports_must_have_been_assessed_and_foreign_systems_stay_out() -> None:
    given = agreement(fact("audit.existing_reports_first", True))
    assert unmet(given) == {Point.REPORTS_FIRST}
    assert unmet(given, reports_assessed="gaat niet over back-ups") == set()
    assert unmet(agreement(), foreign_systems=("salaris",)) == {Point.SYSTEMS}

"""What a count gives: the last moment, the day people see, other readings, each step with its rule, and cautions."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from art28.law.days_off import DayOff
from art28.timelimits.period import Period


class Regime(StrEnum):
    """Whose rules count the period."""

    CONTRACT = "contract"  # an agreement between parties: plain calendar unless it says otherwise
    EU = "eu"  # Regulation (EEC, Euratom) No 1182/71
    NL_ACT = "nl_act"  # a Dutch Act or order in council: Algemene termijnenwet
    HOURS = "hours"  # hours that elapse, whatever the clock shows


class Reading(StrEnum):
    """How a text that can be read in several ways was read. Only `STRICT` is a deadline; it is never later than another."""

    STRICT = "STRICT"
    R1182_HOURS = "R1182_HOURS"  # the clock hour of the event is left out (Regulation 1182/71 art. 3(1))
    # In the file as an argument when late, never computed: whether art. 3(5) reaches hours is disputed and its end undefined.
    R1182_HOURS_35 = "R1182_HOURS_35"
    OTHER_CALENDAR = "OTHER_CALENDAR"  # the other list of holidays that may turn out to hold
    SHIFTED = "SHIFTED"  # as if the contract moved an end on a day off to the next working day
    DAY_ITSELF = "DAY_ITSELF"  # counted backward: as if the first day of the counted period were still in time


class StepCode(StrEnum):
    """What a step of the count did; a shell turns it into a sentence."""

    STARTS = "starts"  # at
    EVENT_DAY_LEFT_OUT = "event_day_left_out"  # day
    HOURS_ELAPSE = "hours_elapse"  # length, at
    NO_SHIFT_FOR_HOURS = "no_shift_for_hours"
    EVENT_HOUR_LEFT_OUT = "event_hour_left_out"  # at: from which instant the hours would run
    DISPUTED_READING_LEFT_ASIDE = "disputed_reading_left_aside"
    CALENDAR_ADDED = "calendar_added"  # day: months, weeks and days laid on the calendar
    LAST_DAY_OF_MONTH = "last_day_of_month"  # day: the same date does not exist in that month
    MONTH_FRACTION = "month_fraction"  # amount days, day
    WORKING_DAYS_COUNTED = "working_days_counted"  # amount, day, passed
    SHIFTED = "shifted"  # day, passed: the days off it moved over
    LENGTHENED = "lengthened"  # day, amount: the working days it must hold
    NOT_COVERED = "not_covered"  # the Act leaves periods of this length alone
    NOT_SHIFTED = "not_shifted"  # day, passed: a day off, and nothing moves it
    STOOD_STILL = "stood_still"  # length or amount of days, at; day for a last day: the time of a pause
    AGREED_LATER = "agreed_later"  # at; day for a last day: what the parties agreed on
    ENDS = "ends"  # at; day for a last day


class CautionCode(StrEnum):
    """What whoever relies on the limit should know; a shell turns it into a sentence."""

    CONTRACT_SILENT_ON_SHIFT = "contract_silent_on_shift"  # day
    CALENDARS_DIFFER = "calendars_differ"  # day: the end by the other list
    DECREE_DAYS_UNKNOWN = "decree_days_unknown"  # year
    LIST_UNCONFIRMED = "list_unconfirmed"  # year
    BACKWARD_EDGE = "backward_edge"  # day: the first day of the counted period, perhaps still in time
    BACKWARD_MINIMUM_UNSTATED = "backward_minimum_unstated"
    ENDS_ON_DAY_OFF = "ends_on_day_off"  # day: the working day before it
    SHIFT_IGNORED = "shift_ignored"
    WORKING_HOURS_ELAPSE = "working_hours_elapse"
    UNITS_MIXED = "units_mixed"
    LOCAL_TIME_AMBIGUOUS = "local_time_ambiguous"
    TIME_OF_DAY_MISSING = "time_of_day_missing"
    PAUSE_UNSTATED = "pause_unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the count. `rule` is a provision's id (`T-10`, `A-3`), None where the period itself decides."""

    code: StepCode
    rule: str | None = None
    day: date | None = None
    at: datetime | None = None
    amount: int | None = None
    length: timedelta | None = None
    passed: tuple[DayOff, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """A doubt or a choice behind the limit."""

    code: CautionCode
    rule: str | None = None
    day: date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another reading of the same period and where it would end; never a deadline. `calendar` where it is another list."""

    reading: Reading
    ends_at: datetime
    last_day: date | None
    calendar: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The end of a period.

    `ends_at` is an aware UTC instant. For a period in hours it is itself in time and `last_day` is None; for any other it
    is 24:00 of `last_day`, the exclusive instant 00:00 of the next day in `zone`. `calendar` is None where none was used.
    """

    starts_at: datetime
    period: Period
    regime: Regime
    zone: str
    calendar: str | None
    ends_at: datetime
    last_day: date | None
    reading: Reading
    alternatives: tuple[Alternative, ...]
    steps: tuple[Step, ...]
    warnings: tuple[Caution, ...]

    @property
    def includes_end(self) -> bool:
        """Whether an act at the very instant `ends_at` is in time."""
        return self.last_day is None

    def is_met_at(self, at: datetime) -> bool:
        """Whether an act at this aware instant is in time."""
        return at <= self.ends_at if self.includes_end else at < self.ends_at


def earlier_of(first: Limit, *others: Limit) -> Limit:
    """The limit that ends first, for a duty that two texts set; on the same instant the one that excludes that instant."""
    return min((first, *others), key=lambda limit: (limit.ends_at, limit.includes_end))

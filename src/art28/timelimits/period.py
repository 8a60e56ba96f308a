"""ISO 8601 durations as the length of a period: `PT24H`, `P14D`, `P2W`, `P1M`, `P1.5M`, `P1Y6M`, or days as working days."""

import re
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from art28.law.parameter import Parameter, Unit

_FIELDS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_CLOCK = ("hours", "minutes", "seconds")
_NUMBER = r"\d{1,6}(?:[.,]\d{1,6})?"
_ISO = re.compile(
    "P"
    + "".join(rf"(?:(?P<{name}>{_NUMBER}){name[0].upper()})?" for name in _FIELDS[:4])
    + "(?:T"
    + "".join(rf"(?:(?P<{name}>{_NUMBER}){name[0].upper()})?" for name in _CLOCK)
    + ")?"
)
_MONTHS_A_YEAR = 12


class InvalidPeriod(ValueError):
    """Not a period that can be counted; the message says what was read and what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A length of time as it was agreed, not yet laid on a calendar.

    `month_fraction` is the part of a month in 1.5 months; `clock` is hours, minutes and seconds together. With
    `working_days` the days are working days; hours so marked are counted as hours that elapse, which ends earlier.
    """

    years: int = 0
    months: int = 0
    month_fraction: Fraction = Fraction(0)
    weeks: int = 0
    days: int = 0
    clock: timedelta = timedelta(0)
    working_days: bool = False

    def __post_init__(self) -> None:
        parts = (self.years, self.months, self.weeks, self.days)
        if min(parts) < 0 or self.clock < timedelta(0) or not 0 <= self.month_fraction < 1:
            raise InvalidPeriod("a period has no negative part; to count back from an event, count backward")
        if not (any(parts) or self.month_fraction or self.clock):
            raise InvalidPeriod("a period must be longer than nothing; write at least PT1M or P1D")
        if self.clock and self.has_months:
            raise InvalidPeriod(f"{self} mixes months or years with hours, and no rule says how to count that")
        if self.working_days and (self.has_months or self.weeks):
            raise InvalidPeriod(f"{self} can't be in working days; write working days as days, such as P10D")

    @property
    def has_months(self) -> bool:
        return bool(self.years or self.months or self.month_fraction)

    @property
    def is_in_hours(self) -> bool:
        """Whether it has a part in hours, minutes or seconds; then a day in it is 24 hours."""
        return bool(self.clock)

    @property
    def elapsed(self) -> timedelta:
        """The length in hours that elapse; raises `InvalidPeriod` for months and years, which have no fixed length."""
        if self.has_months:
            raise InvalidPeriod(f"{self} can't be counted in hours; write hours, days or weeks, such as PT72H")
        return self.clock + timedelta(weeks=self.weeks, days=self.days)

    def __str__(self) -> str:
        """The period in ISO 8601; `parse_period` reads it back (working days apart, which ISO 8601 can't say)."""
        whole = [(self.years, "Y"), (self.weeks, "W"), (self.days, "D")]
        months = _decimal(self.months + self.month_fraction)
        texts = [f"{number}{letter}" for number, letter in whole if number]
        if months != "0":
            texts.insert(1 if self.years else 0, f"{months}M")
        return "P" + "".join(texts) + _clock_text(self.clock)


def parse_period(text: str, *, working_days: bool = False) -> Period:
    """Read an ISO 8601 duration. The last part may have a fraction, of months, years, hours, minutes or seconds.

    Raises `InvalidPeriod`.
    """
    match = _ISO.fullmatch(text.strip().upper())
    if match is None or text.strip().upper().endswith(("P", "T")):
        raise InvalidPeriod(f"{text!r} is not an ISO 8601 duration, such as PT72H, P14D, P2W, P1M or P1Y6M")
    parts = {name: Fraction(number.replace(",", ".")) for name, number in match.groupdict().items() if number}
    broken = [name for name, number in parts.items() if number.denominator != 1]
    if broken and broken != [list(parts)[-1]]:
        raise InvalidPeriod(f"{text!r}: only the last part may have a fraction")
    if broken and broken[0] in ("weeks", "days"):
        raise InvalidPeriod(f"{text!r}: a part of a {broken[0][:-1]} can't be counted; write days or hours")
    months = parts.get("months", Fraction(0)) + parts.get("years", Fraction(0)) % 1 * _MONTHS_A_YEAR
    return Period(
        years=int(parts.get("years", 0)),
        months=int(months),
        month_fraction=months % 1,
        weeks=int(parts.get("weeks", 0)),
        days=int(parts.get("days", 0)),
        clock=sum((_length(name, parts[name]) for name in _CLOCK if name in parts), timedelta(0)),
        working_days=working_days,
    )


def period_of(parameter: Parameter) -> Period:
    """The period that a parameter of the law sets."""
    value = parameter.value
    match parameter.unit:
        case Unit.HOURS:
            return Period(clock=timedelta(hours=value))
        case Unit.DAYS:
            return Period(days=value)
        case Unit.WORKING_DAYS:
            return Period(days=value, working_days=True)
        case Unit.WEEKS:
            return Period(weeks=value)
        case Unit.MONTHS:
            return Period(months=value)
        case Unit.YEARS:
            return Period(years=value)


def _length(name: str, number: Fraction) -> timedelta:
    """The length of `number` hours, minutes or seconds; what is shorter than a microsecond falls away."""
    return timedelta(microseconds=int(number * (timedelta(**{name: 1}) // timedelta(microseconds=1))))


def _clock_text(clock: timedelta) -> str:
    if not clock:
        return ""
    hours, rest = divmod(clock, timedelta(hours=1))
    minutes, rest = divmod(rest, timedelta(minutes=1))
    seconds = _decimal(Fraction(rest // timedelta(microseconds=1), 10**6))
    parts = ((str(hours), "H"), (str(minutes), "M"), (seconds, "S"))
    return "T" + "".join(f"{number}{letter}" for number, letter in parts if number != "0")


def _decimal(number: Fraction) -> str:
    """As few digits as say it; every fraction here came from decimals or is cut off at six of them."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return f"{exact.quantize(Decimal('0.000001')):f}".rstrip("0").rstrip(".")

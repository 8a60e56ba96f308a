"""Text to instant, day to instant: where local clock time, zones and the change of the clock are settled, once."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from art28.timelimits.limit import Caution, CautionCode

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class InvalidInstant(ValueError):
    """Not an instant: unreadable, without an offset where one is needed, or a local time that never was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An aware instant in the zone it was read in; `is_day` where only a day was given, taken from its 00:00."""

    at: datetime
    is_day: bool = False
    warnings: tuple[Caution, ...] = ()


def zone_named(name: str) -> ZoneInfo:
    """The zone of the IANA database; raises `InvalidInstant`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidInstant(f"{name!r} is not a time zone of the IANA database, such as Europe/Amsterdam") from None


def parse_instant(text: str, zone: ZoneInfo = AMSTERDAM) -> Moment:
    """Read `2026-11-10T14:20+01:00`, `2026-11-10T13:20Z`, a local time in `zone` without offset, or a day.

    A local time that the clock shows twice is taken as the first, which ends earlier, with a warning. Raises
    `InvalidInstant` for what is unreadable and for a local time that the clock jumps over.
    """
    if day := _day(text.strip()):
        return Moment(at=start_of_day(day, zone).astimezone(zone), is_day=True)
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        raise InvalidInstant(
            f"{text!r} is not an instant; write 2026-11-10T14:20+01:00, 2026-11-10T14:20 or 2026-11-10"
        ) from None
    if read.tzinfo is not None:
        return Moment(at=in_utc(read).astimezone(zone))
    local = read.replace(tzinfo=zone)
    if in_utc(local).astimezone(zone).replace(tzinfo=None) != read:
        raise InvalidInstant(
            f"{text!r} never was in {zone.key}: the clock jumped over it; give the offset, such as +01:00"
        )
    if local.utcoffset() == local.replace(fold=1).utcoffset():
        return Moment(at=local)
    return Moment(at=local, warnings=(Caution(code=CautionCode.LOCAL_TIME_AMBIGUOUS),))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def start_of_day(day: date, zone: ZoneInfo = AMSTERDAM) -> datetime:
    """The first instant of the day in `zone`, as an aware UTC instant; also where the clock jumps over 00:00."""
    return in_utc(datetime.combine(day, time(), tzinfo=zone))


def end_of_day(day: date, zone: ZoneInfo = AMSTERDAM) -> datetime:
    """24:00 of the day: the exclusive instant 00:00 of the next, as an aware UTC instant."""
    return start_of_day(day + timedelta(days=1), zone)


def in_utc(at: datetime) -> datetime:
    """The same instant in UTC; raises `InvalidInstant` where it has no zone or lies at the edge of what dates can say."""
    if at.tzinfo is None or at.utcoffset() is None:
        raise InvalidInstant(f"{at.isoformat()} has no offset: which instant it is depends on the zone; attach one")
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise InvalidInstant(f"{at.isoformat()} lies outside the years that can be counted") from None

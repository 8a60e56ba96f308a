"""Entries -> an iCalendar stream (RFC 5545): what a calendar programme fetches from a feed.

The same entries give the same bytes, so that a fetch can be answered with "not changed".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

_LINE_OCTETS = 75
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_REFRESH = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Alarm:
    """A reminder `offset` from the entry's start: negative before it."""

    offset: timedelta


@dataclass(frozen=True, slots=True)
class Entry:
    """One limit. `at` is an aware instant, or `day` a whole day: exactly one of both is set.

    `uid` stays the same for the same limit; `made_at` is when it came to be, for DTSTAMP.
    """

    uid: str
    made_at: datetime
    summary: str
    description: str
    url: str
    at: datetime | None = None
    day: date | None = None
    alarms: tuple[Alarm, ...] = field(default=())

    def __post_init__(self) -> None:
        """Raises ValueError for neither or both of an instant and a day, and for an instant without a zone."""
        if (self.at is None) == (self.day is None):
            raise ValueError(f"{self.uid}: give an instant or a day, not both and not neither")
        if self.at is not None and self.at.utcoffset() is None:
            raise ValueError(f"{self.uid}: {self.at} has no zone")


def calendar(name: str, entries: Sequence[Entry], *, language: str) -> bytes:
    """The whole stream, in UTF-8, its lines folded and ended as RFC 5545 wants them."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//art28//limits//{language.upper()}",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{duration(_REFRESH)}",
        f"X-PUBLISHED-TTL:{duration(_REFRESH)}",
    ]
    for each in entries:
        lines.extend(_event(each))
    lines.append("END:VCALENDAR")
    return b"".join(fold(line) + b"\r\n" for line in lines)


def fold(line: str) -> bytes:
    """A content line in pieces of at most 75 octets, none of which cuts a character (RFC 5545, section 3.1).

    >>> fold("X:" + "a" * 75).split(b"\\r\\n")[1]
    b' aa'
    """
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > _LINE_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece])


def duration(length: timedelta) -> str:
    """A length of time as RFC 5545 writes it.

    >>> duration(timedelta(hours=-15)), duration(timedelta(days=1)), duration(timedelta())
    ('-PT15H', 'P1D', 'PT0S')
    """
    sign, rest = ("-", -length) if length < timedelta(0) else ("", length)
    hours, seconds = divmod(rest.seconds, 3600)
    minutes, seconds = divmod(seconds, 60)
    day = f"{rest.days}D" if rest.days else ""
    time = "".join(f"{n}{unit}" for n, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if n)
    if not day and not time:
        return "PT0S"
    return f"{sign}P{day}{f'T{time}' if time else ''}"


def _event(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{_utc(entry.made_at)}"
    if entry.day is not None:
        yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    elif entry.at is not None:
        yield f"DTSTART:{_utc(entry.at)}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    yield f"URL:{_CONTROL.sub('', entry.url)}"
    yield "CLASS:CONFIDENTIAL"
    yield "TRANSP:TRANSPARENT"
    for alarm in entry.alarms:
        yield from (
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_text(entry.summary)}",
            f"TRIGGER:{duration(alarm.offset)}",
            "END:VALARM",
        )
    yield "END:VEVENT"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """A TEXT value (section 3.3.11): what has a meaning is escaped, what may not stand there left out."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _CONTROL.sub("", escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n"))

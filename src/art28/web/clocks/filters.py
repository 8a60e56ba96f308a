"""A selection of what is due, as it stands in an address, a saved filter or on the command line -> `Filters`, and back."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.agreement.duties import Action
from art28.web.exercises import kinds

_WITHIN = re.compile(r"P(?:(\d{1,4})D)?(?:T(\d{1,5})H)?")
_SHORT = re.compile(r"(\d{1,5})\s*(h|u|d|w)", re.IGNORECASE)
_HOURS, _DAYS = frozenset("hu"), {"d": 1, "w": 7}
_LONGEST_WORDS = 80


class InvalidFilter(ValueError):
    """A selection that says something unknown; the message names the field and what it may be."""


class Whose(StrEnum):
    """Whose obligations, besides those of one person or one team."""

    MINE_OR_NOBODY = "mine"
    MINE = "me"
    NOBODY = "nobody"
    ALL = "all"


class Standing(StrEnum):
    """How an obligation stands, as the pages tell it: late while it runs is apart from late when it was done."""

    UNENDED = ""
    RUNNING = "running"
    LATE = "late"
    WAITING = "waiting"
    MET = "met"
    MET_LATE = "met_late"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        """Whether it asks for clocks that have ended."""
        return self in (Standing.MET, Standing.MET_LATE, Standing.CANCELLED)


STANDINGS: Mapping[Standing, str | Promise] = {
    Standing.UNENDED: _("Everything that is open"),
    Standing.RUNNING: _("Running"),
    Standing.LATE: _("Late"),
    Standing.WAITING: _("Waiting for another"),
    Standing.MET: _("Met"),
    Standing.MET_LATE: _("Done too late"),
    Standing.CANCELLED: _("Cancelled"),
}
EVENTS: Mapping[str, str | Promise] = {
    "breach": _("Breach"),
    "request": _("Request of a person"),
    "change": _("Change of sub-processor"),
    "audit": _("Audit"),
    "instruction": _("Instruction"),
    "ending": _("End of the agreement"),
    "amendment": _("Amendment"),
    "assessment": _("Impact assessment"),
    "claim": _("Claim"),
    "insurance": _("Insurance"),
    "termination": _("Termination"),
    "screening": _("Screening of staff"),
    "transfer": _("Transfer"),
    "incident": _("Significant incident"),
    "measure": _("Measure after a breach"),
    kinds.BREACH: _("Exercise"),
    kinds.INCIDENT: _("Significant incident, exercise"),
    "retention": _("Retention"),
    "acceptedrisk": _("Accepted risk"),
    "review": _("Review after a change"),
    "upkeep": _("Review of a measure"),
    "certificate": _("Certificate"),
    "ownaudit": _("Audit of one's own"),
    "staff": _("Staff"),
    "evaluation": _("Evaluation of a sub-processor"),
    "inspection": _("Request to see a contract"),
}
"""The kinds of event that start clocks, by `Obligation.subject_kind`."""
ELSEWHERE = frozenset({"upkeep", "certificate", "ownaudit", "staff", "evaluation", "inspection"})
"""Kinds whose clocks close only with something new on file, on the page where that is kept, and never by hand."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for. Every field has a value that asks for nothing in particular.

    `whose` is one of `Whose`, or "person:ID" or "team:ID". `within` is ISO 8601 in days and hours, counted from now; what is
    late already lies within it. `from_on` and `until_on` are local days, both included.
    """

    whose: str = Whose.MINE_OR_NOBODY.value
    counterparty: UUID | None = None
    action: str = ""
    event: str = ""
    standing: Standing = Standing.UNENDED
    within: str = ""
    from_on: date | None = None
    until_on: date | None = None
    words: str = ""

    @property
    def person(self) -> UUID | None:
        """The person that `whose` names."""
        return _named(self.whose, "person:")

    @property
    def team(self) -> UUID | None:
        """The team that `whose` names."""
        return _named(self.whose, "team:")

    @property
    def narrows(self) -> bool:
        """Whether anything more is asked for than whose it is."""
        return replace(self, whose=Whose.MINE_OR_NOBODY.value) != Filters()

    def record(self) -> dict[str, str]:
        """As parameters of an address; what asks for nothing is left out, but for whose."""
        found = {"whose": self.whose}
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name != "whose" and value not in (None, ""):
                found[_PARAMETER.get(field.name, field.name)] = str(value)
        return found

    def period(self, now: datetime, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
        """After which instant and until which, that one included; midnight belongs to the day that it ends."""
        after = _midnight(self.from_on, zone) if self.from_on else None
        ends = [_midnight(self.until_on + timedelta(days=1), zone)] if self.until_on else []
        if self.within:
            ends.append(now + length(self.within))
        return after, min(ends, default=None)


_PARAMETER = {"standing": "state", "from_on": "from", "until_on": "until", "words": "q"}


def read(given: Mapping[str, str]) -> Filters:
    """The selection that parameters ask for; raises `InvalidFilter` for the first that says something unknown."""
    return Filters(
        whose=_whose(given.get("whose", "")),
        counterparty=_id(given.get("counterparty", ""), "counterparty"),
        action=_one_of(given.get("action", ""), frozenset(Action), "action"),
        event=_one_of(given.get("event", ""), EVENTS.keys(), "event"),
        standing=Standing(_one_of(given.get("state", ""), frozenset(Standing), "state")),
        within=iso_length(given.get("within", "")),
        from_on=_day(given.get("from", ""), "from"),
        until_on=_day(given.get("until", ""), "until"),
        words=" ".join(given.get("q", "").split())[:_LONGEST_WORDS],
    )


def read_leniently(given: Mapping[str, str]) -> Filters:
    """As `read`, but a parameter that says something unknown asks for nothing: an old link still opens."""
    kept: dict[str, str] = {}
    for name, value in given.items():
        try:
            read({name: value})
        except InvalidFilter:
            continue
        kept[name] = value
    return read(kept)


def iso_length(text: str) -> str:
    """A length of time as ISO 8601: from "P7D", "PT24H", "7d", "24h", "2w"; empty for none. Raises `InvalidFilter`.

    >>> iso_length("24h"), iso_length("2w"), iso_length("P1DT6H")
    ('PT24H', 'P14D', 'P1DT6H')
    """
    text = text.strip()
    short = _SHORT.fullmatch(text)
    if short:
        unit = short[2].lower()
        return f"PT{int(short[1])}H" if unit in _HOURS else f"P{int(short[1]) * _DAYS[unit]}D"
    iso = _WITHIN.fullmatch(text.upper())
    if text and (iso is None or not any(iso.groups())):
        raise InvalidFilter(f"within is {text!r}; write a length such as 24h, 7d, 2w or P7D")
    return text.upper()


def length(period: str) -> timedelta:
    """How long an ISO 8601 period of `iso_length` is; a day is 24 hours."""
    found = _WITHIN.fullmatch(period)
    if found is None:
        raise InvalidFilter(f"{period!r} is no length in days and hours")
    return timedelta(days=int(found[1] or 0), hours=int(found[2] or 0))


def _whose(text: str) -> str:
    if text in frozenset(Whose):
        return text
    for prefix in ("person:", "team:"):
        if text.startswith(prefix) and _id(text.removeprefix(prefix), "whose"):
            return text
    if text:
        raise InvalidFilter(f"whose is {text!r}; write {', '.join(Whose)}, person:ID or team:ID")
    return Whose.MINE_OR_NOBODY.value


def _named(whose: str, prefix: str) -> UUID | None:
    return UUID(whose.removeprefix(prefix)) if whose.startswith(prefix) else None


def _id(text: str, name: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError as error:
        raise InvalidFilter(f"{name} is {text!r}, which is no identifier") from error


def _one_of(text: str, known: Collection[str], name: str) -> str:
    if text and text not in known:
        raise InvalidFilter(f"{name} is {text!r}; write one of {', '.join(sorted(filter(None, known)))}")
    return text


def _day(text: str, name: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InvalidFilter(f"{name} is {text!r}; write a day as 2026-11-28") from error


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)

"""The scenarios that come with art28 (`scenarios/*.toml`): what happens, when, and at which hour of the story it begins."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from art28.timelimits.instants import in_utc

_YEAR = 366
_WEEK = 7
_CLOCK_BACK = "clock_back"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class InvalidScenario(ValueError):
    """A scenario's file says something that can't be played; the message names the file and the key."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something told in the course of an exercise, so many minutes after its start."""

    after: timedelta
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One scenario in one language. `day` is a weekday or "clock_back": the night in which the clock goes back.

    `at` is the hour of the story, `first` that in a doubled hour the first is meant. `supplier` is who told it, empty where
    it happened with the organisation itself. `facts` is what the form of a breach may be filled in with (`breaches.forms`),
    `began_before` how long before the start it began.
    """

    key: str
    language: str
    title: str
    summary: str
    told: str
    aims: tuple[str, ...]
    minutes: int
    day: str
    at: time
    first: bool
    at_sub_processor: bool
    supplier: str
    began_before: timedelta
    facts: Mapping[str, Any]
    events: tuple[Event, ...]


def scenarios(language: str) -> tuple[Scenario, ...]:
    """Every scenario in a language, Dutch where it isn't English, in their order."""
    spoken = "en" if language.startswith("en") else "nl"
    return tuple(scenario for scenario in _all() if scenario.language == spoken)


def scenario(key: str, language: str) -> Scenario | None:
    """The scenario with that key."""
    return next((each for each in scenarios(language) if each.key == key), None)


def story_start(scenario: Scenario, now: datetime, zone: ZoneInfo) -> datetime:
    """The last instant before `now` at which the story may begin: its night and hour, in the organisation's own zone."""
    today = now.astimezone(zone).date()
    for back in range(_YEAR):
        day = today - timedelta(days=back)
        at = in_utc(datetime.combine(day, scenario.at, tzinfo=zone).replace(fold=0 if scenario.first else 1))
        if at <= now and _fits(scenario, day, zone):
            return at
    # A zone without summer time: the night from Saturday to Sunday will do.
    last_sunday = today - timedelta(days=(today.weekday() + 1) % _WEEK or _WEEK)
    return in_utc(datetime.combine(last_sunday, scenario.at, tzinfo=zone))


def _fits(scenario: Scenario, day: date, zone: ZoneInfo) -> bool:
    if scenario.day != _CLOCK_BACK:
        return _WEEKDAYS[day.weekday()] == scenario.day
    first, last = (datetime.combine(each, time(), tzinfo=zone) for each in (day, day + timedelta(days=1)))
    return (last.utcoffset() or timedelta(0)) < (first.utcoffset() or timedelta(0))


@cache
def _all() -> tuple[Scenario, ...]:
    folder = files("art28.web.exercises").joinpath("scenarios")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(
        _read(name, tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8")), language)
        for name in names
        for language in ("nl", "en")
    )


def _read(name: str, content: Mapping[str, Any], language: str) -> Scenario:
    try:
        words = content[language]
        if content["day"] not in (*_WEEKDAYS, _CLOCK_BACK):
            raise InvalidScenario(f"{name}: day is {content['day']!r}; write a weekday or {_CLOCK_BACK!r}")
        return Scenario(
            key=name.removesuffix(".toml").partition("-")[2],
            language=language,
            title=words["title"],
            summary=words["summary"],
            told=words["told"],
            aims=tuple(words["aims"]),
            minutes=content["minutes"],
            day=content["day"],
            at=content["at"],
            first=content.get("first", True),
            at_sub_processor=content["at_sub_processor"],
            supplier=content["supplier"] if content["at_sub_processor"] else "",
            began_before=timedelta(minutes=content["began_minutes_before"]),
            facts={**content.get("facts", {}), **words["facts"]},
            events=tuple(
                Event(timedelta(minutes=event["after_minutes"]), event[language]["title"], event[language]["text"])
                for event in content["events"]
            ),
        )
    except KeyError as error:
        raise InvalidScenario(f"{name}: {error} is missing for {language!r}; add it to the file") from error

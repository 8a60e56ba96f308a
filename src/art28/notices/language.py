"""The languages of notices, and instants, counts and lists as each of them writes these."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from art28.notices.breach import Count


class Language(StrEnum):
    NL = "nl"
    EN = "en"


_DAYS = {
    Language.NL: ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    Language.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    Language.NL: ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                  "november", "december"),
    Language.EN: ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                  "November", "December"),
}  # fmt: skip
_ABOUT = {Language.NL: ("ten minste {}", "tussen {} en {}"), Language.EN: ("at least {}", "between {} and {}")}
_AND = {Language.NL: "en", Language.EN: "and"}


def language_of(code: str) -> Language:
    """The language in which to write to the parties of an agreement in language `code`: Dutch for Dutch, else English."""
    return Language.NL if code == "nl" else Language.EN


def instant(at: datetime, *, zone: ZoneInfo, language: Language) -> str:
    """An instant in local time with its weekday and offset, since a clock can show the same hour twice in autumn."""
    local = at.astimezone(zone)
    offset = local.strftime("%z")
    day = f"{_DAYS[language][local.weekday()]} {local.day} {_MONTHS[language][local.month - 1]} {local.year}"
    return f"{day}, {local:%H:%M} (UTC{offset[:3]}:{offset[3:]})"


def count(number: Count, *, language: Language) -> str:
    """An exact number, a range, or a minimum."""
    if number.most == number.least:
        return grouped(number.least, language=language)
    at_least, between = _ABOUT[language]
    if number.most is None:
        return at_least.format(grouped(number.least, language=language))
    return between.format(grouped(number.least, language=language), grouped(number.most, language=language))


def grouped(number: int, *, language: Language) -> str:
    """A whole number with its thousands apart: 1.200 in Dutch, 1,200 in English."""
    written = f"{number:,}"
    return written.replace(",", ".") if language is Language.NL else written


def listed(items: Sequence[str], *, language: Language) -> str:
    """ "a, b en c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_AND[language]} {items[-1]}"

"""Text -> the calendar dates it names, as YYYY-MM-DD; a day that the calendar lacks is no date."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = (
    "j[aä]n(?:uar[iy]|uar|vier|ner)?",
    "feb(?:ruar[iy]|ruar)?|f[ée]vrier",
    "maart|mrt|march|märz|mars|mar",
    "apr(?:il)?|avril",
    "mei|may|mai",
    "jun[ie]?|juin",
    "jul[iy]?|juillet",
    "aug(?:ustus|ust)?|août",
    "sep(?:t(?:ember|embre)?)?",
    "o[ck]t(?:ober|obre)?",
    "nov(?:ember|embre)?",
    "de[cz](?:ember)?|décembre",
)
_MONTH = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_MONTHS, start=1))
_NAMED = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s+(?:of\s+)?(?:{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b(?:{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    r"(?<![\d.-])(?P<day>\d{1,2})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>\d{4}|\d{2})(?![\d-])"
)
_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_FIGURES = re.compile(r"\d\d")
_CENTURY = 2000
_EARLIEST, _LATEST = 1990, 2100


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date at `start:end` of the text searched."""

    iso: str
    start: int
    end: int


def dates(text: str) -> Iterator[NamedDate]:
    """The dates that `text` names, in order; a date in figures has its day first, as is the custom in Europe.

    >>> [date.iso for date in dates("op 3 mei 2024, ter vervanging van 01/02/2019")]
    ['2024-05-03', '2019-02-01']
    """
    if not _FIGURES.search(text):
        return
    matches = (m for pattern in (_NAMED, _MONTH_FIRST, _DAY_FIRST, _ISO) for m in pattern.finditer(text))
    for match in sorted(matches, key=lambda m: m.start()):
        iso = _iso(match)
        if iso:
            yield NamedDate(iso, match.start(), match.end())


def _iso(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    month = int(found["month"]) if "month" in found else next(n for n in range(1, 13) if found[f"m{n}"])
    year = int(found["year"])
    year += _CENTURY if year < 100 else 0
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return datetime.date(year, month, int(found["day"])).isoformat()
    except ValueError:
        return None

"""Text -> the periods it names, as ISO 8601 and never converted: 24 hours stay PT24H, two weeks stay P2W.

Numbers may be digits, words, or both ("achtenveertig (48) uur", "one (1) year", "1 (één) maand"); where word and digits
differ the text contradicts itself and no period is read. Working days are written PnD, with the unit beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from art28.extraction.values.numbers import NUMBER_WORDS
from art28.extraction.words.search import AnyCase


class Unit(StrEnum):
    """What a period is counted in."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Duration:
    """A period at `start:end` of the text searched: `count` times `unit`."""

    count: int
    unit: Unit
    start: int
    end: int

    @property
    def iso(self) -> str:
        """ISO 8601: PT24H, P14D, P2W, P1M, P1Y; a quarter is P3M."""
        if self.unit is Unit.HOUR:
            return f"PT{self.count}H"
        if self.unit is Unit.QUARTER:
            return f"P{self.count * 3}M"
        return f"P{self.count}{_LETTER[self.unit]}"


_LETTER = {Unit.DAY: "D", Unit.WORKING_DAY: "D", Unit.WEEK: "W", Unit.MONTH: "M", Unit.YEAR: "Y"}
_UNITS = {
    Unit.WORKING_DAY: r"werkdag(?:en)?|(?:working|business|trading)[ -]?days?|(?:werk|arbeits)tag(?:e[ns]?|s)?|"
    r"jours? (?:ouvr[ée]s?|ouvrables?)",
    Unit.HOUR: r"uurs|uur|uren|hours?|stunden?|heures?|(?<=\d\d)[hu](?![\w.])|(?<=\d\d )[hu](?![\w.])",
    Unit.DAY: r"(?:kalender)?dag(?:en)?|dgn|(?:calendar )?days?|(?:kalender)?tag(?:e[ns]?|s)?|jours?(?: calendaires?)?",
    Unit.WEEK: r"weken|week|weeks?|wochen?|semaines?",
    Unit.MONTH: r"(?:kalender)?maanden|mnd|(?:kalender)?maand|(?:calendar )?months?|monat(?:e[ns]?|s)?|mois",
    Unit.QUARTER: r"kwarta(?:al|len)|quarters?|quartal(?:e[ns]?|s)?",
    Unit.YEAR: r"(?:kalender|school|contract|boek)?(?:jaar|jaren)|(?:calendar )?years?|(?:kalender)?jahr(?:e[ns]?|s)?|ans?|ann[ée]es?",
}
_HOURS_OF_ETMAAL = 24
_KEPT = 256


def _by_initial(words: Iterable[str]) -> str:
    """A pattern for `words`, the longest first, grouped by their first letter: most places are passed over at once."""
    initials: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        initials[word[0]].append(word[1:])
    return "|".join(f"{initial}(?:{'|'.join(rests)})" for initial, rests in initials.items())


_UNITS_BY_NAME = tuple((unit.name, unit) for unit in Unit)
# "Honderdtachtig dagen": the hundreds that periods have, written as one; those that are written apart stand before a number.
_HUNDREDS = {
    "hundred": 100, "one hundred": 100, "a hundred": 100, "cent": 100, "honderd": 100, "hundert": 100, "einhundert": 100,
    "honderdtwintig": 120, "hundertzwanzig": 120, "einhundertzwanzig": 120, "honderdtachtig": 180, "hundertachtzig": 180,
    "einhundertachtzig": 180,
}  # fmt: skip
_WORDS = {**NUMBER_WORDS, **_HUNDREDS}
_HUNDRED = 100
_HUNDRED_BEFORE = AnyCase(
    r"(?<!\w)(?:(?:one|a|een|één|ein)\s+)?(?:hundred|honderd|hundert|cent)\s+(?:(?:and|en|und|et)\s+)?\Z"
)
_LONGEST_HUNDRED = 20
_NUMBER = rf"(?:\d{{1,3}}|{_by_initial(_WORDS)})"
_UNIT = "|".join(f"(?P<{unit.name}>{words})" for unit, words in _UNITS.items())
# "Een etmaal": twenty-four hours.
_ETMAAL = r"(?:één|een|1|twee|2|drie|3)\s+etma(?:al|len)(?!\w)"
# "The next working day": one working day, whatever it is counted from.
_NEXT = (
    rf"(?:(?:eerst)?volgende|next|following|nächste[nr]?|folgende[nr]?)\s+(?:{_UNITS[Unit.WORKING_DAY]})(?!\w)(?!-\w)"
)
# "Op de dertigste dag na het einde" is thirty days after it.
_NTH = r"(?:(?:ste|de|e)(?=\s+(?:werk|kalender)?dag\s+na\b))?"
# "Uiterlijk de derde werkdag" is within three of them; "de derde werkdag van de maand" is a date.
_ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "tiende": 10, "first": 1, "second": 2, "third": 3,
    "fifth": 5, "tenth": 10, "ersten": 1, "zweiten": 2, "dritten": 3, "fünften": 5, "zehnten": 10,
}  # fmt: skip
_RANKED = (
    r"(?<=uiterlijk de )|(?<=uiterlijk op de )|(?<=no later than the )|(?<=not later than the )|(?<=spätestens am )"
)
_ORDINAL = (
    rf"(?:{_RANKED})(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?:(?P<ranked_working>{_UNITS[Unit.WORKING_DAY]})|"
    rf"(?P<ranked_day>{_UNITS[Unit.DAY]}))(?!\w)(?!,?\s+(?:van|of|des|althans|dan wel|maar|doch)\b)"
)
# "Binnen de maand", "dans le mois": one of them.
_WITHIN_ONE = (
    r"(?<=binnen de )(?:maand|week)|(?<=dans le )mois|(?<=dans la )semaine|(?<=within the )(?:month|week)(?! of)"
)
_DURATION = AnyCase(
    rf"(?<![\w.,/-])(?:(?P<next>{_NEXT})|{_ORDINAL}|(?P<etmaal>{_ETMAAL})|(?P<within>{_WITHIN_ONE})(?!\w)|(?P<number>{_NUMBER}){_NTH}(?:\s*\(\s*(?P<again>{_NUMBER})\s*\))?(?:\s+(?:aaneenges"
    rf"loten|volledige|full|clear|consecutive|voorafgaande))?"
    rf"[\s*_]*-?[\s*_]*(?:{_UNIT})(?!\w)(?!-\w))"
)


def durations(text: str) -> Iterator[Duration]:
    """The periods that `text` names, in order."""
    return iter(_durations(text))


@lru_cache(maxsize=_KEPT)
def _durations(text: str) -> tuple[Duration, ...]:
    """Asked of the same statement by the rules of many topics."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Duration]:
    for match in _DURATION.finditer(text):
        if match["next"]:
            yield Duration(1, Unit.WORKING_DAY, match.start(), match.end())
            continue
        if match["ordinal"]:
            unit = Unit.WORKING_DAY if match["ranked_working"] else Unit.DAY
            yield Duration(_ORDINALS[match["ordinal"].lower()], unit, match.start(), match.end())
            continue
        if match["within"]:
            unit = Unit.WEEK if match["within"].lower() in ("week", "semaine") else Unit.MONTH
            yield Duration(1, unit, match.start(), match.end())
            continue
        if match["etmaal"]:
            etmalen = _count(match["etmaal"].split()[0])
            yield Duration(etmalen * _HOURS_OF_ETMAAL, Unit.HOUR, match.start(), match.end())
            continue
        count, start = _count(match["number"]), match.start()
        hundred = _HUNDRED_BEFORE.search(text, max(start - _LONGEST_HUNDRED, 0), start)
        if hundred and not match["number"].isdigit() and count < _HUNDRED:
            count, start = count + _HUNDRED, hundred.start()
        if match["again"] and _count(match["again"]) != count:
            continue
        unit = next(unit for name, unit in _UNITS_BY_NAME if match[name])
        if count:
            yield Duration(count, unit, start, match.end())


def _count(number: str) -> int:
    return int(number) if number.isdigit() else _WORDS[" ".join(number.lower().split())]

"""What somebody gives for a blank -> the value that it is, and the words that are put in; or what is wrong with it."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec, FactType, catalogue
from art28.agreement.fitting import misfit
from art28.agreement.model import Value
from art28.drafting.house.model import Blank, Problem, Wrong

UNITS: Mapping[str, str] = {
    "TH": r"uur|uren|hours?|hrs?",
    "D": r"(?:kalender|werk)?dag(?:en)?|(?:calendar |working |business )?days?|etma(?:al|len)",
    "W": r"we(?:ek|ken)|weeks?",
    "M": r"maand(?:en)?|months?",
    "Y": r"jaar|jaren|years?",
}
"""The words for each unit of a period, as a pattern."""
_LONGEST, _LINES = 4_000, 200
_ISO = re.compile(r"P(?:T(?P<hours>\d{1,4})H|(?P<number>\d{1,4})(?P<unit>[DWMY]))")
_SAID = re.compile(r"(\d{1,4})\s*([^\W\d].*)?")
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_AMOUNT = re.compile(
    r"(?:€|EUR|euro)?\s*(\d{1,3}(?:[.,\s]\d{3})*|\d+)(?:[.,](?:00|-+))?\s*(?:euro|EUR|€)?", re.IGNORECASE
)
_YES = {"ja": True, "yes": True, "true": True, "waar": True, "nee": False, "no": False, "false": False, "onwaar": False}


class Unfit(ValueError):
    """A value that can't be put in; `problem` says why."""

    def __init__(self, wrong: Wrong, detail: str = "") -> None:
        super().__init__(wrong.value)
        self.problem = Problem(wrong, detail=detail)


def value_of(given: str, blank: Blank) -> Value:
    """The value that `given` is for a blank. Raises `Unfit`."""
    text = unicodedata.normalize("NFC", given.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if text.startswith("="):
        raise Unfit(Wrong.FORMULA, text[:40])
    if any(unicodedata.category(each) in ("Cc", "Cs", "Co", "Cn") and each not in "\n\t" for each in text):
        raise Unfit(Wrong.SIGN)
    if len(text) > _LONGEST or text.count("\n") > _LINES:
        raise Unfit(Wrong.TOO_LONG)
    text = text.replace("\t", " ")
    spec = catalogue().get(blank.fact)
    if blank.options and text not in blank.options:
        raise Unfit(Wrong.OPTION, ", ".join(blank.options)[:200])
    if spec is None:
        return "\n".join(line.strip() for line in text.split("\n"))
    if "\n" in text and spec.type is not FactType.TEXTS:
        raise Unfit(Wrong.LINE_BREAK)
    value = _typed(text, spec, blank)
    if (wrong := misfit(spec, value)) is not None:
        raise Unfit(Wrong.MISFIT, wrong)
    return value


def words_of(value: Value, blank: Blank, language: str) -> str:
    """What is put in for a value: a number alone where the words behind the blank name its unit. Raises `Unfit`."""
    spec = catalogue().get(blank.fact)
    if spec is None:
        return str(value)
    if spec.type is FactType.DURATION and blank.unit:
        number, unit = _period(str(value))
        if unit != blank.unit:
            raise Unfit(Wrong.UNIT, labels.period(_iso("2", blank.unit), language).partition(" ")[2])
        return number
    if spec.type is FactType.MONEY and blank.unit:
        return f"{value:,}".replace(",", "." if language == "nl" else ",") if isinstance(value, int) else str(value)
    if spec.type is FactType.TEXT:
        return str(value)
    return _said(value, spec, language)


def _said(value: Value, spec: FactSpec, language: str) -> str:
    match spec.type:
        case FactType.DURATION:
            return labels.period(str(value), language)
        case FactType.DATE:
            return labels.day(str(value), language)
        case FactType.MONEY if isinstance(value, int):
            return labels.money(value, language)
        case FactType.FLAG:
            return labels.cell(spec.key, "", value, language)
        case FactType.CHOICE:
            return labels.choice(spec.key, str(value), language)
        case FactType.CHOICES if isinstance(value, tuple):
            return labels.enumerated([labels.choice(spec.key, str(each), language) for each in value], language)
        case FactType.TEXTS if isinstance(value, tuple):
            return labels.enumerated([str(each) for each in value], language)
        case _:
            return str(value)


def _typed(text: str, spec: FactSpec, blank: Blank) -> Value:
    match spec.type:
        case FactType.DURATION:
            return _duration(text, blank)
        case FactType.MONEY:
            found = _AMOUNT.fullmatch(text)
            return int(re.sub(r"\D", "", found[1])) if found else text
        case FactType.DATE:
            day = _DAY.fullmatch(text)
            return _day(int(day[3]), int(day[2]), int(day[1]), text) if day else text
        case FactType.FLAG:
            return _YES.get(text.casefold(), text)
        case FactType.CHOICE:
            return _chosen(text, spec)
        case FactType.CHOICES:
            return tuple(
                dict.fromkeys(_chosen(each.strip(), spec) for each in re.split(r"[;\n]", text) if each.strip())
            )
        case FactType.TEXTS:
            return tuple(dict.fromkeys(each.strip() for each in re.split(r"[;\n]", text) if each.strip()))
        case _:
            return " ".join(text.split())


def _day(year: int, month: int, day: int, text: str) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text


def _duration(text: str, blank: Blank) -> str:
    if _ISO.fullmatch(text.upper()):
        return text.upper()
    found = _SAID.fullmatch(text)
    if found is None:
        return text
    if not found[2]:
        return _iso(found[1], blank.unit) if blank.unit else text
    unit = next((unit for unit, words in UNITS.items() if re.fullmatch(words, found[2].strip(), re.IGNORECASE)), "")
    return _iso(found[1], unit) if unit else text


def _iso(number: str, unit: str) -> str:
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def _period(value: str) -> tuple[str, str]:
    found = _ISO.fullmatch(value)
    if found is None:
        raise Unfit(Wrong.MISFIT, "write a period such as PT24H or P14D")
    return (found["hours"], "TH") if found["hours"] else (found["number"], found["unit"])


def _chosen(text: str, spec: FactSpec) -> str:
    """The value that somebody's words name: the value itself, or what people call it in either language."""
    wanted = text.casefold()
    for value in spec.values:
        if wanted in (value.casefold(), *(labels.choice(spec.key, value, each).casefold() for each in ("nl", "en"))):
            return value
    return text


def given_for(value: Value, blank: Blank, language: str) -> str:
    """What somebody would give for a value that is known: the words that `value_of` takes back."""
    spec = catalogue().get(blank.fact)
    if spec is None or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    if isinstance(value, tuple):
        said = [labels.choice(spec.key, str(each), language) for each in value]
        return "; ".join(said if spec.type is FactType.CHOICES else map(str, value))
    return _said(value, spec, language)

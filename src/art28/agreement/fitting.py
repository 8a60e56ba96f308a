"""A value that somebody gives for a fact -> what is wrong with it, by the fact's type."""

from collections.abc import Mapping
from datetime import date

from art28.agreement.catalogue import FactSpec, FactType
from art28.timelimits.period import InvalidPeriod, parse_period


def misfit(spec: FactSpec, value: object) -> str | None:
    """Why `value` is none of this fact, in words that say what would be; None where it fits."""
    match spec.type:
        case FactType.FLAG:
            return None if isinstance(value, bool) else "write true or false"
        case FactType.CHOICE:
            return None if value in spec.values else f"choose {', '.join(spec.values)}"
        case FactType.CHOICES:
            fits = isinstance(value, tuple) and bool(value) and all(each in spec.values for each in value)
            return None if fits else f"write a list of {', '.join(spec.values)}"
        case FactType.TEXT:
            return None if isinstance(value, str) and value.strip() else "write words"
        case FactType.TEXTS:
            fits = isinstance(value, tuple) and bool(value) and all(isinstance(each, str) and each for each in value)
            return None if fits else "write a list of words"
        case FactType.MONEY:
            whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
            return None if whole else "write whole euros, such as 500000"
        case FactType.DURATION:
            return None if _is_period(value) else "write a period such as PT24H or P14D"
        case FactType.DATE:
            return None if _is_date(value) else "write a day such as 2026-11-28"
        case FactType.RECORDS:
            fits = isinstance(value, tuple) and all(
                isinstance(each, Mapping) and each.keys() <= set(spec.fields) for each in value
            )
            return None if fits else f"write a list of objects with {', '.join(spec.fields)}"


def _are_records(spec: FactSpec, value: object) -> bool:
    fields = set(spec.fields)
    return isinstance(value, tuple) and all(isinstance(each, Mapping) and each.keys() <= fields for each in value)


def _is_period(value: object) -> bool:
    try:
        return isinstance(value, str) and parse_period(value) is not None
    except InvalidPeriod:
        return False


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value) is not None
    except ValueError:
        return False

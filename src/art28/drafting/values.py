"""A fact's value -> the words of it in a clause: choices, lists, limits of liability."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from art28.agreement import labels
from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Value

Words = Mapping[str, Any]
_PER = (None, "event", "year", "total")


def in_words(key: str, value: Value, words: Words, language: str, *, how: str = "") -> str:
    """The words for a value; `how` is "or" where one of a list counts, "short" for the short word of it."""
    if key == "liability.limits":
        return enumerated([limit(each, words, language) for each in _records(value)], words["last"])
    if isinstance(value, tuple):
        items = [_choice(key, each, words, language) for each in value if isinstance(each, str)]
        return enumerated(items, words["last_or" if how == "or" else "last"])
    if how == "short" and isinstance(value, str):
        return str(words["short"][key][value])
    if isinstance(value, str) and value in words["said"].get(key, {}):
        return str(words["said"][key][value])
    if catalogue()[key].type is FactType.MONEY and isinstance(value, int):
        return money(value, language)
    return labels.value(key, value, language)


def _choice(key: str, item: str, words: Words, language: str) -> str:
    return str(words["said"].get(key, {}).get(item) or labels.choice(key, item, language))


def enumerated(items: Sequence[str], last: str) -> str:
    """Items one behind the other, with `last` before the last."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])}{last}{items[-1]}"


def money(euros: int, language: str) -> str:
    """Whole euros as an agreement writes them."""
    return f"€ {euros:,}".replace(",", "." if language == "nl" else ",")


def limit(record: Mapping[str, Any], words: Words, language: str) -> str:
    """A limit of liability: "€ 100.000 per gebeurtenis"."""
    said = words["limits"]
    amount = money(record["amount"], language) if record.get("amount") else ""
    per = said[record["per"]] if record.get("per") else ""
    return str(said[record["basis"]].format(amount=amount)) + per


def are_limits(value: Value, words: Words) -> bool:
    """Whether clauses of ours can say these limits: one on any basis, or several fixed ones that count otherwise."""
    found = _records(value)
    if not found or any(not _is_limit(each, words) for each in found):
        return False
    pers = [each.get("per") for each in found]
    return len(found) == 1 or (all(each["basis"] == "fixed" for each in found) and len(set(pers)) == len(pers))


def _is_limit(record: Mapping[str, Any], words: Words) -> bool:
    basis, amount, per = record.get("basis"), record.get("amount"), record.get("per")
    fixed = basis == "fixed"
    known = isinstance(basis, str) and basis in words["limits"] and basis not in _PER
    counted = per in _PER and not (basis == "fees_of_year" and per == "year")
    right = (isinstance(amount, int) and not isinstance(amount, bool) and amount > 0) if fixed else amount is None
    return known and counted and right and record.get("scope") is None


def largest(value: Value) -> int | None:
    """The highest fixed amount among limits."""
    return max((each["amount"] for each in _records(value) if each.get("basis") == "fixed"), default=None)


def _records(value: Value | None) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, tuple) else []


def records(value: Value | None) -> list[Mapping[str, Any]]:
    """The records of a fact; none where it isn't known."""
    return _records(value)


_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def writable(value: Any) -> Any:
    """A value whose words no document refuses: a character that can't be shown, as pasting brings along, becomes a blank."""
    if isinstance(value, str):
        return writable_text(value)
    if isinstance(value, Mapping):
        return {name: writable(cell) for name, cell in value.items()}
    return tuple(writable(each) for each in value) if isinstance(value, tuple) else value


def writable_text(text: str) -> str:
    """Words as `writable` makes them."""
    return _UNWRITABLE.sub(" ", text)

"""A fact's value -> the words for it, an item of a list each."""

from collections.abc import Mapping

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec
from art28.agreement.model import Value


def spoken(spec: FactSpec, value: Value, language: str) -> list[str]:
    """A value in words: one item, or those of a list; an empty item for an empty list."""
    if isinstance(value, tuple):
        return [item(spec, each, language) for each in value] or [""]
    return [labels.value(spec.key, value, language)]


def item(spec: FactSpec, each: str | Mapping[str, object], language: str) -> str:
    """One item of a list in words, a record as its fields."""
    if isinstance(each, str):
        return labels.choice(spec.key, each, language)
    said = ((name, labels.cell(spec.key, name, given, language)) for name, given in each.items())
    return "; ".join(f"{labels.field(name, language)}: {text}" for name, text in said if text)

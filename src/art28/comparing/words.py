"""What is said of a comparison, in Dutch and English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from art28.agreement.catalogue import catalogue
from art28.agreement.model import Fact
from art28.agreement.spoken import spoken


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The words by language and key."""
    return tomllib.loads(files("art28.comparing").joinpath("words.toml").read_text(encoding="utf-8"))


def said(fact: Fact | None, language: str) -> str:
    """The value of a fact in words, or that an agreement is silent on it."""
    if fact is None:
        return words()[language]["silent"]
    return "; ".join(spoken(catalogue()[fact.key], fact.value, language))

"""Requirement -> the clause to ask the other side for: `proposals.toml`, in Dutch and English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from art28.checking.model import Status, Verdict

_SATISFIED = frozenset({Status.MET})


def proposal(requirement: str, language: str) -> str:
    """The clause for `requirement` in `language`; any language but Dutch reads English, an unknown requirement nothing."""
    return proposals().get(requirement, {}).get("nl" if language == "nl" else "en", "")


def proposed(verdict: Verdict, language: str) -> str:
    """What to ask for after `verdict`; nothing where the requirement is met."""
    return "" if verdict.status in _SATISFIED else proposal(verdict.requirement, language)


@cache
def proposals() -> Mapping[str, Mapping[str, str]]:
    """Every clause by its requirement, by language."""
    return tomllib.loads(files("art28.checking").joinpath("proposals.toml").read_text(encoding="utf-8"))

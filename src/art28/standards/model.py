"""The standard models that art28 knows: `models/*.toml` as frozen values.

Each file says where the model comes from, what of it is shipped and why, and by which features an agreement made on it is
known. The text of a model is not among them.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from art28.document.pattern import lasting

_LANGUAGES = ("nl", "en", "de", "fr")


@dataclass(frozen=True, slots=True)
class ModelClause:
    """A clause of a model: its number there, what it is called in each language, and a pattern of its title in each.

    `own` says that the title is this model's own, not one that any agreement might have.
    """

    number: str
    titles: Mapping[str, str]
    patterns: Mapping[str, re.Pattern[str]]
    own: bool

    def title(self, language: str) -> str:
        """What the clause is called; in another language where the model has no title in this one."""
        return self.titles.get(language) or next(iter(self.titles.values()))


@dataclass(frozen=True, slots=True)
class StandardModel:
    """A standard model. `names` are patterns of what it is called, `signs` of words that tell it; without one of the words in
    `hints` neither can be found. `version` is fixed, or found by `versions` near the name.

    `complete` says that `clauses` are all it has, so that others are additions; `incorporated`, that agreements may take the
    model in by a reference.
    """

    id: str
    issuer: str
    titles: Mapping[str, str]
    source: str
    shipped: str
    version: str
    languages: tuple[str, ...]
    hints: tuple[str, ...]
    names: tuple[re.Pattern[str], ...]
    signs: tuple[re.Pattern[str], ...]
    versions: tuple[re.Pattern[str], ...]
    clauses: tuple[ModelClause, ...]
    complete: bool
    incorporated: bool

    def title(self, language: str) -> str:
        """What the model is called, in Dutch or English."""
        return self.titles["nl" if language == "nl" else "en"]


@cache
def models() -> tuple[StandardModel, ...]:
    """Every model, by the names of their files."""
    folder = files("art28.standards").joinpath("models")
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(_model(tomllib.loads(entry.read_text(encoding="utf-8"))) for entry in found)


def _model(given: Mapping[str, Any]) -> StandardModel:
    return StandardModel(
        id=given["id"],
        issuer=given["issuer"],
        titles=given["title"],
        source=given["source"],
        shipped=given["shipped"],
        version=given.get("version", ""),
        languages=tuple(given["languages"]),
        hints=tuple(given["hints"]),
        names=_patterns(given["names"]),
        signs=_patterns(given.get("signs", ())),
        versions=_patterns(given.get("versions", ())),
        clauses=tuple(_clause(clause) for clause in given.get("clause", ())),
        complete=given.get("complete", False),
        incorporated=given.get("incorporated", False),
    )


def _clause(given: Mapping[str, Any]) -> ModelClause:
    titles = {language: given[language] for language in _LANGUAGES if language in given}
    also: Mapping[str, str] = given.get("also", {})
    patterns = {
        language: lasting(rf"(?:{also.get(language) or re.escape(title)})\W*(?:\([^)]*\)\W*)?", re.IGNORECASE)
        for language, title in titles.items()
    }
    return ModelClause(given["number"], titles, patterns, given.get("own", False))


def _patterns(given: tuple[str, ...] | list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(lasting(each, re.IGNORECASE) for each in given)

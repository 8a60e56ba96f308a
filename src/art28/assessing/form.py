"""`forms/*.toml` -> the questions of an authority's form, with what answers each and where the form comes from."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from art28.notices.language import Language

FORMS = ("ap", "edpb")
"""The forms that are known, the national authority's first."""

Words = Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One question. `answered_by` names what the dossier answers it with, empty where only a person can.

    `options` are the choices that the form offers, in words of our own; `lasting` says that the answer is the same from one
    breach to the next.
    """

    number: str
    text: Words
    answered_by: str
    options: Mapping[Language, tuple[str, ...]]
    lasting: bool


@dataclass(frozen=True, slots=True)
class FormSection:
    """A part of a form."""

    title: Words
    questions: tuple[FormQuestion, ...]


@dataclass(frozen=True, slots=True)
class AuthorityForm:
    """A form with its edition, the day that was checked, and where it came from. `address` is where people fill it in."""

    id: str
    name: Words
    edition: str
    checked_on: date
    source: Words
    address: str
    sections: tuple[FormSection, ...]

    @property
    def questions(self) -> Iterator[FormQuestion]:
        """Every question, in order."""
        return (question for section in self.sections for question in section.questions)


@cache
def form(name: str) -> AuthorityForm:
    """One form; raises `KeyError` for one that isn't known."""
    if name not in FORMS:
        raise KeyError(name)
    content = tomllib.loads(files("art28.assessing.forms").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return AuthorityForm(
        id=content["id"],
        name=_words(content["name"]),
        edition=content["edition"],
        checked_on=content["checked_on"],
        source=_words(content["source"]),
        address=content["address"],
        sections=tuple(_section(each) for each in content["section"]),
    )


def _section(content: Mapping[str, Any]) -> FormSection:
    return FormSection(_words(content), tuple(_question(each) for each in content["question"]))


def _question(content: Mapping[str, Any]) -> FormQuestion:
    options = content.get("options")
    return FormQuestion(
        number=content["number"],
        text=_words(content),
        answered_by=content.get("answered_by", ""),
        options=MappingProxyType(
            {language: tuple(options[language.value]) for language in Language} if options else {}
        ),
        lasting=content.get("lasting", False),
    )


def _words(content: Mapping[str, Any]) -> Words:
    return MappingProxyType({language: str(content[language.value]) for language in Language})

"""`texts.toml` -> the standing texts of the controller's papers in one language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from art28.notices.language import Language


@cache
def _content() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    content = tomllib.loads(files("art28.assessing").joinpath("texts.toml").read_text(encoding="utf-8"))
    return MappingProxyType({language.value: content[language.value] for language in Language})


def said(language: Language, group: str, name: str, **values: str) -> str:
    """A text by its group ("answers", "letter") and name; raises `KeyError` for one that isn't there."""
    return _content()[language.value][group][name].format(**values).strip()


@cache
def version() -> str:
    """The version of the texts, which papers are kept with."""
    content = tomllib.loads(files("art28.assessing").joinpath("texts.toml").read_text(encoding="utf-8"))
    return str(content["version"])

"""`texts.toml` as frozen values: the standing texts of notices in one language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from art28.notices.breach import Topic
from art28.notices.language import Language

_STOPS = re.compile(r"(?<![.?!])([.?!])\.(?!\.)")


def one_stop(said: str) -> str:
    """A sentence with one stop, where what it fills in ends with one of its own: a name such as "B.V.", a question.

    >>> one_stop("A message is waiting for you: Are you still the right person?. It concerns Hostwerk B.V..")
    'A message is waiting for you: Are you still the right person? It concerns Hostwerk B.V.'
    """
    return _STOPS.sub(r"\1", said)


class MissingText(LookupError):
    """A text that a notice needs is not in `texts.toml`."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language by name ("limit", "report.subject"), the questions by topic, and their common version."""

    version: str
    single: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]]
    questions: Mapping[Topic, str]

    def __getitem__(self, name: str) -> str:
        try:
            return self.single[name]
        except KeyError:
            raise MissingText(f"texts.toml has no text {name!r}") from None


@cache
def texts(language: Language) -> Texts:
    """Every standing text in `language`."""
    content = tomllib.loads(files("art28.notices").joinpath("texts.toml").read_text(encoding="utf-8"))
    single: dict[str, str] = {}
    several: dict[str, tuple[str, ...]] = {}
    for name, value in _flat(content[language.value]):
        if isinstance(value, str):
            single[name] = value
        elif isinstance(value, list):
            several[name] = tuple(str(item) for item in value)
    questions = {topic: single[f"questions.{topic.value}"] for topic in Topic}
    return Texts(
        str(content["version"]), MappingProxyType(single), MappingProxyType(several), MappingProxyType(questions)
    )


def _flat(table: Mapping[str, object]) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            found.extend((f"{name}.{inner}", text) for inner, text in _flat(value))
        else:
            found.append((name, value))
    return found

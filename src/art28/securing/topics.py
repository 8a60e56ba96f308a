"""What a measure is about: its kind, the letters of Art. 32(1) GDPR and the numbers of controls that go with that."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

OTHER = "other"
ARTICLE_32 = ("a", "b", "c", "d")
"""The letters of Art. 32(1): pseudonymise and encrypt; keep secret, whole and available; restore; test."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic, with what a measure about it is taken for until a person says otherwise."""

    code: str
    names: Mapping[str, str]
    is_technical: bool
    article_32: tuple[str, ...]
    controls: tuple[str, ...]
    words: re.Pattern[str] | None

    def name(self, language: str) -> str:
        """What it is called, in Dutch or English."""
        return self.names.get(language, self.names["en"])


@cache
def topics() -> Mapping[str, Topic]:
    """Every topic by its code, in the order of the standards."""
    read = tomllib.loads(files("art28.securing").joinpath("topics.toml").read_text(encoding="utf-8"))
    return {
        code: Topic(
            code,
            {"nl": entry["nl"], "en": entry["en"]},
            entry["kind"] == "technical",
            tuple(entry["law"]),
            tuple(entry["controls"]),
            re.compile(entry["words"]) if entry["words"] else None,
        )
        for code, entry in read.items()
    }


@cache
def _dividing() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((topic.code, topic.words) for topic in topics().values() if topic.words)


@lru_cache(maxsize=2_048)  # agreements on the same template promise in the same words
def topic_of(words: str) -> str:
    """The code of the topic that `words` speak of most, the first where several do equally; "other" where none.

    >>> topic_of("Van klantgegevens wordt elke week een back-up gemaakt.")
    'backup'
    """
    lowered = words.lower()
    best, most = OTHER, 0
    for code, pattern in _dividing():
        count = len({match[0] for match in pattern.finditer(lowered)})
        if count > most:
            best, most = code, count
    return best

"""Phrases: what a rule looks for in a statement, written in concepts instead of words.

A phrase has parts divided by "…", which follow each other within ninety characters. A part is an expression, in which a
space stands for a space with or without a comma and `{concept}` for the words that `concepts.toml` has for it in the
agreement's language; within brackets "…" stands for up to ninety characters. Every repetition is bounded, so that no text
makes matching slow.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

REACH = 90
_GAP = f".{{0,{REACH}}}?"
_CONCEPT = re.compile(r"\{([a-z]\w*)\}")
_LANGUAGES = {"nl": ("nl",), "en": ("en",), "de": ("de", "en")}
_OTHERWISE = ("en",)


@cache
def parts_of(phrase: str, language: str) -> tuple[re.Pattern[str], ...]:
    """The parts of `phrase`; raises KeyError for a concept that has no words."""
    return tuple(_expression(part.strip(), language) for part in _split(phrase))


def _split(phrase: str) -> Iterator[str]:
    """The parts of `phrase`: "…" within brackets divides nothing."""
    depth, start = 0, 0
    for at, character in enumerate(phrase):
        if character in "()":
            depth += 1 if character == "(" else -1
        elif character == "…" and depth == 0:
            yield phrase[start:at]
            start = at + 1
    yield phrase[start:]


@cache
def _expression(part: str, language: str) -> re.Pattern[str]:
    written = _CONCEPT.sub(lambda match: _words(match[1], language), part)
    return re.compile(re.sub(r" ?… ?", _GAP, written).replace(" ", ",? "))


@cache
def _words(concept: str, language: str) -> str:
    """The words for a concept as an alternation; a concept without words in a language is never met."""
    words = [word for tongue in _LANGUAGES.get(language, _OTHERWISE) for word in _concepts()[concept].get(tongue, ())]
    return f"(?:{'|'.join(words)})" if words else r"(?!)"


@cache
def _concepts() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    table = tomllib.loads(files("art28.checking").joinpath("concepts.toml").read_text(encoding="utf-8"))
    return {
        name: {language: tuple(words) for language, words in languages.items()} for name, languages in table.items()
    }

"""Phrases: what a rule looks for in a statement, written in concepts instead of words.

A phrase has parts divided by "…", which follow each other within a hundred and twenty characters. A part is an expression, in which a
space stands for a space with or without a comma and `{concept}` for the words that `concepts.toml` has for it in the
agreement's language; within brackets "…" stands for up to a hundred and twenty characters. Every repetition is bounded, so that no text
makes matching slow.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from art28.document.pattern import lasting

REACH = 120
_GAP = f".{{0,{REACH}}}?"
_ACCENTS = str.maketrans("àáâäãçèéêëìíîïñòóôöõùúûüýÿ", "aaaaaceeeeiiiinooooouuuuyy")
_CONCEPT = re.compile(r"\{([a-z]\w*)\}")
_LANGUAGES = {"nl": ("nl",), "en": ("en",), "de": ("de", "en"), "fr": ("fr", "en")}
_OTHERWISE = ("en",)


@cache
def parts_of(phrase: str, language: str) -> tuple[re.Pattern[str], ...]:
    """The parts of `phrase`; raises KeyError for a concept that has no words."""
    parts = tuple(_split(phrase))
    if len(parts) > 1 and any(_is_open(part) for part in parts):
        raise ValueError(f"put the alternatives of a part in brackets: {phrase}")
    return tuple(_expression(part.strip(), language) for part in parts)


def _is_open(part: str) -> bool:
    """Whether `part` has alternatives outside brackets."""
    depth = 0
    for character in part:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            return True
    return False


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
    return lasting(folded(re.sub(r" ?… ?", _GAP, written).replace(" ", ",? ")))


def expression(pattern: str) -> re.Pattern[str]:
    """`pattern` as it stands, but for accents."""
    return lasting(folded(pattern))


def folded(text: str) -> str:
    """`text` without accents, which extraction and typing lose: "beëindiging" and "beeindiging" are one word."""
    return text.translate(_ACCENTS)


@cache
def _words(concept: str, language: str) -> str:
    """The words for a concept as an alternation; a concept without words in a language is never met."""
    words = [word for tongue in _LANGUAGES.get(language, _OTHERWISE) for word in _concepts()[concept].get(tongue, ())]
    return f"(?:{'|'.join(words)})" if words else r"(?!)"


@cache
def _concepts() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    table = tomllib.loads(files("art28.checking.words").joinpath("concepts.toml").read_text(encoding="utf-8"))
    return {
        name: {language: tuple(words) for language, words in languages.items()} for name, languages in table.items()
    }

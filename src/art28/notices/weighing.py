"""Sections of a report -> what in them weighs when the controller assesses the breach: kinds of data, and other countries.

It only repeats what the report says: kinds of data that an answer names, or that a question asks for and a yes confirms.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from art28.notices.answers import Section
from art28.notices.breach import Topic
from art28.notices.language import Language, listed
from art28.notices.texts import Texts, texts


def weighing(sections: Iterable[Section], *, language: Language) -> tuple[str, ...]:
    """Paragraphs that point the controller to what weighs; none where nothing does."""
    words = texts(language)
    answered = [section for section in sections if section.answer is not None]
    named = [text for section in answered for text in _named(section, words)]
    kinds = [kind.called[language] for kind in _kinds() if any(kind.known_by.search(text) for text in named)]
    countries = [country for section in answered for country in _countries(section)]
    found = [words["weighing.kinds"].format(kinds=listed(kinds, language=language))] if kinds else []
    if countries:
        found.append(
            words["weighing.countries"].format(countries=listed(tuple(dict.fromkeys(countries)), language=language))
        )
    return tuple(found)


def _named(section: Section, words: Texts) -> Iterator[str]:
    """What a section says is affected: its answer where it asks for kinds of data, its question or item at a yes."""
    yes, answer = words["answers.yes"], section.answer or ""
    if Topic.DATA_CATEGORIES.value in section.topics:
        yield answer
    elif _is_yes(answer, yes):
        yield section.question
    for line in answer.splitlines():
        item, parted, said = line.rpartition(": ")
        if parted and _is_yes(said, yes):
            yield item


def _is_yes(said: str, yes: str) -> bool:
    return said == yes or said.startswith((f"{yes}.", f"{yes}:", f"{yes},"))


def _countries(section: Section) -> tuple[str, ...]:
    """The other countries of an answer that the facts gave; what a person worded otherwise is not taken apart."""
    given = section.values.get("other_countries")
    return tuple(str(country) for country in given) if isinstance(given, list | tuple) else ()


@dataclass(frozen=True, slots=True)
class _Kind:
    known_by: re.Pattern[str]
    called: dict[Language, str]


@cache
def _kinds() -> tuple[_Kind, ...]:
    content = tomllib.loads(files("art28.notices").joinpath("sensitive.toml").read_text(encoding="utf-8"))
    return tuple(
        _Kind(re.compile("|".join(kind["words"]), re.IGNORECASE), {each: kind[each.value] for each in Language})
        for kind in content.values()
    )

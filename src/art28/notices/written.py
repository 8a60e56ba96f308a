"""An answer <-> the fields in which a person writes it: a pick and words, a yes or no for each item, or words alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from art28.notices.language import Language
from art28.notices.questions import QuestionKind
from art28.notices.texts import texts

_PART = ". "


@dataclass(frozen=True, slots=True)
class Item:
    """An item to be answered by yes or no: the name of its field, its label, and what is picked."""

    name: str
    label: str
    picked: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one answer: `choices` to pick from with `picked` and further words, or `items`; else words alone."""

    key: str
    choices: tuple[str, ...]
    picked: str
    words: str
    items: tuple[Item, ...] = ()


def fields(key: str, kind: str, options: Sequence[str], answer: str, *, language: Language) -> Fields:
    """How `answer` is shown to be written on; what these fields can't say stays in words, so that nothing is lost."""
    if kind == QuestionKind.ITEMS:
        picked = _picked_items(options, answer, language)
        if picked is None:
            return Fields(key, (), "", answer)
        items = tuple(
            Item(f"item-{key}-{place}", option, picked.get(option, "")) for place, option in enumerate(options)
        )
        return Fields(key, _yes_no(language), "", "", items)
    choices = _choices(kind, options, language)
    for choice in choices:
        if answer == choice:
            return Fields(key, choices, choice, "")
        if answer.startswith(choice + _PART):
            return Fields(key, choices, choice, answer[len(choice + _PART) :])
    return Fields(key, choices, "", answer)


def entered(given: Mapping[str, str], key: str, kind: str, options: Sequence[str], *, language: Language) -> str | None:
    """The answer that somebody gave in the fields of `key`; None where the form had none of them."""
    names = [f"item-{key}-{place}" for place in range(len(options))] if kind == QuestionKind.ITEMS else []
    if any(name in given for name in names):
        return _joined_items(options, [_one_of(given.get(name, ""), _yes_no(language)) for name in names], language)
    if f"answer-{key}" not in given and f"pick-{key}" not in given:
        return None
    words = given.get(f"answer-{key}", "").replace("\r\n", "\n").replace("\x00", "").strip()
    picked = _one_of(given.get(f"pick-{key}", ""), _choices(kind, options, language))
    return _PART.join(part for part in (picked, words) if part)


def _choices(kind: str, options: Sequence[str], language: Language) -> tuple[str, ...]:
    if kind == QuestionKind.CHOICE:
        return tuple(options)
    return _yes_no(language) if kind == QuestionKind.YES_NO else ()


def _yes_no(language: Language) -> tuple[str, ...]:
    words = texts(language)
    return words["answers.yes"], words["answers.no"]


def _one_of(picked: str, choices: Sequence[str]) -> str:
    return picked if picked in choices else ""


def _picked_items(options: Sequence[str], answer: str, language: Language) -> dict[str, str] | None:
    """What is picked for each item; None where the answer says more than yes, no and unknown."""
    unknown = texts(language)["answers.not_known"]
    said = {"": "", unknown: "", **{word: word for word in _yes_no(language)}}
    found: dict[str, str] = {}
    for line in answer.splitlines():
        item, _, word = line.rpartition(": ")
        if item not in options or word not in said:
            return None
        found[item] = said[word]
    return found


def _joined_items(options: Sequence[str], picked: Sequence[str], language: Language) -> str:
    if not any(picked):
        return ""
    unknown = texts(language)["answers.not_known"]
    return "\n".join(f"{option}: {word or unknown}" for option, word in zip(options, picked, strict=True))

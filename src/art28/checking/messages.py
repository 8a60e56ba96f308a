"""Message -> sentence: what checking says, in Dutch or English; a value called `date` is written out."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from art28.agreement.labels import day
from art28.checking.flags.flag import flags_by_id
from art28.checking.model import Message
from art28.checking.packs.pack import packs

LANGUAGES = ("nl", "en")


def said(message: Message, language: str) -> str:
    """`message` as a sentence in `language`; any language but Dutch reads English. Raises KeyError for an unknown key."""
    group, _, name = message.key.partition(".")
    values = {key: day(value, language) if key == "date" else value for key, value in message.values.items()}
    return _texts(group, name)["nl" if language == "nl" else "en"].format_map(values)


def _texts(group: str, name: str) -> Mapping[str, str]:
    """The sentence in both languages; those of flags stand with the flags."""
    match group:
        case "flag":
            return flags_by_id()[name].message
        case "why":
            return flags_by_id()[name].why
        case "pack":
            status, pack, entry = name.split(".", 2)
            title = next(one.title for one in packs()[pack].entries if one.id == entry)
            return {
                language: text.format(title=title[language]) for language, text in _sentences()[group][status].items()
            }
        case _:
            return _sentences()[group][name]


@cache
def _sentences() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(files("art28.checking").joinpath("messages.toml").read_text(encoding="utf-8"))

"""The words of a paragraph -> what in them is a placeholder, and placeholders that are broken or nested."""

import re
from dataclasses import dataclass

from art28.reading.places import TroubleCode

_LONGEST = 120
_TOKEN = re.compile(
    r"\{\{\s*+(?P<braces>[^{}\n\t]{1,120}?)\s*\}\}"
    r"|\$\{\s*+(?P<dollar>[^{}\n\t]{1,120}?)\s*\}"
    r"|«\s*+(?P<quotes>[^«»\n\t]{1,60}?)\s*»"
    r"|<<\s*+(?P<doubled>[^<>\n\t]{1,120}?)\s*>>"
    r"|<(?P<angles>[A-Za-zÀ-ÿ][^<>@\n\t]{0,80}?)>"
    r"|\[\[\s*+(?P<squares>[^\[\]\n]{1,120}?)\s*\]\]"
    r"|\[(?P<square>[^\[\]\n]{1,120}?)\]"
    # Four signs or more; three that stand by themselves; lines to write on.
    r"|(?P<line>[.…](?: ?[.…]){3,}+|…{2,}|(?:(?<=\s)|^)(?:…|\.{3})(?=\s|$)|_(?: ?_){2,}+)"
)
# What stands in square brackets without being a blank: notes, ellipses in quotations, and the like.
_NO_NAME = re.compile(r"[\W_\d]*")
_NOTE = re.compile(r"(?:\d{1,3}|sic|i{1,3}|iv|vi{0,3}|[a-z])\.?", re.IGNORECASE)
_PAGE_BEHIND = re.compile(r"\s*\d{1,4}\s*$")
_OPENED = re.compile(r"\{\{|\}\}")


@dataclass(frozen=True, slots=True)
class Token:
    """A placeholder: where it stands, its name (empty for one that says nothing), how it shows."""

    start: int
    end: int
    name: str
    shown: str


@dataclass(frozen=True, slots=True)
class Read:
    """The placeholders of a paragraph, and what is wrong with others."""

    tokens: tuple[Token, ...]
    wrong: tuple[tuple[TroubleCode, str], ...]


def tokens(text: str) -> Read:
    """What `text` holds, in order."""
    found: list[Token] = []
    rest = list(text)
    for each in _TOKEN.finditer(text):
        kind = each.lastgroup or ""
        inner = each[kind].strip()
        if not _is_one(text, each, kind, inner):
            continue
        name = "" if kind == "line" or _NO_NAME.fullmatch(inner) else inner
        found.append(Token(each.start(), each.end(), name, each[0]))
        rest[each.start() : each.end()] = "\x00" * (each.end() - each.start())
    return Read(tuple(found), tuple(_wrong("".join(rest), text)))


def _is_one(text: str, each: re.Match[str], kind: str, inner: str) -> bool:
    if kind == "square" and _NOTE.fullmatch(inner):
        return False
    if kind == "angles" and ("://" in inner or inner.startswith("www.")):
        return False
    # Dots that lead to a page number belong to a table of contents.
    return not (kind == "line" and "_" not in inner and _PAGE_BEHIND.fullmatch(text, each.end()))


def _wrong(rest: str, text: str) -> list[tuple[TroubleCode, str]]:
    """Doubled braces that are left over: one around another placeholder, or one that isn't closed or opened."""
    found = []
    for each in _OPENED.finditer(rest):
        near = rest[max(0, each.start() - 40) : each.end() + 40]
        code = TroubleCode.NESTED_PLACEHOLDER if "\x00" in near else TroubleCode.BROKEN_PLACEHOLDER
        found.append((code, text[max(0, each.start() - 20) : each.end() + 40].strip()))
    return found

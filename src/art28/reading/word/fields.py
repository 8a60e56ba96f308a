"""A field of a Word or RTF document that shows no result -> what its reader sees in its place, if anything.

ISO/IEC 29500-1, 17.16: a field is a code and the result that Word computed last. Some never have one: the answer of a
check box or a list is kept in the field's data, and what is to be clicked and typed over stands in the code itself.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from art28.reading.office.package import attribute, child, children
from art28.reading.office.symbols import symbol

BLANK = "[…]"
_WORDS = re.compile(r'"([^"]*)"|(\S+)')
# These print nothing: marks for an index or a list, settings, places on the page.
_SILENT = frozenset(
    {"XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "PRINT", "NEXT", "NEXTIF", "SKIPIF", "TOC", "TOA", "INDEX",
     "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "HYPERLINK", "GOTOBUTTON", "BIBLIOGRAPHY", "ADDIN", "SHAPE", "EMBED",
     "LINK", "INCLUDEPICTURE"}
)  # fmt: skip
_OPENERS = ("[", "<", "«", "…", "_", ".")


@dataclass(frozen=True, slots=True)
class FormData:
    """The answer kept in a form field: whether its box is checked, or what was chosen from its list."""

    is_checked: bool = False
    choice: str = ""


@dataclass(slots=True)
class Field:
    """A field that has begun: its code, whether its result has started and where, and its data."""

    code: list[str] = field(default_factory=list)
    separated: bool = False
    start: int = 0
    crosses: bool = False
    data: "FormData | None" = None


def bracketed(prompt: str) -> str:
    """What somebody was to type over, recognisable as left open."""
    prompt = prompt.strip()
    if not prompt:
        return BLANK
    return prompt if prompt.startswith(_OPENERS) else f"[{prompt}]"


def standing_in(code: str, data: FormData | None = None) -> str | None:
    """What a reader sees where a field with this code shows no result; None where that isn't known."""
    words = [quoted or plain for quoted, plain in _WORDS.findall(code)]
    kind = words[0].upper() if words else ""
    if not kind or kind in _SILENT:
        return ""
    if kind == "MERGEFIELD":
        return f"«{words[1]}»" if len(words) > 1 else BLANK
    if kind == "MACROBUTTON":
        return bracketed(code.split(None, 2)[2] if len(words) > 2 else "")
    if kind in ("FORMTEXT", "FILLIN"):
        return BLANK
    if kind == "FORMCHECKBOX":
        return "☒" if data is not None and data.is_checked else "☐"
    if kind == "FORMDROPDOWN":
        return (data.choice if data is not None else "") or BLANK
    if kind == "SYMBOL" and len(words) > 1:
        font = next((words[place + 1] for place, word in enumerate(words[:-1]) if word == "\\f"), None)
        if re.fullmatch(r"0[xX][0-9a-fA-F]{1,5}", words[1]):
            return symbol(int(words[1], 16), font)
        return symbol(int(words[1]), font) if re.fullmatch(r"[0-9]{1,6}", words[1]) else None
    return None


def address_in(code: str) -> str:
    """The address that a field leads to as a link; empty for any other field, and for a place in the document itself."""
    words = [str(quoted or plain) for quoted, plain in _WORDS.findall(code)]
    if len(words) < 2 or words[0].upper() != "HYPERLINK" or words[1].startswith("\\"):
        return ""
    return words[1]


def form_data(data: etree._Element | None) -> FormData | None:
    """The answer in the data of a Word field."""
    if data is None:
        return None
    return FormData(_is_checked(child(data, "checkBox")), _chosen(child(data, "ddList")))


def _is_checked(box: etree._Element | None) -> bool:
    stated = child(box, "checked")
    if stated is None:
        stated = child(box, "default")
    return stated is not None and attribute(stated, "val") not in ("0", "false", "off")


def _chosen(choices: etree._Element | None) -> str:
    entries = [attribute(entry, "val") or "" for entry in children(choices, "listEntry")]
    stated = attribute(child(choices, "result"), "val") or attribute(child(choices, "default"), "val") or "0"
    place = int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 6 else 0
    return entries[place] if place < len(entries) else ""

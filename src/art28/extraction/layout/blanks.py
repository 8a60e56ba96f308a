"""What a form leaves open: placeholders, dotted lines and instructions to fill in. None of them is a value."""

import re

from art28.extraction.words.search import AnyCase

_BLANK = AnyCase(
    r"^\W*invullen\b|[\[\]<>{}«»]|_{2,}|\.{3,}|…|\*\*\*|\b(?:in ?te ?vullen|nader te bepalen|n\.?t\.?b\.?|tbd|"
    r"to be (?:completed|determined|filled)|"
    r"to fill in|(?<!who )(?<!that )(?<!which )fill in|auszufüllen|à compléter|xxx+)\b"
)
_A_LABEL = re.compile(
    r"^[\W_]*(?:(?:bedrijfs|organisatie|klant|functie|handels)?(?:naam|name)|adres|address|plaats|woonplaats|datum|"
    r"date|functie|title|kvk|postcode|n/?a|n\.v\.t\.?)?[\W_]*$",
    re.IGNORECASE,
)
_QUOTED_WHOLE = re.compile(r"^\"[^\"]*\"$")


_LONGEST_PLACEHOLDER = 300


def has_gap(value: str) -> bool:
    """Whether `value` holds a placeholder, a dotted line or an instruction to fill in."""
    return bool(_BLANK.search(value))


def in_placeholder(text: str, at: int) -> bool:
    """Whether `at` lies within what a template leaves to be filled in: "{{NATURE: e.g. collection, storage}}"."""
    opened = text.rfind("{{", max(0, at - _LONGEST_PLACEHOLDER), at + len("{{"))
    return opened >= 0 and "}}" not in text[opened:at]


def is_blank(value: str) -> bool:
    """Whether `value` is a placeholder, a label or nothing, so that the document leaves it open."""
    return bool(_BLANK.search(value) or _A_LABEL.match(value) or _QUOTED_WHOLE.match(value.strip()))

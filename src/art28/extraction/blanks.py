"""What a form leaves open: placeholders, dotted lines and instructions to fill in. None of them is a value."""

import re

from art28.extraction.search import AnyCase

_BLANK = AnyCase(
    r"^\W*invullen\b|[\[\]<>{}«»]|_{2,}|\.{3,}|…|\*\*\*|\b(?:in ?te ?vullen|nader te bepalen|n\.?t\.?b\.?|tbd|"
    r"to be (?:completed|determined|filled)|"
    r"to fill in|fill in|auszufüllen|à compléter|xxx+)\b"
)
_A_LABEL = re.compile(
    r"^[\W_]*(?:(?:bedrijfs|organisatie|klant|functie|handels)?(?:naam|name)|adres|address|plaats|woonplaats|datum|"
    r"date|functie|title|kvk|postcode|n/?a|n\.v\.t\.?)?[\W_]*$",
    re.IGNORECASE,
)
_QUOTED_WHOLE = re.compile(r"^\"[^\"]*\"$")


def has_gap(value: str) -> bool:
    """Whether `value` holds a placeholder, a dotted line or an instruction to fill in."""
    return bool(_BLANK.search(value))


def is_blank(value: str) -> bool:
    """Whether `value` is a placeholder, a label or nothing, so that the document leaves it open."""
    return bool(_BLANK.search(value) or _A_LABEL.match(value) or _QUOTED_WHOLE.match(value.strip()))

"""A party's name as agreements write it -> what is compared of it."""

import re

_LEGAL_FORM = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|gmbh|ltd|limited|inc|stichting|vereniging)(?=\W|$)", re.IGNORECASE
)
_NOT_A_LETTER = re.compile(r"[\W_]+")


def same_name(name: str) -> str:
    """`name` without legal form, case and punctuation, to compare names by.

    >>> same_name("Veldlicht ICT B.V.") == same_name("veldlicht ict bv")
    True
    """
    return _NOT_A_LETTER.sub("", _LEGAL_FORM.sub("", name)).casefold()

"""A party's name as agreements write it -> what is compared of it, and which passages hold it."""

import re

from art28.agreement.model import Fact
from art28.document.model import Citation

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


def passages_naming(name: str, fact: Fact) -> tuple[Citation, ...]:
    """Of a fact's passages those that hold `name`, however lines and cells divide it; none where it is empty."""
    sought = "".join(name.split())
    return tuple(each for each in fact.citations if sought and sought in "".join(each.text.split()))

"""A question's words -> its mark: the same for the same question in however many agreements."""

import hashlib
import re
from collections.abc import Sequence

_LENGTH = 20
_APART = re.compile(r"[\W_]+")


def mark(text: str, options: Sequence[str] = ()) -> str:
    """What the question is known by, whatever its case, punctuation and number in the form; options are part of it.

    >>> mark("Is de politie ingelicht?") == mark("is de politie  ingelicht")
    True
    """
    plain = "\n".join(" ".join(_APART.split(part.casefold())).strip() for part in (text, *options))
    return hashlib.sha256(plain.encode()).hexdigest()[:_LENGTH]

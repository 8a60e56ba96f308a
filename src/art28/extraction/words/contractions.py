"""Text -> its English contractions written out: "we've agreed" reads "we have agreed", "you don't" reads "you do not".

Suppliers' pages are full of them, and rules are written in whole words.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from art28.document.pattern import lasting

_ENDINGS = MappingProxyType({"ll": " will", "ve": " have", "re": " are", "s": " is", "m": " am", "t": " not"})
_WHOLE = MappingProxyType({"won": "will", "can": "can", "shan": "shall"})
# What "'s" is short for "is" behind; elsewhere it is a genitive.
_IS = r"(?<=\bit)|(?<=\bthat)|(?<=\bthere)|(?<=\bhere)|(?<=\bwhat)|(?<=\bwho)|(?<=\bwhere)"
_CONTRACTION = lasting(
    rf"(?i:\b(?P<whole>won|can|shan)['’]t\b|(?<=\w)(?:['’](?P<ending>ll|ve|re)|(?<=\bi)['’](?P<am>m)|(?:{_IS})['’](?P<is>s)|n['’](?P<not>t))\b)"
)

# One within a word: each contraction has one, and begins up to four letters before it.
_APOSTROPHE = lasting(r"['’](?<=\w.)")


def contractions_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Each contraction of `text`, `start:end` of what is short, and how it reads in full."""
    for match in _found(text):
        if match["whole"]:
            yield *match.span(), f"{_WHOLE[match['whole'].lower()]} not"
        else:
            yield *match.span(), _ENDINGS[(match["ending"] or match["am"] or match["is"] or match["not"]).lower()]


def _found(text: str) -> Iterator[re.Match[str]]:
    until = 0
    for apostrophe in _APOSTROPHE.finditer(text):
        at = apostrophe.start()
        starts = (start for start in (at - 4, at - 3, at - 1, at) if start >= until)
        match = next(filter(None, (_CONTRACTION.match(text, start) for start in starts)), None)
        if match is not None:
            yield match
            until = match.end()

"""Text -> its English contractions written out: "we've agreed" reads "we have agreed", "you don't" reads "you do not".

Suppliers' pages are full of them, and rules are written in whole words.
"""

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


def contractions_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Each contraction of `text`, `start:end` of what is short, and how it reads in full."""
    if "'" not in text and "’" not in text:
        return
    for match in _CONTRACTION.finditer(text):
        if match["whole"]:
            yield *match.span(), f"{_WHOLE[match['whole'].lower()]} not"
        else:
            yield *match.span(), _ENDINGS[(match["ending"] or match["am"] or match["is"] or match["not"]).lower()]

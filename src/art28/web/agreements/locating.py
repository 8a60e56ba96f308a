"""Words that a reader looks for -> where they stand in a text, whatever the case, the accents and the ends of lines.

What is searched is the flow: words broken over a line or a page are whole in it, and page headers don't part a sentence.
"""

import re
import unicodedata
from dataclasses import dataclass

from art28.document.flow import ALIKE, flow_of
from art28.document.model import Citation
from art28.web.agreements import rows
from art28.web.agreements.models import AgreementText
from art28.web.agreements.search import unaccented

LONGEST = 100
_SHORTEST = 2
_MOST = 500


@dataclass(frozen=True, slots=True)
class Located:
    """The places of words in a text, each in one or more ranges; `more` tells that only the first are given."""

    words: str
    places: tuple[tuple[Citation, ...], ...]
    more: bool = False


def located(text: AgreementText, words: str) -> Located | None:
    """Where words stand, in order; None where there is nothing to look for."""
    words = " ".join(words.replace("\x00", "").split())[:LONGEST].rstrip()
    sought = _folded(unicodedata.normalize("NFC", words).translate(ALIKE))
    if len(sought) < _SHORTEST:
        return None
    flow = flow_of(rows.to_document(text))
    places: list[tuple[Citation, ...]] = []
    for match in re.finditer(re.escape(sought), _folded(flow.text)):
        if len(places) == _MOST:
            return Located(words, tuple(places), more=True)
        places.append(flow.citations(*match.span()))
    return Located(words, tuple(places))


def _folded(text: str) -> str:
    """The text in small letters without accents, each character still in its place."""
    return text.translate({ord(each): _plain(each) for each in set(text)})


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    letters = unaccented(character.lower())
    return letters if len(letters) == 1 else character

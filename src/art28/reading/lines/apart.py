"""Lines that stand by themselves, whatever is above and below: between a title and the parties, a letter's address."""

import re

from art28.document.headings import opens_signatures

_BETWEEN_PARTIES = re.compile(r"(?:tussen|between|zwischen|entre|en|and|und|et)\s*:?$", re.IGNORECASE)
# The parties on the line below a title: "zwischen der Kade GmbH, …".
_OPENS_PARTIES = re.compile(
    r"(?:tussen|between|zwischen|entre)\s+(?!(?:de )?partijen|the parties|den parteien|les parties)"
)
# "zwischen der", "Geachte heer Jansen,".
_ALONE = re.compile(
    r"(?:(?:tussen|between|zwischen|entre)(?: (?:de|het|the|der|dem|den|les|la|le|die))?"
    r"(?: (?:ondergetekenden|soussignés|undersigned|parties|partijen|parteien))?\s*:?|"
    r"(?:hoi|beste|geachte|dear|sehr geehrte|cher|chère|hallo)\b[^.:;]{0,60},?)$",
    re.IGNORECASE,
)


def parts_parties(content: str, previous: str) -> bool:
    """Whether a blank line between these two keeps them apart, since one of them stands before or between the parties."""
    return any(map(_BETWEEN_PARTIES.match, (content, previous))) or _OPENS_PARTIES.match(content) is not None


def stands_alone(content: str, previous: str, *, ended: bool) -> bool:
    """Whether no blank need be between these two lines to keep them apart; `ended`: the first ends a sentence."""
    return any(map(_ALONE.match, (content, previous))) or (ended and opens_signatures(content))

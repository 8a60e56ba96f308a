"""Lines of a text -> those that are items of a list whose bullets were lost: short lines below a lead that ends in a colon.

A page copied as text, or taken out of a PDF whose bullets are drawn, keeps only the line ends. A list opens below a colon, or
below a line that is nothing but what such lists are headed with ("Persoonsgegevens"); its lines end before the margin.
"""

import re
from collections.abc import Sequence
from functools import cache

from art28.document.model import BlockKind
from art28.reading.building.openings import opening_of
from art28.reading.lines.columns import any_of, column_heads, vocabulary
from art28.reading.lines.text import TextLine

_HEADED = ("data", "subjects", "purpose", "nature", "special")
_OTHERS = ("kept", "contact", "matter", "main", "duration", "place")
_PARTIES = re.compile(
    r"(?:tussen|between|entre|zwischen|en|and|et|und|(?:de )?(?:partijen|ondergetekenden)|(?:the )?(?:parties|undersigned)|"
    r"(?:les )?(?:parties|soussignés)|(?:die )?parteien)(?: de partijen)? ?:",
    re.IGNORECASE,
)
_FEWEST, _MOST = 2, 40
_SHORT, _LONGEST = 0.8, 90
_NUMBERED_AT_LEAST, _TWO_THIRDS = 4, 0.66
_HANGS = re.compile(r"(?:[,(-]|\b(?:en|of|van|de|het|een|and|or|of|the|und|oder|der|die|des|et|ou|du))$")
# What goes on with the head above it: "Verwerkingshandelingen" / "van de medewerker" / "(per functie)".
_GOES_ON = re.compile(r"\(|(?:van|of|en|and|or|und|et|des|du|die|dat|in|op|met|per)\b")
_COUNTED = re.compile(r"[A-Z\d]{1,2}[.)] ")
TELLS = re.compile(r"[.!?]\s|^(?:https?:|www\.)|@|\d{4} ?[A-Z]{2}\b")
"""What stands in a line that tells something, or says where to write to: no item of a list."""


def unmarked_items(text: str, lines: Sequence[TextLine], width: int) -> frozenset[int]:
    """Where the items of such lists start; `width` is how many characters a full line has."""
    numbered = sum(_is_counted(text[line.start : line.end]) for line in lines) >= _NUMBERED_AT_LEAST
    found: set[int] = set()
    headed: list[tuple[int, ...]] = []
    at = 0
    while at + _FEWEST < len(lines):
        lead = text[lines[at].start : lines[at].end]
        run = _run(text, lines, at, width) if leads(lead) else ()
        items = _without_head(text, lines, run, width) if run and not numbered else run
        said = [text[lines[number].start : lines[number].end] for number in items]
        if len(items) >= _FEWEST and 2 * sum(_is_full(one, width) for one in said) < len(items):
            if lead.endswith(":") or _COUNTED.match(lead):
                found.update(items)
            elif _is_apart(said):
                headed.append(items)
            at = items[-1]
        at += 1
    # One head alone may be anything; several are those of an annex.
    if len(headed) >= _FEWEST:
        found.update(*headed)
    return frozenset(lines[number].start for number in found)


def leads(content: str) -> bool:
    """Whether a line leads in a list: by a colon, or since such lists are headed so ("B. Betrokkenen")."""
    if content.endswith(":"):
        return _PARTIES.match(content) is None
    return not content[0].islower() and _head(_HEADED).fullmatch(content) is not None


@cache
def _head(kinds: tuple[str, ...]) -> re.Pattern[str]:
    words = [one for section in ("heads", "labels") for kind in kinds for one in vocabulary()[section].get(kind, ())]
    return re.compile(
        rf"(?:[A-Z\d]{{1,2}}[.)] )?(?:van |von |of )?{any_of(words)}(?: (?:van|of|der) [\w ]{{3,30}})?", re.IGNORECASE
    )


def _run(text: str, lines: Sequence[TextLine], lead: int, width: int) -> tuple[int, ...]:
    """The lines below a lead that each say one thing; a capital behind small letters opens something else."""
    found: list[int] = []
    hangs = small = False
    for number in range(lead + 1, min(lead + 1 + _MOST, len(lines))):
        line, content = lines[number], text[lines[number].start : lines[number].end]
        if line.after_blank and not text[lines[number - 1].end : line.start].strip():
            break
        if opening_of(content) is not None or "\t" in content or leads(content):
            break
        if hangs and not content[0].isupper():
            hangs = _is_full(content, width)
            continue
        of_table = column_heads(content) > 1 and _TWO_THIRDS * len(content.split()) <= column_heads(content)
        if of_table or ";" in content[:-1] or _head(_OTHERS).fullmatch(content):
            return ()
        full, following = _is_full(content, width), lines[number + 1 : number + 2]
        is_said = full and (not following or text[following[0].start].isupper() or _is_capital(content))
        if is_said or TELLS.search(content) or (small and _is_capital(content)):
            break
        small = small or (not found and content[0].islower())
        found.append(number)
        hangs = full or _HANGS.search(content) is not None
        if content.endswith("."):
            break
    return tuple(found)


def _is_apart(said: Sequence[str]) -> bool:
    """Whether lines below a head without a colon are things apart, and not the lines of one cell."""
    return 2 * sum("," in one for one in said) <= len(said) and not any(
        one.endswith(("?", ",")) or _GOES_ON.match(one) is not None for one in said
    )


def _is_capital(content: str) -> bool:
    """Whether a line begins with a capital, and not with an abbreviation: "Beveiliging", not "IP-adres"."""
    return content[0].isupper() and content[1:2].islower()


def _is_full(content: str, width: int) -> bool:
    return len(content) >= min(_SHORT * width, _LONGEST)


def _without_head(text: str, lines: Sequence[TextLine], run: tuple[int, ...], width: int) -> tuple[int, ...]:
    """The items without the last where it may head the paragraph below it: in a text that numbers nothing."""
    after = run[-1] + 1
    below = text[lines[after].start : lines[after].end] if after < len(lines) else ""
    last = lines[run[-1]]
    return run[:-1] if _is_full(below, width) and _is_capital(text[last.start : last.end]) else run


def _is_counted(content: str) -> bool:
    opened = opening_of(content)
    return opened is not None and (opened[0] is BlockKind.HEADING or (opened[1] or "")[:1].isdigit())

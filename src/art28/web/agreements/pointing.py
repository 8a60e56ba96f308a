"""Passages that a person points at -> citations: by a selection in the page, or by words copied from the document.

A browser counts UTF-16 units of the text as shown; citations count code points of the text as extracted. The conversion is
made here.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from art28.document.model import BlockKind, Citation
from art28.web.agreements import rows
from art28.web.agreements.models import AgreementText
from art28.web.agreements.rendering import shown_with_sources

LONGEST = 4000
_MARKS = re.compile(r"(\d{1,9}):(\d{1,6})-(\d{1,9}):(\d{1,6})")
_WINDOW = 4
_BEYOND = 500
_FIRST_OUTSIDE_PLANE = 0x10000


def selected(text: AgreementText, marks: str) -> tuple[int, int] | None:
    """The range behind the page's own account of a selection, "AT:UNITS-AT:UNITS"; None where it makes no sense.

    AT is the offset at which a piece of the page starts, UNITS how many UTF-16 units of that piece precede the edge.
    """
    found = _MARKS.fullmatch(marks)
    if found is None:
        return None
    first, before_first, last, before_last = (int(part) for part in found.groups())
    start, end = source_of(text.text, first, before_first), source_of(text.text, last, before_last)
    if start is None or end is None:
        return None
    return trimmed(text.text, start, end)


def source_of(text: str, at: int, units: int) -> int | None:
    """The offset in `text` of what stands `units` UTF-16 units into the text as shown from `at`; None past the end."""
    if at > len(text):
        return None
    shown, sources = shown_with_sources(text[at : at + units * _WINDOW + _BEYOND])
    counted = 0
    for index, character in enumerate(shown):
        if counted >= units:
            return at + sources[index]
        counted += 2 if ord(character) >= _FIRST_OUTSIDE_PLANE else 1
    return at + (sources[-1] + 1 if sources else 0) if counted >= units else None


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range without white space at its edges; None where nothing, or too much, is left."""
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return (start, end) if 0 < end - start <= LONGEST else None


def verbatim(text: AgreementText, words: str) -> tuple[tuple[int, int], ...]:
    """Where exactly these words stand, whatever the line ends and broken words between them; at most two places."""
    shown, sources = shown_with_sources(text.text)
    folded, places = _folded(shown)
    sought = " ".join(words.split())
    found: list[tuple[int, int]] = []
    at = folded.find(sought) if sought else -1
    while at >= 0 and len(found) < 2:
        found.append((sources[places[at]], sources[places[at + len(sought) - 1]] + 1))
        at = folded.find(sought, at + 1)
    return tuple(found)


def _folded(shown: str) -> tuple[str, list[int]]:
    """The text with single spaces, and where each character of it came from."""
    kept: list[str] = []
    places: list[int] = []
    for index, character in enumerate(shown):
        space = character.isspace()
        if space and kept and kept[-1] == " ":
            continue
        kept.append(" " if space else character)
        places.append(index)
    return "".join(kept), places


def citation(text: AgreementText, start: int, end: int) -> dict[str, Any]:
    """The passage at a range, as a row keeps it."""
    page = next((page for page in rows.to_pages(text) if page.span.start <= start < page.span.end), None)
    recognised = page is not None and page.recognised is not None
    return rows.of_citation(Citation(text.text[start:end], start, end, page.number if page else None, recognised))


def provision(text: AgreementText, start: int) -> str:
    """The number of the clause in which an offset stands; empty where the text doesn't say."""
    label = ""
    for block in (rows.to_block(row) for row in text.blocks):
        if block.span.start > start:
            break
        if block.label or block.kind is BlockKind.HEADING:
            label = block.label or ""
    return label[:120]


def anchored(citations: Sequence[Mapping[str, Any]], text: AgreementText) -> list[Mapping[str, Any]]:
    """Passages of an earlier extraction where they stand in this one: the nearest verbatim place; others are left out."""
    found: list[Mapping[str, Any]] = []
    for each in citations:
        start = _nearest(text.text, each["text"], each["start"])
        if start is not None:
            found.append(citation(text, start, start + len(each["text"])))
    return found


def _nearest(text: str, words: str, about: int) -> int | None:
    if not words:
        return None
    if text[about : about + len(words)] == words:
        return about
    after, before = text.find(words, about), text.rfind(words, 0, about)
    places = [place for place in (after, before) if place >= 0]
    return min(places, key=lambda place: abs(place - about), default=None)

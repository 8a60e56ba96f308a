"""Reading -> the organisation that heads or feet of pages, or the last lines, name, with what they say of it: an imprint."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from art28.agreement.legalforms import LEGAL_FORM
from art28.agreement.passages import Reading
from art28.document.model import OUTSIDE_THE_FLOW, BlockKind, Span
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.details import address_in, emails_in, phones_in, registration_in

_MARGINS = frozenset({BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER})
_NAME = re.compile(
    rf"(?:^|(?<=[\n|•·©,]))[ \t]*(?:(?:©|\(c\)) ?)?(?:20\d\d ?)?(?P<name>(?:Stichting |Gemeente |Coöperatie )?[A-ZÀ-Þ\d][\w&'’.-]*(?: [\w&'’.-]+){{0,5}}?,? {LEGAL_FORM})(?!\w)"
)
_LONGEST = 600
# An imprint behind the text: a few short lines, from its name on.
_LAST_LINES = 9
_SHORT_LINE = 100


@dataclass(frozen=True, slots=True)
class Imprint:
    """A name in a margin, where it stands in the document, and the details beside it with their places there."""

    name: str
    span: Span
    details: tuple[tuple[Detail, Span], ...]


def imprint(reading: Reading) -> Imprint | None:
    """The first margin that names an organisation with its legal form and says where or under which number it is found."""
    text = reading.flow.document.text
    for margin in _margins(reading):
        words = text[margin.start : margin.end]
        named = _NAME.search(words)
        if named is None:
            continue
        found = (*registration_in(words), *address_in(words), *phones_in(words), *emails_in(words))
        if any(detail.field in ("registration", "postcode") for detail in found):
            at = margin.start
            places = tuple((one, Span(at + one.start, at + one.end)) for one in found)
            return Imprint(named["name"], Span(at + named.start("name"), at + named.end("name")), places)
    return None


def _margins(reading: Reading) -> Iterator[Span]:
    """The heads and feet of pages, lines that follow each other as one, and then what ends the document in short lines."""
    start = end = 0
    for block in (*reading.flow.document.blocks, None):
        inside = block is not None and block.kind in _MARGINS
        if block is not None and inside and end and block.span.end - start < _LONGEST:
            end = block.span.end
            continue
        if end:
            yield Span(start, end)
        start, end = (block.span.start, block.span.end) if block is not None and inside else (0, 0)
    yield from _ending(reading)


def _ending(reading: Reading) -> Iterator[Span]:
    """The short lines that end a document, from the one on that is a name: what stands at the foot of a site."""
    blocks = [block for block in reading.flow.document.blocks if block.kind not in OUTSIDE_THE_FLOW][-_LAST_LINES:]
    short = takewhile(
        lambda block: block.span.end - block.span.start <= _SHORT_LINE and not block.cells, reversed(blocks)
    )
    for span in sorted((block.span for block in short), key=lambda span: span.start):
        if _NAME.fullmatch(reading.flow.document.text[span.start : span.end]):
            yield Span(span.start, blocks[-1].span.end)
            return

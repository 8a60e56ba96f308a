"""Blocks of a text without marks -> those that head what follows them: titles that capitals count, or short lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_uppercase

from art28.document.model import OUTSIDE_THE_FLOW, Block, BlockKind
from art28.reading.lines.columns import column_heads

# What heads a paragraph: a few words on a line of their own, or a question.
_HEADS = re.compile(r"[A-ZÀ-Þ][^.;:,!\t\n]{2,58}[^.;:,!\t\n\s]|[A-ZÀ-Þ][^.;:!\t\n]{5,88}\?")
_ENDS = re.compile(r"[.?!;:][\"'”’)]*$")
# The point after an initial ends no sentence: "vertegenwoordigd door R.J."
POINT = r"(?:(?<![.\s][A-UW-Z])\.|[?!])"
FULL_STOP = re.compile(rf"{POINT}[\"'”’)]*$")
# Titles of articles by number, with which nothing else heads.
_NUMBERED = re.compile(
    r"(?:(?:artikel|article|art\.|section|clause|§)\s*)?\d{1,2}[.):]?\s+[A-ZÀ-Þ][^.;:\n]{2,80}", re.IGNORECASE
)
_COUNTED = re.compile(r"(?P<label>[A-Z]{1,4})[.)]\s+[A-ZÀ-Þ][^.;:\n]{2,80}\??")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
# The title of an agreement, on a line of its own.
_TITLE = re.compile(
    r"(?:model[- ]?)?(?:(?:sub|ver|be)werkers?overeenkomst|verwerkers(?:voorwaarden|contract)|"
    r"gegevensverwerkingsovereenkomst|overeenkomst (?:(?:inzake|tot|voor|over) )?(?:de )?(?:gegevens)?verwerking|"
    r"data processing (?:agreement|addendum|terms)|auftragsverarbeitungs(?:vertrag|vereinbarung)|"
    r"(?:zusatz)?(?:vertrag|vereinbarung) (?:zur|über die) (?:auftrags)?verarbeitung|accord (?:de|sur le) traitement|"
    r"contrat de sous-traitance)(?:[^.,;:]{0,60}(?<! der)(?<! van)(?<! de))?",
    re.IGNORECASE,
)
_EMPTY_LINE = re.compile(r"\n\r?\n")
_HEADED_AT_LEAST = 3
_WRAPPED_AT_LEAST = 4
_ONE_EMPTY_LINE = 2
_LEAST_SAID = 60


def heads(content: str) -> bool:
    """Whether a line by itself may head what follows: a few words that don't end as a sentence does, or a question."""
    return _HEADS.fullmatch(content) is not None


def is_title(content: str) -> bool:
    """Whether a line by itself is the title of an agreement: "Verwerkersovereenkomst gemeente"."""
    return content[:1].isupper() and _TITLE.fullmatch(content) is not None


def headed_apart(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` of a text typed a paragraph a line, with the lines that head a paragraph behind an empty line as headings.

    Where no line is empty, those count that begin where a sentence has ended or anything but a paragraph stands.
    """
    spaced = _EMPTY_LINE.search(text) is not None
    found = {
        number
        for number, (block, below) in enumerate(pairwise(blocks))
        if block.kind is below.kind is BlockKind.PARAGRAPH
        and _HEADS.fullmatch(text, block.span.start, block.span.end)
        and text[block.span.end : below.span.start].count("\n") <= _ONE_EMPTY_LINE
        and (not number or _is_apart(text, blocks[number - 1], block, spaced=spaced))
        and FULL_STOP.search(text, below.span.start, below.span.end)
    }
    return _as_headings(blocks, found) if len(found) >= _HEADED_AT_LEAST else tuple(blocks)


def _is_apart(text: str, before: Block, block: Block, *, spaced: bool) -> bool:
    """Whether a line begins something: behind an empty line, or in a text without any behind the end of a sentence."""
    if spaced:
        return _EMPTY_LINE.search(text, before.span.end, block.span.start) is not None
    return _has_ended(text, before)


def _has_ended(text: str, block: Block) -> bool:
    """Whether what a block says has come to an end: a paragraph with its sentence, anything else with itself."""
    return block.kind is not BlockKind.PARAGRAPH or _ENDS.search(text, block.span.start, block.span.end) is not None


def headed(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` of a text whose lines a margin ended, with those as headings that capitals count ("A. Roles", "II. Security"),
    and where no numbers count either, with the short lines between the end of a sentence and the next."""
    said = [text[block.span.start : block.span.end] for block in blocks]
    found = {*_counted(blocks, said, ascii_uppercase), *_counted(blocks, said, _ROMAN)}
    numbered = sum(_NUMBERED.fullmatch(one) is not None for one in said)
    if not found and numbered < _HEADED_AT_LEAST and not any(block.kind is BlockKind.HEADING for block in blocks):
        between = set(_between(blocks, said))
        found = between if len(between) >= _WRAPPED_AT_LEAST else found
    return _as_headings(blocks, found)


def headed_tables(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` of a text without marks, with those as headings that stand alone above a table: "Privacybijsluiter"."""
    inside = [number for number, block in enumerate(blocks) if block.kind not in OUTSIDE_THE_FLOW]
    found = set[int]()
    for before, number, after in zip([-1, *inside], inside, inside[1:], strict=False):
        block = blocks[number]
        if block.kind is not BlockKind.PARAGRAPH or not blocks[after].cells:
            continue
        said = text[block.span.start : block.span.end]
        ended = before < 0 or _has_ended(text, blocks[before])
        if ended and _HEADS.fullmatch(said) and (column_heads(said) < len(said.split()) or " " not in said):
            found.add(number)
    return _as_headings(blocks, found)


def numbers_nothing(blocks: Sequence[Block]) -> bool:
    """Whether a text neither numbers nor marks what heads its paragraphs, as a letter doesn't."""
    return not any(
        block.kind is BlockKind.HEADING or (block.kind is BlockKind.ITEM and (block.label or "")[:1].isdigit())
        for block in blocks
    )


def _counted(blocks: Sequence[Block], said: Sequence[str], labels: Sequence[str]) -> Iterator[int]:
    """The items that are titles counted by `labels` from the first on, where four at least are."""
    found: list[int] = []
    for number, (block, one) in enumerate(zip(blocks, said, strict=True)):
        title = _COUNTED.fullmatch(one) if block.kind is BlockKind.ITEM and len(found) < len(labels) else None
        if title is not None and title["label"] == labels[len(found)]:
            found.append(number)
    if len(found) >= _WRAPPED_AT_LEAST:
        yield from found


def _between(blocks: Sequence[Block], said: Sequence[str]) -> Iterator[int]:
    """The short lines that begin where a sentence has ended, with one below them."""
    inside = [number for number, block in enumerate(blocks) if block.kind not in OUTSIDE_THE_FLOW]
    for before, number, after in zip([-1, *inside], inside, inside[1:], strict=False):
        block, below = blocks[number], blocks[after]
        if block.kind is not BlockKind.PARAGRAPH or not _HEADS.fullmatch(said[number]):
            continue
        ended = before < 0 or blocks[before].kind is not BlockKind.PARAGRAPH or _ENDS.search(said[before])
        if (
            ended
            and not below.cells
            and len(said[after]) >= _LEAST_SAID
            and (_ENDS.search(said[after]) or ". " in said[after])
        ):
            yield number


def _as_headings(blocks: Sequence[Block], found: set[int]) -> tuple[Block, ...]:
    return tuple(replace(block, kind=BlockKind.HEADING) if n in found else block for n, block in enumerate(blocks))

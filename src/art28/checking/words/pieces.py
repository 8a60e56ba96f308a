"""Reading -> pieces: its sentences, without the titles before them, a long one divided where it counts off (a), (b), (c)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from art28.agreement.passages import Reading, Sentence
from art28.checking.words.leads import Lead
from art28.checking.words.spelling import plain
from art28.checking.words.titles import behind_title
from art28.document.outline import Clause

LONGEST_LEAD = 420
# Where a sentence counts off what it asks for.
_COUNTED = re.compile(r"(?:(?<=[:;,.])|(?<= and)|(?<= or)|(?<= en)|(?<= of))\s+(?=\(?(?:[a-h]|[ivx]{1,4}|[1-9])\)\s)")
_LONG = 260
_FIRST_OF = {"roman": "i", "digit": "1", "letter": "a"}
_NUMBER_AGAIN = re.compile(r"\(\d{1,3}\)\s+[a-z]")
_ENDED = re.compile(r"[.;:?!][\"')*_]*$")


@dataclass(slots=True)
class Piece:
    """A sentence or a counted part of one; `lead` is what the part completes."""

    raw: str
    start: int
    clause: Clause
    lead: Lead | None = None


def _whole_sentences(reading: Reading) -> Iterator[Sentence]:
    """The sentences of `reading`; one that a line broke before a number in brackets, "thirty (30) days", is whole again,
    and so is a condition put as a question: "Is there a breach? Then we call you."
    """
    before: Sentence | None = None
    for sentence in reading.sentences:
        if before is not None and _belongs_to(before, sentence, reading.text):
            text = reading.text[before.start : sentence.end].replace("\n", " ")
            before = Sentence(text, before.start, sentence.end, before.clause)
            continue
        if before is not None:
            yield before
        before = sentence
    if before is not None:
        yield before


def _belongs_to(before: Sentence, sentence: Sentence, text: str) -> bool:
    """Whether `sentence` is the rest of the one before, or the answer to the question that this asks on the same line."""
    if before.text.endswith("?") and before.clause is sentence.clause and text[before.end : sentence.start] == " ":
        return True
    return _NUMBER_AGAIN.match(sentence.text) is not None and not _ENDED.search(before.text)


def pieces(reading: Reading) -> Iterator[Piece]:
    """The sentences of `reading`, long ones divided where they count off."""
    for sentence in _whole_sentences(reading):
        cuts = [match.end() for match in _COUNTED.finditer(sentence.text)] if len(sentence.text) > _LONG else []
        if not cuts:
            yield from _divided(sentence)
            continue
        yield Piece(sentence.text[: cuts[0]], sentence.start, sentence.clause)
        openings = _openings(sentence.text, cuts)
        for start, end, opening in zip(cuts, [*cuts[1:], len(sentence.text)], openings, strict=True):
            text = sentence.text[opening[0] : opening[1]]
            lead = Lead(
                plain(text),
                (sentence.start + opening[0], sentence.start + opening[0] + len(text.rstrip())),
                sentence.clause,
            )
            yield Piece(
                sentence.text[start:end].rstrip(),
                sentence.start + start,
                sentence.clause,
                lead if len(lead.text) < LONGEST_LEAD else None,
            )


def _divided(sentence: Sentence) -> Iterator[Piece]:
    """A sentence, without the title that stands before it on its line."""
    begins = behind_title(sentence.text)
    if begins:
        title = sentence.text[:begins].rstrip(" \t:")
        yield Piece(title, sentence.start, sentence.clause)
    yield Piece(sentence.text[begins:], sentence.start + begins, sentence.clause)


def _openings(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """What each counted part of `text` completes: the words before the first of its series.

    "to the extent that is (a) feasible and (b) lawful, help with (i) audits and (ii) requests": a second series goes on from
    the words before it, which end with the last part of the first.
    """
    opening, kind = (0, cuts[0]), ""
    for cut in cuts:
        label = text[cut:].lstrip("(").split(")")[0]
        series = "roman" if set(label) <= set("ivx") else "digit" if label.isdigit() else "letter"
        if kind and series != kind:
            first = text.rfind(f"{_FIRST_OF[series]})", 0, cut)
            if first > opening[1] - 1:
                opening = (max((at for at in (*cuts, 0) if at <= first), default=0), first)
        kind = series
        yield opening

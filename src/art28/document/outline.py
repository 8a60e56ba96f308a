"""Flow -> outline: the preamble, recitals, articles, annexes and signatures of an agreement, clause by clause.

A clause is the smallest numbered unit with what hangs on it (its items, its table). Numbers are those that the document
writes or, in a Word file, computes.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from art28.document.flow import Flow, Line
from art28.document.model import BlockKind


class Part(StrEnum):
    """The part of an agreement that a clause belongs to."""

    PREAMBLE = "preamble"
    RECITALS = "recitals"
    BODY = "body"
    ANNEX = "annex"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: `start:end` of the flow.

    `number` is as written, without a trailing dot ("4.1"), empty where there is none; `heading` that of the article or
    annex it stands under ("Artikel 4. Beveiliging"), empty in the preamble; `article` the number of that article or annex
    ("4", "Bijlage 2"), empty where it has none.
    """

    part: Part
    number: str
    article: str
    heading: str
    start: int
    end: int

    @property
    def provision(self) -> str:
        """What a reader would call this clause: "4.1", "Bijlage 2", "preamble"."""
        return self.number or self.article or self.heading or self.part.value


_ANNEX = re.compile(
    r"^(?P<label>(?:bijlage|annex|appendix|schedule|exhibit|anlage|anhang|annexe|addendum)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b)"
    r"(?P<rest>.{0,110})$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:(?:artikel|article|art\.|clause|section|§)\s*(?P<word>\d{1,2}|[IVXLC]{1,6})\s*[.:\-]?\s+|(?P<number>\d{1,2})\s*[.)]?\s+)"
    r"(?P<title>[^\d\s.].{1,110})$|^(?:artikel|article|§)\s*(?P<bare>\d{1,2}|[IVXLC]{1,6})\s*[.:]?$",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?(?=\s|$)")
_LEADING_NUMBER = re.compile(r"^(?P<number>\d{1,2})(?:\.(?!\d)|\))\s+\S")
_RECITALS = re.compile(
    r"^(?:(?:in aanmerking nemende|overwegende|overwegingen|considerans|nemen in aanmerking|achtergrond|whereas|recitals|"
    r"background|préambule|präambel)\b.{0,60}|partijen overwegen.{0,60})$",
    re.IGNORECASE,
)
_SIGNATURES = re.compile(
    r"^(?:aldus\b.{0,90}|ondertekening(?:en)?\b.{0,40}|handtekening(?:en)?\s*:?|getekend\b.{0,60}|voor akkoord\b.{0,40}|"
    r"signed (?:by|for|on behalf)\b.{0,80}|signatures?\s*:?|in witness whereof\b.{0,200}|unterschriften?\b.{0,40})$",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = re.compile(r"[.;:,]\s*$")
_LONGEST_TITLE = 90


@dataclass(slots=True)
class _Writer:
    part: Part = Part.PREAMBLE
    article: str = ""
    heading: str = ""
    number: str = ""
    start: int = 0
    end: int = 0

    def clause(self) -> Clause:
        return Clause(self.part, self.number, self.article, self.heading, self.start, self.end)


def outline_of(flow: Flow) -> tuple[Clause, ...]:
    """The clauses of `flow`, in order, without gaps between lines."""
    clauses: list[Clause] = []
    state = _Writer()
    for line in flow.lines:
        text = flow.text[line.start : line.end]
        opened = _opens(state, line, text)
        if opened is None:
            state.end = line.end
            continue
        if state.end > state.start:
            clauses.append(state.clause())
        opened.start, opened.end = line.start, line.end
        state = opened
    if state.end > state.start:
        clauses.append(state.clause())
    return tuple(clauses)


def _opens(state: _Writer, line: Line, text: str) -> _Writer | None:
    """The clause that `text` opens, None where it continues the one before."""
    if line.block.cells:
        return None
    annex = _ANNEX.match(text)
    if (
        annex
        and not _ENDS_A_SENTENCE.search(annex["rest"])
        and not re.match(r"\s*(?:is|zijn|van|bij|are|to|en)\b", annex["rest"])
    ):
        return _Writer(part=Part.ANNEX, article=annex["label"].strip(), heading=text)
    if state.part in (Part.PREAMBLE, Part.RECITALS, Part.BODY):
        if state.part is not Part.BODY and _RECITALS.match(text):
            return _Writer(part=Part.RECITALS, heading=text)
        if state.part is Part.BODY and _SIGNATURES.match(text):
            return _Writer(part=Part.SIGNATURES, heading=text)
    numbered = _PARAGRAPH.match(text)
    if numbered:
        return _numbered(state, numbered["number"])
    article = _ARTICLE.match(text)
    if article and _reads_as_title(line, article, text):
        number = article["word"] or article["number"] or article["bare"]
        part = state.part if state.part is Part.ANNEX else Part.BODY
        if part is Part.ANNEX:
            return _Writer(part=part, article=state.article, heading=state.heading, number=number)
        return _Writer(part=part, article=number, heading=text, number="")
    if line.block.kind is BlockKind.HEADING:
        return _under_heading(state, text)
    lead = _LEADING_NUMBER.match(text)
    if lead and state.part is Part.BODY and not state.number:
        return None
    return None


def _reads_as_title(line: Line, article: re.Match[str], text: str) -> bool:
    if article["bare"] or article["word"]:
        return len(text) <= _LONGEST_TITLE + 20
    if line.block.kind is BlockKind.HEADING:
        return True
    title = article["title"]
    return (
        len(title) <= _LONGEST_TITLE
        and not _ENDS_A_SENTENCE.search(title)
        and title[:1].isupper()
        and title.count(" ") < 10
    )


def _numbered(state: _Writer, number: str) -> _Writer:
    if state.part is Part.ANNEX:
        return _Writer(part=Part.ANNEX, article=state.article, heading=state.heading, number=number)
    article = number.split(".")[0]
    heading = state.heading if state.article == article else ""
    return _Writer(part=Part.BODY, article=article, heading=heading, number=number)


def _under_heading(state: _Writer, text: str) -> _Writer:
    part = state.part
    if part is Part.BODY or part is Part.RECITALS:
        return _Writer(part=Part.BODY, article=state.article if part is Part.BODY else "", heading=text)
    return _Writer(part=part, article=state.article, heading=text if part is Part.PREAMBLE else state.heading)

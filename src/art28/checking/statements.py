"""Reading -> statements: what each sentence says, with the lead-in that it completes, ready for rules to search.

"PROCESSOR shall:" followed by "(a) keep the data secret;" is one statement, so that a rule meets the same sense whether a
duty is written as a sentence or as a list. The text is in lower case with the parties' roles in capitals, without quotation
marks, brackets and mark-up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from art28.agreement.passages import Reading, Sentence
from art28.checking.phrases import REACH, parts_of
from art28.document.outline import Clause, Part

_MARKS = re.compile(r"[\"'“”„‘’*_()\[\]{}|\\]+|\s+")
_TOKEN = re.compile(r"(?<![a-z-])(?:sub)?(?:processor|controller)(?![a-z])")
_LEAD_END = re.compile(r":\W*$")
_ITEM = re.compile(r"^(?:[-•●○▪■◦‣·o−–>]\s|[a-z0-9]{1,3}[.)]\s|[ivx]{1,4}[.)]?\s|\(|\d{1,2}\s)")
_LABEL = re.compile(r"^\W*[a-z0-9]{0,4}[.)]?\W*$")
_DEFINES = re.compile(
    r"^(?:\W|[a-z0-9]{1,4}[.)]|\d+(?:\.\d+)*\.?|\s)*[\w /-]{2,60}?"
    r"(?::\s|\s(?:betekent|means|heeft de betekenis|has the meaning|shall mean|wordt verstaan)\b)"
)
_DEFINITIONS = re.compile(r"definiti|begrippen|begripsbepaling|interpretation|begriffsbestimmung")
_LONGEST_LEAD = 420


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """What a sentence says: `text` is the lead-in, if any, and its own words from `own_at`.

    `start:end` is the sentence in the reading text, `lead` the range of its lead-in; `heading` that of the article or
    annex, in the same form as `text`; `index` counts statements from 0.
    """

    index: int
    text: str
    own_at: int
    start: int
    end: int
    lead: tuple[int, int] | None
    clause: Clause
    heading: str
    defines: bool
    language: str
    found: dict[re.Pattern[str], tuple[tuple[int, int], ...]] = field(default_factory=dict, repr=False)

    @property
    def own(self) -> str:
        """The sentence without its lead-in."""
        return self.text[self.own_at :]

    @property
    def part(self) -> Part:
        """The part of the agreement it stands in."""
        return self.clause.part

    def says(self, phrase: str) -> bool:
        """Whether `phrase` occurs: its parts in order, each within reach of the one before."""
        first, *following = parts_of(phrase, self.language)
        if not following:
            return bool(self._places(first))
        ends = {end for _, end in self._places(first)}
        for part in following:
            ends = {end for start, end in self._places(part) if any(0 <= start - before <= REACH for before in ends)}
        return bool(ends)

    def _places(self, expression: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
        """Where `expression` occurs; remembered, since many rules ask the same."""
        known = self.found.get(expression)
        if known is None:
            known = self.found[expression] = tuple(match.span() for match in expression.finditer(self.text))
        return known


def plain(text: str) -> str:
    """`text` in the form that rules search."""
    lower = _MARKS.sub(" ", text).lower().replace("’", "'").strip()
    if "PROCESSOR" in text or "CONTROLLER" in text:
        lower = _TOKEN.sub(lambda match: match[0].upper(), lower)
    return lower


@dataclass(slots=True)
class _Lead:
    text: str
    span: tuple[int, int]
    clause: Clause


def statements_of(reading: Reading) -> tuple[Statement, ...]:
    """Every statement of `reading`, in order."""
    return tuple(_statements(reading))


def _statements(reading: Reading) -> Iterator[Statement]:
    leads: list[_Lead] = []
    clause: Clause | None = None
    heading, defining, index = "", False, 0
    for sentence in reading.sentences:
        if sentence.clause is not clause:
            clause = sentence.clause
            heading = plain(clause.heading)
            defining = bool(_DEFINITIONS.search(heading[:60])) and clause.part is not Part.ANNEX
            leads = [lead for lead in leads if _continues(lead.clause, clause)]
        text = plain(sentence.text)
        if _LABEL.match(text):
            continue
        is_item = bool(_ITEM.match(text)) or text[:1].islower() or (bool(leads) and leads[-1].clause is not clause)
        lead = _lead_for(leads, is_item=is_item, text=text)
        yield _statement(index, sentence, text, lead, heading, defining=defining, language=reading.language)
        index += 1
        if _LEAD_END.search(text) and len(text) < _LONGEST_LEAD:
            joined = f"{lead.text} {text}" if lead and is_item and len(lead.text) + len(text) < _LONGEST_LEAD else text
            leads = [*(leads if is_item else ()), _Lead(joined, (sentence.start, sentence.end), clause)][-2:]


def _continues(lead: Clause, clause: Clause) -> bool:
    """Whether `clause` is a numbered item below the clause of a lead-in."""
    return bool(lead.number) and clause.number.startswith(f"{lead.number}.")


def _lead_for(leads: list[_Lead], *, is_item: bool, text: str) -> _Lead | None:
    """The lead-in that `text` completes. A full sentence that is no item ends the list."""
    if not leads:
        return None
    if not is_item and text.endswith(".") and len(text) > 60:
        leads.clear()
        return None
    return leads[-1]


def _statement(
    index: int, sentence: Sentence, text: str, lead: _Lead | None, heading: str, *, defining: bool, language: str
) -> Statement:
    whole = f"{lead.text} {text}" if lead else text
    return Statement(
        index=index,
        text=whole,
        own_at=len(whole) - len(text),
        start=sentence.start,
        end=sentence.end,
        lead=lead.span if lead else None,
        clause=sentence.clause,
        heading=heading,
        defines=(defining and bool(_DEFINES.match(text))) or "heeft de betekenis" in text or " has the meaning" in text,
        language=language,
    )

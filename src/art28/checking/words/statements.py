"""Reading -> statements: what each sentence says, with the lead-in that it completes, ready for rules to search.

"PROCESSOR shall:" followed by "(a) keep the data secret;" is one statement, so that a rule meets the same sense whether a
duty is written as a sentence or as a list; a long sentence that counts off (a), (b), (c) is several. The text is in lower
case with the parties' roles in capitals, without quotation marks, brackets and mark-up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from art28.agreement.lawsaid import says_what_law_asks
from art28.agreement.passages import Reading
from art28.checking.words.known import Known, Memory
from art28.checking.words.leads import LEAD_END, Label, Lead, continues, label_of, lead_for
from art28.checking.words.phrases import REACH, parts_of
from art28.checking.words.pieces import LONGEST_LEAD, pieces
from art28.checking.words.spelling import plain, spelling_of
from art28.checking.words.subject import Subject
from art28.checking.words.titles import Titles
from art28.checking.words.vocabulary import Vocabulary
from art28.document.model import BlockKind
from art28.document.outline import Clause, Part

_ITEM = re.compile(r"^(?:[-•●○▪■◦‣·o−–>]\s|[a-z0-9]{1,3}[.)]\s|[ivx]{1,4}[.)]?\s|\d{1,2}\s)")
_LABEL = re.compile(r"^\W*(?:[a-z]|[ivx]{1,4}|\d+(?:\.\d+)*)?[.)]?\W*$")
# A number and marks before a term; what was taken isn't given back, else a row of numbers is tried in every way.
_NUMBER = r"^(?:[a-z0-9]{1,4}[.)]|\d+(?:\.\d+)*\.?|\W)*+"
_DEFINED = re.compile(rf"{_NUMBER}[\w' /-]{{2,60}}?\s(?:means|shall mean|betekent|bedeutet)\b")
_DEFINES = re.compile(rf"{_NUMBER}[\w' /-]{{2,60}}?(?::\s|\s(?:heeft|has|wordt verstaan|is)\b)")
_DEFINITIONS = re.compile(r"definiti|begrippen|begripsbepaling|interpretation|begriffsbestimmung")
# "…, where: (a) the law forbids it;": the first part of a row that the sentences behind it go on counting.
_OPENS_A_ROW = re.compile(
    r"^(?P<lead>[^;]{20,400}?)\s+\((?P<first>a|i|1)\)\s[^;]+;(?:\s(?:and|or|en|of|und|oder|et|ou))?$"
)
# Law of other countries, which says nothing about what the Regulation wants.
# One of these is in all that `_FOREIGN` finds.
_FOREIGN_SIGNS = ("ccpa", "u.s.", "california", "cpra", "identified", "lgpd")
_FOREIGN = re.compile(r"\bccpa\b|\bu\.s\. privacy|california consumer|\bcpra\b|de-?identified data|\blgpd\b")

Spelled = tuple[str, int, int, int, tuple[int, int] | None, int, str, bool]
"""A statement as values: text, own words from, start, end, lead-in, place of its clause, heading, whether it defines."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """What a sentence, or a counted part of one, says: `text` is the lead-in, if any, and its own words from `own_at`.

    `start:end` is its place in the reading text, `lead` that of its lead-in; `heading` that of the article or annex, in the
    same form as `text`, behind a title of its own; `index` counts statements from 0.
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
    vocabulary: Vocabulary = field(repr=False)
    known: Known = field(default_factory=Known, repr=False)

    def among(self, vocabulary: Vocabulary) -> "Statement":
        """The same statement among others: `vocabulary` tells what stands in them."""
        place = (self.index, self.text, self.own_at, self.start, self.end, self.lead)
        return Statement(*place, self.clause, self.heading, self.defines, vocabulary, self.known)

    @property
    def own(self) -> str:
        """The sentence without its lead-in."""
        return self.text[self.own_at :]

    @property
    def article(self) -> str:
        """The heading of the article or annex alone: what its neighbours share with it."""
        return self.clause.heading

    @property
    def part(self) -> Part:
        """The part of the agreement it stands in."""
        return self.clause.part

    def says(self, phrase: str) -> bool:
        """Whether `phrase` occurs: its parts in order, each within reach of the one before."""
        return bool(self.ends(phrase))

    def says_itself(self, phrase: str) -> bool:
        """Whether `phrase` occurs and does not end in the lead-in already."""
        return max(self.ends(phrase), default=0) > self.own_at

    def holds(self, expression: re.Pattern[str]) -> bool:
        """Whether `expression` occurs."""
        return bool(self._places(expression))

    def has(self, expression: re.Pattern[str]) -> bool:
        """Whether `expression` occurs in its own words; remembered as what `holds` says is."""
        if not self.vocabulary.holding(expression) >> self.index & 1:
            return False
        spelled = expression.pattern
        has = self.known.told.get(spelled)
        if has is None:
            has = self.known.told[spelled] = expression.search(self.own) is not None
        return bool(has)

    def ends(self, phrase: str) -> Sequence[int]:
        """Where each occurrence of `phrase` ends in `text`."""
        if not self.vocabulary.saying(phrase) >> self.index & 1:
            return ()
        ends = self.known.ends.get(phrase)
        if ends is None:
            ends = self.known.ends[phrase] = self._ends(phrase)
        return ends

    def _ends(self, phrase: str) -> Sequence[int]:
        first, *following = parts_of(phrase, self.vocabulary.language)
        ends = [end for _, end in self._places(first)]
        for part in following:
            if not ends:
                break
            ends = [end for start, end in self._places(part) if any(0 <= start - before <= REACH for before in ends)]
        return ends

    def _places(self, expression: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
        """Where `expression` occurs; remembered, since many rules ask the same."""
        if not self.vocabulary.holding(expression) >> self.index & 1:
            return ()
        spelled = expression.pattern
        known = self.known.found.get(spelled)
        if known is None:
            known = self.known.found[spelled] = tuple([match.span() for match in expression.finditer(self.text)])
        return known


def statements_of(reading: Reading, memory: Memory | None = None) -> tuple[Statement, ...]:
    """Every statement of `reading`, in order; `memory` knows what was found in those that read the same."""
    lower = reading.text.lower()
    has_foreign = any([sign in lower for sign in _FOREIGN_SIGNS]) and bool(_FOREIGN.search(plain(reading.text)))  # noqa: C419
    vocabulary = Vocabulary(reading.language)
    return _together(tuple(_statements(reading, vocabulary, memory, has_foreign=has_foreign)), vocabulary, memory)


def _together(
    statements: tuple[Statement, ...], vocabulary: Vocabulary, memory: Memory | None
) -> tuple[Statement, ...]:
    """The statements of a document, with what stands in which of them."""
    texts = [statement.text for statement in statements]
    vocabulary.fill(
        texts, memory.standing([(one.text, one.known) for one in statements]).any_of if memory is not None else None
    )
    return statements


def _statements(
    reading: Reading, vocabulary: Vocabulary, memory: Memory | None, *, has_foreign: bool
) -> Iterator[Statement]:
    leads: list[Lead] = []
    spelling = spelling_of(reading)
    subject, titles = Subject(), Titles(reading.text)
    clause: Clause | None = None
    items = frozenset(line.start for line in reading.lines if line.block.kind is BlockKind.ITEM)
    heading, defining, index = "", False, 0
    for piece in pieces(reading):
        if piece.clause is not clause:
            clause = piece.clause
            heading = plain(clause.heading)
            defining = bool(_DEFINITIONS.search(heading[:60])) and clause.part is not Part.ANNEX
            leads = [lead for lead in leads if continues(lead, clause, piece.raw)]
        text = subject.of(spelling.of(piece.raw), piece.clause)
        if _LABEL.match(text) and "□" not in text:
            continue
        end = piece.start + len(piece.raw)
        is_item = (
            bool(_ITEM.match(text))
            or piece.raw[:1].islower()
            or piece.start in items
            or (bool(leads) and leads[-1].clause is not clause)
        )
        label = label_of(piece.raw, leads[-1].last if leads else None)
        is_item = is_item or _goes_on(leads, label)
        lead = piece.lead or lead_for(leads, is_item=is_item, text=text, label=label)
        whole = f"{lead.text} {text}" if lead else text
        defines = bool(_DEFINED.match(text)) or (defining and bool(_DEFINES.match(text))) or says_what_law_asks(text)
        title = titles.above(piece.raw, piece.start, clause, completes=lead is not None)
        if not (has_foreign and _FOREIGN.search(whole)):
            yield Statement(
                index=index,
                text=whole,
                own_at=len(whole) - len(text),
                start=piece.start,
                end=end,
                lead=lead.span if lead else None,
                clause=clause,
                heading=heading if defines or not title else f"{plain(title)}: {heading}",
                defines=defines,
                vocabulary=vocabulary,
                known=_known(vocabulary.language, len(whole) - len(text), whole, memory),
            )
            index += 1
        if LEAD_END.search(text) and len(text) < LONGEST_LEAD and piece.lead is None:
            joined = f"{lead.text} {text}" if lead and is_item and len(whole) < LONGEST_LEAD else text
            leads = [*(leads if is_item else ()), Lead(joined, (piece.start, end), clause, label)][-2:]
        elif piece.lead is None and lead is None and ";" in piece.raw and (row := _OPENS_A_ROW.match(piece.raw)):
            span = (piece.start, piece.start + row.end("lead"))
            leads = [Lead(spelling.of(row["lead"]), span, clause, None, label_of(f"({row['first']}) ", None))]


def _goes_on(leads: Sequence[Lead], label: Label | None) -> bool:
    """Whether `label` is the next one of the row that was read last."""
    return bool(leads) and label is not None and leads[-1].last is not None and label.follows(leads[-1].last)


def _known(language: str, own_at: int, text: str, memory: Memory | None) -> Known:
    return Known() if memory is None else memory.of(language, own_at, text)


def spelled(statements: Sequence[Statement], clauses: Sequence[Clause]) -> list[Spelled]:
    """Statements as values that can be kept; clauses by their place in `clauses`."""
    places = {id(clause): place for place, clause in enumerate(clauses)}
    return [
        (one.text, one.own_at, one.start, one.end, one.lead, places[id(one.clause)], one.heading, one.defines)
        for one in statements
    ]


def read_back(kept: Sequence[Spelled], reading: Reading, memory: Memory | None = None) -> tuple[Statement, ...]:
    """The statements behind what `spelled` made of them, the same that `statements_of` makes of `reading`."""
    vocabulary, clauses = Vocabulary(reading.language), reading.every_clause()
    statements = tuple(
        [
            Statement(
                index,
                text,
                own_at,
                start,
                end,
                (lead[0], lead[1]) if lead else None,
                clauses[place],
                heading,
                defines,
                vocabulary,
                _known(reading.language, own_at, text, memory),
            )
            for index, (text, own_at, start, end, lead, place, heading, defines) in enumerate(kept)
        ]
    )
    return _together(statements, vocabulary, memory)

"""Reading -> statements: each sentence with the lead-in that it completes, and whose duty it is.

"PROCESSOR shall:" followed by "(a) keep the data secret;" is one statement with the item as its own words, so that a rule
meets the same sense whether a duty is written as a sentence or as a list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from art28.agreement.lawsaid import says_what_law_asks
from art28.agreement.passages import Reading, Sentence
from art28.document.model import BlockKind
from art28.document.nesting import nested_items
from art28.document.outline import Clause, Part
from art28.document.pattern import lasting
from art28.extraction.trace import Look, looks_noted
from art28.extraction.words.lacking import LACKING, Pattern
from art28.extraction.words.lasting import Phrase, Sought
from art28.extraction.words.search import Haystack, folded, vocabulary_of
from art28.extraction.words.sieve import Sieve
from art28.extraction.words.subjects import subject_of
from art28.terms import Role

# A colon, or where one was left out the verb that a list completes: "Die Meldung umfasst", and items below it.
_LEAD_END = lasting(
    r"(?::|^[\s*_]*(?:der |die |the |le |la |de )?(?:CONTROLLER|PROCESSOR),?|\b(?:shall|must|will)\b[^.;:]{0,60}\b(?:set out|state|describe|specify|indicate)|"
    r"\b(?:umfasst|umfassen|enthält|enthalten|beinhaltet|includes?|contains?|bevat|omvat|comprend|contient))[\s*_]*$"
)
# Most sentences end so, and lead to nothing.
_ENDED = (".", ";")
_PROVISION = "provision"
_LEVELS = tuple(
    (name, lasting(rf"^[\s*_#]*(?:-\s+)?{pattern}"))
    for name, pattern in (
        (_PROVISION, r"(?:\d{1,2}\.\d{1,2}|lid \d{1,2}[.:])(?!\w)"),
        ("number", r"\(?\d{1,2}[.)]\s"),
        ("roman", r"\(?[ivx]{2,4}[.)]\s"),
        ("letter", r"\(?[a-z][.)]\s"),
        ("bullet", r"(?:[-•●○▪■◦‣·o−\uf0b7]\s)"),
    )
)
_COUNTED = ("number", "roman", "letter")
_LONGEST_LEAD = 400
_NEAR = 3
_LONGEST_LABEL = 60
_LABEL_IN_A_ROW = lasting(r"^\W*(?:\w+ ){0,2}\w+: [^:]{2,120}\.$")
_TOKENS = tuple(
    (token, lasting(rf"{token.lower()}(?<![a-z]{token.lower()})(?<!-{token.lower()})(?![a-z])"))
    for token in ("SUBPROCESSOR", "PROCESSOR", "CONTROLLER")
)
_REST_OF_PERIOD = lasting(
    r"^\(\d{1,3}\) (?:uur|dag|werkdag|kalenderdag|week|weken|maand|jaar|business|working|calendar|hour|day|week|month|year)"
)
_LABEL_ONLY = lasting(r"^[\s*_-]*\(?[A-Za-z0-9]{1,4}[.)][\s*_]*$")
_UNREAD = object()


@dataclass(slots=True, eq=False)
class Statement:
    """What a sentence says: `text` is `lead` and the sentence's own words, in lower case but for the parties' roles.

    `start:end` is the sentence in the reading text, `lead_span` the lead-in, None where the sentence stands alone;
    `offset` is where the sentence's own words begin in `text`. `seen` keeps what was found in it, `lacking` what wasn't.
    """

    text: str
    start: int
    end: int
    clause: Clause
    heading: str
    sieve: Sieve
    offset: int = 0
    lead_span: tuple[int, int] | None = None
    before: "Statement | None" = None
    following: "Statement | None" = None
    by: object = _UNREAD
    seen: dict[Pattern, re.Match[str]] = field(default_factory=dict)
    lacking: set[Pattern] | None = None

    def search(self, pattern: Sought) -> re.Match[str] | None:
        """The first place of `pattern`, remembered."""
        # A string keeps its hash; a compiled pattern works it out each time.
        key = pattern.key if isinstance(pattern, Phrase) else (pattern.pattern, pattern.flags)
        if self.lacking is None:
            self.lacking = LACKING.of(self.text)
        if key in self.lacking:
            return None
        found = self.seen.get(key)
        if found is None:
            found = pattern.search(self.text) if self.sieve.may_match(key, self.text) else None
            if found is None:
                self.lacking.add(key)
            else:
                self.seen[key] = found
        return found

    def near(self, pattern: Sought) -> bool:
        """Whether `pattern` stands in this statement or in the two before it in its clause, which "it" may refer to."""
        current: Statement | None = self
        looked = 0
        while current is not None and looked < _NEAR:
            if current.search(pattern):
                return True
            # "Frequentie: eenmaal per jaar. Kosten: voor CONTROLLER." goes on with what stands before its labels.
            looked += ": " not in current.text[:_LONGEST_LABEL] or not _LABEL_IN_A_ROW.match(current.text)
            current = current.before
        return False

    @property
    def in_annex(self) -> bool:
        """Whether this stands in an annex, which describes what the body settles."""
        return self.clause.part is Part.ANNEX

    @property
    def own(self) -> str:
        """The sentence without its lead-in."""
        return self.text[self.offset :]

    @property
    def passages(self) -> tuple[tuple[int, int], ...]:
        """What to cite: the sentence, with its lead-in where it has one."""
        own = (self.start, self.end)
        return (self.lead_span, own) if self.lead_span else (own,)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The range of the reading text behind `start:end` of the sentence's own part of `text`."""
        return self.start + max(start - self.offset, 0), self.start + max(end - self.offset, 1)

    @property
    def subject(self) -> Role | None:
        """Whose duty or right this is; None where the sentence doesn't say it in so many words."""
        if self.by is _UNREAD:
            self.by = subject_of(self.text, lead=self.text[: self.offset])
        return self.by if isinstance(self.by, Role) else None


def _cut_off(before: Statement, text: str) -> bool:
    """Whether `text` is the rest of a period that a line end cut in two: "at least thirty" / "(30) days"."""
    return _REST_OF_PERIOD.match(text) is not None and not before.text.endswith((".", ";", ":", "?", "!"))


def _level(text: str) -> str | None:
    """The kind of label that `text` opens with, None where it opens with none."""
    return next((name for name, pattern in _LEVELS if pattern.match(text)), None)


# "1. wat er gebeurd is": a number before a small letter divides a list, no provision.
_NUMBERED_ITEM = lasting(r"^[\s*_]*\(?\d{1,2}[.)]\s+[a-zà-ÿ]")


def _goes_on(sentence: Sentence, before: Clause | None) -> bool:
    """Whether `sentence` is the numbered item of a list in the clause before it, which the outline took for another."""
    return (
        before is not None
        and sentence.clause.heading == before.heading
        and _NUMBERED_ITEM.match(sentence.text) is not None
    )


def _one_article(clause: Clause, before: Clause) -> bool:
    """Whether `clause` goes on in the article of the one before it, in the body."""
    return (
        clause.part is Part.BODY
        and before.part is Part.BODY
        and bool(clause.article)
        and clause.article == before.article
    )


def _headings(reading: Reading) -> Iterator[int]:
    """Where the headings of clauses begin: they name a topic and promise nothing."""
    for line in reading.lines:
        if line.block.kind is BlockKind.HEADING or (
            line.clause.heading and reading.original(line.start, line.end) == line.clause.heading
        ):
            yield line.start


def lowered(text: str) -> str:
    """`text` in lower case, of the same length, with the parties' roles in capitals."""
    lower = folded(text)
    for token, word in _TOKENS:
        if token in text:
            lower = word.sub(token, lower)
    return lower


def saying(among: Sequence[Statement], pattern: Sought) -> Sequence[Statement]:
    """Those of `among`, statements of one reading, in which `pattern` stands."""
    if not among:
        return among
    words = among[0].sieve.left_of((pattern.pattern, pattern.flags))
    return [s for s in among if any(map(s.text.__contains__, words)) and s.search(pattern)]


def is_row(statement: Statement) -> bool:
    """Whether `statement` is a row of a table, whose cells are no sentence."""
    return "\t" in statement.text or " | " in statement.text


def statements(reading: Reading, *words: str, headings: bool = True) -> tuple[Statement, ...]:
    """The statements of `reading` that hold one of `words` (lower case) or, if `headings`, stand under a heading that "
    "does."""
    everything = _statements_of(reading)
    found = everything.texts.holding(words)
    if headings:
        found |= everything.headings.holding(words)
    chosen = tuple(everything.statements[index] for index in sorted(found))
    looks = looks_noted()
    if looks is not None:
        looks += (Look(statement.start, statement.end) for statement in chosen)
    return chosen


def every_statement(reading: Reading) -> tuple[Statement, ...]:
    """All statements of `reading`, in order: for what stands around one that was looked for by its words."""
    return _statements_of(reading).statements


@dataclass(frozen=True, slots=True)
class _Everything:
    """Every statement of a reading, with their texts and headings to search."""

    statements: tuple[Statement, ...]
    texts: Haystack
    headings: Haystack


@lru_cache(maxsize=1)
def _statements_of(reading: Reading) -> _Everything:
    """Made once for all rules that read it."""
    found = tuple(_all(reading))
    words = vocabulary_of(reading)
    return _Everything(found, Haystack([s.text for s in found], words), Haystack([s.heading for s in found], words))


def _all(reading: Reading) -> Iterator[Statement]:
    lead: tuple[str, tuple[int, int]] | None = None
    clause: Clause | None = None
    heading = ""
    headings = frozenset(_headings(reading))
    sieve = Sieve(vocabulary_of(reading))
    inner = nested_items([line.block for line in reading.lines], [line.text for line in reading.lines])
    nested = frozenset(reading.lines[index].start for index in inner)
    pending: Statement | None = None
    in_list = False
    item_ends = 0
    for sentence in reading.sentences:
        if sentence.clause is not clause:
            lead, in_list = (lead, in_list) if _goes_on(sentence, clause) else (None, False)
            clause = sentence.clause
            heading = lowered(clause.heading)
        if _LABEL_ONLY.match(sentence.text) or sentence.start in headings or says_what_law_asks(sentence.text):
            continue
        text = lowered(sentence.text)
        if pending is not None and _cut_off(pending, text):
            pending.text, pending.end = f"{pending.text} {text}", sentence.end
            continue
        level = _level(text)
        beside = lead and level is not None and level == _level(lead[0]) and sentence.start not in nested
        if level == _PROVISION or beside:
            lead, in_list = None, False
        item = level != _PROVISION and (level is not None or in_list or sentence.text[:1].islower())
        current: Statement
        if lead and item and len(lead[0]) < _LONGEST_LEAD and "\t" not in text:
            prefix = lead[0] + " "
            current = Statement(
                prefix + text, sentence.start, sentence.end, clause, heading, sieve, len(prefix), lead[1]
            )
        else:
            current = Statement(text, sentence.start, sentence.end, clause, heading, sieve)
        if pending is not None:
            if current.clause is pending.clause or _one_article(current.clause, pending.clause):
                pending.following, current.before = current, pending
            yield pending
        pending = current
        goes_on = bool(lead and item_ends) and "\n" not in reading.text[item_ends : sentence.start]
        item_ends = sentence.end if lead and (goes_on or level in _COUNTED) else 0
        leads = not text.endswith(_ENDED) and _LEAD_END.search(text) is not None
        if leads and not (lead and item):
            lead, in_list = (text, (sentence.start, sentence.end)), True
        elif not item:
            # An item of two sentences: "4. keep them in place. PROCESSOR may replace them." / "5. never sell it."
            lead, in_list = lead if goes_on else None, False
        else:
            in_list = text.rstrip().endswith((";", ":", ",", "; en", "; of", "; and", "; or"))
    if pending is not None:
        yield pending

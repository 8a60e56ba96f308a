"""Reading -> statements: each sentence with the lead-in that it completes, and whose duty it is.

"PROCESSOR shall:" followed by "(a) keep the data secret;" is one statement with the item as its own words, so that a rule
meets the same sense whether a duty is written as a sentence or as a list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from art28.terms import Role
from art28.document.outline import Clause
from art28.agreement.passages import Reading

_LEAD_END = re.compile(r":[\s*_]*$")
_ITEM = re.compile(r"^[\s*_]*(?:[-•●○▪■◦‣·o−]\s|\(?[a-z0-9]{1,3}[.)]|\(?[ivx]{1,4}[.)])")
_PROVISION = re.compile(r"^[\s*_#-]*\d{1,2}\.\d{1,2}\b")
_LABEL_ONLY = re.compile(r"^[\s*_-]*\(?[a-z0-9]{1,4}[.)][\s*_]*$")
_TOKEN = r"(?P<party>CONTROLLER|SUBPROCESSOR|PROCESSOR)"
_BEFORE = r"(?:[\s*_\"(]+(?:de |het |the |die |der |le |la |l')?)"
_STRONG = (
    r"(?:zal|zullen|dient|dienen|moet|moeten|shall|must|will|agrees|undertakes|verbindt|hat|wird|muss|doit|s'engage)"
)
_WEAK = (
    r"(?:mag|kan|is|heeft|stelt|informeert|meldt|verleent|stuurt|zendt|zorgt|draagt|treft|verwerkt|blijft|geeft|biedt|laat|"
    r"verstrekt|bevestigt|retourneert|verwijdert|vernietigt|waarborgt|garandeert|staat|houdt|werkt|helpt|ondersteunt|"
    r"beslist|bepaalt|beoordeelt|licht|neemt|legt|schakelt|maakt|brengt|vrijwaart|may|can|has|remains|ensures|notifies|"
    r"informs|processes|kann|darf|ist|stellt|unterstützt|informiert|peut|est|a)"
)
_NO_OBJECT = "".join(f"(?<!{word} )" for word in ("van", "aan", "door", "met", "voor", "jegens", "of", "by", "to", "with", "van de", "of the"))
_OPENING = re.compile(
    rf"^[\s*_\"(#•-]*(?:(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)]?|\(?[a-z]{{1,3}}[.)])[\s*_\"]+)?(?:de |het |the |der |die |le |la )?\"?{_TOKEN}\"?[\s*_]+"
    r"(?!en\b|and\b|of\b|or\b|und\b|et\b|:|-|\d)"
)
_MODAL = re.compile(
    rf"\b{_STRONG}{_BEFORE}{_TOKEN}\b|\b(?P<first>CONTROLLER|SUBPROCESSOR|PROCESSOR)\b[\"\s*_]+{_STRONG}\b"
)
_VERB = re.compile(rf"\b{_WEAK}{_BEFORE}{_TOKEN}\b|{_NO_OBJECT}\b(?P<first>CONTROLLER|SUBPROCESSOR|PROCESSOR)\b[\"\s*_]+{_WEAK}\b")
_UNREAD = object()
_ROLES = {"CONTROLLER": Role.CONTROLLER, "PROCESSOR": Role.PROCESSOR, "SUBPROCESSOR": Role.SUB_PROCESSOR}


@dataclass(slots=True, eq=False)
class Statement:
    """What a sentence says: `text` is `lead` and the sentence's own words, in lower case but for the parties' roles.

    `start:end` is the sentence in the reading text, `lead_span` the lead-in, None where the sentence stands alone;
    `offset` is where the sentence's own words begin in `text`. `seen` keeps what was already looked for.
    """

    text: str
    start: int
    end: int
    clause: Clause
    heading: str
    offset: int = 0
    lead_span: tuple[int, int] | None = None
    following: "Statement | None" = None
    by: "Role | None | object" = _UNREAD
    seen: dict[re.Pattern[str], re.Match[str] | None] = field(default_factory=dict)

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first place of `pattern`, remembered."""
        if pattern not in self.seen:
            self.seen[pattern] = pattern.search(self.text)
        return self.seen[pattern]

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
            self.by = subject_of(self.text)
        return self.by if isinstance(self.by, Role) else None


def lowered(text: str) -> str:
    """`text` in lower case, of the same length, with the parties' roles in capitals."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for word, token in (("subprocessor", "SUBPROCESSOR"), ("processor", "PROCESSOR"), ("controller", "CONTROLLER")):
        if word in lower:
            lower = re.sub(rf"(?<![a-z])(?<!-){word}(?![a-z])", token, lower) if token in text else lower
    return lower


def subject_of(text: str) -> Role | None:
    """The party that is the subject of the sentence's main duty; None where none is named."""
    opening = _OPENING.match(text)
    if opening:
        return _ROLES[opening["party"]]
    for pattern in (_MODAL, _VERB):
        match = pattern.search(text)
        if match:
            return _ROLES[match["party"] or match["first"]]
    return None


def statements(reading: Reading, *words: str, headings: bool = True) -> tuple[Statement, ...]:
    """The statements of `reading` that hold one of `words` (lower case) or, if `headings`, stand under a heading that does."""
    return tuple(
        statement
        for statement in _statements_of(_Same(reading))
        if any(word in statement.text for word in words)
        or (headings and any(word in statement.heading for word in words))
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A reading as a key of a cache: the same object, since its text is not compared."""

    reading: Reading

    def __hash__(self) -> int:
        return id(self.reading)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.reading is self.reading


@lru_cache(maxsize=1)
def _statements_of(same: _Same) -> tuple[Statement, ...]:
    """Every statement of a reading, made once for all rules that read it."""
    return tuple(_all(same.reading))


def _all(reading: Reading) -> Iterator[Statement]:
    lead: tuple[str, tuple[int, int]] | None = None
    clause: Clause | None = None
    heading = ""
    pending: Statement | None = None
    in_list = False
    for sentence in reading.sentences:
        if sentence.clause is not clause:
            clause, lead, in_list = sentence.clause, None, False
            heading = lowered(clause.heading)
        text = lowered(sentence.text)
        if _LABEL_ONLY.match(text):
            continue
        numbered = _PROVISION.match(text)
        if numbered:
            lead, in_list = None, False
        item = not numbered and (bool(_ITEM.match(text)) or in_list or text[:1].islower())
        current: Statement
        if lead and item and len(lead[0]) < 400:
            prefix = lead[0] + " "
            current = Statement(prefix + text, sentence.start, sentence.end, clause, heading, len(prefix), lead[1])
        else:
            current = Statement(text, sentence.start, sentence.end, clause, heading)
        if pending is not None:
            pending.following = current if current.clause is pending.clause else None
            yield pending
        pending = current
        if _LEAD_END.search(text) and not (lead and item):
            lead, in_list = (text, (sentence.start, sentence.end)), True
        elif not item:
            lead, in_list = None, False
        else:
            in_list = text.rstrip().endswith((";", ":", ",", "; en", "; of", "; and", "; or"))
    if pending is not None:
        yield pending

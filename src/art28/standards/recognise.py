"""Agreement -> the standard model that it follows, says it follows, or takes in by a reference; with evidence and deviations.

What the document says of itself and what is found in it are kept apart: a name alone makes no agreement follow a model.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from art28.agreement.passages import Reading
from art28.document.flow import Line
from art28.document.model import Citation
from art28.document.outline import Part
from art28.standards.model import ModelClause, StandardModel, models

_LONGEST_TITLE = 140
_LABEL = re.compile(
    r"^[\s#*_>•]*(?:(?:artikel|article|art\.?|clause|clausule|bepaling|klausel|section|§)\s*)?"
    r"\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5})?[.):]*[\s:.–—-]*(?:\(?(?:optional|facultatief|fakultativ|facultatif|option)\)?"
    r"[\s:.–—-]+)?",
    re.IGNORECASE,
)
# How much of a model's structure has to be found.
_FOLLOWS = 0.7
_RECOGNISABLE = 0.3
_NEARLY_ALL = 0.85
_FEWEST_CLAUSES = 5
_FEWEST_OWN = 3
_HALF_OF_SIGNS = 0.5
_OPENING_LINES = 30
_MOST_NAMED = 50
_NEAR = 140
_DECLARES = re.compile(
    r"\b(?:gebaseerd op|op basis van|conform|overeenkomstig|volgens|opgesteld (?:aan de hand|naar)|based on|"
    r"follows|in the form of|in accordance with|gemäß|auf (?:der )?grundlage|nach (?:dem )?muster|conformément|"
    r"sur la base)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:niet|geen|not|no|nicht|kein\w*|pas|aucun\w*)\b", re.IGNORECASE)
_TAKES_IN = re.compile(
    r"\b(?:incorporat\w+|(?:hereby )?enter(?:s|ed)? into|(?:shall|will) (?:apply|be deemed)|apply to|"
    r"forms? (?:an integral )?part|van toepassing|maken? (?:integraal )?(?:deel|onderdeel)|opgenomen|sluiten|"
    r"(?:finden|findet) \w*\s?anwendung|schließen|gelten|vereinbaren|einbezogen|"
    r"s'appliquent|font partie|intégr\w+|concluent)\b",
    re.IGNORECASE,
)
_MODULE = re.compile(
    r"\bmodul(?:e|es|s)?\s+(one|two|three|four|een|twee|drie|vier|eins|zwei|drei|un|deux|trois|quatre|[1-4])\b", re.I
)
_MODULES = {
    "one": 1, "een": 1, "eins": 1, "un": 1, "two": 2, "twee": 2, "zwei": 2, "deux": 2, "three": 3, "drie": 3, "drei": 3,
    "trois": 3, "four": 4, "vier": 4, "quatre": 4,
}  # fmt: skip


class Relation(StrEnum):
    """How an agreement stands towards a model."""

    FOLLOWS = "follows"
    DECLARES = "declares"
    INCORPORATES = "incorporates"


class Sureness(StrEnum):
    """How sure that is: name and structure agree, one of them with tell-tale words, or no more than a name."""

    CERTAIN = "certain"
    LIKELY = "likely"
    NAMED_ONLY = "named_only"


class EvidenceKind(StrEnum):
    """What speaks for a model."""

    NAME = "name"
    CLAUSE = "clause"
    SIGN = "sign"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that speaks for a model; `clause` is the number of the model's clause whose title stands there."""

    kind: EvidenceKind
    citations: tuple[Citation, ...]
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A model recognised. `missing` are the model's clauses whose titles were not found, `added` titles of the agreement that
    the model doesn't have; `added` is empty where not all of the model's clauses are known."""

    model: StandardModel
    relation: Relation
    sureness: Sureness
    version: str
    evidence: tuple[Evidence, ...]
    missing: tuple[ModelClause, ...] = ()
    added: tuple[str, ...] = ()
    modules: tuple[int, ...] = ()


def recognise(reading: Reading) -> tuple[Recognition, ...]:
    """The models that an agreement follows, declares or takes in, the surest first; seldom more than one."""
    text = _Text(reading)
    found = [each for model in models() for each in _recognised(model, text)]
    order = list(Relation)
    return tuple(sorted(found, key=lambda each: (order.index(each.relation), list(Sureness).index(each.sureness))))


@dataclass(frozen=True, slots=True)
class _Title:
    """A line as the title of a clause: the number that it opens with, and what follows."""

    line: Line
    number: str
    text: str

    @classmethod
    def of(cls, line: Line, text: str) -> "_Title":
        """The line's number and text, without marks of emphasis."""
        label = _LABEL.match(text)
        if label is None:
            return cls(line, "", text)
        return cls(line, label["number"] or "", text[label.end() : label.end() + _LONGEST_TITLE].strip(" *_:."))

    @property
    def short(self) -> bool:
        """Whether the line is no longer than titles are."""
        return self.line.end - self.line.start <= _LONGEST_TITLE


class _Text:
    """A document as its titles and its running text."""

    def __init__(self, reading: Reading) -> None:
        flow = reading.flow
        self.flow = flow
        self.language = reading.language
        self.text = flow.text
        self.lowered = flow.text.lower()
        self.titles = tuple(
            _Title.of(line, self.text[line.start : line.end]) for line in flow.lines if not line.block.cells
        )
        self.numbered: dict[str, list[_Title]] = {}
        for title in self.titles:
            self.numbered.setdefault(title.number, []).append(title)
        self.short = tuple(title for title in self.titles if title.short)
        opening = flow.lines[:_OPENING_LINES]
        self.opening = opening[-1].end if opening else 0
        self.articles = tuple(
            (clause.start, clause.heading)
            for clause in reading.clauses
            if clause.part is Part.BODY
            and clause.article
            and not clause.number
            and len(clause.heading) <= _LONGEST_TITLE
        )

    def title_of(self, clause: ModelClause) -> _Title | None:
        """The line that is a clause's title: the whole of a short one, or the beginning of what its own number opens."""
        pattern = clause.patterns.get(self.language)
        if pattern is None:
            return None
        within = (title for title in self.numbered.get(clause.number, ()) if pattern.match(title.text))
        return next(within, None) or next((title for title in self.short if pattern.fullmatch(title.text)), None)

    def cite(self, start: int, end: int) -> tuple[Citation, ...]:
        """The document's own words."""
        return self.flow.citations(start, end)

    def sentence(self, at: int) -> tuple[int, int]:
        """The range of the sentence around an offset, no longer than a few lines either way."""
        low, high = max(0, at - 3 * _NEAR), min(len(self.text), at + 3 * _NEAR)
        start = max(self.text.rfind("\n", low, at), self.text.rfind(". ", low, at), low - 1) + 1
        ends = [end for end in (self.text.find("\n", at, high), self.text.find(". ", at, high)) if end >= 0]
        return start, min([*ends, high])


def _recognised(model: StandardModel, text: _Text) -> Iterator[Recognition]:
    if text.language not in model.languages:
        return
    hinted = any(hint in text.lowered for hint in model.hints)
    names = tuple(_names(model, text)) if hinted else ()
    declared = tuple(each for each, says in names if says)
    clauses = dict(_clauses(model, text))
    signs = tuple(_signs(model, text)) if hinted else ()
    found = _judged(model, clauses, signs, declared=bool(declared))
    version = model.version or _version(model, text)
    if found is not None:
        relation, sureness = found
        known = [each for each in model.clauses if text.language in each.patterns]
        missing = tuple(each for each in known if each.number not in clauses)
        evidence = (*(declared or (each for each, _ in names)), *clauses.values(), *signs)
        added = tuple(_added(known, text)) if model.complete and relation is Relation.FOLLOWS else ()
        yield Recognition(model, relation, sureness, version, evidence, missing if clauses else (), added)
    elif model.incorporated:
        references = tuple(_references(model, text))
        if references:
            evidence = tuple(Evidence(EvidenceKind.REFERENCE, each) for each in references)
            said = " ".join(citation.text for each in references for citation in each)
            modules = _modules(said) or _modules(text.text)
            yield Recognition(model, Relation.INCORPORATES, Sureness.CERTAIN, version, evidence, modules=modules)


def _judged(
    model: StandardModel, clauses: dict[str, Evidence], signs: Sequence[Evidence], *, declared: bool
) -> tuple[Relation, Sureness] | None:
    """What name, structure and tell-tale words together say; None where they say too little."""
    share = len(clauses) / len(model.clauses) if model.clauses else 0.0
    own = [each for each in model.clauses if each.own]
    own_found = sum(each.number in clauses for each in own)
    enough = len(clauses) >= _FEWEST_CLAUSES
    telling = len(signs) >= _HALF_OF_SIGNS * len(model.signs) and bool(signs)
    distinctive = bool(own) and own_found >= min(_FEWEST_OWN, len(own))
    if enough and share >= _FOLLOWS and (declared or (distinctive and (telling or share >= _NEARLY_ALL))):
        return Relation.FOLLOWS, Sureness.CERTAIN
    if enough and share >= _FOLLOWS and (distinctive or telling):
        return Relation.FOLLOWS, Sureness.LIKELY
    if declared and (telling or (enough and share >= _RECOGNISABLE)):
        return Relation.FOLLOWS, Sureness.LIKELY
    if declared and not model.incorporated:
        return Relation.DECLARES, Sureness.NAMED_ONLY
    return None


def _names(model: StandardModel, text: _Text) -> Iterator[tuple[Evidence, bool]]:
    """Where the model is named, and whether the agreement says there that it is made on it."""
    for pattern in model.names:
        for match in islice(pattern.finditer(text.text), _MOST_NAMED):
            start, end = text.sentence(match.start())
            before = text.text[max(start, match.start() - _NEAR) : match.start()]
            declares = _DECLARES.search(before)
            denied = bool(_DENIES.search(before))
            titled = match.start() < text.opening and end - start <= _LONGEST_TITLE
            says = not denied and (titled or declares is not None)
            yield Evidence(EvidenceKind.NAME, text.cite(match.start(), match.end())), says


def _clauses(model: StandardModel, text: _Text) -> Iterator[tuple[str, Evidence]]:
    for clause in model.clauses:
        found = text.title_of(clause)
        if found is not None:
            start, end = found.line.start, min(found.line.end, found.line.start + _LONGEST_TITLE)
            yield clause.number, Evidence(EvidenceKind.CLAUSE, text.cite(start, end), clause.number)


def _signs(model: StandardModel, text: _Text) -> Iterator[Evidence]:
    for pattern in model.signs:
        match = pattern.search(text.text)
        if match is not None:
            yield Evidence(EvidenceKind.SIGN, text.cite(match.start(), match.end()))


def _version(model: StandardModel, text: _Text) -> str:
    matches = (pattern.search(text.text) for pattern in model.versions)
    return next((match["version"] for match in matches if match is not None), "")


def _added(known: Sequence[ModelClause], text: _Text) -> Iterator[str]:
    starts = {title.line.start: title for title in text.titles}
    for start, heading in text.articles:
        title = starts.get(start)
        if title is not None and title.text and not any(_is(title, clause, text.language) for clause in known):
            yield heading


def _is(title: _Title, clause: ModelClause, language: str) -> bool:
    pattern = clause.patterns[language]
    if title.number == clause.number and pattern.match(title.text):
        return True
    return title.short and pattern.fullmatch(title.text) is not None


def _references(model: StandardModel, text: _Text) -> Iterator[tuple[Citation, ...]]:
    """Sentences that take the model in."""
    seen: set[int] = set()
    for pattern in model.names:
        for match in islice(pattern.finditer(text.text), _MOST_NAMED):
            start, end = text.sentence(match.start())
            if start not in seen and _TAKES_IN.search(text.text, start, end):
                seen.add(start)
                yield text.cite(start, end)


def _modules(said: str) -> tuple[int, ...]:
    found = {match[1].casefold() for match in _MODULE.finditer(said)}
    return tuple(sorted({_MODULES.get(each) or int(each) for each in found}))

"""Facts that were chosen -> the draft as a page: its clauses with their notes, and what the law's checks say of each.

The draft is read back by art28 itself, so that what is shown is what any reader of the signed agreement will find.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from art28.agreement.model import Value
from art28.checking.messages import said
from art28.checking.model import Finding, Severity
from art28.drafting.contradictions import Contradiction, contradictions, refers_to_main_agreement
from art28.drafting.html import as_html
from art28.drafting.model import Annex, Clause, Draft
from art28.pipeline import carry_out
from art28.reading.limits import Limits
from art28.reading.read import read_document

_NUMBER = re.compile(r"\b\d{1,2}\.\d{1,2}\b")
# A draft is not signed yet, which no drafter needs to be told.
_OF_SIGNING = "finding.unsigned"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says: how much it weighs, a sentence, the article of the GDPR, and the clauses that it is about."""

    severity: str
    text: str
    article: str
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnClause:
    """A clause with what the checks say of it."""

    clause: Clause
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class DrawnArticle:
    """An article with its clauses."""

    heading: str
    number: int
    clauses: tuple[DrawnClause, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The draft as a page. `about` holds the remarks by the key of the fact that they are about, `rest` the others."""

    draft: Draft
    articles: tuple[DrawnArticle, ...]
    remarks: tuple[Remark, ...]
    about: Mapping[str, tuple[Remark, ...]]
    rest: tuple[Remark, ...]
    blanks: tuple[str, ...]
    contradicting: tuple[Contradiction, ...] = field(default=())

    @property
    def annexes(self) -> tuple[Annex, ...]:
        """What stands behind the clauses."""
        return self.draft.annexes

    @property
    def serious(self) -> int:
        """How many remarks weigh most."""
        return sum(each.severity == Severity.HIGH for each in self.remarks)


def blanks_of(drafted: Draft) -> tuple[str, ...]:
    """The keys of what must be filled in before the draft can leave: its blanks, and a main agreement that it speaks of."""
    if drafted.whole is not None:
        return drafted.blanks
    named = "main_agreement.reference" in drafted.facts
    wanting = () if named or not refers_to_main_agreement(drafted.facts) else ("main_agreement.reference",)
    return (*drafted.blanks, *wanting)


def drawn(drafted: Draft, chosen: Mapping[str, Value], *, spoken: str, on: date) -> Drawn:
    """The page; what the checks say is said in `spoken`."""
    whole = drafted.whole or drafted
    document = read_document(as_html(whole).encode(), name="draft.html", limits=Limits())
    findings = [each for each in carry_out(document).findings if each.message.key != _OF_SIGNING]
    clauses = [clause for article in whole.articles for clause in article.clauses]
    remarks = [_remark(each, {clause.number for clause in clauses}, spoken) for each in findings]
    # What the checks say of a clause of the whole is said of it wherever it is shown.
    of_clause = {
        (clause.key, clause.text): tuple(each for each in remarks if clause.number in each.clauses)
        for clause in clauses
    }
    articles = tuple(
        DrawnArticle(
            article.heading,
            article.number,
            tuple(DrawnClause(clause, of_clause.get((clause.key, clause.text), ())) for clause in article.clauses),
        )
        for article in drafted.articles
    )
    about: dict[str, tuple[Remark, ...]] = {}
    for clause in clauses:
        for each in of_clause[clause.key, clause.text]:
            for key in clause.facts:
                about[key] = (*(known for known in about.get(key, ()) if known != each), each)
    rest = tuple(each for each in remarks if not each.clauses)
    contradicting = contradictions({**whole.facts, **chosen}, on=on)
    return Drawn(drafted, articles, tuple(remarks), about, rest, blanks_of(drafted), contradicting)


def _remark(finding: Finding, numbers: set[str], spoken: str) -> Remark:
    clauses = tuple(dict.fromkeys(each for each in _NUMBER.findall(finding.provision) if each in numbers))
    return Remark(finding.severity.value, said(finding.message, spoken), finding.article, clauses)

"""A draft that holds by notice: nobody signs it, so it says from which day it holds instead of that a signature starts it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from art28.agreement import labels
from art28.drafting.clauses import articles
from art28.drafting.draft import words
from art28.drafting.model import Article, Clause, Draft

_START = "term.starts"
_TERM = "term"
_KEY = f"{_TERM}|told"


@dataclass(frozen=True, slots=True)
class Notice:
    """That the processor tells of a text, and from which day it holds; None while it hasn't told anybody yet."""

    on: date | None = None


def told(draft: Draft, notice: Notice) -> Draft:
    """The same without places to sign or to initial, saying from when it holds.

    A document of the organisation's own keeps its words; an addendum says its day by itself.
    """
    said: Mapping[str, Any] = words()[draft.language]
    opening = tuple(said["parties"] if each == said["between"] else each for each in draft.opening)
    bare = replace(draft, opening=opening, signatures=(), initialled=False)
    if draft.word or draft.whole is not None:
        return bare
    facts = {key: value for key, value in draft.facts.items() if key != _START or _is_own(draft)}
    return replace(bare, articles=tuple(_articles(draft, _sentence(said, draft.language, notice))), facts=facts)


def _sentence(said: Mapping[str, Any], language: str, notice: Notice) -> str:
    if notice.on is None:
        return str(said["told"])
    return str(said["told_on"].format(day=labels.day(notice.on.isoformat(), language)))


def _is_own(draft: Draft) -> bool:
    """Whether the parties worded themselves when their agreement starts."""
    return any(clause.own and _START in clause.facts for article in draft.articles for clause in article.clauses)


def _articles(draft: Draft, text: str) -> Iterator[Article]:
    """The articles with the sentence where the start stood, else behind what the agreement says on its term."""
    found = False
    for article in draft.articles:
        if not any(clause.key.startswith(f"{_TERM}|") for clause in article.clauses):
            yield article
            continue
        found = True
        kept = [
            Clause(clause.number, text, key=_KEY) if _START in clause.facts and not clause.own else clause
            for clause in article.clauses
        ]
        if not any(clause.key == _KEY for clause in kept):
            kept.append(Clause(f"{article.number}.{len(kept) + 1}", text, key=_KEY))
        yield replace(article, clauses=tuple(kept))
    if not found:
        number = len(draft.articles) + 1
        heading = next(each.heading for each in articles() if each.topic == _TERM)[draft.language]
        yield Article(number, heading, (Clause(f"{number}.1", text, key=_KEY),))

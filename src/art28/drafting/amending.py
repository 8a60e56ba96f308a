"""An agreement as it reads and as it is to read -> which clauses are replaced, added and removed, article by article.

Clauses are matched by what they are about: the same key, or else a fact that both say. An article whose clauses all stay word
for word isn't named.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from art28.drafting.model import Article, Clause, Draft


@dataclass(frozen=True, slots=True)
class Turned:
    """A clause that changes: `was` is None for one that is added, `now` for one that is removed."""

    was: Clause | None
    now: Clause | None


@dataclass(frozen=True, slots=True)
class ArticleTurned:
    """An article in which something changes; `number` is 0 where the agreement has none on this topic yet.

    `gone` tells that nothing of it is left.
    """

    number: int
    heading: str
    turned: tuple[Turned, ...]
    gone: bool = False


def topic_of(article: Article) -> str:
    """What an article is about, whatever its number."""
    return next((clause.key.partition("|")[0] for clause in article.clauses), "")


def changed_articles(before: Draft, after: Draft) -> Iterator[ArticleTurned]:
    """The articles in which something changes, in the order of the agreement as it is to read, those that go at the end."""
    here = {topic_of(article): article for article in before.articles}
    there = {topic_of(article): article for article in after.articles}
    for topic in dict.fromkeys((*there, *here)):
        was, now = here.get(topic), there.get(topic)
        turned = tuple(paired(was.clauses if was else (), now.clauses if now else ()))
        if turned:
            heading = now.heading if now is not None else was.heading if was is not None else ""
            yield ArticleTurned(was.number if was else 0, heading, turned, gone=now is None)


def paired(was: Sequence[Clause], now: Sequence[Clause]) -> Iterator[Turned]:
    """The clauses that differ, each with the one whose place it takes; what goes stands behind what came instead."""
    known = {clause.key: clause for clause in was}
    kept = {clause.key for clause in now} & known.keys()
    left = [clause for clause in was if clause.key not in kept]
    for clause in now:
        if clause.key in kept:
            if known[clause.key].text != clause.text:
                yield Turned(known[clause.key], clause)
            continue
        same = next((each for each in left if set(each.facts) & set(clause.facts)), None)
        if same is not None:
            left.remove(same)
        yield Turned(same, clause)
    yield from (Turned(each, None) for each in left)


def numbers_in(original: Draft, now: Draft) -> Mapping[str, str]:
    """Which number each clause of an agreement, as it reads now, bears in the text that was signed; "" where added since."""
    numbers = {clause.key: "" for article in now.articles for clause in article.clauses}
    topics = {topic_of(article): article for article in original.articles}
    for article in now.articles:
        first = topics.get(topic_of(article))
        if first is None:
            continue
        own = {clause.key: clause.number for clause in first.clauses}
        numbers |= {clause.key: own[clause.key] for clause in article.clauses if clause.key in own}
        for each in paired(first.clauses, article.clauses):
            if each.was is not None and each.now is not None:
                numbers[each.now.key] = each.was.number
    return numbers


def topics_in(original: Draft) -> Mapping[str, int]:
    """The number of the article on each topic."""
    return {topic_of(article): article.number for article in original.articles}

"""An agreement as it reads + as it is to read -> the addendum that changes the one into the other, a document of its own.

It names the agreement, says article by article what is replaced, added and removed, from when, and that the rest stays. An
agreement that was drafted here is amended by the numbers of its clauses; of a paper from elsewhere no clause is replaced as a
whole, since it may say more: the addendum says what applies instead, and names the place where the passage was read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from art28.agreement import labels
from art28.agreement.model import Value
from art28.drafting.amending import ArticleTurned, Turned, changed_articles
from art28.drafting.draft import words
from art28.drafting.model import Annex, Article, Clause, Draft

_OF_THE_TEXT = ("document.", "term.signed_on")
_OF_PARTIES = ("controller.", "processor.")
_IN_HEAD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """The agreement that is amended, as its parties call it, and what is known of its text.

    `numbers` are those that clauses bear in it by their key, `articles` those of its articles by topic; where it `is_ours`
    these are known. `places` are where facts were read, for a paper from elsewhere. `ordinal` counts its addenda.
    """

    title: str
    version: str = ""
    signed_on: str = ""
    reference: str = ""
    is_ours: bool = True
    numbers: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    ordinal: int = 1


@dataclass(frozen=True, slots=True)
class Effect:
    """From which day it applies; None with the last signature. `noticed` tells that a notice may name a later one."""

    on: date | None = None
    noticed: bool = False


def changes(before: Draft, after: Draft) -> Mapping[str, Value | None]:
    """The facts that an addendum changes, by key, None for what is no longer said."""
    keys = dict.fromkeys((*before.facts, *after.facts))
    return {
        key: after.facts.get(key)
        for key in keys
        if before.facts.get(key) != after.facts.get(key) and not key.startswith(_OF_THE_TEXT)
    }


def addendum(before: Draft, after: Draft, *, to: Amended, effect: Effect) -> Draft:
    """The addendum as a draft, to be shown, written and signed as any is; it has no article where nothing changes."""
    return _Writer(before, after, to, effect).addendum()


class _Writer:
    def __init__(self, before: Draft, after: Draft, to: Amended, effect: Effect) -> None:
        self._before, self._after, self._to, self._effect = before, after, to, effect
        self._language = after.language
        self._all = words()[self._language]
        self._words: Mapping[str, str] = self._all["addendum"]

    def addendum(self) -> Draft:
        """The whole of it."""
        changed = changes(self._before, self._after)
        annexes = tuple(self._annexes())
        articles = tuple(self._numbered(self._articles(changed, annexes)))
        facts = {key: value for key, value in changed.items() if value is not None}
        named = {key: value for key, value in self._after.facts.items() if key in ("controller.name", "processor.name")}
        title = self._title()
        return Draft(
            self._language,
            title,
            tuple(self._opening()),
            articles,
            annexes,
            self._after.signatures,
            {**named, **facts, "document.title": title, "document.language": self._language},
            tuple(each for each in self._after.blanks if each not in self._before.blanks),
            whole=self._after,
        )

    def _title(self) -> str:
        way = "title" if self._to.ordinal == 1 else "numbered"
        return self._words[way].format(title=self._named(), number=self._to.ordinal)

    def _named(self) -> str:
        """What the agreement calls itself, as it reads within a sentence."""
        title = self._to.title
        return title[:1].lower() + title[1:] if title in (self._all["title"],) and self._language == "nl" else title

    def _opening(self) -> Iterator[str]:
        opening = self._after.opening
        at = opening.index(self._all["between"])
        # The parties as the agreement names them, one behind the other.
        yield from opening[at : at + _IN_HEAD - 1]
        details = []
        if self._to.version:
            version = self._to.version
            bare = not any(map(str.isalpha, version))
            details.append(
                self._words["version"].format(version=version) if bare else version[:1].lower() + version[1:]
            )
        if self._to.signed_on:
            day = labels.value("term.signed_on", self._to.signed_on, self._language)
            details.append(self._words["signed_on"].format(day=day))
        if self._to.reference:
            details.append(self._words["reference"].format(reference=self._to.reference))
        said = "".join(f", {each}" for each in details) + ("," if details else "")
        yield self._words["parties_told" if self._effect.noticed else "parties"].format(
            title=self._named(), details=said.removesuffix(",")
        )

    def _articles(self, changed: Mapping[str, Any], annexes: tuple[Annex, ...]) -> Iterator[tuple[str, list[Clause]]]:
        turned = list(changed_articles(self._before, self._after))
        for each in turned:
            yield self._heading(each), list(self._clauses(each))
        if any(key.startswith(_OF_PARTIES) for key in changed):
            yield self._words["particulars"], [Clause("", self._words["particulars_text"])]
        said = list(self._of_annexes(annexes))
        if said:
            yield self._words["annexes"], said
        if turned or said or changed:
            yield (
                self._words["rest"],
                [Clause("", self._words["rest_text"]), Clause("", self._words["part"]), self._day()],
            )

    def _numbered(self, articles: Iterator[tuple[str, list[Clause]]]) -> Iterator[Article]:
        for number, (heading, clauses) in enumerate(articles, start=1):
            at, counted = 0, []
            for clause in clauses:
                if clause.set_apart:
                    counted.append(clause)
                    continue
                at += 1
                counted.append(replace(clause, number=f"{number}.{at}"))
            yield Article(number, heading, tuple(counted))

    def _heading(self, each: ArticleTurned) -> str:
        number = self._article(each)
        way = "article" if number and self._to.is_ours else "topic"
        return self._words[way].format(number=number, heading=each.heading)

    def _article(self, each: ArticleTurned) -> int:
        """The number of the article in the agreement as it was signed."""
        key = next(clause.key for one in each.turned for clause in (one.was, one.now) if clause is not None)
        return self._to.articles.get(key.partition("|")[0], 0)

    def _clauses(self, each: ArticleTurned) -> Iterator[Clause]:
        number = self._article(each)
        if not self._to.is_ours:
            for one in each.turned:
                yield from self._instead(one)
        elif each.gone and number:
            keys = tuple(key for one in each.turned if one.was for key in one.was.facts)
            yield Clause("", self._words["removed_article"].format(number=number), facts=keys)
        elif not number:
            yield Clause("", self._words["inserted"].format(heading=_lower(each.heading)))
            yield from (_apart(one.now, "") for one in each.turned if one.now is not None)
        else:
            for one in each.turned:
                yield from self._by_number(one, number)

    def _by_number(self, one: Turned, article: int) -> Iterator[Clause]:
        number = self._to.numbers.get(one.was.key, "") if one.was is not None else ""
        if one.was is None:
            lead = self._words["added"].format(number=article)
        elif one.now is None:
            way = "removed" if number else "removed_elsewhere"
            yield Clause("", self._words[way].format(number=number or article), facts=one.was.facts)
            return
        else:
            lead = self._words["replaced" if number else "replaced_elsewhere"].format(number=number or article)
        yield Clause("", lead)
        if one.now is not None:
            yield _apart(one.now, number)

    def _instead(self, one: Turned) -> Iterator[Clause]:
        """Of a paper from elsewhere: what applies instead of what it says, by the place where that was read."""
        was, now = one.was, one.now
        places = tuple(
            dict.fromkeys(self._to.places[key] for key in (was.facts if was else ()) if key in self._to.places)
        )
        place = places[0] if len(places) == 1 and places[0][:1].isdigit() else ""
        if now is None and was is not None:
            what = ", ".join(_lower(labels.fact(key, self._language)) for key in was.facts) or was.text
            yield Clause(
                "", self._words["lapses_at" if place else "lapses"].format(what=what, place=place), facts=was.facts
            )
            return
        if was is None:
            lead = self._words["besides"]
        else:
            lead = self._words["instead_at" if place else "instead"].format(place=place)
        yield Clause("", lead)
        if now is not None:
            yield _apart(now, "")

    def _annexes(self) -> Iterator[Annex]:
        """The annexes that are new or read otherwise."""
        here = {_called(annex): annex.content for annex in self._before.annexes}
        yield from (annex for annex in self._after.annexes if here.get(_called(annex)) != annex.content)

    def _of_annexes(self, annexes: tuple[Annex, ...]) -> Iterator[Clause]:
        here = {_called(annex): annex for annex in self._before.annexes}
        for annex in annexes:
            known = _called(annex) in here
            way = "annex_instead" if known and not self._to.is_ours else "annex" if known else "annex_added"
            yield Clause("", self._words[way].format(annex=_named(annex)))
        there = {_called(annex) for annex in self._after.annexes}
        for name, annex in here.items():
            if name not in there and self._to.is_ours:
                yield Clause("", self._words["annex_removed"].format(annex=_named(annex)))

    def _day(self) -> Clause:
        if self._effect.on is None:
            return Clause("", self._words["from_signature"])
        day = labels.day(self._effect.on.isoformat(), self._language)
        return Clause("", self._words["from_notice" if self._effect.noticed else "from_day"].format(day=day))


def _called(annex: Annex) -> str:
    """What an annex is called, its number apart."""
    return annex.title.partition(": ")[2] or annex.title


def _named(annex: Annex) -> str:
    """An annex within a sentence: its number, and what it is called in brackets."""
    number, _, called = annex.title.partition(": ")
    return f"{number} ({called})" if called else number


def _apart(clause: Clause, number: str) -> Clause:
    return replace(clause, number=number, set_apart=True)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]

"""Judgement -> judgement by what else the text says: the duty in other words than its rule knows, under a title of its topic.

A rule wants to be told who does what with what. Where a clause is headed "Suppliers", "every one of them signs the same terms" says
enough, though it names nobody; a table asks "Whose data" instead of naming categories. What such looks find is never less than what
the rule did: they add a duty that it missed, or elements of one.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from art28.checking.judging import Judgement, Rule, judged
from art28.checking.model import Status
from art28.checking.words.labels import AT_THE_START, IS_ITEM
from art28.checking.words.statements import Statement
from art28.checking.words.text import Cue, Questioned, cue, meeting

_CONTROLLER_ACTS = re.compile(
    AT_THE_START
    + r"CONTROLLER\b(?! (?:\w+ ){0,3}(?:krijgt|ontvangt|hoort|verneemt|wordt|receives?|gets?|hears?|learns?|erhält|erfährt|wird|reçoit|kan|mag|may|can|kann|darf|peut)\b)"
)
OTHERWISE = ("otherwise.toml",)
IN_EVERYDAY_WORDS = (*OTHERWISE, "plain.toml")
_AROUND = 3
_LONGEST_LIST = 14
# So near to what a rule found, an element belongs to it.
_NEAR = 6
# A list that names fewer of what a notice says is none; a statement that names so many is one.
_FEWEST = 2
_SEVERAL = 3


@dataclass(frozen=True)
class Topic:
    """By what one tells that a clause, or a statement, is about something; by its heading where nothing else says so."""

    headings: tuple[str, ...]
    says: str = ""


@dataclass(frozen=True)
class Look:
    """What states the duty of a requirement, or an `element` of it, about a topic; its table tells what each field means."""

    element: str
    topic: Topic | None
    says: tuple[str, ...]
    unless: tuple[str, ...] = ()
    beside: str = ""
    by_processor: bool = False
    alone: bool = False
    far: bool = False
    where: str = ""
    lacks: tuple[str, ...] = ()

    def counts(self, judgement: Judgement) -> bool:
        """Whether it is looked for where the rule judged so."""
        return not self.where or self.where == judgement.status.value

    @property
    def told(self) -> bool:
        """Whether a statement itself can tell that it is about the topic."""
        return self.topic is None or bool(self.topic.says)

    @cached_property
    def under(self) -> Cue:
        """What says it where the heading names the topic."""
        return cue(*self.says, unless=self.unless)

    @cached_property
    def anywhere(self) -> Cue:
        """What says it with the topic, or by itself where it has none."""
        return cue(*((self.topic.says,) if self.topic else ()), *self.says, unless=self.unless)

    def seen(self, asked: "_Asked", duty: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements that say it, `duty` being those that state the duty itself."""
        if self.beside:
            return self.met(other for one in duty for other in _BESIDE[self.beside](asked.text, one))
        told = (one for one in asked.told if self.anywhere.meets(one)) if self.told else ()
        return self._left((*meeting(asked.under(self.topic), self.under), *told))

    def met(self, topical: Iterable[Statement]) -> tuple[Statement, ...]:
        """Those of statements about its topic that say it."""
        return self._left(meeting(dict.fromkeys(topical), self.under))

    def _left(self, found: Iterable[Statement]) -> tuple[Statement, ...]:
        return tuple(
            one
            for one in dict.fromkeys(found)
            if not one.defines and not (self.by_processor and one.has(_CONTROLLER_ACTS))
        )


class _Asked:
    """What a text answered when asked for all that some looks look for, in as few questions as that takes."""

    def __init__(self, text: Questioned, among: Iterable[Look]) -> None:
        self.text = text
        cues = [look.anywhere for look in among if look.told and not look.beside]
        self.told = text.meeting(*cues) if cues else ()
        self._under: dict[Topic | None, tuple[Statement, ...]] = {None: ()}

    def under(self, topic: Topic | None) -> tuple[Statement, ...]:
        """The statements under a heading that names the topic."""
        if topic not in self._under and topic is not None:
            self._under[topic] = self.text.under(*topic.headings)
        return self._under[topic]


def _around(text: Questioned, one: Statement) -> Iterator[Statement]:
    yield one
    yield from text.around(one, before=_AROUND, after=_AROUND)


def _listed(text: Questioned, one: Statement) -> Iterator[Statement]:
    """`one` and the items that follow it."""
    yield one
    for other in text.around(one, after=_LONGEST_LIST):
        if not other.own_at and not IS_ITEM.match(other.own):
            return
        yield other


_BESIDE: Mapping[str, Callable[[Questioned, Statement], Iterator[Statement]]] = {"duty": _around, "list": _listed}


@cache
def looks(*tables: str) -> Mapping[str, Sequence[Look]]:
    """The looks of each requirement that has some in `tables`, those for the duty first."""
    found: dict[str, list[Look]] = {}
    topics: dict[str, Topic] = {}
    for name in tables:
        table = tomllib.loads(files("art28.checking.provisions").joinpath(name).read_text(encoding="utf-8"))
        topics |= {name: Topic(tuple(each["headings"]), each.get("says", "")) for name, each in table["topic"].items()}
        for each in table["look"]:
            found.setdefault(each["of"], []).extend(_looks_in(each, topics))
    return {requirement: sorted(each, key=lambda look: bool(look.element)) for requirement, each in found.items()}


def _looks_in(entry: Mapping[str, Any], topics: Mapping[str, Topic]) -> Iterator[Look]:
    """A look for each element that an entry of the table states."""
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    del given["of"]
    elements = given.pop("element", "")
    topic = topics[given.pop("topic")] if "topic" in given else None
    for element in elements if isinstance(elements, tuple) else (elements,):
        yield Look(element, topic, **given)


def otherwise(rule: Rule, tables: Sequence[str] = OTHERWISE) -> Rule:
    """`rule`, and what the looks of `tables` find where it finds nothing or only a part."""

    def judging(text: Questioned) -> Judgement:
        judgement = rule(text)
        among = [look for look in looks(*tables).get(judgement.requirement, ()) if look.counts(judgement)]
        if judgement.status is Status.MISSING and among:
            return _found(judgement, text, among)
        if judgement.status is Status.PARTIAL and any(look.element in judgement.lacking for look in among):
            return _completed(judgement, text, among)
        return judgement

    return judging


def _seen(asked: _Asked, among: Iterable[Look], duty: Sequence[Statement] = ()) -> Mapping[str, Sequence[Statement]]:
    """What is seen of each element, and of the duty under an empty name."""
    seen: dict[str, list[Statement]] = {}
    for look in among:
        found = look.seen(asked, (*duty, *seen.get("", ())))
        if found:
            seen.setdefault(look.element, []).extend(found)
    return seen


def _found(judgement: Judgement, text: Questioned, among: Sequence[Look]) -> Judgement:
    """The duty that a rule missed, with the elements that are seen; nothing where those of a list are too few."""
    listed = [look for look in among if look.beside == "list"]
    whole = [look for look in among if not look.lacks]
    stating = [look for look in whole if look.alone or not look.element] or whole
    asked = _Asked(text, stating)
    seen = _seen(asked, stating)
    if listed:
        seen = _seen(asked, listed, (*seen.get("", ()), *_naming_several(asked, listed)))
    if len(seen) < (_FEWEST if listed else 1):
        return _in_part(judgement, text, among)
    others = [look for look in whole if look not in stating and look not in listed]
    if others:
        more = _seen(_Asked(text, others), others, seen.get("", ()))
        seen = {name: (*seen.get(name, ()), *more.get(name, ())) for name in (*seen, *more)}
    elements = dict.fromkeys(look.element for look in whole if look.element)
    by = dict.fromkeys(one for ones in seen.values() for one in ones[:2])
    return judged(judgement.requirement, by, *(element for element in elements if element not in seen))


def _in_part(judgement: Judgement, text: Questioned, among: Sequence[Look]) -> Judgement:
    """What is said to lack something: efforts, a list left open; the judgement as it is where nothing is."""
    halves = [look for look in among if look.lacks]
    asked = _Asked(text, halves)
    for look in halves:
        if found := look.seen(asked, ()):
            return judged(judgement.requirement, found[:2], *look.lacks)
    return judgement


def _naming_several(asked: _Asked, listed: Sequence[Look]) -> tuple[Statement, ...]:
    """The statements that name so much of a list that they are one, whatever verb they have."""
    topic = listed[0].topic if listed else None
    if topic is None:
        return ()
    topical = dict.fromkeys((*asked.under(topic), *asked.text.meeting(cue(topic.says))))
    return tuple(one for one in topical if len({look.element for look in listed if look.met((one,))}) >= _SEVERAL)


def _completed(judgement: Judgement, text: Questioned, among: Sequence[Look]) -> Judgement:
    """A duty of which a rule found a part, with the elements that are seen near it."""
    wanted = [look for look in among if look.element in judgement.lacking and not look.lacks]
    if any(look.beside for look in wanted):
        wanted = [*(look for look in among if not look.element and not look.lacks), *wanted]
    seen = _seen(_Asked(text, wanted), wanted, judgement.by)
    beside = tuple(dict.fromkeys(other for one in judgement.by for other in _around(text, one)))
    stated: dict[str, list[Statement]] = {}
    for look in wanted:
        if not look.element:
            continue
        near = [one for one in seen.get(look.element, ()) if look.far or _is_near(one, judgement.by)]
        # What stands beside the duty is about its topic.
        if look.told and not look.beside:
            near += look.met(beside)
        if near:
            stated.setdefault(look.element, []).extend(near)
    if not stated:
        return judgement
    by = dict.fromkeys((*judgement.by, *(one for ones in stated.values() for one in ones[:2])))
    return judged(judgement.requirement, by, *(element for element in judgement.lacking if element not in stated))


def _is_near(one: Statement, by: Sequence[Statement]) -> bool:
    return any(abs(one.index - other.index) <= _NEAR and one.part is other.part for other in by)

"""Profiles, playbooks and their problems -> what the pages say of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.checking import messages
from art28.checking.packs.pack import packs, profiles
from art28.checking.playbooks.judging import wanted
from art28.checking.playbooks.model import Playbook, PlaybookRule, Position, Problem
from art28.checking.playbooks.reading import shipped, shipped_playbook
from art28.checking.requirements import requirements
from art28.web.yardsticks.trying import Tried

POSITIONS: Mapping[str, tuple[str | Promise, str, str]] = {
    Position.WALK_AWAY: (_("Walk away"), "late", "octagon-alert"),
    Position.REQUIRED_LACKING: (_("Required, lacking"), "late", "circle-x"),
    Position.BELOW: (_("Below"), "soon", "triangle-alert"),
    Position.ACCEPTABLE: (_("Acceptable"), "waiting", "circle-dot"),
    Position.PREFERRED: (_("Preferred"), "done", "circle-check"),
}
"""What each position is called, its tone and its icon; the worst first."""


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position in words."""

    key: str
    word: str | Promise
    tone: str
    icon: str


def positions() -> tuple[PositionView, ...]:
    """Every position, the worst first."""
    return tuple(PositionView(str(key), *said) for key, said in POSITIONS.items())


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A profile: what it is called, the packs that it adds to Article 28, how many findings weigh otherwise by it."""

    name: str
    title: str
    packs: tuple[str, ...]
    heavier_or_lighter: int
    asks: int


def profile_lines() -> tuple[ProfileLine, ...]:
    """Every profile."""
    language = language_now()
    return tuple(
        ProfileLine(
            each.name,
            each.title[language],
            tuple(packs()[name].title[language] for name in each.packs),
            len(each.severities),
            len(requirements()) + sum(len(packs()[name].entries) for name in each.packs),
        )
        for each in profiles().values()
    )


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule: what it is about and its positions, each with what it asks for, in words."""

    id: str
    title: str
    about: str
    asks: tuple[tuple[PositionView, str], ...]
    fallback: str


def rule_lines(playbook: Playbook) -> tuple[RuleLine, ...]:
    """The rules of a playbook, in its order."""
    return tuple(map(_rule, playbook.rules))


def _rule(rule: PlaybookRule) -> RuleLine:
    language = language_now()
    conditions = (
        (Position.REQUIRED_LACKING, rule.required), (Position.PREFERRED, rule.preferred),
        (Position.ACCEPTABLE, rule.acceptable), (Position.WALK_AWAY, rule.walk_away),
    )  # fmt: skip
    words: Mapping[Position, str | Promise] = {Position.REQUIRED_LACKING: _("Required")}
    return RuleLine(
        rule.id,
        said(rule.title),
        requirements()[rule.requirement].title[language] if rule.requirement else labels.fact(rule.fact, language),
        tuple(
            (
                PositionView(each, words.get(each, POSITIONS[each][0]), *POSITIONS[each][1:]),
                wanted(rule, condition, language),
            )
            for each, condition in conditions
            if condition is not None
        ),
        said(rule.fallback),
    )


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """A playbook that comes with art28, to start from."""

    name: str
    title: str
    rules: int


def shipped_lines() -> tuple[ShippedLine, ...]:
    """The playbooks that come with art28."""
    found = ((name, shipped_playbook(name)) for name in shipped())
    return tuple(ShippedLine(name, said(each.title), len(each.rules)) for name, each in found)


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """What is wrong on a line of a playbook, with the line itself."""

    number: int
    text: str
    line: str


def problem_lines(source: str, problems: Iterable[Problem]) -> tuple[ProblemLine, ...]:
    """The problems of a playbook in the order of its lines, in the language of the page."""
    written = source.splitlines()
    language = (get_language() or "nl")[:2]
    return tuple(
        ProblemLine(
            each.line, messages.said(each.message, language), "".join(written[each.line - 1 : each.line]).strip()
        )
        for each in sorted(problems, key=lambda problem: problem.line)
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """How many agreements stand in a position, now and, where the rule counts already, before."""

    view: PositionView
    count: int
    before: int | None

    @property
    def changed(self) -> bool:
        """Whether another number would."""
        return self.before is not None and self.before != self.count


@dataclass(frozen=True, slots=True)
class TriedLine:
    """A rule with its number of agreements in each position; `is_new` where no rule of its name counts."""

    rule: RuleLine
    bars: tuple[Bar, ...]
    is_new: bool


def tried_lines(found: Sequence[Tried]) -> tuple[TriedLine, ...]:
    """What trying a playbook came to."""
    return tuple(
        TriedLine(
            _rule(each.rule),
            tuple(
                Bar(view, each.counts[Position(view.key)], each.before[Position(view.key)] if each.before else None)
                for view in positions()
            ),
            each.before is None,
        )
        for each in found
    )


def said(texts: Mapping[str, str]) -> str:
    """A text of a playbook in the language of the page, else in the one that it has."""
    return texts.get(language_now()) or next(iter(texts.values()), "")


def language_now() -> str:
    """The core's name of the language of the page."""
    return "nl" if get_language() == "nl" else "en"

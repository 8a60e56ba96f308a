"""A comparison -> what the page says: facts by group with who gains, clauses with their words, what was left out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.model import Fact
from art28.agreement.spoken import item, spoken
from art28.comparing.model import Comparison, FactDifference, NotCompared
from art28.families.alignment import Aligned, Change
from art28.terms import Role
from art28.web.agreements.citing import place
from art28.web.families.comparing import CHANGES, Run, runs
from art28.web.yardsticks.showing import language_now

_LONGEST = 600
_GAINS: dict[Role, tuple[str | Promise, str]] = {
    Role.CONTROLLER: (gettext_lazy("better for the controller"), "controller"),
    Role.PROCESSOR: (gettext_lazy("better for the processor"), "processor"),
}
_CLAUSES: dict[Change, str | Promise] = {
    Change.FILLED_IN: CHANGES[Change.FILLED_IN][0],
    Change.CHANGED: CHANGES[Change.CHANGED][0],
    Change.ADDED: gettext_lazy("Only in the second"),
    Change.MISSING: gettext_lazy("Only in the first"),
}
_LEFT_OUT: dict[NotCompared, str | Promise] = {
    NotCompared.LANGUAGES: gettext_lazy("The texts, which are in different languages: only their facts were compared."),
    NotCompared.RUNNING_HEADS: gettext_lazy("Page headers, footers and page numbers."),
    NotCompared.PICTURES: gettext_lazy("Pages that are pictures."),
    NotCompared.EMBEDDED_FILES: gettext_lazy("Files inside the file."),
    NotCompared.COMMENTS: gettext_lazy("Comments in the margin."),
    NotCompared.LAYOUT: gettext_lazy(
        "Layout: typefaces, numbering by itself, the order of clauses that stand elsewhere."
    ),
}


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact that differs: both values with their places, or what a list lost and gained; `who` gains by the second."""

    label: str
    one: str
    one_place: str
    other: str
    other_place: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    gains: str | Promise
    who: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one subject that differ."""

    title: str
    lines: tuple[FactLine, ...]


_FEW_ALONE = 5
"""As many clauses of one side alone are shown at once."""
_PLACES_NAMED = 8


def fact_groups(found: Comparison) -> tuple[FactGroup, ...]:
    """The facts that differ, by subject, in the catalogue's order."""
    groups: dict[str, list[FactLine]] = {}
    for each in found.facts:
        groups.setdefault(catalogue()[each.key].group, []).append(_fact(each))
    return tuple(FactGroup(labels.group(name, language_now()), tuple(lines)) for name, lines in groups.items())


def gain_counts(found: Comparison) -> dict[str, int]:
    """How many facts turned to the good of either party."""
    counts = Counter(each.gains for each in found.facts)
    return {"controller": counts[Role.CONTROLLER], "processor": counts[Role.PROCESSOR]}


def _fact(each: FactDifference) -> FactLine:
    spec, language = catalogue()[each.key], language_now()
    gains, who = _GAINS.get(each.gains, ("", "")) if each.gains is not None else ("", "")
    return FactLine(
        label=labels.fact(each.key, language),
        one=_value(each.one),
        one_place=place(each.one.provision) if each.one is not None and each.one.provision else "",
        other=_value(each.other),
        other_place=place(each.other.provision) if each.other is not None and each.other.provision else "",
        lost=tuple(labels.shorten(item(spec, one, language), _LONGEST) for one in each.lost),  # type: ignore[arg-type]
        gained=tuple(labels.shorten(item(spec, one, language), _LONGEST) for one in each.gained),  # type: ignore[arg-type]
        gains=gains,
        who=who,
        is_open=each.is_open,
    )


def _value(fact: Fact | None) -> str:
    if fact is None:
        return _("not laid down")
    return labels.shorten("; ".join(spoken(catalogue()[fact.key], fact.value, language_now())), _LONGEST)


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause that differs, its words on both sides."""

    label: str | Promise
    icon: str
    one_place: str
    other_place: str
    one: tuple[Run, ...]
    other: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """Clauses that both have in other words, or one alone; whether they are shown at once, and where they stand."""

    title: str | Promise
    lines: tuple[ClauseLine, ...]
    is_open: bool
    places: str


def clause_groups(found: Comparison) -> tuple[ClauseGroup, ...]:
    """The clauses that differ, in the order of the first text; where many stand in one of the two alone, these are folded."""
    different = [each for each in found.clauses if each.change is not Change.SAME]
    alone = {Change.MISSING: gettext_lazy("Only in A"), Change.ADDED: gettext_lazy("Only in B")}
    both = tuple(_clause(each) for each in different if each.change not in alone)
    groups = [ClauseGroup(gettext_lazy("In both, in other words"), both, is_open=True, places="")] if both else []
    for change, title in alone.items():
        lines = tuple(_clause(each) for each in different if each.change is change)
        if lines:
            few = len(lines) <= _FEW_ALONE
            groups.append(ClauseGroup(title, lines, is_open=few or not both, places=_places(lines)))
    return tuple(groups)


def _places(lines: Sequence[ClauseLine]) -> str:
    """The first places of some clauses; a paragraph goes with its article."""
    named: list[str] = []
    for each in (line.one_place or line.other_place for line in lines):
        if each and not (named and (each == named[-1] or each.startswith(f"{named[-1]}."))):
            named.append(each)
    return ", ".join(named[:_PLACES_NAMED]) + (" …" if len(named) > _PLACES_NAMED else "")


def _clause(each: Aligned) -> ClauseLine:
    return ClauseLine(
        label=_CLAUSES[each.change],
        icon=CHANGES[each.change][1],
        one_place=place(each.one.provision) if each.one is not None and each.one.provision else "",
        other_place=place(each.other.provision) if each.other is not None and each.other.provision else "",
        one=tuple(runs(each, Change.MISSING, "removed")),
        other=tuple(runs(each, Change.ADDED, "added")),
    )


def same_clauses(found: Comparison) -> int:
    """How many clauses say the same on both sides."""
    return sum(each.change is Change.SAME for each in found.clauses)


def left_out(found: Comparison) -> Iterator[tuple[str | Promise, str]]:
    """What was not compared, with its detail."""
    yield from ((_LEFT_OUT[why], detail) for why, detail in found.not_compared.items())

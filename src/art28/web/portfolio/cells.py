"""Letters -> the cells of the matrix. A status is a shape, a hue and a word; thousands of cells are put together at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.checking.model import Status
from art28.checking.pack import entry_of
from art28.checking.playbooks.model import Position
from art28.checking.requirements import requirements
from art28.web.portfolio import letters
from art28.web.portfolio.queries import Line
from art28.web.portfolio.selection import PLAYBOOK
from art28.web.yardsticks.showing import POSITIONS, language_now, said
from art28.web.yardsticks.weighing import Yardstick

STATUSES: Mapping[str, tuple[str | Promise, str]] = {
    Status.CONTRADICTED: (gettext_lazy("Contradicted"), "✕"),
    Status.MISSING: (gettext_lazy("Missing"), "○"),
    Status.PARTIAL: (gettext_lazy("Partly"), "◐"),
    Status.RESTATED_ONLY: (gettext_lazy("Law repeated only"), "≡"),
    Status.COVERED_ELSEWHERE: (gettext_lazy("In another document"), "↗"),
    Status.MET: (gettext_lazy("Satisfied"), "✓"),
}
"""What each status is called, and its shape; the worst first."""
_MARKS: Mapping[str, str] = {
    Position.WALK_AWAY: "✕",
    Position.REQUIRED_LACKING: "○",
    Position.BELOW: "◐",
    Position.ACCEPTABLE: "≡",
    Position.PREFERRED: "✓",
}
_FINE = frozenset({"M"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head: its key, what it asks, the article, and how many agreements of the selection fail there."""

    key: str
    title: str
    article: str
    fails: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """A letter in words, for the legend and for narrowing."""

    key: str
    letter: str
    word: str | Promise
    mark: str


def meanings(measure: str) -> tuple[Meaning, ...]:
    """What the letters of a measure mean, the worst first."""
    if measure == PLAYBOOK:
        return tuple(Meaning(str(key), letters.POSITIONS[key], POSITIONS[key][0], _MARKS[key]) for key in POSITIONS)
    return tuple(Meaning(str(key), letters.STATUSES[key], *STATUSES[key]) for key in STATUSES)


def heads(keys: Sequence[str], fails: Sequence[int], measure: str, yardstick: Yardstick) -> tuple[Column, ...]:
    """The heads of the columns."""
    return tuple(Column(key, *titled(key, measure, yardstick), count) for key, count in zip(keys, fails, strict=True))


def titled(key: str, measure: str, yardstick: Yardstick) -> tuple[str, str]:
    """What a requirement, an entry of a pack or a rule asks in short, and its article."""
    language = language_now()
    if measure == PLAYBOOK:
        rules = yardstick.playbook.rules if yardstick.playbook is not None else ()
        return next((said(rule.title) for rule in rules if rule.id == key), key), ""
    if measure == letters.ARTICLE_28:
        return requirements()[key].title[language], requirements()[key].article
    entry = entry_of(measure, key.partition(".")[2])
    return entry.title[language], entry.article


def row(line: Line, keys: Sequence[str], measure: str) -> SafeString:
    """The cells of a line: what falls short leads to its passage in the agreement."""
    if not line.letters:
        return mark_safe(f'<td class="waits" colspan="{len(keys)}">{escape(_("Is being checked again"))}</td>')  # noqa: S308 - our own words
    address, told = _address(line, measure), _told(measure)
    cells = (
        f"<td class=c{letter}>{_linked(told[letter], letter, address, key)}</td>"
        for key, letter in zip(keys, line.letters, strict=True)
    )
    return mark_safe("".join(cells))  # noqa: S308 - addresses and words of our own, escaped


def _linked(told: str, letter: str, address: str, key: str) -> str:
    return told if not address or letter in _FINE else f'<a href="{address}{quote(key)}">{told}</a>'


def _address(line: Line, measure: str) -> str:
    if line.agreement is None:
        return ""
    base = reverse("agreements:detail", args=[line.agreement.pk])
    return escape(f"{base}?tab=findings&{'rule' if measure == PLAYBOOK else 'requirement'}=")


def _told(measure: str) -> Mapping[str, str]:
    """What stands in a cell, by its letter."""
    known = {each.letter: _inner(each.mark, str(each.word)) for each in meanings(measure)}
    return {letters.UNKNOWN: _inner("·", _("Not known")), **known}


def _inner(mark: str, word: str) -> str:
    return f'{mark}<span class="sr-only">{escape(word)}</span>'

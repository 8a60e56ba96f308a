"""Letters -> the cells of the matrix. A status is a shape, a hue and a word; thousands of cells are put together at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.checking.model import Status
from art28.checking.packs.pack import entry_of
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
_ANY = UUID(int=0)


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


def explained(key: str, measure: str) -> str:
    """What a requirement or an entry of a pack asks, in a sentence; empty for a rule of a playbook, which has none."""
    if measure == PLAYBOOK:
        return ""
    asks = requirements()[key] if measure == letters.ARTICLE_28 else entry_of(measure, key.partition(".")[2])
    return asks.explanation[language_now()]


def rows(lines: Sequence[Line], keys: Sequence[str], measure: str) -> tuple[SafeString, ...]:
    """The cells of each line: what falls short leads to its passage in the agreement."""
    told = _told(measure)
    plain = {letter: f"<td class=c{letter}>{inner}</td>" for letter, inner in told.items()}
    open_ = {letter: f'<td class=c{letter}><a href="' for letter in told}
    shut = {letter: f'">{inner}</a></td>' for letter, inner in told.items()}
    asked = [escape(f"?tab=findings&{'rule' if measure == PLAYBOOK else 'requirement'}={quote(key)}") for key in keys]
    waits = f'<td class="waits" colspan="{len(keys)}">{escape(_("Is being checked again"))}</td>'
    detail = reverse("agreements:detail", args=[_ANY])
    found = []
    for line in lines:
        if not line.letters:
            found.append(waits)
            continue
        address = detail.replace(str(_ANY), str(line.agreement.pk)) if line.agreement is not None else ""
        cells = (
            f"{open_[letter]}{address}{key}{shut[letter]}" if address and letter not in _FINE else plain[letter]
            for key, letter in zip(asked, line.letters, strict=True)
        )
        found.append("".join(cells))
    return tuple(map(mark_safe, found))


def _told(measure: str) -> Mapping[str, str]:
    """What stands in a cell, by its letter."""
    known = {each.letter: _inner(each.mark, str(each.word)) for each in meanings(measure)}
    return {letters.UNKNOWN: _inner("·", _("Not known")), **known}


def _inner(mark: str, word: str) -> str:
    return f'{mark}<span class="sr-only">{escape(word)}</span>'

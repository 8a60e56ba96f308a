"""Rows of what turned -> lines of a page: what it was and became, grouped by agreement and moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from art28.checking.model import Status
from art28.checking.playbooks.model import Position
from art28.web.agreements.models import Agreement
from art28.web.portfolio import cells, letters, queries
from art28.web.portfolio.models import Turn
from art28.web.portfolio.selection import PLAYBOOK
from art28.web.yardsticks.showing import POSITIONS
from art28.web.yardsticks.weighing import Yardstick

_TONES = {"A": "late", "B": "late", "C": "soon", "D": "soon", "E": "waiting", "M": "done"}


@dataclass(frozen=True, slots=True)
class Said:
    """A status or position in words, with its tone and shape; `icon` names the icon."""

    word: str | Promise
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A requirement or rule with what it was and became; `better` tells which way it went, None where that can't be told."""

    title: str
    article: str
    before: Said
    after: Said
    better: bool | None


@dataclass(frozen=True, slots=True)
class TurnGroup:
    """What turned of one agreement at one moment, and why."""

    agreement: Agreement
    at: datetime
    cause: str
    edition: str
    yardstick: str
    lines: tuple[TurnLine, ...]


def grouped(rows: Sequence[Turn], yardstick: Yardstick) -> tuple[TurnGroup, ...]:
    """The rows, which come newest first, together by moment and agreement."""
    found = []
    ordered = sorted(rows, key=lambda row: (-row.at.timestamp(), str(row.agreement_id)))
    for _key, together in groupby(ordered, key=lambda row: (row.at, row.agreement_id)):
        lines = list(together)
        first = lines[0]
        found.append(
            TurnGroup(
                first.agreement,
                first.at,
                str(first.get_cause_display()),
                first.edition,
                first.yardstick,
                tuple(_line(row, yardstick) for row in sorted(lines, key=lambda row: _place(row, yardstick))),
            )
        )
    return tuple(found)


def _line(row: Turn, yardstick: Yardstick) -> TurnLine:
    kind, _dot, name = row.requirement.partition(".")
    try:
        if kind == PLAYBOOK:
            title, article = cells.titled(name, PLAYBOOK, yardstick)
        elif name:
            title, article = cells.titled(row.requirement, kind, yardstick)
        else:
            title, article = cells.titled(row.requirement, letters.ARTICLE_28, yardstick)
    except (KeyError, StopIteration):
        title, article = row.requirement, ""  # of an edition that knew it
    before, after = _letter(row.before), _letter(row.after)
    better = None if not before or not after else after > before
    return TurnLine(title, article, _said(row.before), _said(row.after), better)


def _place(row: Turn, yardstick: Yardstick) -> tuple[int, int]:
    """Where a requirement or rule stands among the others; one that is no longer known comes last."""
    if letters.known(row.requirement):
        return 0, letters.place(row.requirement)
    rules = queries.rules_of(yardstick)
    name = row.requirement.partition(".")[2]
    return 1, rules.index(name) if name in rules else len(rules)


def _letter(code: str) -> str:
    return letters.STATUSES.get(code) or letters.POSITIONS.get(code, "")


_ICONS = {
    Status.CONTRADICTED: "octagon-alert", Status.MISSING: "circle-x", Status.PARTIAL: "triangle-alert",
    Status.RESTATED_ONLY: "quote", Status.COVERED_ELSEWHERE: "arrow-up-right", Status.MET: "circle-check",
}  # fmt: skip


def _said(code: str) -> Said:
    if code in tuple(Position):
        return Said(*POSITIONS[code])
    if code in tuple(Status):
        return Said(cells.STATUSES[code][0], _TONES[letters.STATUSES[code]], _ICONS[Status(code)])
    return Said(_("Not asked"), "", "circle")

"""A table of results -> what it would keep, each held against its check, shown first; then kept at once."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.web import tabular
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.controls import queries, spelling, taking
from art28.web.controls.judging import Verdict
from art28.web.controls.models import Check, Import, Source
from art28.web.taking_over import BadCell

_KNOWN = (tabular.Heads("results", spelling.HEADS, (("check",), ("at",))),)


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not taken over: its line, the column, a code for what is wrong, what it holds."""

    line: int
    column: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is a result, and what it comes to."""

    check: Check
    given: taking.Given
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table would keep, how many rows were kept before, and what can't be taken over."""

    lines: tuple[Line, ...]
    known: int
    faults: tuple[Fault, ...]

    @property
    def failing(self) -> int:
        """How many of the results fail."""
        return sum(each.verdict != Verdict.GOOD for each in self.lines)


class AlreadyApplied(Exception):
    """The table was taken over already."""


@transaction.atomic
def put_in(organisation: Organisation, name: str, data: bytes, *, by: User, now: datetime) -> Import:
    """Read a file and keep its rows until somebody has looked at what they say. Raises `tabular.Unreadable`."""
    rows = [{"line": row.line, "cells": dict(row.cells)} for row in tabular.read(name, data, _KNOWN)]
    return Import.objects.create(organisation=organisation, name=name[:255], rows=rows, by=by, read_at=now)


def plan(found: Import, *, now: datetime) -> Plan:
    """What the table would keep now; three queries."""
    organisation = found.organisation
    checks = queries.by_code(organisation, (line["cells"].get("check", "").casefold() for line in found.rows))
    zone = ZoneInfo(organisation.time_zone)
    lines: dict[str, Line] = {}
    faults: list[Fault] = []
    for line in found.rows:
        cells = line["cells"]
        try:
            code = cells.get("check", "").casefold()
            if code not in checks:
                raise BadCell("check", "unknown_check", code)
            given = spelling.given_of(cells, checks[code], zone=zone, now=now)
            lines[str(given.key)] = Line(checks[code], given, taking.judged(checks[code], given))
        except BadCell as bad:
            faults.append(Fault(line["line"], bad.column, bad.code, bad.text))
    known = queries.known_keys(organisation, lines)
    new = tuple(each for key, each in lines.items() if key not in known)
    return Plan(new, len(found.rows) - len(faults) - len(new), tuple(faults))


@transaction.atomic
def apply(found: Import, *, by: User, actor: Actor, now: datetime) -> Plan:
    """Keep what the table says as things stand now; rows with a fault are left out. Raises `AlreadyApplied`."""
    if Import.objects.filter(pk=found.pk, applied_at=None).update(applied_at=now) != 1:
        raise AlreadyApplied(found.name)
    wanted = plan(found, now=now)
    origin = taking.Origin(source=Source.TABLE, by=by, reporter=found.name)
    taking.take(found.organisation, [each.given for each in wanted.lines], origin=origin, actor=actor, now=now)
    content = {
        "file": found.name,
        "results": len(wanted.lines),
        "failing": wanted.failing,
        "left_out": len(wanted.faults),
    }
    record(organisation=found.organisation, actor=actor, kind="checks.imported", subject=found, at=now, content=content)
    return wanted

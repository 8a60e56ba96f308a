"""A table that was read (`tabular`) -> what it would change, looked at first; then taken over once, at once.

An app plans what its table would change and says it in words; the pages are the same everywhere.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from art28.web import tabular
from art28.web.accounts.access import MemberRequest
from art28.web.accounts.models import Organisation, OrganisationRow, User
from art28.web.acting import By

_SHOWN = 200
Changed = TypeVar("Changed")
Row = TypeVar("Row")
Text = str | Promise


class TableRead(OrganisationRow):
    """A table of one app, read and waiting for somebody to have looked at what it would change."""

    name = models.CharField(max_length=255)
    rows = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class BadCell(ValueError):
    """A cell that can't be read: the column, a code for what is wrong, and what it holds."""

    def __init__(self, column: str, code: str, text: str) -> None:
        super().__init__(f"{column}: {code}")
        self.column, self.code, self.text = column, code, text[:80]


class AlreadyApplied(Exception):
    """The table was taken over already."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column in which a row differs from what is kept: what it is called, and both as a table writes them."""

    name: Text
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not taken over: its line, the column, a code for what is wrong, what it holds."""

    line: int
    column: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Plan(Generic[Changed]):
    """What a table would change, how many rows are so already, and what can't be taken over.

    `left` are rows that stand otherwise and are left as they are, each with why.
    """

    changes: tuple[Changed, ...]
    same: int
    faults: tuple[Fault, ...]
    left: tuple[tuple[str, Text], ...] = ()


def keep(
    model: type[Any],
    known: Sequence[tabular.Heads],
    organisation: Organisation,
    name: str,
    data: bytes,
    by: User,
    now: datetime,
) -> Any:
    """Read a file and keep its rows until somebody has looked at what they would change. Raises `tabular.Unreadable`."""
    rows = [{"line": row.line, "cells": dict(row.cells)} for row in tabular.read(name, data, known)]
    return model.objects.create(organisation=organisation, name=name[:255], rows=rows, by=by, read_at=now)


def begin(found: TableRead, now: datetime) -> None:
    """Say that a table is taken over, within the caller's transaction. Raises `AlreadyApplied`."""
    if type(found)._default_manager.filter(pk=found.pk, applied_at=None).update(applied_at=now) != 1:
        raise AlreadyApplied(found.name)


def wanted(
    found: TableRead, read: Callable[[Mapping[str, str]], Row], key: Callable[[Row], str], faults: list[Fault]
) -> Iterator[Row]:
    """The rows as `read` makes them of their cells; those that can't be read, or were named before, join `faults`."""
    seen: set[str] = set()
    for row in found.rows:
        try:
            made = read(row["cells"])
            if key(made) in seen:
                raise BadCell("name", "twice", key(made))
        except BadCell as bad:
            faults.append(Fault(row["line"], bad.column, bad.code, bad.text))
            continue
        seen.add(key(made))
        yield made


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """What an app says of its tables.

    `line` tells a change as its name and the columns that differ, none where it is new; `list` names the address to go back
    to, `done` says how many were taken over and left out.
    """

    model: type[Any]
    plan: Callable[[Any], Plan[Any]]
    apply: Callable[[Any, By], Plan[Any]]
    title: Text
    line: Callable[[Any], tuple[str, Sequence[Column]]]
    faults: Mapping[str, Text]
    upload: str
    take: str
    list: str
    done: Text


def preview(request: MemberRequest, import_id: UUID, taking: Taking) -> HttpResponse:
    """What the table would change."""
    found = _found(request, import_id, taking)
    plan = taking.plan(found)
    context = {
        "found": found,
        "plan": plan,
        "title": taking.title,
        "lines": [taking.line(one) for one in plan.changes[:_SHOWN]],
        "faults": [(fault, taking.faults[fault.code]) for fault in plan.faults[:_SHOWN]],
        "left": plan.left[:_SHOWN],
        "shown": _SHOWN,
        "back": reverse(taking.upload),
        "take": reverse(taking.take, args=(found.pk,)),
    }
    return render(request, "components/taking_over.html", context)


def take(request: MemberRequest, import_id: UUID, taking: Taking) -> HttpResponse:
    """Take it over; rows with a fault are left out."""
    found = _found(request, import_id, taking)
    try:
        done = taking.apply(found, By(request.user, request.actor, timezone.now()))
    except AlreadyApplied:
        messages.error(request, _("This table was taken over already."))
    else:
        messages.success(request, taking.done % {"changes": len(done.changes), "faults": len(done.faults)})
    return HttpResponseRedirect(reverse(taking.list))


def _found(request: MemberRequest, import_id: UUID, taking: Taking) -> Any:
    rows = taking.model.objects.filter(organisation=request.organisation, pk=import_id)
    found = rows.select_related("organisation").first()
    if found is None:
        raise Http404
    return found

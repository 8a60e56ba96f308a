"""A table of sub-processors -> what it would change, shown first; then done at once. And the register as a table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from art28.agreement.naming import same_name
from art28.web import tabular, taking_over
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.subprocessors import actions, spelling
from art28.web.subprocessors.actions import About
from art28.web.subprocessors.models import Import, SubProcessor
from art28.web.subprocessors.register import Entry
from art28.web.taking_over import Column, Fault, Plan

KNOWN = (tabular.Heads("sub-processors", spelling.HEADS, (("name",),)),)


@dataclass(frozen=True, slots=True)
class Difference:
    """A sub-processor as it is (None: new) and as the table has it; `fields` are the columns that differ."""

    row: SubProcessor | None
    wanted: About
    fields: tuple[str, ...]


@transaction.atomic
def put_in(organisation: Organisation, name: str, data: bytes, *, by: User, now: datetime) -> Import:
    """Read a file and keep its rows until somebody has looked at what they would change. Raises `tabular.Unreadable`."""
    row: Import = taking_over.keep(Import, KNOWN, organisation, name, data, by, now)
    return row


def plan(found: Import) -> Plan[Difference]:
    """What the table would change now; one query."""
    known = {same_name(row.name): row for row in SubProcessor.objects.filter(organisation=found.organisation_id)}
    changes: list[Difference] = []
    faults: list[Fault] = []
    same = 0
    for wanted, cells in taking_over.wanted(found, _read, lambda read: same_name(read[0].name), faults):
        row = known.get(same_name(wanted.name))
        differing = _differing(row, wanted, cells)
        if row is not None and not differing:
            same += 1
        else:
            changes.append(Difference(row, wanted, differing))
    return Plan(tuple(changes), same, tuple(faults))


def _read(cells: Mapping[str, str]) -> tuple[About, Mapping[str, str]]:
    return spelling.about_of(cells), cells


def _differing(row: SubProcessor | None, wanted: About, cells: Mapping[str, str]) -> tuple[str, ...]:
    """The columns in which they differ; a column that the table lacks is left as it is."""
    if row is None:
        return tuple(name for name in spelling.HEADS if name in cells)
    have, want = actions.about(row).record(), wanted.record()
    return tuple(name for name in want if name in cells and have[name] != want[name])


@transaction.atomic
def apply(found: Import, *, actor: Actor, now: datetime) -> Plan[Difference]:
    """Take over what the table changes as things stand now; rows with a fault are left out. Raises `AlreadyApplied`."""
    taking_over.begin(found, now)
    wanted = plan(found)
    for each in wanted.changes:
        if each.row is None:
            actions.add(found.organisation, each.wanted, actor=actor, now=now)
            continue
        merged: dict[str, Any] = actions.about(each.row).record()
        merged |= {name: each.wanted.record()[name] for name in each.fields}
        what = About(**{**merged, "countries": tuple(merged["countries"])})
        actions.change(each.row, what, based_on=each.row.version, actor=actor, now=now)
    content = {"file": found.name, "changes": len(wanted.changes), "left_out": len(wanted.faults)}
    record(
        organisation=found.organisation,
        actor=actor,
        kind="subprocessors.imported",
        subject=found,
        at=now,
        content=content,
    )
    return wanted


def heads(*, dutch: bool) -> tuple[str, ...]:
    """The heads of the register as a table: those that an import reads, then what is kept elsewhere."""
    own = tuple(names[0 if dutch else 1].capitalize() for names in spelling.HEADS.values())
    return (*own, _("Services"), _("Behind"), _("Countries in all"), _("Agreement"))


def lines(entries: Iterable[Entry]) -> Iterator[list[str]]:
    """The register row by row."""
    for entry in entries:
        own = spelling.cells_of(actions.about(entry.row) if entry.row else About(name=entry.name))
        services = (f"{role.service}: {role.role}" if role.role else role.service for role in entry.roles)
        filed = entry.row.agreement.title if entry.row and entry.row.agreement else ""
        yield [
            *own.values(),
            "; ".join(services),
            "; ".join(link.name for link in entry.parents),
            ", ".join(entry.countries),
            filed,
        ]


def _line(each: Difference) -> tuple[str, tuple[Column, ...]]:
    if each.row is None:
        return each.wanted.name, ()
    at = 0 if (get_language() or "nl").startswith("nl") else 1
    before, after = spelling.cells_of(actions.about(each.row)), spelling.cells_of(each.wanted)
    changed = (Column(spelling.HEADS[name][at], before[name], after[name]) for name in each.fields)
    return each.wanted.name, tuple(changed)


FAULTS: Mapping[str, str | Promise] = {
    "name": gettext_lazy("the sub-processor has no name"),
    "long": gettext_lazy("this is too long"),
    "twice": gettext_lazy("it stands in the table twice; the first is taken over"),
    "country": gettext_lazy("write countries as two letters, such as NL or DE"),
    "email": gettext_lazy("this is no e-mail address"),
}
TAKING = taking_over.Taking(
    model=Import,
    plan=plan,
    apply=lambda found, by: apply(found, actor=by.actor, now=by.now),
    title=gettext_lazy("Sub-processors"),
    line=_line,
    faults=FAULTS,
    upload="subprocessors:upload",
    take="subprocessors:apply",
    list="subprocessors:list",
    done=gettext_lazy("Taken over: %(changes)s sub-processors. Left out: %(faults)s rows."),
)

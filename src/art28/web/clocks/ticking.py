"""The steps of an obligation and what shows that it was done: ticked by people, each with who and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from art28.agreement import labels
from art28.obligations.manner import manner_of
from art28.obligations.record import duty_of
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.clocks.actions import RUNNING, StateChanged
from art28.web.clocks.models import Obligation, Tick


class UnknownItem(ValueError):
    """Not a step, a piece of evidence or a piece of content of this obligation."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list: its key, what it says, and the tick on it (None: not yet)."""

    key: str
    label: str
    tick: Tick | None


@dataclass(frozen=True, slots=True)
class Items:
    """All lines of an obligation, by what they are for."""

    steps: tuple[Item, ...]
    content: tuple[Item, ...]
    evidence: tuple[Item, ...]


def items(row: Obligation, language: str) -> Items:
    """What must be done, said and kept for an obligation; one query."""
    duty = duty_of(row.duty)
    manner = manner_of(duty)
    known = {tick.item: tick for tick in Tick.objects.filter(obligation=row).select_related("by")}

    def lines(sort: str, names: Iterable[str], called: Mapping[str, str]) -> tuple[Item, ...]:
        return tuple(Item(f"{sort}:{name}", called[name], known.get(f"{sort}:{name}")) for name in names)

    return Items(
        lines("step", manner.steps, {name: labels.step(name, language) for name in manner.steps}),
        lines("content", duty.content, {name: labels.content(name, language) for name in duty.content}),
        lines("evidence", manner.evidence, {name: labels.evidence(name, language) for name in manner.evidence}),
    )


@transaction.atomic
def tick(row: Obligation, item: str, *, note: str, by: User, actor: Actor, now: datetime) -> None:
    """Say that `item` is done or there; a second time changes nothing. Raises `UnknownItem`, `StateChanged`."""
    found = items(row, "en")
    if item not in {each.key for each in (*found.steps, *found.content, *found.evidence)}:
        raise UnknownItem(item)
    _running(row)
    _tick, made = Tick.objects.get_or_create(
        obligation=row,
        item=item,
        defaults={"organisation_id": row.organisation_id, "note": note, "by": by, "at": now},
    )
    if made:
        content = {"item": item, "note": note}
        record(
            organisation=row.organisation, actor=actor, kind="obligation.ticked", subject=row, at=now, content=content
        )


@transaction.atomic
def untick(row: Obligation, item: str, *, actor: Actor, now: datetime) -> None:
    """Take a tick back; what isn't ticked stays as it is. Raises `StateChanged`."""
    _running(row)
    gone, _ = Tick.objects.filter(obligation=row, item=item).delete()
    if gone:
        record(
            organisation=row.organisation,
            actor=actor,
            kind="obligation.unticked",
            subject=row,
            at=now,
            content={"item": item},
        )


def _running(row: Obligation) -> None:
    standing = Obligation.objects.select_for_update().filter(pk=row.pk, state__in=RUNNING, ended_at=None)
    if not standing.exists():
        raise StateChanged(f"obligation {row.pk} has ended")

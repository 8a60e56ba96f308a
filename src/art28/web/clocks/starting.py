"""Clocks of many agreements that one event starts: what they have in common is counted and spelled once.

`actions.start` makes one obligation; here too every column comes from the row that it would make: of an obligation that
others are like, all is taken over but the agreement and the words in which that promised it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import AlikeActs, Entry, alike, record_alike
from art28.web.clocks.actions import Starting, Subject, new_row, of_end, of_start
from art28.web.clocks.models import Obligation
from art28.web.database.alike import Alike, Shared
from art28.web.database.identifiers import new_texts

_OBLIGATIONS = Alike(Obligation, "id", "agreement_id", "duty", "following", "facts_version")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What obligations under many agreements share: the first of them, its columns and its acts."""

    first: Obligation
    columns: Shared
    acts: tuple[AlikeActs, ...]


class Begun(NamedTuple):
    """One obligation after a pattern. `agreement_id` is 32 hexadecimal digits, `duty` and `following` are JSON text."""

    agreement_id: str
    duty: str
    following: str
    facts_version: str
    pattern: Pattern


def pattern_of(
    organisation: Organisation, starting: Starting, *, subject: Subject, actor: Actor, now: datetime
) -> Pattern:
    """What obligations share that differ from `starting` in nothing but `Begun`'s own columns."""
    row = new_row(organisation, starting, subject=subject, now=now)
    entries = [Entry("obligation.started", "obligation", row.pk, of_start(row))]
    if row.ended_at:
        entries.append(Entry("obligation.ended", "obligation", row.pk, of_end(row)))
    acts = tuple(alike(organisation=organisation, actor=actor, at=now, entry=entry) for entry in entries)
    return Pattern(row, _OBLIGATIONS.shared(row), acts)


def start_alike(organisation: Organisation, begun: Sequence[Begun]) -> int:
    """Keep obligations that are all new, with their acts, within the caller's transaction; returns how many.

    The caller holds what makes them new, such as a lock on the agreements; one that exists raises `IntegrityError`.
    """
    ids = new_texts(len(begun))
    _OBLIGATIONS.write(((row_id, *each[:-1]), each.pattern.columns) for row_id, each in zip(ids, begun, strict=True))
    acts = [(row_id, act) for row_id, each in zip(ids, begun, strict=True) for act in each.pattern.acts]
    record_alike(organisation, acts)
    return len(ids)


_EACH = Alike(Obligation, "id", "agreement_id", "subject_id", "subject_label")


class Own(NamedTuple):
    """An obligation with a subject of its own. Both ids are 32 hexadecimal digits; `label` is what it is called."""

    agreement_id: str
    subject_id: str
    label: str
    pattern: Pattern


def pattern_of_each(
    organisation: Organisation, starting: Starting, *, subject: Subject, actor: Actor, now: datetime
) -> Pattern:
    """What obligations share that differ from `starting` in agreement and subject alone: due on one day, by one clause."""
    row = new_row(organisation, starting, subject=subject, now=now)
    entry = Entry("obligation.started", "obligation", row.pk, of_start(row))
    return Pattern(row, _EACH.shared(row), (alike(organisation=organisation, actor=actor, at=now, entry=entry),))


def start_each(organisation: Organisation, begun: Sequence[Own]) -> int:
    """As `start_alike`, for obligations that each have a subject of their own."""
    ids = new_texts(len(begun))
    _EACH.write(((row_id, *each[:-1]), each.pattern.columns) for row_id, each in zip(ids, begun, strict=True))
    acts = [(row_id, act) for row_id, each in zip(ids, begun, strict=True) for act in each.pattern.acts]
    record_alike(organisation, acts)
    return len(ids)

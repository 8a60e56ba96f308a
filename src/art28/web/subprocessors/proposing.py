"""Writes to proposals before they are announced: made, changed, withdrawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.subprocessors.models import Proposal, State, SubProcessor


class StateChanged(Exception):
    """The proposal no longer stands as it did when it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What is proposed."""

    kind: str
    sub_processor: SubProcessor
    replaced: SubProcessor | None
    role: str
    countries: tuple[str, ...]
    services: tuple[UUID, ...]
    planned_on: date
    why: str
    reply_to: str
    window_days: int | None

    def columns(self) -> dict[str, Any]:
        """As its columns."""
        return {
            "kind": self.kind,
            "sub_processor": self.sub_processor,
            "replaced": self.replaced,
            "role": self.role,
            "countries": list(self.countries),
            "services": [str(each) for each in self.services],
            "planned_on": self.planned_on,
            "why": self.why,
            "reply_to": self.reply_to,
            "window_days": self.window_days,
        }

    def record(self) -> dict[str, Any]:
        """As the trail keeps it."""
        return {
            **self.columns(),
            "sub_processor": str(self.sub_processor.pk),
            "replaced": str(self.replaced.pk) if self.replaced else None,
            "planned_on": self.planned_on.isoformat(),
        }


@transaction.atomic
def propose(organisation: Organisation, what: Proposed, *, by: User, actor: Actor, now: datetime) -> Proposal:
    """Keep a proposal, to look at what it would ask; nobody is told yet."""
    year = now.astimezone(ZoneInfo(organisation.time_zone)).year
    Organisation.objects.select_for_update().only("id").get(pk=organisation.pk)
    rows = Proposal.objects.filter(organisation=organisation, year=year)
    last: int = rows.aggregate(last=Max("number"))["last"] or 0
    made = Proposal.objects.create(
        organisation=organisation, year=year, number=last + 1, recorded_at=now, recorded_by=by, **what.columns()
    )
    _record(made, "proposal.made", what.record(), actor=actor, now=now)
    return made


@transaction.atomic
def change(found: Proposal, what: Proposed, *, based_on: int, actor: Actor, now: datetime) -> None:
    """Change a proposal that was not announced. Raises `StateChanged`."""
    rows = Proposal.objects.filter(pk=found.pk, state=State.DRAFT, version=based_on)
    if rows.update(**what.columns(), version=based_on + 1) != 1:
        raise StateChanged(found.reference)
    found.refresh_from_db()
    _record(found, "proposal.changed", what.record(), actor=actor, now=now)


@transaction.atomic
def drop(found: Proposal, *, actor: Actor, now: datetime) -> None:
    """Withdraw a proposal that nobody was told of. Raises `StateChanged`."""
    if Proposal.objects.filter(pk=found.pk, state=State.DRAFT).update(state=State.WITHDRAWN) != 1:
        raise StateChanged(found.reference)
    found.refresh_from_db()
    _record(found, "proposal.dropped", {}, actor=actor, now=now)


def _record(found: Proposal, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    record(organisation=found.organisation, actor=actor, kind=kind, subject=found, at=now, content=content)

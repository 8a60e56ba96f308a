"""Writes to checks: added, changed, ended; what was promised about them."""

import secrets
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.controls.models import Asset, Check, CheckAlarm, CheckPromise, Standing
from art28.web.controls.rhythm import due_at
from art28.web.measures.models import Measure
from art28.web.services.models import Service

_TOKEN_BYTES = 9


class CodeTaken(Exception):
    """Another check of the organisation has this code."""


class StateChanged(Exception):
    """Somebody else changed it meanwhile."""


class NotInText(Exception):
    """The passage doesn't stand in the agreement as it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a check is, as somebody said it."""

    code: str
    name: str
    shows: str
    rhythm: str
    max_age_hours: int | None = None
    may_be_unchanged: bool = False
    rule: str = "said"
    bound: Decimal | None = None
    unit: str = ""
    owner: User | None = None
    escalate_hours: int = 24
    measure: Measure | None = None
    service: Service | None = None
    asset: Asset | None = None
    mail_pass: str = ""
    mail_fail: str = ""

    def record(self) -> dict[str, Any]:
        """As plain JSON, what it points at by its identifier."""
        return {name: _plain(value) for name, value in self.values().items()}

    def values(self) -> dict[str, Any]:
        """By column."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def _plain(value: Any) -> Any:
    if isinstance(value, User | Measure | Service | Asset):
        return str(value.pk)
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def about(row: Check) -> About:
    """A check as it is."""
    return About(**{each.name: getattr(row, each.name) for each in fields(About)})


def expect(row: Check, *, zone: ZoneInfo) -> datetime | None:
    """Until when its next result may wait; a check that never had a thing to measure the age of waits from its beginning."""
    return due_at(
        row.rhythm,
        last_at=row.last_at or row.begins_at,
        age_from=row.age_from or row.begins_at,
        max_age_hours=row.max_age_hours,
        zone=zone,
    )


@transaction.atomic
def add(organisation: Organisation, what: About, *, actor: Actor, now: datetime) -> Check:
    """Begin a check; its first result is waited for from now. Raises `CodeTaken`."""
    if Check.objects.filter(organisation=organisation, code=what.code).exists():
        raise CodeTaken(what.code)
    row = Check(
        organisation=organisation,
        mail_token=secrets.token_hex(_TOKEN_BYTES),
        begins_at=now,
        changed_at=now,
        **what.values(),
    )
    row.due_at = expect(row, zone=ZoneInfo(organisation.time_zone))
    row.save(force_insert=True)
    record(organisation=organisation, actor=actor, kind="check.added", subject=row, at=now, content=what.record())
    return row


@transaction.atomic
def change(row: Check, what: About, *, based_on: int, actor: Actor, now: datetime) -> None:
    """Change what a check is; what is waited for follows at once. Raises `CodeTaken`, `StateChanged`."""
    others = Check.objects.filter(organisation=row.organisation_id, code=what.code).exclude(pk=row.pk)
    if others.exists():
        raise CodeTaken(what.code)
    before = about(row).record()
    rows = Check.objects.filter(pk=row.pk, organisation=row.organisation_id, version=based_on, ended_at=None)
    if rows.update(**what.values(), version=based_on + 1, changed_at=now) != 1:
        raise StateChanged(row.code)
    row.refresh_from_db()
    if row.standing != Standing.MISSED:
        row.due_at = expect(row, zone=ZoneInfo(row.organisation.time_zone))
        row.save(update_fields=("due_at",))
    after = what.record()
    content = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    record(organisation=row.organisation, actor=actor, kind="check.changed", subject=row, at=now, content=content)


@transaction.atomic
def end(row: Check, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Stop a check, with a reason; its alarms close for the same reason. Raises `StateChanged`."""
    rows = Check.objects.filter(pk=row.pk, organisation=row.organisation_id, ended_at=None)
    if rows.update(ended_at=now, ended_reason=reason, due_at=None) != 1:
        raise StateChanged(row.code)
    open_ones = CheckAlarm.objects.filter(check_row=row, closed_at=None)
    closed = open_ones.update(closed_at=now, tell_at=None, accepted_by=by, accepted_reason=reason)
    content = {"reason": reason, "alarms_closed": closed}
    record(organisation=row.organisation, actor=actor, kind="check.ended", subject=row, at=now, content=content)


@transaction.atomic
def promise(
    row: Check, agreement: Agreement, *, clause: str, passage: str, by: User, actor: Actor, now: datetime
) -> CheckPromise:
    """Keep that an agreement promises the check. Raises `NotInText` where its text doesn't hold the passage."""
    text = agreements.text_of(agreement)
    if text is None or _spaced(passage) not in _spaced(text.text):
        raise NotInText(clause)
    made = CheckPromise.objects.create(
        organisation=row.organisation, check_row=row, agreement=agreement, clause=clause, passage=passage, at=now, by=by
    )
    content = {"agreement": str(agreement.pk), "clause": clause, "passage": passage}
    record(organisation=row.organisation, actor=actor, kind="check.promised", subject=row, at=now, content=content)
    return made


def _spaced(text: str) -> str:
    return " ".join(text.split()).casefold()


@transaction.atomic
def withdraw(made: CheckPromise, *, actor: Actor, now: datetime) -> None:
    """Take back that it is promised; a second time changes nothing."""
    if CheckPromise.objects.filter(pk=made.pk, withdrawn_at=None).update(withdrawn_at=now) == 1:
        content = {"agreement": str(made.agreement_id), "clause": made.clause}
        row = made.check_row
        record(
            organisation=row.organisation,
            actor=actor,
            kind="check.promise_withdrawn",
            subject=row,
            at=now,
            content=content,
        )

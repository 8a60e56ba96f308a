"""What stays longer than agreed, on a ground of the law; and legal holds, which stop every deletion of an agreement."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.formats import date_format

from art28.obligations import retaining
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Obligation, State
from art28.web.database.identifiers import new_id
from art28.web.endings import planning, queries
from art28.web.endings.models import Basis, Ending, Hold, Item, KeptOn, Kind
from art28.web.endings.refusals import Refused, Why
from art28.web.endings.saying import agreed_of, cited, clause


@dataclass(frozen=True, slots=True)
class Longer:
    """Why something stays longer: by a term of the law that begins on `since`, or for proof until `until`.

    `told_at` is when the controller was told why and on which ground.
    """

    on: KeptOn
    reason: str
    what: str = ""
    law: str = ""
    since: date | None = None
    until: date | None = None
    told_at: datetime | None = None


@transaction.atomic
def keep(item: Item, longer: Longer, *, actor: Actor, now: datetime) -> None:
    """Let an item stay until a ground of the law ends; its clock counts towards that day. Raises `Refused`."""
    agreed = agreed_of(item.ending.agreed) if item.ending else None
    if longer.told_at is None:
        found = clause(agreed, "end.legal_retention_exception", "end.data") if agreed else cited(item.provision)
        raise Refused(Why.NOT_TOLD, clause=found)
    zone = ZoneInfo(item.organisation.time_zone)
    since, until, law, provision = _ground(longer, item, now.astimezone(zone).date())
    if item.last_day is not None and until <= item.last_day:
        raise Refused(Why.NOT_LATER, day=date_format(item.last_day, "j F Y"))
    for clock in queries.clocks_of(item.organisation, (item.pk,)):
        clocks.cancel(clock, reason=longer.reason[:500], actor=actor, now=now)
    item.kept_on, item.kept_until, item.kept_law, item.kept_provision = longer.on.value, until, law, provision
    item.kept_what, item.kept_reason, item.kept_told_at = longer.what[:200], longer.reason[:500], longer.told_at
    item.order_asked_at, item.ordered_at, item.ordered_by = None, None, ""
    planning.count_to(item, until, now, zone)
    item.save()
    content = {
        "ground": longer.on.value,
        "law": law,
        "provision": provision,
        "since": since.isoformat(),
        "until": until.isoformat(),
        "reason": longer.reason,
        "told_at": longer.told_at.isoformat(),
    }
    record(organisation=item.organisation, actor=actor, kind="retention.kept", subject=item, at=now, content=content)


def _ground(longer: Longer, item: Item, today: date) -> tuple[date, date, str, str]:
    """From when, until when, by which parameter and which provision."""
    since = longer.since or (item.ending.ends_on if item.ending else today)
    if longer.on is KeptOn.STATUTORY:
        found = retaining.statutory(longer.law, since, ZoneInfo(item.organisation.time_zone))
        law = found.parameter
        return since, found.until, law.id, f"{law.provision.source}, {law.provision.article}"[:120]
    return since, longer.until or since, "", ""


@transaction.atomic
def stays(row: Ending, longer: Longer, *, actor: Actor, now: datetime) -> Item:
    """A part that stays when the rest goes, such as invoices, as an item of its own. Raises `Refused`."""
    item = Item(
        id=new_id(),
        organisation=row.organisation,
        agreement=row.agreement,
        ending=row,
        kind=Kind.DATA,
        name=longer.what[:200],
        basis=Basis.END,
        period="P0D",
        set_at=now,
    )
    item.save(force_insert=True)
    keep(item, longer, actor=actor, now=now)
    return item


@transaction.atomic
def set_hold(agreement: Agreement, *, reason: str, by: User, actor: Actor, now: datetime) -> Hold:
    """Stop every deletion under an agreement; the clocks that run stop for that reason until it is lifted."""
    row = Hold.objects.create(
        organisation=agreement.organisation, agreement=agreement, reason=reason, set_at=now, set_by=by
    )
    for clock in _clocks(agreement, ended=False):
        clocks.cancel(clock, reason=reason, actor=actor, now=now)
    content = {"agreement": str(agreement.pk), "reason": reason}
    record(organisation=agreement.organisation, actor=actor, kind="hold.set", subject=row, at=now, content=content)
    return row


@transaction.atomic
def lift_hold(row: Hold, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Let deletion go on; the clocks that the hold stopped run on, from where they began. Raises `Refused`."""
    standing = Hold.objects.filter(pk=row.pk, organisation=row.organisation_id, lifted_at=None)
    if standing.update(lifted_at=now, lifted_by=by, lift_reason=reason) != 1:
        raise Refused(Why.CHANGED)
    row.refresh_from_db()
    if not queries.holds(row.organisation, (row.agreement_id,)).exists():
        for clock in _clocks(row.agreement, ended=True):
            if clock.ended_reason == row.reason[:500]:
                clocks.revive(clock, reason=reason, actor=actor, now=now)
    content = {"reason": reason}
    record(organisation=row.organisation, actor=actor, kind="hold.lifted", subject=row, at=now, content=content)


def _clocks(agreement: Agreement, *, ended: bool) -> list[Obligation]:
    """The clocks of what is kept under an agreement: those that run, or those that were stopped."""
    rows = clock_queries.obligations(agreement.organisation).select_related("organisation")
    found = rows.filter(subject_kind=queries.RETENTION, agreement=agreement)
    return list(found.filter(state=State.CANCELLED) if ended else found.filter(ended_at=None))

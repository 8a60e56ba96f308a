"""A new version that was signed, or told of with notice -> the version that holds, from its day on; the older is replaced."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.drafting.told import Notice
from art28.web.agreements import actions as agreements
from art28.web.agreements import queries as agreement_queries
from art28.web.agreements.models import Agreement
from art28.web.agreements.models import State as Reading
from art28.web.amendments import adding, queries
from art28.web.amendments.models import Amendment, Obstacle, Renewal, Scope, Standing, State, Way
from art28.web.amendments.preparing import actor_of
from art28.web.audit.actions import record
from art28.web.drafts import filing
from art28.web.drafts.chosen import as_sent
from art28.web.drafts.documents import written
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.drafts.models import State as DraftState
from art28.web.lifecycle import actions as lives
from art28.web.signing import filing as signing_filing
from art28.web.signing.actions import SIGNATORY
from art28.web.signing.models import Signing

_ANSWERS = {
    "declined": Standing.DECLINED,
    "expired": Standing.EXPIRED,
    "sealed": Standing.SIGNED,
    "paper": Standing.SIGNED,
}


def waits(draft: Draft, now: datetime) -> bool:
    """Whether a new version comes to hold, and so on file, only on a later day (`drafts.joining.WAITS`)."""
    found = queries.of_draft(draft)
    return found is not None and not _has_come(found, now)


def _has_come(amendment: Amendment, now: datetime) -> bool:
    today = now.astimezone(ZoneInfo(amendment.organisation.time_zone)).date()
    return amendment.effective_on is None or amendment.effective_on <= today


@transaction.atomic
def follow_signing(
    _sender: Any = None, *, signing: Signing, what: str, who: str, reason: str, now: datetime, **_: Any
) -> None:
    """Keep how the signing of a new version goes (`signing.signals.moved`)."""
    found = queries.of_draft(signing.draft)
    if found is None:
        return
    ours = "processor" if signing.draft.direction == "processor" else "controller"
    rows = Amendment.objects.filter(pk=found.pk)
    if what == "opened":
        if who != ours and rows.filter(opened_at=None).update(opened_at=now) == 1:
            _record(found, "amendment.opened", {"agreement": str(found.agreement_id)}, now)
        return
    standing = _ANSWERS.get(what)
    if standing is None:
        return
    # A day that was not asked for is that of the last signature.
    day = found.effective_on or now.astimezone(ZoneInfo(found.organisation.time_zone)).date()
    on = {"effective_on": day} if standing is Standing.SIGNED else {}
    rows.exclude(standing=Standing.IN_FORCE).update(
        standing=standing, answered_at=now, answered_by=who[:200], reason=reason, **on
    )
    content = {"agreement": str(found.agreement_id), "answer": standing.value, "name": who[:200], "reason": reason}
    _record(found, "amendment.answered", content, now)


def _record(found: Amendment, kind: str, content: dict[str, Any], now: datetime) -> None:
    record(organisation=found.organisation, actor=SIGNATORY, kind=kind, subject=found, at=now, content=content)


@transaction.atomic
def take_effect(amendment: Amendment, *, now: datetime) -> bool:
    """Put a new version on file on its day, or let it hold once it has been read; returns whether anything was done.

    The older version governs until the newer one has been read, so that at every moment one of them does.
    """
    amendment = queries.held(amendment.pk)
    due = amendment.standing == Standing.SIGNED or (
        amendment.standing == Standing.SENT and amendment.renewal.way == Way.NOTICE
    )
    draft = amendment.draft
    if not due or draft is None or not _has_come(amendment, now):
        return False
    if draft.agreement_id is not None and amendment.renewal.scope == Scope.ADDENDUM:
        return _hold_addendum(
            amendment, Agreement.objects.select_related("organisation").get(pk=draft.agreement_id), now=now
        )
    if draft.agreement_id is not None:
        return hold(amendment, Agreement.objects.select_related("organisation").get(pk=draft.agreement_id), now=now)
    made = _filed(amendment, draft, now)
    if made is None:
        Amendment.objects.filter(pk=amendment.pk).update(standing=Standing.HELD, obstacle=Obstacle.MOVED)
    return True


def _filed(amendment: Amendment, draft: Draft, now: datetime) -> Agreement | None:
    if amendment.standing == Standing.SIGNED:
        signing = Signing.objects.filter(draft=draft, sealed__isnull=False).select_related("organisation", "draft")
        found = signing.order_by("-sealed_at").first()
        if found is None:
            return None
        return signing_filing.put_on_file(found, bytes(found.sealed or b""), "pdf", now=now)
    version = DraftVersion.objects.get(draft=draft, number=draft.version)
    dated = now.astimezone(ZoneInfo(amendment.organisation.time_zone)).date()
    data = written(as_sent(draft, version), "pdf", dated=dated)
    return filing.put_on_file(draft, data, "pdf", DraftState.HOLDS, actor=actor_of(amendment.renewal), now=now)


def settle(_sender: Any = None, *, agreement: Agreement, now: datetime, **_: Any) -> None:
    """A new version was read: give one that holds by notice its facts, and let it hold if its day has come."""
    row = Amendment.objects.filter(organisation=agreement.organisation_id, draft__agreement=agreement).first()
    if row is None:
        return
    found = queries.held(row.pk)
    if found.draft is not None and found.renewal.way == Way.NOTICE:
        version = DraftVersion.objects.get(draft=found.draft, number=found.draft.version)
        filing.settle(agreement, found.draft, version, {}, actor=actor_of(found.renewal), now=now)
    if _has_come(found, now):
        hold(found, agreement, now=now)


def notice_of(draft: Draft) -> Notice | None:
    """By which notice a draft holds that the processor tells of and that nobody signs; None where it is to be signed."""
    rows = Amendment.objects.filter(organisation=draft.organisation_id, draft=draft, renewal__way=Way.NOTICE)
    return next((Notice(day) for day in rows.values_list("effective_on", flat=True)), None)


def settle_addendum(_sender: Any = None, *, agreement: Agreement, now: datetime, **_: Any) -> None:
    """An addendum was read: let it take effect if its day has come."""
    row = Amendment.objects.filter(organisation=agreement.organisation_id, draft__agreement=agreement).first()
    if row is not None:
        found = queries.held(row.pk)
        if _has_come(found, now):
            _hold_addendum(found, agreement, now=now)


def _hold_addendum(amendment: Amendment, beside: Agreement, *, now: datetime) -> bool:
    """Let an addendum that was read change what its agreement says, within the caller's transaction, its row held."""
    if beside.state != Reading.ADDENDUM or amendment.standing == Standing.IN_FORCE or amendment.effective_on is None:
        return False
    base, text = amendment.agreement, agreement_queries.text_of(beside)
    if base.state != Reading.READ or text is None:
        replaced = base.state == Reading.REPLACED
        if replaced:
            Amendment.objects.filter(pk=amendment.pk).update(
                standing=Standing.HELD, obstacle=Obstacle.MOVED, due_at=None
            )
        return replaced
    adding.take_effect(amendment, beside, text, actor=actor_of(amendment.renewal), now=now)
    _in_force(amendment, beside, now)
    return True


def hold(amendment: Amendment, successor: Agreement, *, now: datetime) -> bool:
    """Let the newer version hold and the older promise nothing any more, within the caller's transaction, its row held."""
    if successor.state != Reading.READ or amendment.standing == Standing.IN_FORCE or amendment.effective_on is None:
        return False
    actor = actor_of(amendment.renewal)
    old = amendment.agreement
    if agreements.replaced(old, by=successor, actor=actor, now=now):
        lives.follow(old, successor, on=amendment.effective_on, actor=actor, now=now)
    _in_force(amendment, successor, now)
    return True


def _in_force(amendment: Amendment, successor: Agreement, now: datetime) -> None:
    """Keep that a new version or an addendum holds; the renewal is over with its last one."""
    Amendment.objects.filter(pk=amendment.pk).update(
        standing=Standing.IN_FORCE, successor=successor, in_force_at=now, due_at=None
    )
    content = {
        "agreement": str(amendment.agreement_id),
        "successor": str(successor.pk),
        "on": amendment.effective_on.isoformat() if amendment.effective_on is not None else "",
        "duties": [[action, was is not None, after is not None] for action, was, after in amendment.duties],
    }
    record(
        organisation=amendment.organisation, actor=actor_of(amendment.renewal), kind="amendment.in_force",
        subject=amendment, at=now, content=content,
    )  # fmt: skip
    over = Amendment.objects.filter(renewal=amendment.renewal_id, standing__in=queries.OPEN)
    if not over.exists():
        Renewal.objects.filter(pk=amendment.renewal_id, state=State.SENDING).update(state=State.OVER)

"""Access to a customer's data: granted by role and need to whoever is bound and screened, reviewed, withdrawn."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements.models import Agreement
from art28.web.casework import keep_act
from art28.web.people import promising, queries, roles, rules, terms
from art28.web.people.models import Concern, Grant, StaffMember
from art28.web.people.moving import withdraw_all
from art28.web.people.settling import settle
from art28.web.services import queries as services


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The access that is asked for somebody."""

    agreement: Agreement
    service: UUID | None
    system: str
    account: str
    operations: tuple[str, ...]
    need: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why access is refused, None where it isn't; and by which provision of the agreement."""

    why: rules.Why | None
    provision: str = ""


def verdict(row: StaffMember, asked: Asked, today: date) -> Verdict:
    """Whether somebody may have this access today; `row` as `queries.deciding` gives it."""
    interval = promising.interval_under(asked.agreement)
    last: date | None = row.screened_on  # type: ignore[attr-defined]
    zone = ZoneInfo(row.organisation.time_zone)
    known = roles.known(row.organisation)
    taken = {each.pk for each in services.taken_under(row.organisation, asked.agreement.pk)}
    attempt = rules.Attempt(
        today=today,
        joined_on=row.joined_on,
        leaves_on=row.leaves_on,
        bound=row.is_bound,  # type: ignore[attr-defined]
        needs_screening=row.role is None or row.role.screened,
        screened=last is not None,
        valid_until=terms.last_day(last, interval.period, zone) if last and interval else None,
        has_role=row.role is not None,
        in_role=known.names(row.role_id, asked.service),
        allowed=known.allowed(row.role_id, asked.service),
        wanted=frozenset(asked.operations),
        taken=asked.service in taken if asked.service else not taken,
        account_shared=queries.is_shared(row, asked.system, asked.account),
    )
    why = rules.refusal(attempt)
    return Verdict(why, _clause(asked.agreement, why, interval))


def _clause(agreement: Agreement, why: rules.Why | None, interval: promising.Interval | None) -> str:
    if why in (rules.Why.UNSCREENED, rules.Why.LAPSED):
        return interval.provision if interval else ""
    if why is rules.Why.UNBOUND:
        return next((each.provision for each in promising.promises(agreement) if each.provision), "")
    return ""


def grant(row: StaffMember, asked: Asked, *, by: By) -> Grant:
    """Give somebody access. Raises `NotNow` with why not, once the refusal is recorded."""
    today = by.now.astimezone(ZoneInfo(row.organisation.time_zone)).date()
    current = queries.deciding(row.organisation, row.pk)
    if current is None:
        raise StateChanged(row.reference)
    found = verdict(current, asked, today)
    if found.why is not None:
        _refuse(row, asked, found, by)
        raise NotNow(found.why.value, place=found.provision)
    return _keep(row, asked, by)


@transaction.atomic
def _refuse(row: StaffMember, asked: Asked, found: Verdict, by: By) -> None:
    content = {**_spelled(asked), "why": str(found.why), "provision": found.provision}
    keep_act(row, "access.refused", by, content)


@transaction.atomic
def _keep(row: StaffMember, asked: Asked, by: By) -> Grant:
    made = Grant.objects.create(
        organisation=row.organisation,
        member=row,
        agreement=asked.agreement,
        service_id=asked.service,
        system=asked.system,
        account=asked.account,
        operations=list(asked.operations),
        need=asked.need,
        granted_at=by.now,
        granted_by=by.user,
    )
    keep_act(row, "access.granted", by, {"grant": str(made.pk), **_spelled(asked)})
    settle(row, because=_("access granted"), actor=by.actor, now=by.now)
    return made


def _spelled(asked: Asked) -> dict[str, Any]:
    """As the trail keeps it: the account is left out, since it may tell who somebody is."""
    return {
        "agreement": str(asked.agreement.pk),
        "service": str(asked.service) if asked.service else "",
        "system": asked.system,
        "operations": list(asked.operations),
        "need": asked.need,
    }


@transaction.atomic
def withdraw(row: StaffMember, given: Grant, *, reason: str, by: By) -> None:
    """Withdraw access. Raises `StateChanged` where it was withdrawn already."""
    if not withdraw_all(row, (given,), reason=reason, user=by.user, actor=by.actor, now=by.now):
        raise StateChanged(row.reference)
    settle(row, because=reason, actor=by.actor, now=by.now)


@transaction.atomic
def review(row: StaffMember, keep: Collection[UUID] | None, *, period: str, by: By) -> int:
    """Keep that all access of somebody was looked at: what isn't kept is withdrawn. Returns how much that was.

    `keep` is None where all of it stays.
    """
    standing = list(queries.grants_of(row).filter(withdrawn_at=None))
    if not standing:
        raise NotNow("nothing")
    gone = [] if keep is None else [each for each in standing if each.pk not in keep]
    reason = _("no longer needed, by review")
    withdrawn = withdraw_all(row, gone, reason=reason, user=by.user, actor=by.actor, now=by.now)
    today = by.now.astimezone(ZoneInfo(row.organisation.time_zone)).date()
    StaffMember.objects.filter(pk=row.pk, organisation=row.organisation_id).update(
        reviewed_on=today, review_period=period
    )
    content = {
        "kept": [str(each.pk) for each in standing if keep is None or each.pk in keep],
        "withdrawn": withdrawn,
        "next_within": period,
    }
    keep_act(row, "access.reviewed", by, content)
    settle(row, met=(Concern.REVIEW,), because=_("reviewed"), actor=by.actor, now=by.now)
    return len(withdrawn)

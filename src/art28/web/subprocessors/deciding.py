"""Whether a change can go ahead: what blocks it, under which agreements; the decision, and the day itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.agreement.naming import same_name
from art28.obligations.impact import Need
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.notices import queries as outbox
from art28.web.notices.models import Delivery
from art28.web.services import actions as services
from art28.web.services import queries as service_queries
from art28.web.services.models import Service
from art28.web.subprocessors import proposals
from art28.web.subprocessors.models import Affected, Kind, Proposal, Standing, State, SubProcessor
from art28.web.subprocessors.proposing import StateChanged


class Block(StrEnum):
    """What stands in the way under an agreement, the weightiest first."""

    FORBIDDEN = "forbidden"
    OBJECTS = "objects"
    NO_CONSENT = "no_consent"
    UNTOLD = "untold"
    WINDOW = "window"


class Hindrance(StrEnum):
    """What stands in the way of the change as a whole."""

    NO_CONTRACT = "no_contract"
    REPLY_BOUNCES = "reply_bounces"
    NOT_YET = "not_yet"


class Blocked(Exception):
    """The change can't go ahead: something stands in the way."""


def in_the_way(found: Proposal, now: datetime) -> Mapping[Block, Q]:
    """Which agreements each block holds for, as conditions on the frozen list."""
    undelivered = Q(sent=0) | Q(message__state__in=(Delivery.FAILED, Delivery.BOUNCED))
    begins = datetime.combine(found.planned_on, time.min, tzinfo=ZoneInfo(found.organisation.time_zone))
    window = Q(window_ends_at__gt=now)
    window |= Q(own_window_on__gte=now.astimezone(ZoneInfo(found.organisation.time_zone)).date())
    if now < begins:  # without a period, the other side may object until the change takes effect
        window |= Q(window_ends_at=None)
    waits = Q(need=Need.NOTICE, standing=Standing.OPEN)
    return {
        Block.FORBIDDEN: Q(need=Need.FORBIDDEN, lifted="")
        & ~Q(standing__in=(Standing.EXEMPTED, Standing.TERMINATED, Standing.CONSENTED)),
        Block.OBJECTS: Q(standing__in=(Standing.OBJECTED, Standing.REFUSED, Standing.TALKS)),
        Block.NO_CONSENT: Q(need=Need.CONSENT, standing__in=(Standing.OPEN, Standing.MITIGATED, Standing.WITHDRAWN)),
        Block.UNTOLD: waits & undelivered,
        Block.WINDOW: waits & ~undelivered & window,
    }


@dataclass(frozen=True, slots=True)
class GoNoGo:
    """How a change stands: how many agreements there are, how many each block holds for, what stands in its way as such."""

    total: int
    blocks: Mapping[Block, int]
    standings: Mapping[Standing, int]
    hindrances: tuple[Hindrance, ...]
    open_until: datetime | None

    @property
    def may_decide(self) -> bool:
        """Whether it can be decided that the change goes ahead; that its day is still to come is no hindrance to that."""
        return not any(self.blocks.values()) and set(self.hindrances) <= {Hindrance.NOT_YET}


def go_no_go(found: Proposal, now: datetime) -> GoNoGo:
    """What blocks, in three queries at any number of agreements."""
    conditions = in_the_way(found, now)
    rows = Affected.objects.filter(organisation=found.organisation_id, proposal=found)
    counted: dict[str, Any] = rows.aggregate(
        total=Count("pk"),
        **{block.value: Count("pk", filter=condition) for block, condition in conditions.items()},
    )
    standings = dict(rows.order_by().values_list("standing").annotate(count=Count("pk")))
    last = rows.filter(conditions[Block.WINDOW]).order_by("-window_ends_at").values_list("window_ends_at", flat=True)
    return GoNoGo(
        counted["total"],
        {block: counted[block.value] for block in Block},
        {Standing(each): n for each, n in standings.items()},
        tuple(_hindrances(found, now)),
        last.exclude(window_ends_at=None).first(),
    )


def _hindrances(found: Proposal, now: datetime) -> list[Hindrance]:
    here = []
    if found.kind in (Kind.ADD, Kind.REPLACE) and found.sub_processor.agreement_id is None:
        here.append(Hindrance.NO_CONTRACT)
    if found.reply_bounced_at or (found.reply_to and outbox.undeliverable(found.organisation, (found.reply_to,))):
        here.append(Hindrance.REPLY_BOUNCES)
    if now.astimezone(ZoneInfo(found.organisation.time_zone)).date() < found.planned_on:
        here.append(Hindrance.NOT_YET)
    return here


SORTS: Mapping[str, tuple[Promise, Sequence[Any]]] = {
    "": (_("By name"), ("agreement__counterparty_name", "id")),
    "need": (_("What asks most first"), ("-need", "agreement__counterparty_name", "id")),
    "window": (
        _("Time to object ends first"),
        (F("window_ends_at").asc(nulls_last=True), "agreement__counterparty_name", "id"),
    ),
}
"""In which orders the agreements of a change stand."""


def narrowed(
    found: Proposal, now: datetime, *, block: str, standing: str, words: str, sort: str = ""
) -> QuerySet[Affected]:
    """Agreements on the list in one of `SORTS`: all, those with a block, those that stand so, or by words."""
    rows = proposals.affected(found)
    conditions = in_the_way(found, now)
    if block in conditions:
        rows = rows.filter(conditions[Block(block)])
    if standing in Standing.values:
        rows = rows.filter(standing=standing)
    for word in words.split():
        rows = rows.filter(Q(agreement__counterparty_name__icontains=word) | Q(agreement__title__icontains=word))
    return rows.order_by(*SORTS[sort][1])


@transaction.atomic
def decide(found: Proposal, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Decide that the change goes ahead. Raises `Blocked`, and `StateChanged`."""
    standing = go_no_go(found, now)
    if not standing.may_decide:
        raise Blocked(found.reference)
    rows = Proposal.objects.filter(pk=found.pk, state=State.ANNOUNCED)
    if rows.update(state=State.DECIDED, decided_at=now, decided_by=by, reason=reason) != 1:
        raise StateChanged(found.reference)
    found.refresh_from_db()
    contract = found.sub_processor.agreement_id
    content = {
        "agreements": standing.total,
        "standings": {each.value: n for each, n in standing.standings.items()},
        "contract": str(contract) if contract else None,
        "reason": reason,
    }
    record(
        organisation=found.organisation, actor=actor, kind="proposal.decided", subject=found, at=now, content=content
    )


@transaction.atomic
def withdraw(found: Proposal, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Take back an announced change; its clocks stop. Raises `StateChanged`."""
    rows = Proposal.objects.filter(pk=found.pk, state__in=(State.ANNOUNCED, State.DECIDED))
    if rows.update(state=State.WITHDRAWN, decided_at=now, decided_by=by, reason=reason) != 1:
        raise StateChanged(found.reference)
    found.refresh_from_db()
    record(
        organisation=found.organisation,
        actor=actor,
        kind="proposal.withdrawn",
        subject=found,
        at=now,
        content={"reason": reason},
    )


@transaction.atomic
def reply_came_back(found: Proposal, *, actor: Actor, now: datetime) -> None:
    """Keep that messages to the address for objections come back: customers could not object there."""
    rows = Proposal.objects.filter(pk=found.pk, state=State.ANNOUNCED, reply_bounced_at=None)
    if rows.update(reply_bounced_at=now) != 1:
        raise StateChanged(found.reference)
    found.refresh_from_db()
    record(
        organisation=found.organisation,
        actor=actor,
        kind="proposal.reply_bounced",
        subject=found,
        at=now,
        content={"reply_to": found.reply_to},
    )


@transaction.atomic
def mend_reply(found: Proposal, address: str, *, days: int, actor: Actor, now: datetime) -> None:
    """Give an address that works. Whoever was told the other one, and hasn't answered, keeps `days` more to object."""
    rows = Proposal.objects.filter(pk=found.pk, state=State.ANNOUNCED)
    if rows.update(reply_to=address, reply_bounced_at=None) != 1:
        raise StateChanged(found.reference)
    until = (now.astimezone(ZoneInfo(found.organisation.time_zone)) + timedelta(days=days)).date()
    told = Affected.objects.filter(proposal=found, need=Need.NOTICE, standing=Standing.OPEN, sent__gt=0)
    told.filter(Q(own_window_on=None) | Q(own_window_on__lt=until)).update(own_window_on=until)
    found.refresh_from_db()
    record(
        organisation=found.organisation,
        actor=actor,
        kind="proposal.reply_mended",
        subject=found,
        at=now,
        content={"reply_to": found.reply_to},
    )


@transaction.atomic
def carry_out(found: Proposal, *, actor: Actor, now: datetime) -> tuple[str, ...]:
    """On the day: change what services say of their sub-processors; annexes and registers follow. Returns their names.

    Raises `Blocked` before the day, or where something came in the way since; `StateChanged`.
    """
    standing = go_no_go(found, now)
    if not standing.may_decide or standing.hindrances:
        raise Blocked(found.reference)
    if Proposal.objects.filter(pk=found.pk, state=State.DECIDED).update(state=State.DONE, done_at=now) != 1:
        raise StateChanged(found.reference)
    found.refresh_from_db()
    changed = []
    for service in service_queries.choices(found.organisation).services:
        wanted = _after(found, service)
        if wanted is not None:
            about = services.about(service)
            what = services.About(
                **{**{n: getattr(about, n) for n in services.About.__slots__}, "sub_processors": wanted}
            )
            services.change(service, what, based_on=service.version, actor=actor, now=now)
            changed.append(service.name)
    if found.kind == Kind.MOVE:
        SubProcessor.objects.filter(pk=found.sub_processor_id).update(countries=found.countries, changed_at=now)
    content = {"services": changed, "exempted": standing.standings.get(Standing.EXEMPTED, 0)}
    record(
        organisation=found.organisation,
        actor=actor,
        kind="proposal.carried_out",
        subject=found,
        at=now,
        content=content,
    )
    return tuple(changed)


def _after(found: Proposal, service: Service) -> tuple[Mapping[str, Any], ...] | None:
    """The sub-processors of a service once the change is made; None where nothing changes."""
    if service.ended_at is not None or (found.services and str(service.pk) not in found.services):
        return None
    before = list(service.sub_processors)
    gone = same_name(found.replaced.name if found.replaced else found.sub_processor.name)
    here = [each for each in before if same_name(str(each["name"])) == gone]
    rest = [each for each in before if same_name(str(each["name"])) != gone]
    if found.kind == Kind.REMOVE:
        return tuple(rest) if here else None
    # Without services named, only those change in which the one that moves or is replaced stands.
    if (
        not here
        and not (found.kind == Kind.ADD and found.services)
        and not (found.kind == Kind.REPLACE and found.services)
    ):
        return None
    known: Mapping[str, Any] = here[0] if here and found.kind != Kind.REPLACE else {}
    after = {
        "name": found.sub_processor.name,
        "role": found.role or str((here[0] if here else {}).get("role", "")),
        "countries": list(found.countries),
        "email": str(known.get("email", "")) or found.sub_processor.email,
    }
    return (*rest, after)

"""Deletion with proof: many items by one run, refused while a hold, a choice, a return or a ground of the law stands."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.formats import date_format

from art28.agreement.duties import Action
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import Entry, alike, record_alike
from art28.web.clocks.finishing import end_many
from art28.web.database.alike import Alike
from art28.web.database.expressions import Among, Hex
from art28.web.database.identifiers import new_texts
from art28.web.endings import actions, planning, queries
from art28.web.endings.models import Basis, Choice, Ending, Item, Kind, Run, RunLine
from art28.web.endings.refusals import Refused, Why
from art28.web.endings.saying import agreed_of, cited, clause

MOST = 10_000
"""How many items one run holds."""
_CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class Deletion:
    """How something was deleted, and what shows it: a hash of the log, a name of who attests."""

    at: datetime
    method: str
    note: str = ""
    proof_sha256: str = ""
    attested_by: str = ""


@transaction.atomic
def delete(
    organisation: Organisation, ids: Sequence[UUID], done: Deletion, *, by: User | None, actor: Actor, now: datetime
) -> Run:
    """Keep that these items were deleted, all by one run; their clocks end. Raises `Refused`, and then keeps nothing."""
    wanted = Item.objects.filter(Among("id", ids), organisation=organisation, deleted_at=None)
    items = [
        Gone(*row) for row in wanted.select_for_update().annotate(hex=Hex("id")).order_by("id").values_list(*_READ)
    ]
    if not items:
        raise Refused(Why.NOTHING)
    zone = ZoneInfo(organisation.time_zone)
    _refuse_held(organisation, {each.agreement_id for each in items})
    ended = {each.ending_id for each in items if each.ending_id}
    endings = list(Ending.objects.filter(Among("id", ended)).defer("agreed", "checksums")) if ended else []
    for ending in endings:
        _refuse_early(ending)
    _refuse_kept(wanted, done.at.astimezone(zone).date(), attested=bool(done.attested_by))
    run = Run.objects.create(
        organisation=organisation,
        at=done.at,
        method=done.method,
        note=done.note,
        proof_sha256=done.proof_sha256,
        count=len(items),
        by=by,
        recorded_at=now,
    )
    days = {day: _LINES.shared(RunLine(run=run, due_on=day)) for day in {each.last_day for each in items}}
    ids_of = zip(new_texts(len(items)), items, strict=True)
    _LINES.write(((line, each.hex), days[each.last_day]) for line, each in ids_of)
    _keep(organisation, items, run, done, zone, actor=actor, now=now)
    _follow(organisation, endings, done.at, actor=actor, now=now)
    return run


class Gone(NamedTuple):
    """What of an item its deletion asks for; its identifier as text, so that many cost no objects."""

    hex: str
    last_day: date | None
    basis: str
    ending_id: UUID | None
    agreement_id: UUID

    @property
    def goes_on(self) -> bool:
        """Whether what grows old is deleted again and again."""
        return self.basis == Basis.ROLLING and self.ending_id is None


_READ = Gone._fields
_LINES = Alike(RunLine, "id", "item_id")


def _keep(
    organisation: Organisation, items: Sequence[Gone], run: Run, done: Deletion, zone: ZoneInfo, *, actor: Actor,
    now: datetime,
) -> None:  # fmt: skip
    """What the run does to the items and their clocks, and the act of each."""
    again = [each.hex for each in items if each.goes_on]
    goes_on = list(Item.objects.filter(Among("id", again), organisation=organisation)) if again else []
    for item in goes_on:  # what has grown old since is due once more, a term later
        planning.count(item, done.at, item.period, zone, last=done.at.astimezone(zone).date())
        item.order_asked_at, item.ordered_at, item.ordered_by = None, None, ""
    columns = ("counts_from", "counted", "due_at", "last_day", "clock_at", "clocked_at")
    Item.objects.bulk_update(goes_on, (*columns, "order_asked_at", "ordered_at", "ordered_by"), _CHUNK)
    if gone := [each.hex for each in items if not each.goes_on]:
        Item.objects.filter(Among("id", gone)).update(
            deleted_at=done.at, method=done.method, proof_sha256=done.proof_sha256, attested_by=done.attested_by
        )
    ids = [each.hex for each in items]
    end_many(
        organisation,
        subject_kind=queries.RETENTION,
        subject_ids=ids,
        at=done.at,
        reason=done.method,
        actor=actor,
        now=now,
    )
    content = {"run": str(run.pk), "at": done.at.isoformat(), "method": done.method, "attested_by": done.attested_by}
    if done.proof_sha256:
        content["proof_sha256"] = done.proof_sha256
    entry = Entry("retention.deleted", "item", run.pk, content)
    act = alike(organisation=organisation, actor=actor, at=now, entry=entry)
    record_alike(organisation, [(each, act) for each in ids])


def _follow(
    organisation: Organisation, endings: Sequence[Ending], at: datetime, *, actor: Actor, now: datetime
) -> None:
    """What the deletion of places brings along: the back-ups' own terms, and the end of the agreements' duty."""
    ids = [each.pk for each in endings]
    if not ids:
        return
    planning.begin_backups(organisation, ids)
    outstanding = queries.outstanding_of(organisation, ids).exclude(kind=Kind.BACKUP)
    left = set(outstanding.order_by().values_list("ending_id", flat=True).distinct())
    done: dict[str, list[UUID]] = defaultdict(list)
    for ending in endings:
        if ending.pk not in left:
            done[str(Choice(ending.choice).label) if ending.choice else ""].append(ending.event_id)
    for words, events in done.items():
        end_many(
            organisation, subject_kind=actions.KIND, subject_ids=events, action=Action.RETURN_OR_DELETE, at=at,
            reason=words, actor=actor, now=now,
        )  # fmt: skip


def _refuse_held(organisation: Organisation, agreements: Collection[UUID]) -> None:
    standing = queries.holds(organisation, agreements).first()
    if standing is not None:
        raise Refused(
            Why.HELD, reason=standing.reason, who=str(standing.set_by), day=date_format(standing.set_at, "j F Y")
        )


def _refuse_early(ending: Ending) -> None:
    if ending.completed_at is not None or ending.cancelled_at is not None:
        return  # what stayed on a ground is deleted after the certificate
    actions.require_choice(ending)
    if ending.choice == Choice.RETURN and ending.returned_at is None:
        actions.refuse_withheld(ending)
        raise Refused(Why.NOT_RETURNED, clause=clause(agreed_of(ending.agreed), "end.data"))


def _refuse_kept(wanted: QuerySet[Item], on: date, *, attested: bool) -> None:
    """Refuse for the first item that a ground of the law keeps, that nobody ordered, or that nobody attests to."""
    stands = Q(kept_until__gte=on) | Q(on_order=True, ordered_at=None)
    if not attested:
        stands |= Q(kind=Kind.SUB_PROCESSOR)
    item = wanted.filter(stands).order_by("id").first()
    if item is None:
        return
    if item.kept_until is not None and on <= item.kept_until:
        day = date_format(item.kept_until, "j F Y")
        raise Refused(Why.KEPT_BY_LAW, what=item.name, day=day, provision=item.kept_provision or item.kept_reason)
    if item.on_order and item.ordered_at is None:
        raise Refused(Why.NO_ORDER, what=item.name, clause=cited(item.provision))
    raise Refused(Why.NOT_ATTESTED, what=item.name)

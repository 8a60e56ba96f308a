"""The endings' pumps: what was agreed where no choice is made, and the clocks of what is kept, set-based."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from art28.agreement.duties import Trigger
from art28.obligations import retaining
from art28.obligations import start as core
from art28.terms import StartReason
from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.clocks.actions import Starting, Subject, bears
from art28.web.clocks.starting import Own, Pattern, pattern_of_each, start_each
from art28.web.endings import asking, defaults, ordering, queries
from art28.web.endings.models import Hold, Item, Kind
from art28.web.endings.saying import cited

CHUNK = 1_000
_LABEL = 120
_COLUMNS = (
    *("pk", "agreement_id", "agreement__direction", "kind", "name", "counts_from", "counted", "last_day"),
    *("provision", "kept_provision"),
)


def begin_clocks(*, now: datetime, limit: int) -> int:
    """Start the clocks of items whose last day comes near, of one organisation a transaction; returns how many."""
    done = 0
    while done < limit:
        begun = _begin(now, min(CHUNK, limit - done))
        if not begun:
            break
        done += begun
    return done


def _due(now: datetime) -> QuerySet[Item]:
    """Items whose clock is to run by now and doesn't, and whose deletion nothing holds."""
    held = Hold.objects.filter(agreement=OuterRef("agreement"), lifted_at=None)
    rows = Item.objects.filter(clock_at__lte=now, clocked_at=None, deleted_at=None)
    return rows.filter(~Exists(held)).order_by("clock_at", "id")


@transaction.atomic
def _begin(now: datetime, most: int) -> int:
    first = _due(now).values_list("organisation_id", flat=True).first()
    if first is None:
        return 0
    organisation = Organisation.objects.get(pk=first)
    chosen = _due(now).filter(organisation=organisation).select_for_update(of=("self",), skip_locked=True)
    rows = list(chosen.values_list(*_COLUMNS)[:most])
    if not rows:
        return 0
    Item.objects.filter(pk__in=[row[0] for row in rows]).update(clocked_at=now)
    return start_each(organisation, _begun(organisation, rows, now))


def _begun(organisation: Organisation, rows: "Sequence[tuple[object, ...]]", now: datetime) -> list[Own]:
    zone = ZoneInfo(organisation.time_zone)

    @lru_cache(maxsize=4_096)
    def pattern(
        direction: str, kind: str, since: datetime, period: str, last_day: object, by: str, law: str
    ) -> Pattern:
        duty = retaining.duty_to_delete(period, provision=by, on=str(last_day), law=law)
        event = core.Event(Trigger.RETENTION, since, law or cited(by), StartReason.ENDED)
        obligation = core.start(duty, event, facts_version="", zone=zone, ends_by=core.Proof.DONE)
        ours = bears(direction, duty.bearer.value) and kind != Kind.SUB_PROCESSOR
        starting = Starting(organisation.pk, obligation, ours=ours)
        subject = Subject(queries.RETENTION, organisation.pk, "")
        return pattern_of_each(organisation, starting, subject=subject, actor=WORKER, now=now)

    return [
        Own(_hex(agreement), _hex(pk), str(name)[:_LABEL], pattern(direction, kind, since, period, last, by, law))
        for pk, agreement, direction, kind, name, since, period, last, by, law in rows
    ]


def _hex(value: object) -> str:
    return value.hex if isinstance(value, UUID) else str(value).replace("-", "")


PUMPS = (defaults.apply_defaults, asking.remind, begin_clocks, ordering.ask)

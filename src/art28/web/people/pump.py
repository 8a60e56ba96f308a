"""The pumps of staff: whoever's last day is over leaves, clocks are held against what is kept, what is erased goes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from art28.web.accounts.access import WORKER
from art28.web.audit import queries as audit
from art28.web.people import actions, importing, moving, queries
from art28.web.people.models import StaffMember
from art28.web.people.settling import round_of, settle

_A_WEEK = timedelta(days=7)
_MOST = 50


def leave(*, now: datetime, limit: int) -> int:
    """Withdraw everything of those whose last day is over; returns how many that were."""
    rows = StaffMember.objects.filter(left_at=None, leaves_on__lte=round_of(now)).select_related("organisation", "role")
    done = 0
    for row in rows.order_by("leaves_on", "id")[: min(limit, _MOST)]:
        today = now.astimezone(ZoneInfo(row.organisation.time_zone)).date()
        if row.leaves_on is not None and row.leaves_on < today:
            with translation.override(row.organisation.language):
                moving.carry_out(row, user=None, actor=WORKER, now=now)
            done += 1
    return done


def settle_all(*, now: datetime, limit: int) -> int:
    """Settle those who weren't yet today; returns how many."""
    waiting = Q(settled_on=None) | Q(settled_on__lt=round_of(now))
    rows = StaffMember.objects.filter(waiting, left_at=None).select_related("organisation").order_by("settled_on", "id")
    done = list(rows[: min(limit, _MOST)])
    for row in done:
        with transaction.atomic(), translation.override(row.organisation.language):
            locked = StaffMember.objects.select_for_update(skip_locked=True, of=("self",)).filter(pk=row.pk)
            if locked.filter(waiting).exists():
                settle(row, because=_("counted anew"), actor=WORKER, now=now)
    return len(done)


def erase_again(*, now: datetime, limit: int) -> int:
    """Blank those whose act was erased, such as by a back-up put back; returns how many."""
    erased = audit.erased_among(queries.to_blank().values("kept_act"))[:limit]
    grounds = dict(erased.values_list("act_id", "ground"))
    for identity in queries.to_blank().filter(kept_act__in=grounds):
        with transaction.atomic():
            actions.blank(identity, ground=grounds.get(identity.kept_act or identity.pk, ""), now=now)
    return len(grounds)


def forget(*, now: datetime, limit: int) -> int:
    """Forget tables that nobody took over within a week."""
    return importing.forget(now - _A_WEEK, limit)


PUMPS = (leave, settle_all, erase_again, forget)

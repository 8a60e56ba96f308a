"""Reads agreements that wait, one after the other: claim, read outside any transaction, store under the lease."""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q

from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from art28.web.agreements.models import Agreement, SourceBytes, State
from art28.web.agreements.reading import NoAgreement, Read, read
from art28.web.agreements.storing import LeaseLost, fail, store
from art28.web.database.identifiers import new_id

_LEASE = timedelta(minutes=10)  # recognising a long scan takes up to eight
_MOST_ATTEMPTS = 3
GAVE_UP = "gave_up"
BROKE = "broke"
NO_AGREEMENT = "no_agreement"
_log = logging.getLogger(__name__)


def pump(*, now: datetime, limit: int) -> int:
    """Read at most `limit` agreements that are due at `now`; returns how many came to an end, read or failed."""
    done = 0
    with Jail() as jail:
        for _ in range(limit):
            claimed = claim(now=now)
            if claimed is None:
                break
            agreement, lease = claimed
            done += _carry_out(agreement, lease, jail, now=now)
    return done


def claim(*, now: datetime) -> tuple[Agreement, UUID] | None:
    """Take the agreement that has waited longest, for as long as the lease lasts; None where none waits."""
    lease = new_id()
    due = Agreement.objects.filter(due_at__lte=now).filter(Q(leased_until=None) | Q(leased_until__lte=now))
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        taken = due.order_by("due_at", "id").values_list("pk", "lease").first()
        if taken is None:
            return None
        pk, held = taken
        changed = Agreement.objects.filter(pk=pk, lease=held).update(
            lease=lease, leased_until=now + _LEASE, state=State.READING, attempts=F("attempts") + 1
        )
        if changed != 1:
            return None
    return Agreement.objects.select_related("source").get(pk=pk), lease


def _carry_out(agreement: Agreement, lease: UUID, jail: Jail, *, now: datetime) -> bool:
    """Read one agreement; returns whether it came to an end. What can't be stored now is tried again after the lease."""
    try:
        if agreement.attempts > _MOST_ATTEMPTS:
            fail(agreement.pk, GAVE_UP, lease=lease, now=now)
            return True
        outcome = _read(agreement, jail)
        if isinstance(outcome, str):
            fail(agreement.pk, outcome, lease=lease, now=now)
        else:
            store(agreement.pk, outcome, lease=lease, now=now)
    except LeaseLost:
        return False
    except Exception as error:
        _log.error("agreement %s could not be stored: %s", agreement.pk, type(error).__name__)
        return False
    return True


def _read(agreement: Agreement, jail: Jail) -> Read | str:
    """The agreement as read, or the code of why it can't be; one that breaks the reader must not stop the others."""
    data = bytes(SourceBytes.objects.get(file_id=agreement.source_id).data)
    try:
        return read(data, name=agreement.source.name, jail=jail)
    except UnreadableFile as error:
        return error.reason.value
    except NoAgreement:
        return NO_AGREEMENT
    except Exception as error:
        # The kind of error only: its message may quote the agreement.
        _log.error("agreement %s broke the reader: %s", agreement.pk, type(error).__name__)
        return BROKE


PUMPS = (pump,)

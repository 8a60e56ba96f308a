"""Reads agreements that wait, one after the other: claim, read outside any transaction, store under the lease.

A file that holds several agreements is read once; the first that is stored makes the others known.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q

from art28.document.model import Document
from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from art28.web.agreements.models import Agreement, SourceBytes, State
from art28.web.agreements.reading import NoAgreement, Read, addendum_in, documents, read
from art28.web.agreements.storing import LeaseLost, fail, store
from art28.web.database.identifiers import new_id

_LEASE = timedelta(minutes=10)  # recognising a long scan takes up to eight
_MOST_ATTEMPTS = 3
GAVE_UP = "gave_up"
BROKE = "broke"
NO_AGREEMENT = "no_agreement"
NOT_THERE = "not_there"
_log = logging.getLogger(__name__)


def pump(*, now: datetime, limit: int) -> int:
    """Read at most `limit` files whose agreements are due at `now`; returns how many agreements came to an end."""
    done = 0
    with Jail() as jail:
        for _ in range(limit):
            claimed = claim(now=now)
            if claimed is None:
                break
            done += _carry_out(*claimed, jail, now=now)
    return done


def claim(*, now: datetime, of_file: UUID | None = None) -> tuple[Agreement, UUID] | None:
    """Take the agreement that has waited longest, for as long as the lease lasts; None where none waits.

    `of_file` narrows it to what one file holds.
    """
    lease = new_id()
    due = Agreement.objects.filter(due_at__lte=now).filter(Q(leased_until=None) | Q(leased_until__lte=now))
    if of_file is not None:
        due = due.filter(source_id=of_file)
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


def _carry_out(agreement: Agreement, lease: UUID, jail: Jail, *, now: datetime) -> int:
    """Read the file of one agreement, and with it the others in it that wait; returns how many came to an end."""
    if agreement.attempts > _MOST_ATTEMPTS:
        return _ended(agreement, GAVE_UP, lease, now=now)
    try:
        data = bytes(SourceBytes.objects.get(file_id=agreement.source_id).data)
    except Exception as error:
        _log.error("the file of agreement %s could not be had: %s", agreement.pk, type(error).__name__)
        return 0
    found = _documents(agreement, data, jail)
    if isinstance(found, str):
        return _ended(agreement, found, lease, now=now)
    done = 0
    taken: tuple[Agreement, UUID] | None = (agreement, lease)
    while taken is not None:
        each, its_lease = taken
        document = found[each.share - 1] if each.share <= len(found) else None
        ended = _ended(each, NOT_THERE if document is None else _read(each, document), its_lease, now=now)
        done += ended
        # The file was read once: what else it holds need not have it read again, which for a scan takes minutes.
        taken = claim(now=now, of_file=agreement.source_id) if ended and len(found) > 1 else None
    return done


def _ended(agreement: Agreement, outcome: Read | str, lease: UUID, *, now: datetime) -> int:
    """Keep what came of one agreement: 1, or 0 where it isn't ours to keep, or is to be tried again after the lease."""
    try:
        if isinstance(outcome, str):
            fail(agreement.pk, outcome, lease=lease, now=now)
        else:
            store(agreement.pk, outcome, lease=lease, now=now)
    except LeaseLost:
        return 0
    except Exception as error:
        _log.error("agreement %s could not be stored: %s", agreement.pk, type(error).__name__)
        return 0
    return 1


def _documents(agreement: Agreement, data: bytes, jail: Jail) -> Sequence[Document] | str:
    """The documents in the bytes of the agreement's file, or the code of why it can't be read."""
    try:
        if agreement.amends_id is not None:
            return addendum_in(data, name=agreement.source.name, jail=jail)
        return documents(data, name=agreement.source.name, jail=jail, begins=agreement.source.begins)
    except UnreadableFile as error:
        return error.reason.value
    except Exception as error:
        return _broke(agreement, error)


def _read(agreement: Agreement, document: Document) -> Read | str:
    """The agreement as read, or the code of why it can't be; one that breaks the reader must not stop the others."""
    try:
        return read(document, is_addendum=agreement.amends_id is not None)
    except NoAgreement:
        return NO_AGREEMENT
    except Exception as error:
        return _broke(agreement, error)


def _broke(agreement: Agreement, error: Exception) -> str:
    # The kind of error only: its message may quote the agreement.
    _log.error("agreement %s broke the reader: %s", agreement.pk, type(error).__name__)
    return BROKE


PUMPS = (pump,)

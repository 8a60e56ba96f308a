"""A pack that is due -> an encrypted file in the place of choice, by any worker, once."""

import logging
import os
import tempfile
from datetime import date, datetime, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import IO
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max, Q

from art28.offline.sealed import InvalidKey, recipients, seal
from art28.web.accounts.access import WORKER, Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import record
from art28.web.offline import contents
from art28.web.offline.models import Pack, State

NIGHT = 2
"""The local hour from which the night's pack is made."""

_LEASE = timedelta(hours=2)
_AGAIN = timedelta(minutes=30)
_log = logging.getLogger(__name__)


class NotConfigured(Exception):
    """No place or no key is set for packs; says which."""


def configured() -> bool:
    """Whether packs are to be made here."""
    return bool(settings.OFFLINE_DIR and settings.OFFLINE_RECIPIENTS)


def plan(*, now: datetime) -> int:
    """Let every organisation have a pack of this night, once; returns how many were planned."""
    if not configured():
        return 0
    planned = 0
    for organisation in Organisation.objects.all():
        local = now.astimezone(ZoneInfo(organisation.time_zone))
        if local.hour < NIGHT:
            continue
        defaults = {"asked_at": now, "next_attempt_at": now}
        _row, made = Pack.objects.get_or_create(organisation=organisation, on=local.date(), number=1, defaults=defaults)
        planned += made
    return planned


@transaction.atomic
def ask(organisation: Organisation, *, actor: Actor, now: datetime) -> Pack:
    """Have a pack made now, beside that of the night."""
    Organisation.objects.select_for_update().only("id").get(pk=organisation.pk)
    on = now.astimezone(ZoneInfo(organisation.time_zone)).date()
    last = Pack.objects.filter(organisation=organisation, on=on).aggregate(last=Max("number"))["last"] or 1
    row = Pack.objects.create(organisation=organisation, on=on, number=last + 1, asked_at=now, next_attempt_at=now)
    record(organisation=organisation, actor=actor, kind="offline.asked", subject=row, at=now)
    return row


def make_due(*, now: datetime, limit: int) -> int:
    """Make at most `limit` packs that are due; returns how many were made."""
    if not configured():
        return 0
    made = 0
    for _each in range(limit):
        row = _claimed(now)
        if row is None:
            break
        try:
            make(row, actor=WORKER, now=now)
        except (OSError, InvalidKey) as error:
            _failed(row, error, now)
            _log.warning("an offline pack was not made: %s", type(error).__name__)
        else:
            made += 1
    return made


def _claimed(now: datetime) -> Pack | None:
    """The pack that has been due for longest, ours for a while; a worker that died leaves it to the next."""
    free = Q(lease=None) | Q(leased_until__lt=now)
    due = Pack.objects.filter(free, next_attempt_at__lte=now).order_by("next_attempt_at", "id")
    for key in due.values_list("pk", flat=True)[:5]:
        lease = uuid4()
        claimed = Pack.objects.filter(free, pk=key, next_attempt_at__lte=now)
        if claimed.update(lease=lease, leased_until=now + _LEASE, attempts=F("attempts") + 1) == 1:
            return Pack.objects.select_related("organisation").get(pk=key)
    return None


def make(row: Pack, *, actor: Actor, now: datetime) -> Path:
    """Make the file of a pack, whole or not at all, and say so. Raises `NotConfigured`, `InvalidKey`, `OSError`."""
    if not configured():
        raise NotConfigured("ART28_OFFLINE_DIR and ART28_OFFLINE_RECIPIENTS")
    recipients(settings.OFFLINE_RECIPIENTS)  # before anything is read
    folder = Path(settings.OFFLINE_DIR)
    target = folder / _name(row.organisation, row.on, row.number)
    with tempfile.TemporaryFile() as plain:
        count = contents.write(row.organisation, plain, now=now)
        plain.seek(0)
        size, digest = _written(plain, target)
    with transaction.atomic():
        changed = Pack.objects.filter(pk=row.pk, lease=row.lease).update(
            state=State.MADE, made_at=now, name=target.name, size=size, sha256=digest, agreements=count, error="",
            lease=None, leased_until=None, next_attempt_at=None,
        )  # fmt: skip
        if changed == 1:
            content = {"name": target.name, "sha256": digest, "size": size, "agreements": count}
            record(
                organisation=row.organisation, actor=actor, kind="offline.made", subject=row, at=now, content=content
            )
    _prune(row.organisation, folder)
    return target


def _name(organisation: Organisation, on: date, number: int) -> str:
    return f"{_beginning(organisation)}{on.isoformat()}-{number}.zip.age"


def _beginning(organisation: Organisation) -> str:
    return f"art28-offline-{organisation.slug}-"


def _written(plain: IO[bytes], target: Path) -> tuple[int, str]:
    """Encrypt beside the target and put it in place once it is safe on disk."""
    handle, name = tempfile.mkstemp(prefix=".art28-offline-", dir=target.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w+b") as sealed:
            seal(plain, sealed, settings.OFFLINE_RECIPIENTS)
            sealed.flush()
            os.fsync(sealed.fileno())
            size = sealed.tell()
            sealed.seek(0)
            digest = file_digest(sealed, "sha256").hexdigest()
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return size, digest


def _prune(organisation: Organisation, folder: Path) -> None:
    """Keep the newest files of this organisation; its names sort by day."""
    files = sorted(path for path in folder.glob(f"{_beginning(organisation)}????-??-??-*.zip.age"))
    for path in files[: -settings.OFFLINE_KEEP or None] if settings.OFFLINE_KEEP else []:
        path.unlink(missing_ok=True)


def _failed(row: Pack, error: Exception, now: datetime) -> None:
    Pack.objects.filter(pk=row.pk, lease=row.lease).update(
        state=State.FAILED, error=type(error).__name__[:80], lease=None, leased_until=None, next_attempt_at=now + _AGAIN
    )

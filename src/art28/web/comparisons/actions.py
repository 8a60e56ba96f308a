"""Writes of comparisons: a document is read in the confined reader and kept for a month; then it goes."""

import hashlib
from datetime import datetime, timedelta

from django.db import transaction

from art28.document.model import Document
from art28.reading.jail import Jail
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import rows
from art28.web.audit.actions import record
from art28.web.comparisons.models import Brought

KEPT = timedelta(days=30)
_LONGEST_NAME = 255


def parsed(data: bytes, *, name: str) -> Document:
    """The document in a file's bytes, read in a limited subprocess; raises UnreadableFile."""
    with Jail() as jail:
        return jail.read(data, name=name)


@transaction.atomic
def bring(
    organisation: Organisation, document: Document, data: bytes, *, by: User, actor: Actor, now: datetime
) -> Brought:
    """Keep a document that was brought, as it was read."""
    row = Brought.objects.create(
        organisation=organisation,
        name=document.name[-_LONGEST_NAME:] or "?",
        sha256=hashlib.sha256(data).hexdigest(),
        extraction=document.extraction,
        text=document.text.replace("\x00", "\ufffd"),
        blocks=[rows.of_block(block) for block in document.blocks],
        pages=rows.of_pages(document),
        notes=[rows.of_note(note) for note in document.notes],
        comments=[rows.of_comment(comment) for comment in document.comments],
        brought_by=by,
        brought_at=now,
    )
    content = {"file_sha256": row.sha256}
    record(organisation=organisation, actor=actor, kind="comparison.brought", subject=row, at=now, content=content)
    return row


def forget(*, now: datetime, limit: int) -> int:
    """Delete at most `limit` documents that were brought longer than a month ago; returns how many."""
    over = Brought.objects.filter(brought_at__lt=now - KEPT).order_by("brought_at")
    deleted, _ = Brought.objects.filter(pk__in=list(over.values_list("pk", flat=True)[:limit])).delete()
    return deleted

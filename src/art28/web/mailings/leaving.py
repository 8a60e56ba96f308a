"""A released mailing -> the outbox, in chunks: what is due first leaves first.

A chunk is one transaction: the messages, what they do to the clocks, and the mark on the lines; a kill leaves lines that
still wait, and whoever runs the pump next takes them. The mailing's row is held meanwhile, so that one worker writes its
chunks and a recall comes either before the first of them or too late.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q

from art28.web.accounts.access import Actor
from art28.web.audit.actions import record
from art28.web.mailings.actions import subject_of
from art28.web.mailings.models import Mailing, MailingLine, Standing, State
from art28.web.mailings.preparing import words_of
from art28.web.mailings.sources import Outgoing, source_of

CHUNK = 50
"""How many agreements one transaction takes: under half a second on SQLite, where others wait meanwhile."""


@transaction.atomic
def leave_chunk(mailing: Mailing, *, actor: Actor, now: datetime) -> int:
    """Hand over the next chunk; after the last one the mailing is sent. Returns how many lines it did, 0 where it can't."""
    rows = Mailing.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        pk=mailing.pk, state=State.RELEASED, leaves_at__lte=now
    )
    held = rows.select_related("organisation").first()
    if held is None:
        return 0
    lines = _next(held)
    if lines:
        _hand_over(held, lines, actor=actor, now=now)
    waiting = MailingLine.objects.filter(mailing=held, standing=Standing.WAITING).order_by("order_at", "bundle", "id")
    following = waiting.values_list("order_at", flat=True).first()
    Mailing.objects.filter(pk=held.pk).update(started_at=held.started_at or now, first_due_at=following)
    if following is None:
        _finish(held, actor=actor, now=now)
    return max(len(lines), 1)


def _next(mailing: Mailing) -> list[MailingLine]:
    """The next lines, with all of the last bundle."""
    waiting = MailingLine.objects.filter(mailing=mailing, standing=Standing.WAITING)
    lines = list(waiting.order_by("order_at", "bundle", "id")[:CHUNK])
    if len(lines) == CHUNK:
        known = {line.pk for line in lines}
        rest = waiting.filter(bundle=lines[-1].bundle).order_by("id")
        lines += [line for line in rest if line.pk not in known]
    return lines


def _hand_over(mailing: Mailing, lines: Sequence[MailingLine], *, actor: Actor, now: datetime) -> None:
    letters = [
        [_outgoing(mailing, line) for line in group] for _, group in groupby(lines, key=lambda line: line.bundle)
    ]
    source = source_of(mailing.subject_kind)
    outcomes = source.hand_over(subject_of(mailing), letters, words_of(mailing), actor=actor, now=now)
    left: list[MailingLine] = []
    refused: dict[str, list[UUID]] = {}
    for line in lines:
        outcome = outcomes[line.agreement_id]
        if isinstance(outcome, str):
            refused.setdefault(outcome, []).append(line.pk)
            continue
        line.message_id, line.standing = outcome, Standing.LEFT
        left.append(line)
    MailingLine.objects.bulk_update(left, ("message", "standing"), batch_size=CHUNK)
    for obstacle, ids in refused.items():
        MailingLine.objects.filter(pk__in=ids).update(standing=Standing.HELD, obstacle=obstacle)


def _outgoing(mailing: Mailing, line: MailingLine) -> Outgoing:
    """What was approved leaves as it was approved, or not at all; else a draft leaves as it stands."""
    version = line.version if mailing.approval_wanted else None
    return Outgoing(line.agreement_id, line.recipient, line.recipient_name, version)


def _finish(mailing: Mailing, *, actor: Actor, now: datetime) -> None:
    changed = Mailing.objects.filter(pk=mailing.pk, state=State.RELEASED).update(state=State.SENT, sent_at=now)
    if changed != 1:
        return
    counts = MailingLine.objects.filter(mailing=mailing).aggregate(
        left=Count("id", filter=Q(standing=Standing.LEFT)), held=Count("id", filter=Q(standing=Standing.HELD))
    )
    organisation = mailing.organisation
    record(organisation=organisation, actor=actor, kind="mailing.sent", subject=mailing, at=now, content=counts)

"""A choice -> the lines of a mailing, looked at in chunks; then the list is frozen, and lines to one recipient bundled."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Min

from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.database import bulk
from art28.web.mailings import policies
from art28.web.mailings.errors import StateChanged
from art28.web.mailings.models import Mailing, MailingLine, Standing, State
from art28.web.mailings.sources import Addressee, Choice, Subject, Words, source_of

CHUNK = 200
"""How many agreements one transaction looks at."""
MOST_TOGETHER = 25
"""How many agreements go in one message at most."""
_MOST_AGAIN = 2_000


@transaction.atomic
def prepare(
    subject: Subject, choice: Choice, words: Words, *, together: bool, by: User, actor: Actor, now: datetime
) -> Mailing:
    """Begin a mailing and look at the first chunk of agreements; the worker looks at the rest."""
    mailing = Mailing.objects.create(
        organisation=subject.organisation,
        subject_kind=subject.kind,
        subject_id=subject.id,
        subject_label=subject.label,
        notice_kind=choice.notice_kind,
        choice=choice.record(),
        together=together,
        signed_by=words.signed_by,
        late_reasons=words.late_reasons,
        closing_reason=words.closing_reason,
        made_at=now,
        made_by=by,
    )
    content = {"subject": str(subject.id), "choice": choice.record(), "together": together}
    record(
        organisation=subject.organisation, actor=actor, kind="mailing.begun", subject=mailing, at=now, content=content
    )
    look(mailing, actor=actor, now=now)
    return mailing


@transaction.atomic
def look(mailing: Mailing, *, actor: Actor, now: datetime) -> int:
    """Look at the next chunk of agreements; after the last one the mailing is prepared. Returns how many were looked at.

    The mailing's row is held meanwhile, so that two workers look at different mailings.
    """
    rows = Mailing.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        pk=mailing.pk, state=State.PREPARING
    )
    held = rows.select_related("organisation").first()
    if held is None:
        return 0
    source = source_of(held.subject_kind)
    subject = source.subject(held.organisation, held.subject_id)
    if subject is None:
        raise StateChanged(f"{held.subject_kind} {held.subject_id} is gone")
    choice = choice_of(held)
    page = source.page(subject, choice, after=held.cursor, limit=CHUNK, now=now)
    bulk.create(MailingLine, (_line(held, each) for each in page.addressees))
    held.cursor, held.looked_at_count = page.cursor, held.looked_at_count + page.looked_at
    Mailing.objects.filter(pk=held.pk).update(cursor=held.cursor, looked_at_count=held.looked_at_count)
    if page.is_last:
        _complete(held, actor=actor, now=now)
    mailing.refresh_from_db()
    return page.looked_at + page.is_last


def choice_of(mailing: Mailing) -> Choice:
    """What the mailing was narrowed to."""
    return Choice(**mailing.choice)


def words_of(mailing: Mailing) -> Words:
    """What people say in its notices."""
    return Words(
        notice_kind=mailing.notice_kind,
        signed_by=mailing.signed_by,
        late_reasons=mailing.late_reasons,
        closing_reason=mailing.closing_reason,
    )


@transaction.atomic
def look_again(mailing: Mailing, *, actor: Actor, now: datetime) -> int:
    """Look once more at what can't be sent, such as after an address was added; returns how many can leave by now.

    What was approved is then another list, so approval lapses. Raises `StateChanged` for a mailing that left or was dropped.
    """
    standing = (State.PREPARED, State.APPROVED, State.RECALLED)
    rows = Mailing.objects.select_for_update(of=("self",)).filter(pk=mailing.pk, state__in=standing)
    held = rows.select_related("organisation").first()
    source = source_of(mailing.subject_kind)
    subject = source.subject(mailing.organisation, mailing.subject_id)
    if held is None or subject is None:
        raise StateChanged("the mailing no longer waits")
    stuck = MailingLine.objects.filter(mailing=held, standing=Standing.HELD).order_by("order_at", "id")
    ids = list(stuck.values_list("agreement_id", flat=True)[:_MOST_AGAIN])
    seen = source.again(subject, choice_of(held), ids)
    MailingLine.objects.filter(mailing=held, standing=Standing.HELD, agreement__in=ids).delete()
    bulk.create(MailingLine, (_line(held, each) for each in seen))
    freed = sum(1 for each in seen if not each.obstacle)
    if freed:
        _complete(held, actor=actor, now=now)
    mailing.refresh_from_db()
    return freed


def _line(mailing: Mailing, each: Addressee) -> MailingLine:
    return MailingLine(
        organisation_id=mailing.organisation_id,
        mailing_id=mailing.pk,
        agreement_id=each.agreement_id,
        standing=Standing.HELD if each.obstacle else Standing.WAITING,
        obstacle=each.obstacle,
        order_at=each.due_at,
        due_at=each.due_at,
        ends_at=each.ends_at,
        channels=",".join(each.channels)[:120],
        language=each.language,
        recipient=each.recipient,
        recipient_name=each.recipient_name,
        phone=each.phone,
        open_questions=each.open_questions,
        version=each.version,
    )


def _complete(mailing: Mailing, *, actor: Actor, now: datetime) -> None:
    """Freeze the list: bundle, count, ask for approval where the organisation wants it, and keep its digest."""
    if mailing.together:
        _bundle(mailing)
    waiting = MailingLine.objects.filter(mailing=mailing, standing=Standing.WAITING)
    ids = list(waiting.order_by("agreement_id").values_list("agreement_id", flat=True))
    messages = waiting.order_by().values("bundle").distinct().count()
    approval = policies.wants_approval(policies.policy(mailing.organisation), messages)
    Mailing.objects.filter(pk=mailing.pk).update(
        state=State.PREPARED,
        prepared_at=now,
        agreement_count=len(ids),
        message_count=messages,
        first_due_at=waiting.aggregate(first=Min("order_at"))["first"],
        approval_wanted=approval,
        waits_since=now if approval else None,
        asked=0,
        approved_at=None,
        approved_by=None,
    )
    content = {
        "agreements": len(ids),
        "messages": messages,
        "agreements_sha256": digest_of(ids),
        "held": MailingLine.objects.filter(mailing=mailing, standing=Standing.HELD).count(),
        "approval_wanted": approval,
    }
    organisation = mailing.organisation
    record(organisation=organisation, actor=actor, kind="mailing.prepared", subject=mailing, at=now, content=content)


def digest_of(agreement_ids: Iterable[UUID]) -> str:
    """The SHA-256 over ids in this order, a line each: a list of any length, as the trail keeps it."""
    digest = hashlib.sha256()
    for agreement_id in agreement_ids:
        digest.update(f"{agreement_id}\n".encode())
    return digest.hexdigest()


def _bundle(mailing: Mailing) -> None:
    """Let agreements of one counterparty with one recipient and language leave as one message, what is due first in front."""
    waiting = MailingLine.objects.filter(mailing=mailing, standing=Standing.WAITING).order_by("due_at", "id")
    groups: dict[tuple[UUID, str, str], list[MailingLine]] = {}
    for line in waiting.select_related("agreement").only(
        "id", "bundle", "order_at", "due_at", "recipient", "language", "agreement__counterparty_id"
    ):
        party = line.agreement.counterparty_id
        if party is not None:
            groups.setdefault((party, line.recipient.casefold(), line.language), []).append(line)
    moved = []
    for group in groups.values():
        for start in range(0, len(group), MOST_TOGETHER):
            first, *others = group[start : start + MOST_TOGETHER]
            for line in others:
                line.bundle, line.order_at = first.bundle, first.due_at
                moved.append(line)
    MailingLine.objects.bulk_update(moved, ("bundle", "order_at"), batch_size=100)

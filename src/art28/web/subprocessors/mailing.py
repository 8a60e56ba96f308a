"""A change of sub-processor as mailings see it (`mailings.sources`): who is told by which letter, and how letters leave."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.notices.notice import LetterKind, Notice
from art28.obligations.impact import Need
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.mailings import reaching
from art28.web.mailings.models import Obstacle
from art28.web.mailings.reaching import Reached
from art28.web.mailings.sources import Addressee, Choice, Outgoing, Page, Subject, Words, next_page
from art28.web.notices.models import Delivery
from art28.web.subprocessors import proposals, sending, telling
from art28.web.subprocessors.announcing import KIND
from art28.web.subprocessors.models import Affected, Proposal, Standing, State
from art28.web.subprocessors.sending import Leaving, Refusal
from art28.web.subprocessors.telling import Saying

SUBJECT_KIND = KIND
NOTICE_KINDS: Mapping[str, str | Promise] = {
    LetterKind.SUBPROCESSOR_NOTICE.value: _("Notice, with time to object"),
    LetterKind.CONSENT_REQUEST.value: _("Request for consent"),
}
_NEEDS = {LetterKind.SUBPROCESSOR_NOTICE.value: Need.NOTICE, LetterKind.CONSENT_REQUEST.value: Need.CONSENT}
_OBSTACLES = {
    Refusal.TURN: Obstacle.TURN.value,
    Refusal.CHANGED: Obstacle.CHANGED.value,
    Refusal.REASONS: Obstacle.REASONS.value,
}
_NO_LINK_YET = "-"
_TO_TELL = Q(sent=0) | Q(message__state__in=(Delivery.FAILED, Delivery.BOUNCED))
"""Who was told nothing yet, or by a letter that came back."""


def subject(organisation: Organisation, subject_id: UUID) -> Subject | None:
    """The proposal."""
    found = proposals.proposal(organisation, subject_id)
    if found is None:
        return None
    title = f"{found.get_kind_display()}: {found.sub_processor.name}"
    return Subject(organisation, KIND, found.pk, found.reference, title, found.state == State.ANNOUNCED)


def count(subject: Subject, choice: Choice, *, now: datetime) -> int:
    """How many agreements are looked at for `choice`, at most."""
    return _rows(subject, choice, now).count()


def page(subject: Subject, choice: Choice, *, after: UUID | None, limit: int, now: datetime) -> Page:
    """The next addressees; one whose clock is still to start is waited for."""
    rows = _rows(subject, choice, now)
    return next_page(rows, lambda started: _addressees(subject, choice, started), after=after, limit=limit)


def again(subject: Subject, choice: Choice, agreement_ids: Collection[UUID]) -> tuple[Addressee, ...]:
    """The same for these agreements."""
    rows = _of(subject).filter(agreement__in=agreement_ids)
    return tuple(_addressees(subject, choice, list(rows.order_by("pk"))))


def versions(subject: Subject, agreement_ids: Collection[UUID]) -> Mapping[UUID, int]:
    """The versions of what is known of each agreement as it stands."""
    wanted = set(agreement_ids)
    rows = Affected.objects.filter(organisation=subject.organisation, proposal=subject.id)
    standing = rows.values_list("agreement_id", "version").iterator(5_000)
    return {agreement_id: version for agreement_id, version in standing if agreement_id in wanted}


def limits(subject: Subject, choice: Choice) -> Mapping[UUID, datetime | None]:
    """Until when each must be told."""
    rows = Affected.objects.filter(
        organisation=subject.organisation, proposal=subject.id, need=_NEEDS[choice.notice_kind]
    )
    return dict(rows.order_by().values_list("agreement_id", "tell_by_at").iterator(5_000))


def notices(subject: Subject, outgoing: Sequence[Outgoing], words: Words, *, now: datetime) -> Mapping[UUID, Notice]:
    """The letters as they would leave now."""
    found, rows = _read(subject, [each.agreement_id for each in outgoing])
    known = telling.named(found, rows)
    told = {
        language: telling.told_of(found, language)
        for language in {telling.language_for(r.agreement) for r in rows.values()}
    }
    return {
        each.agreement_id: telling.notice(
            row,
            found,
            told[telling.language_for(row.agreement)],
            known.get(each.agreement_id, telling.Named()),
            Saying(each.recipient_name, words.signed_by, words.late_reasons),
            token=_NO_LINK_YET,
            evidence=None,
            now=now,
        )
        for each in outgoing
        if (row := rows.get(each.agreement_id)) is not None and row.need in telling.KINDS
    }


def hand_over(
    subject: Subject, letters: Sequence[Sequence[Outgoing]], words: Words, *, actor: Actor, now: datetime
) -> Mapping[UUID, UUID | str]:
    """Put letters in the outbox; by agreement the message, or the obstacle met."""
    every = [each.agreement_id for letter in letters for each in letter]
    found, rows = _read(subject, every)
    leaving = [
        [
            Leaving(
                rows[each.agreement_id],
                each.recipient,
                Saying(each.recipient_name, words.signed_by, words.late_reasons),
                each.version,
            )
            for each in letter
            if each.agreement_id in rows
        ]
        for letter in letters
    ]
    outcomes = sending.send_many(found, [letter for letter in leaving if letter], actor=actor, now=now)
    told: dict[UUID, UUID | str] = {}
    for agreement_id in every:
        outcome = outcomes.get(agreement_id)
        if outcome is None:
            told[agreement_id] = Obstacle.CLOSED.value
        else:
            told[agreement_id] = _OBSTACLES[outcome] if isinstance(outcome, Refusal) else outcome.pk
    return told


def _of(subject: Subject) -> QuerySet[Affected]:
    rows = Affected.objects.filter(organisation=subject.organisation, proposal=subject.id)
    return rows.select_related("agreement__organisation", "message")


def _rows(subject: Subject, choice: Choice, now: datetime) -> QuerySet[Affected]:
    """The agreements that are to get this letter, those whose limit is near where so chosen."""
    rows = _of(subject).filter(_TO_TELL, need=_NEEDS[choice.notice_kind], standing=Standing.OPEN)
    if choice.due_within is not None:
        rows = rows.filter(tell_by_at__lte=now + timedelta(hours=choice.due_within))
    return rows


def _read(subject: Subject, agreement_ids: Collection[UUID]) -> tuple[Proposal, Mapping[UUID, Affected]]:
    found = proposals.proposal(subject.organisation, subject.id)
    if found is None:
        raise LookupError(f"proposal {subject.id} is gone")
    return found, {row.agreement_id: row for row in _of(subject).filter(agreement__in=agreement_ids)}


def _addressees(subject: Subject, choice: Choice, rows: Sequence[Affected]) -> Iterator[Addressee]:
    if not rows:
        return
    found = proposals.proposal(subject.organisation, subject.id)
    if found is None:
        return
    parties = {row.agreement.counterparty_id for row in rows if row.agreement.counterparty_id is not None}
    reached = reaching.reached(subject.organisation, parties)
    for row in rows:
        party = row.agreement.counterparty_id
        each = _addressee(found, row, (reached.get(party) if party else None) or Reached())
        if not choice.language or choice.language == each.language:
            yield _with_obstacle(each, row, choice)


def _addressee(found: Proposal, row: Affected, to: Reached) -> Addressee:
    return Addressee(
        agreement_id=row.agreement_id,
        counterparty_id=row.agreement.counterparty_id,
        due_at=row.tell_by_at or found.announced_at or found.recorded_at,
        ends_at=row.tell_by_at,
        channels=(),
        language=telling.language_for(row.agreement).value,
        recipient=to.email,
        recipient_name=to.name,
        phone=to.phone,
        open_questions=0,
        version=row.version,
        obstacle=to.obstacle,
    )


def _with_obstacle(each: Addressee, row: Affected, choice: Choice) -> Addressee:
    if row.standing != Standing.OPEN:
        return replace(each, obstacle=Obstacle.CLOSED.value)
    back = row.message is not None and row.message.state in (Delivery.FAILED, Delivery.BOUNCED)
    if row.need != _NEEDS[choice.notice_kind] or (row.sent and not back):
        return replace(each, obstacle=Obstacle.TURN.value)
    return each

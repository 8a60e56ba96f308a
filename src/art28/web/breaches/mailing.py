"""A breach as mailings see it (`mailings.sources`): who is told by which notice, and how the notices leave."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.agreement.duties import Action
from art28.notices.notice import Notice, NoticeKind
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.breaches import composing, drafting, promises, queries, reached, sending
from art28.web.breaches.composing import Known, Sending
from art28.web.breaches.models import Breach, State, TouchedAgreement
from art28.web.breaches.promises import Recipient
from art28.web.breaches.sending import Leaving, Refusal
from art28.web.clocks import queries as clocks
from art28.web.mailings.models import Obstacle
from art28.web.mailings.sources import Addressee, Choice, Outgoing, Page, Subject, Words, next_page
from art28.web.notices import queries as outbox

SUBJECT_KIND = "breach"
NOTICE_KINDS: Mapping[str, str | Promise] = {
    NoticeKind.REPORT.value: _("Report"),
    NoticeKind.EARLY_WARNING.value: _("Early warning; the full report follows"),
    NoticeKind.FOLLOW_UP.value: _("Supplement"),
    NoticeKind.CLOSING.value: _("Closing message"),
}
_FIRST = (NoticeKind.REPORT, NoticeKind.EARLY_WARNING)
_PHONE = "phone"
_NO_LINK_YET = "-"
_OBSTACLES = {
    Refusal.KIND: Obstacle.TURN.value,
    Refusal.CHANGED: Obstacle.CHANGED.value,
    Refusal.REASONS: Obstacle.REASONS.value,
}


def subject(organisation: Organisation, subject_id: UUID) -> Subject | None:
    """The breach."""
    found = queries.breach(organisation, subject_id)
    if found is None:
        return None
    is_open = found.state == State.OPEN
    return Subject(organisation, SUBJECT_KIND, found.pk, found.label, found.title, is_open, bool(found.exercise_id))


def count(subject: Subject, choice: Choice, *, now: datetime) -> int:
    """How many agreements are looked at for `choice`, at most."""
    return _rows(subject, choice, now).count()


def page(subject: Subject, choice: Choice, *, after: UUID | None, limit: int, now: datetime) -> Page:
    """The next addressees, in the order of the breach's own list; one whose clock is still to start is waited for."""
    rows = _rows(subject, choice, now)
    return next_page(rows, lambda started: _addressees(subject, choice, started), after=after, limit=limit)


def again(subject: Subject, choice: Choice, agreement_ids: Collection[UUID]) -> tuple[Addressee, ...]:
    """The same for these agreements."""
    rows = _of(subject).filter(agreement__in=agreement_ids, excluded_at=None)
    return tuple(_addressees(subject, choice, list(rows.order_by("pk"))))


def versions(subject: Subject, agreement_ids: Collection[UUID]) -> Mapping[UUID, int]:
    """The versions of the drafts as they stand."""
    wanted = set(agreement_ids)
    rows = TouchedAgreement.objects.filter(organisation=subject.organisation, breach=subject.id)
    standing = rows.values_list("agreement_id", "version").iterator(5_000)
    return {agreement_id: version for agreement_id, version in standing if agreement_id in wanted}


def limits(subject: Subject, choice: Choice) -> Mapping[UUID, datetime | None]:
    """The limits as they run now: a correction or an extension may have moved them since the mailing was prepared."""
    if NoticeKind(choice.notice_kind) not in _FIRST:
        return {}
    rows = clocks.obligations(subject.organisation).filter(subject_id=subject.id, ours=True, ended_at=None)
    told = rows.filter(action=Action.NOTIFY_BREACH).order_by().values_list("agreement_id", "ends_at")
    return dict(told.iterator(5_000))


def notices(subject: Subject, outgoing: Sequence[Outgoing], words: Words, *, now: datetime) -> Mapping[UUID, Notice]:
    """The notices as they would leave now."""
    _breach, rows, known = _read(subject, [each.agreement_id for each in outgoing])
    return {
        each.agreement_id: composing.notice(
            rows[each.agreement_id],
            _sending(each, words),
            known[each.agreement_id],
            token=_NO_LINK_YET,
            evidence=None,
            now=now,
        )
        for each in outgoing
        if each.agreement_id in rows
    }


def hand_over(
    subject: Subject, letters: Sequence[Sequence[Outgoing]], words: Words, *, actor: Actor, now: datetime
) -> Mapping[UUID, UUID | str]:
    """Put letters in the outbox; by agreement the message, or the obstacle met."""
    every = [each.agreement_id for letter in letters for each in letter]
    breach, rows, _ = _read(subject, every)
    leaving = [
        [
            Leaving(rows[each.agreement_id], _sending(each, words), each.version)
            for each in letter
            if each.agreement_id in rows
        ]
        for letter in letters
    ]
    outcomes = sending.send_many(breach, [letter for letter in leaving if letter], actor=actor, now=now)
    found: dict[UUID, UUID | str] = {}
    for agreement_id in every:
        outcome = outcomes.get(agreement_id)
        if outcome is None:
            found[agreement_id] = Obstacle.CLOSED.value
        else:
            found[agreement_id] = _OBSTACLES[outcome] if isinstance(outcome, Refusal) else outcome.pk
    return found


def _sending(each: Outgoing, words: Words) -> Sending:
    return Sending(
        kind=NoticeKind(words.notice_kind),
        recipient=each.recipient,
        recipient_name=each.recipient_name,
        signed_by=words.signed_by,
        late_reasons=words.late_reasons,
        closing_reason=words.closing_reason,
    )


def _of(subject: Subject) -> QuerySet[TouchedAgreement]:
    rows = TouchedAgreement.objects.filter(organisation=subject.organisation, breach=subject.id)
    return rows.select_related("agreement__organisation", "breach__organisation", "organisation")


def _rows(subject: Subject, choice: Choice, now: datetime) -> QuerySet[TouchedAgreement]:
    """The agreements whose turn it is for this notice, those whose limit is near where so chosen."""
    told_before = NoticeKind(choice.notice_kind) not in _FIRST
    rows = _of(subject).filter(excluded_at=None, closed_at=None)
    told = reached.is_told(subject.organisation, subject.id)
    rows = rows.filter(told if told_before else ~told)
    if choice.due_within is not None:
        rows = rows.filter(due_at__lte=now + timedelta(hours=choice.due_within))
    return rows


def _read(
    subject: Subject, agreement_ids: Collection[UUID]
) -> tuple[Breach, Mapping[UUID, TouchedAgreement], Mapping[UUID, Known]]:
    """The breach, the agreements with their drafts, and what their notices need."""
    rows = {row.agreement_id: row for row in _of(subject).filter(agreement__in=agreement_ids, excluded_at=None)}
    breach = queries.breach(subject.organisation, subject.id)
    if breach is None:
        raise LookupError(f"breach {subject.id} is gone")
    known = composing.known(breach, list(rows))
    said = {agreement_id: about.said for agreement_id, about in known.items()}
    queries.draw(rows.values(), said, queries.newest_facts(breach))
    return breach, rows, known


@dataclass(frozen=True, slots=True)
class _Reachable:
    """Whom a notice goes to, and a number to call."""

    person: Recipient | None
    phone: str
    obstacle: str


def _addressees(subject: Subject, choice: Choice, rows: Sequence[TouchedAgreement]) -> Iterator[Addressee]:
    if not rows:
        return
    breach = queries.breach(subject.organisation, subject.id)
    if breach is None:
        return
    known = composing.known(breach, [row.agreement_id for row in rows])
    said = {agreement_id: about.said for agreement_id, about in known.items()}
    queries.draw(rows, said, queries.newest_facts(breach))
    parties = {row.agreement.counterparty_id for row in rows if row.agreement.counterparty_id is not None}
    people = promises.recipients_of(subject.organisation, parties)
    addresses = {person.email for found in people.values() for person in found if person.email}
    refused = outbox.undeliverable(subject.organisation, addresses)
    for row in rows:
        about, party = known[row.agreement_id], row.agreement.counterparty_id
        if about.clock is None:
            continue  # nothing to tell, such as where the other side is the processor
        if NoticeKind(choice.notice_kind) not in composing.kinds(row, about) and not _is_told(row, about):
            continue  # an agreement that knows no early warning gets none
        reach = _reachable(people.get(party, ()) if party else (), refused)
        found = _addressee(row, about, tuple(about.clock.duty["channels"]), reach)
        if _is_wanted(found, choice):
            yield _with_obstacle(found, row, about, choice)


def _is_wanted(found: Addressee, choice: Choice) -> bool:
    if choice.channel and choice.channel not in (found.channels or ("",)):
        return False
    if choice.language and choice.language != found.language:
        return False
    return not (choice.answered_only and found.open_questions)


def _addressee(row: TouchedAgreement, about: Known, channels: tuple[str, ...], reach: _Reachable) -> Addressee:
    is_told = _is_told(row, about)
    follow_up = about.follow_up if is_told and about.follow_up and about.follow_up.ended_at is None else None
    due = follow_up.due_at if follow_up else row.due_at or row.breach.aware_at
    return Addressee(
        agreement_id=row.agreement_id,
        counterparty_id=row.agreement.counterparty_id,
        due_at=due,
        ends_at=about.clock.ends_at if about.clock and not is_told else None,
        channels=channels,
        language=promises.language(row.agreement).value,
        recipient=reach.person.email if reach.person else "",
        recipient_name=reach.person.name if reach.person else "",
        phone=reach.phone,
        open_questions=drafting.unanswered(row.questions),
        version=row.version,
        obstacle=reach.obstacle,
    )


def _is_told(row: TouchedAgreement, about: Known) -> bool:
    return bool(row.sent) and not about.lost


def _with_obstacle(found: Addressee, row: TouchedAgreement, about: Known, choice: Choice) -> Addressee:
    obstacle, is_told = found.obstacle, _is_told(row, about)
    if row.closed_at is not None or row.excluded_at is not None:
        obstacle = Obstacle.CLOSED.value
    elif is_told is (NoticeKind(choice.notice_kind) in _FIRST):
        obstacle = Obstacle.TURN.value
    elif not is_told and not choice.also_calls and _PHONE in found.channels and "email" not in found.channels:
        obstacle = Obstacle.PHONE.value
    return found if obstacle == found.obstacle else replace(found, obstacle=obstacle)


def _reachable(people: Sequence[Recipient], refused: frozenset[str]) -> _Reachable:
    """The first person whose address is one and didn't refuse before."""
    phone = next((person.phone for person in people if person.phone), "")
    written = [person for person in people if person.email]
    if not written:
        return _Reachable(None, phone, Obstacle.NO_CONTACT.value)
    good = next((each for each in written if _is_address(each.email) and each.email not in refused), None)
    if good is None:
        return _Reachable(written[0], phone, Obstacle.BAD_ADDRESS.value)
    return _Reachable(good, phone, "")


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True

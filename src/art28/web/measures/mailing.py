"""A change of a measure as mailings see it (`mailings.sources`): who is told by which letter, and how letters leave."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.notices.correspondence import Correspondence, called, clause_words, letter
from art28.notices.language import Language
from art28.notices.measures import ToldChange, change_sections
from art28.notices.notice import Evidence, LetterKind, Notice
from art28.notices.subprocessing import day_words
from art28.securing.changing import Need
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import Entry, record_many
from art28.web.audit.sealing import head_of, seal
from art28.web.mailings import reaching
from art28.web.mailings.models import Obstacle
from art28.web.mailings.reaching import Reached
from art28.web.mailings.sources import Addressee, Choice, Outgoing, Page, Subject, Words
from art28.web.measures import changing
from art28.web.measures.agreed import Affected, Answered, Change, ChangeState
from art28.web.measures.models import MeasureVersion
from art28.web.notices import actions as outbox
from art28.web.notices.envelope import Envelope
from art28.web.notices.models import Delivery
from art28.web.notices.outside import answer_url
from art28.web.notices.writing import language_for

SUBJECT_KIND = changing.KIND
NOTICE_KINDS: Mapping[str, str | Promise] = {
    LetterKind.MEASURE_NOTICE.value: _("Notice of the change"),
    LetterKind.MEASURE_CONSENT.value: _("Request for consent"),
}
_NEEDS = {LetterKind.MEASURE_NOTICE.value: Need.NOTICE, LetterKind.MEASURE_CONSENT.value: Need.CONSENT}
_KINDS: Mapping[int, LetterKind] = {Need.NOTICE: LetterKind.MEASURE_NOTICE, Need.CONSENT: LetterKind.MEASURE_CONSENT}
_NO_LINK_YET = "-"
_BACK = (Delivery.FAILED, Delivery.BOUNCED)


def subject(organisation: Organisation, subject_id: UUID) -> Subject | None:
    """The change."""
    found = changing.change(organisation, subject_id)
    if found is None:
        return None
    is_open = found.state == ChangeState.ANNOUNCED
    return Subject(organisation, SUBJECT_KIND, found.pk, found.reference, found.measure.name, is_open)


def count(subject: Subject, choice: Choice, *, now: datetime) -> int:  # noqa: ARG001 - sources share their shape
    """How many agreements are looked at for `choice`, at most."""
    return _rows(subject, choice).count()


def page(subject: Subject, choice: Choice, *, after: UUID | None, limit: int, now: datetime) -> Page:  # noqa: ARG001
    """The next addressees."""
    rows = _rows(subject, choice)
    if after is not None:
        rows = rows.filter(pk__gt=after)
    found = list(rows.order_by("pk")[:limit])
    cursor = found[-1].pk if found else after
    return Page(tuple(_addressees(subject, choice, found)), len(found), cursor, len(found) < limit)


def again(subject: Subject, choice: Choice, agreement_ids: Collection[UUID]) -> tuple[Addressee, ...]:
    """The same for these agreements."""
    return tuple(_addressees(subject, choice, list(_of(subject).filter(agreement__in=agreement_ids).order_by("pk"))))


def versions(subject: Subject, agreement_ids: Collection[UUID]) -> Mapping[UUID, int]:
    """The versions of what is known of each agreement as it stands."""
    wanted = set(agreement_ids)
    rows = _of(subject).order_by().values_list("agreement_id", "version").iterator(5_000)
    return {agreement_id: version for agreement_id, version in rows if agreement_id in wanted}


def limits(subject: Subject, choice: Choice) -> Mapping[UUID, datetime | None]:
    """Until when each must be told: before the change holds."""
    found = changing.change(subject.organisation, subject.id)
    if found is None:
        return {}
    rows = _of(subject).filter(need=_NEEDS[choice.notice_kind]).order_by().values_list("agreement_id", flat=True)
    return dict.fromkeys(rows.iterator(5_000), _begins(found))


def notices(
    subject: Subject,
    outgoing: Sequence[Outgoing],
    words: Words,
    *,
    now: datetime,  # noqa: ARG001
) -> Mapping[UUID, Notice]:
    """The letters as they would leave now."""
    letters = _Letters(subject, [each.agreement_id for each in outgoing], words.signed_by)
    return {
        each.agreement_id: letters.notice(row, each.recipient_name, _NO_LINK_YET, None)
        for each in outgoing
        if (row := letters.rows.get(each.agreement_id)) is not None and row.need in _KINDS
    }


def hand_over(
    subject: Subject, letters: Sequence[Sequence[Outgoing]], words: Words, *, actor: Actor, now: datetime
) -> Mapping[UUID, UUID | str]:
    """Put letters in the outbox; by agreement the message, or the obstacle met."""
    every = [each.agreement_id for letter in letters for each in letter]
    made = _Letters(subject, every, words.signed_by, lock=True)
    refused = {each.agreement_id: why for letter in letters for each in letter if (why := made.refusal(each))}
    seal(subject.organisation.pk, now=now)  # so that the letter witnesses what was done until now
    head = head_of(subject.organisation.pk)
    evidence = Evidence(head.hash, head.count)
    parcels = [
        list(made.parcel([each for each in letter if each.agreement_id not in refused], evidence)) for letter in letters
    ]
    queued = outbox.queue_many(subject.organisation, [parcel for parcel in parcels if parcel], actor=actor, now=now)
    sent = {message.agreement_id: message for rows in queued for message in rows}
    rows = [made.rows[agreement_id] for agreement_id in sent]
    for row in rows:
        row.message, row.sent, row.version = sent[row.agreement_id], row.sent + 1, row.version + 1
    Affected.objects.bulk_update(rows, ("message", "sent", "version"), batch_size=100)
    entries = [
        Entry("safeguard.change_told", "change", subject.id, {"agreement": str(each), "message": str(message.pk)})
        for each, message in sent.items()
    ]
    record_many(organisation=subject.organisation, actor=actor, at=now, entries=entries)
    return {each: refused[each] if each in refused else sent[each].pk for each in every}


def _of(subject: Subject) -> QuerySet[Affected]:
    rows = Affected.objects.filter(organisation=subject.organisation, change=subject.id)
    return rows.select_related("agreement__organisation", "message")


def _rows(subject: Subject, choice: Choice) -> QuerySet[Affected]:
    to_tell = Q(sent=0) | Q(message__state__in=_BACK)
    return _of(subject).filter(to_tell, need=_NEEDS[choice.notice_kind], standing=Answered.OPEN)


def _begins(found: Change) -> datetime:
    return datetime.combine(found.planned_on, time.min, tzinfo=ZoneInfo(found.organisation.time_zone))


def _addressees(subject: Subject, choice: Choice, rows: Sequence[Affected]) -> Iterator[Addressee]:
    found = changing.change(subject.organisation, subject.id) if rows else None
    if found is None:
        return
    parties = {row.agreement.counterparty_id for row in rows if row.agreement.counterparty_id is not None}
    reached = reaching.reached(subject.organisation, parties)
    for row in rows:
        party = row.agreement.counterparty_id
        each = _addressee(row, (reached.get(party) if party else None) or Reached(), _begins(found))
        if not choice.language or choice.language == each.language:
            yield _with_obstacle(each, row, choice)


def _addressee(row: Affected, to: Reached, due_at: datetime) -> Addressee:
    return Addressee(
        agreement_id=row.agreement_id,
        counterparty_id=row.agreement.counterparty_id,
        due_at=due_at,
        ends_at=due_at,
        channels=(),
        language=language_for(row.agreement).value,
        recipient=to.email,
        recipient_name=to.name,
        phone=to.phone,
        open_questions=0,
        version=row.version,
        obstacle=to.obstacle,
    )


def _with_obstacle(each: Addressee, row: Affected, choice: Choice) -> Addressee:
    if row.standing != Answered.OPEN:
        return replace(each, obstacle=Obstacle.CLOSED.value)
    if row.need != _NEEDS[choice.notice_kind] or _was_told(row):
        return replace(each, obstacle=Obstacle.TURN.value)
    return each


def _was_told(row: Affected) -> bool:
    return bool(row.sent) and not (row.message is not None and row.message.state in _BACK)


class _Letters:
    """The letters about one change, with what they have in common read once."""

    def __init__(self, subject: Subject, agreement_ids: Sequence[UUID], signed_by: str, *, lock: bool = False) -> None:
        found = changing.change(subject.organisation, subject.id)
        if found is None:
            raise LookupError(f"change {subject.id} is gone")
        rows = _of(subject).filter(agreement__in=agreement_ids)
        if lock:
            rows = rows.select_for_update(of=("self",))
        self._change = found
        self.rows = {row.agreement_id: row for row in rows}
        self._signed_by = signed_by
        before = MeasureVersion.objects.get(measure=found.measure_id, number=found.based_on)
        self._told = ToldChange(
            before=before.text, after=str(found.after["text"]), planned_on=found.planned_on, why=found.why
        )
        self._named = _named(subject.organisation, agreement_ids)

    def refusal(self, each: Outgoing) -> str:
        """Why a letter does not leave; empty where it does."""
        row = self.rows.get(each.agreement_id)
        if row is None or self._change.state != ChangeState.ANNOUNCED or row.standing != Answered.OPEN:
            return Obstacle.CLOSED.value
        if row.need not in _KINDS or _was_told(row):
            return Obstacle.TURN.value
        return Obstacle.CHANGED.value if each.version not in (None, row.version) else ""

    def parcel(self, letters: Sequence[Outgoing], evidence: Evidence) -> Iterator[tuple[Notice, Envelope]]:
        """The letters of one message; all lead to the page of the first."""
        shown_at = outbox.new_token()
        for place, each in enumerate(letters):
            row = self.rows[each.agreement_id]
            envelope = Envelope(
                agreement=row.agreement,
                obligation=None,
                subject_kind=SUBJECT_KIND,
                subject_id=self._change.pk,
                recipient=each.recipient,
                recipient_name=each.recipient_name,
                idempotency_key=f"{SUBJECT_KIND}:{self._change.pk}:{row.agreement_id}:{row.sent}",
                token=outbox.new_token() if place else shown_at,
            )
            yield self.notice(row, each.recipient_name, shown_at, evidence), envelope

    def notice(self, row: Affected, to: str, token: str, evidence: Evidence | None) -> Notice:
        """One letter."""
        language = language_for(row.agreement)
        known = self._named.get(row.agreement_id, {})
        matter = Correspondence(
            kind=_KINDS[row.need],
            reference=self._change.reference,
            agreement=_called(row.agreement, known, language),
            provision=row.provision,
            sender=known.get("processor.name") or self._change.organisation.name,
            addressee=to,
            other=row.agreement.counterparty_name,
            filled={
                "name": self._change.measure.name,
                "planned": day_words(self._change.planned_on, language),
                "by_clause": clause_words(row.provision, language),
                "silent": "" if row.provision else "1",
                "level": self._change.level,
                "answer_url": answer_url("measures:outside", token),
            },
            sections=change_sections(self._told, language),
            link=outbox.link(token),
            evidence=evidence,
            signed_by=self._signed_by,
        )
        return letter(matter, language=language)


def _named(organisation: Organisation, agreement_ids: Sequence[UUID]) -> Mapping[UUID, dict[str, str]]:
    keys = ("processor.name", "term.signed_on")
    found: dict[UUID, dict[str, str]] = {}
    for agreement_id, facts in agreements.facts_in(organisation, set(agreement_ids), keys).items():
        found[agreement_id] = {key: _text(row.value) for key, row in facts.items()}
    return found


def _called(agreement: Agreement, known: Mapping[str, str], language: Language) -> str:
    return called(agreement.title, known.get("term.signed_on") or None, language)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""

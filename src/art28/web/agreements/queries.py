"""Reads of agreements, their texts, facts, promises and findings."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from art28.agreement.duties import Action as DutyAction
from art28.agreement.duties import Duty, Trigger
from art28.agreement.excluding import rejection
from art28.terms import Role
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import (
    Agreement,
    AgreementText,
    Direction,
    FactVersion,
    FindingRow,
    PackedCheck,
    PromisedDuty,
    Question,
    SourceFile,
    State,
    TextStructure,
    VerdictRow,
)
from art28.web.database.expressions import Among, Checked


def agreements(organisation: Organisation) -> QuerySet[Agreement]:
    """The agreements of an organisation but those that were put aside, newest first."""
    rows = Agreement.objects.filter(organisation=organisation).exclude(state=State.ASIDE)
    return rows.order_by("-added_at", "-id")


def aside(organisation: Organisation) -> QuerySet[Agreement, Any]:
    """The ids of the agreements that were put aside, few, for use within another query."""
    return Agreement.objects.filter(organisation=organisation, state=State.ASIDE).values("pk")


def agreement(organisation: Organisation, agreement_id: UUID) -> Agreement:
    """One agreement; raises Agreement.DoesNotExist, also for one of another organisation."""
    return Agreement.objects.select_related("organisation", "source", "counterparty", "legal_entity").get(
        organisation=organisation, pk=agreement_id
    )


def of_counterparty(organisation: Organisation, counterparty_id: UUID) -> QuerySet[Agreement, Any]:
    """The agreements with a counterparty, for use within another query."""
    return Agreement.objects.filter(organisation=organisation, counterparty=counterparty_id).values("pk")


def named(organisation: Organisation, words: str) -> QuerySet[Agreement, Any]:
    """The agreements whose title or counterparty holds `words`, for use within another query."""
    holds = Q(title__icontains=words) | Q(counterparty_name__icontains=words)
    return Agreement.objects.filter(holds, organisation=organisation).values("pk")


def decided_on(organisation: Organisation) -> Iterator[Agreement]:
    """The agreements on whose facts a person decided, one after the other."""
    found = Agreement.objects.filter(organisation=organisation, decided_count__gt=0)
    yield from found.select_related("organisation", "source").order_by("id").iterator(chunk_size=100)


def batch(organisation: Organisation, batch_id: UUID) -> QuerySet[Agreement]:
    """The agreements that were put in together, in order."""
    rows = Agreement.objects.filter(organisation=organisation, batch=batch_id)
    return rows.select_related("source").order_by("source_id", "share")


def batch_counts(organisation: Organisation, batch_id: UUID) -> Mapping[str, int]:
    """How many agreements were put in together (`all`), how many are still being read (`busy`), and how many could not be
    (`failed`)."""
    rows = Agreement.objects.filter(organisation=organisation, batch=batch_id)
    busy = Q(state__in=(State.QUEUED, State.READING))
    found: dict[str, int] = rows.aggregate(
        all=Count("pk"), busy=Count("pk", filter=busy), failed=Count("pk", filter=Q(state=State.FAILED))
    )
    return found


def batch_asked(organisation: Organisation, batch_id: UUID) -> int:
    """How much waits for a person of what was put in together."""
    total: int | None = asking(organisation).filter(batch=batch_id).aggregate(total=Sum("asked_count"))["total"]
    return total or 0


def beside(agreement: Agreement) -> tuple[Agreement, ...]:
    """The other agreements in the same file, in order."""
    found = Agreement.objects.filter(organisation_id=agreement.organisation_id, source_id=agreement.source_id)
    return tuple(found.exclude(pk=agreement.pk).order_by("share"))


def text_of(agreement: Agreement) -> AgreementText | None:
    """The newest text; None while nothing was read."""
    return _texts_of(agreement).first()


def structured_text_of(agreement: Agreement) -> AgreementText | None:
    """The newest text with what is kept of its structure, in one query; None while nothing was read."""
    return _texts_of(agreement).select_related("structure").first()


def _texts_of(agreement: Agreement) -> QuerySet[AgreementText]:
    texts = AgreementText.objects.filter(organisation_id=agreement.organisation_id, agreement=agreement)
    return texts.order_by("-read_at", "-id")


def texts_in(organisation: Organisation, agreement_ids: Collection[UUID]) -> Iterator[tuple[UUID, str]]:
    """The newest text of each of some agreements, with its id; one query."""
    rows = _newest_texts(organisation, agreement_ids)
    yield from rows.values_list("agreement", "text")


def _newest_texts(organisation: Organisation, agreement_ids: Collection[UUID]) -> QuerySet[AgreementText]:
    """Each sought once for its agreement, however many texts that has."""
    newest = AgreementText.objects.filter(agreement=OuterRef("pk")).order_by("-read_at", "-id").values("pk")[:1]
    wanted = Agreement.objects.filter(organisation=organisation, pk__in=agreement_ids)
    of_ours = Exact(Checked(F("organisation_id")), organisation.pk)
    return AgreementText.objects.filter(of_ours, pk__in=wanted.values_list(Subquery(newest)))


def rejections(organisation: Organisation, agreement_ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Of some agreements those whose text rejects others of the same parties, with the sentence; at most two queries.

    Of a text, only what was never looked through is read.
    """
    rows = _newest_texts(organisation, agreement_ids)
    said = dict(rows.values_list("agreement", "structure__rejects"))
    unread = [pk for pk, sentence in said.items() if sentence is None]
    if unread:
        said |= {pk: rejection(text) for pk, text in texts_in(organisation, unread)}
    return {pk: sentence for pk, sentence in said.items() if sentence}


def rejecting_first(rows: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Agreements with those in front whose text is known to reject others, then newest first."""
    return rows.order_by(*in_front())


def in_front() -> tuple[OrderBy, ...]:
    """That order, for a window too."""
    known = TextStructure.objects.filter(text__agreement=OuterRef("pk"), rejects__gt="")
    return Exists(known).desc(), F("added_at").desc(), F("id").desc()


def prepared_texts_in(organisation: Organisation, agreement_ids: Collection[UUID]) -> Iterator[AgreementText]:
    """The newest text of each of some agreements with what is kept of its preparation, few at a time; one query."""
    rows = _newest_texts(organisation, agreement_ids)
    left_out = ("changes", "comments", "notes", "structure__parts", "structure__references")
    return rows.select_related("structure").defer(*left_out).iterator(chunk_size=20)


@dataclass(frozen=True, slots=True)
class Asked:
    """How many questions wait for a person, and in how many agreements."""

    questions: int
    agreements: int


def asking(organisation: Organisation) -> QuerySet[Agreement]:
    """The agreements with questions for a person; `asked_count` says how many each has."""
    return Agreement.objects.filter(organisation=organisation, state=State.READ, asked_count__gt=0)


def asked(organisation: Organisation) -> Asked:
    """What waits for a person, as the queue counts it; one query over an index, at any size."""
    counts: dict[str, int] = asking(organisation).aggregate(
        questions=Coalesce(Sum("asked_count"), 0), agreements=Count("pk")
    )
    return Asked(**counts)


def facts_of(agreement: Agreement) -> tuple[FactVersion, ...]:
    """The current version of every fact known, with who decided."""
    return tuple(
        FactVersion.objects.filter(organisation_id=agreement.organisation_id, agreement=agreement, current=True)
        .select_related("by")
        .order_by("key")
    )


def places_of(organisation: Organisation, agreement_ids: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """Where each fact of several agreements was read, by its key; one query."""
    known = FactVersion.objects.filter(organisation=organisation, agreement__in=agreement_ids, current=True)
    found: dict[UUID, dict[str, str]] = {}
    for agreement_id, key, place in known.exclude(provision="").values_list("agreement", "key", "provision"):
        found.setdefault(agreement_id, {})[key] = place
    return found


def questions_of(agreement: Agreement) -> tuple[Question, ...]:
    """The questions that are open."""
    return tuple(
        Question.objects.filter(
            organisation_id=agreement.organisation_id, agreement=agreement, settled_at=None
        ).order_by("key")
    )


def settled_questions_of(agreement: Agreement) -> tuple[Question, ...]:
    """The questions that a person settled, with their candidates."""
    return tuple(
        Question.objects.filter(
            organisation_id=agreement.organisation_id, agreement=agreement, settled_by__isnull=False
        ).order_by("key", "asked_at")
    )


def duties_of(agreement: Agreement) -> tuple[PromisedDuty, ...]:
    """What the agreement promises now, in the order of the events that start it."""
    return tuple(
        PromisedDuty.objects.filter(
            organisation_id=agreement.organisation_id, agreement=agreement, retired_at=None
        ).order_by("order", "key")
    )


def findings_of(agreement: Agreement) -> tuple[FindingRow, ...]:
    """What the last check found."""
    return tuple(findings_in(agreement.organisation_id, {agreement.pk}))


def findings_in(organisation: Organisation | UUID, agreement_ids: Collection[UUID]) -> QuerySet[FindingRow]:
    """What the last check of each of some agreements found, in its order."""
    rows = FindingRow.objects.filter(organisation=organisation, agreement__in=agreement_ids, retired_at=None)
    return rows.order_by("agreement", "order")


def verdicts_of(agreement: Agreement) -> tuple[VerdictRow, ...]:
    """How the agreement stands towards each requirement, in the order of the law."""
    return tuple(
        VerdictRow.objects.filter(
            organisation_id=agreement.organisation_id, agreement=agreement, retired_at=None
        ).order_by("order")
    )


def packed_of(agreement: Agreement) -> PackedCheck | None:
    """How the agreement stands towards the entries of every pack; None where it wasn't checked against them yet."""
    return PackedCheck.objects.filter(organisation_id=agreement.organisation_id, agreement=agreement).first()


def duties_on(
    organisation: Organisation, trigger: Trigger, *, direction: Direction = Direction.PROCESSOR
) -> QuerySet[PromisedDuty]:
    """The promises that an event of this kind starts, over all agreements read in which we are that party."""
    return (
        PromisedDuty.objects.filter(
            organisation=organisation,
            trigger=trigger.value,
            retired_at=None,
            agreement__direction=direction,
            agreement__state=State.READ,
        )
        .select_related("agreement", "agreement__counterparty")
        .order_by("agreement_id", "order")
    )


def facts_in(
    organisation: Organisation, agreement_ids: set[UUID], keys: tuple[str, ...]
) -> dict[UUID, dict[str, FactVersion]]:
    """The current versions of some facts of some agreements, in one query."""
    found: dict[UUID, dict[str, FactVersion]] = {}
    versions = FactVersion.objects.filter(
        organisation=organisation, agreement_id__in=agreement_ids, key__in=keys, current=True
    )
    for row in versions:
        found.setdefault(row.agreement_id, {})[row.key] = row
    return found


def duties_in(
    organisation: Organisation,
    agreement_ids: Collection[UUID],
    triggers: tuple[Trigger, ...],
    actions: tuple[DutyAction, ...] = tuple(DutyAction),
) -> Iterator[tuple[UUID, Duty]]:
    """What some agreements promise now on events of these kinds, each agreement's duties in their own order."""
    found = PromisedDuty.objects.filter(
        within(organisation, agreement_ids),
        trigger__in=[trigger.value for trigger in triggers],
        action__in=[action.value for action in actions],
        retired_at=None,
    )
    for agreement_id, *columns in found.order_by("agreement_id", "order", "key").values_list(*_OF_DUTY):
        yield agreement_id, _duty(*columns)


def facts_under(
    organisation: Organisation, agreement_ids: Collection[UUID], beginnings: tuple[str, ...]
) -> QuerySet[FactVersion]:
    """The current facts of some agreements whose keys begin with one of `beginnings`."""
    return FactVersion.objects.filter(within(organisation, agreement_ids), _under(beginnings), current=True)


def questions_in(
    organisation: Organisation, agreement_ids: Collection[UUID], beginnings: tuple[str, ...]
) -> QuerySet[Question]:
    """The open questions of some agreements whose keys begin with one of `beginnings`."""
    return Question.objects.filter(within(organisation, agreement_ids), _under(beginnings), settled_at=None)


def questions_among(
    organisation: Organisation, agreements_of: "QuerySet[Any, Any]", beginnings: tuple[str, ...]
) -> QuerySet[Question]:
    """The same for the agreements that another query yields, whose ids stay in the database."""
    rows = Question.objects.filter(_under(beginnings), organisation=organisation, settled_at=None)
    return rows.filter(agreement__in=agreements_of)


def within(organisation: Organisation, agreement_ids: Collection[UUID]) -> Q:
    """What belongs to these agreements of one organisation, looked up by the agreement."""
    return Q(Exact(Checked(F("organisation_id")), organisation.pk), Among("agreement_id", agreement_ids))


def _under(beginnings: tuple[str, ...]) -> Q:
    return reduce(or_, (Q(key__startswith=beginning) for beginning in beginnings))


_OF_DUTY = ("agreement_id", "key", "action", "trigger", "bearer", "beneficiary", "limit", "channels", "content",
            "citations", "provision", "facts", "gdpr", "provisional")  # fmt: skip


def duty(row: PromisedDuty) -> Duty:
    """The core's duty behind a row."""
    return _duty(*(getattr(row, name) for name in _OF_DUTY[1:]))


def _duty(
    key: str,
    action: str,
    trigger: str,
    bearer: str,
    beneficiary: str,
    limit: Mapping[str, Any] | None,
    channels: list[str],
    content: list[str],
    citations: list[Mapping[str, Any]],
    provision: str,
    facts: list[str],
    gdpr: str,
    provisional: bool,  # noqa: FBT001 - a column
) -> Duty:
    return Duty(
        id=key,
        action=DutyAction(action),
        trigger=Trigger(trigger),
        bearer=Role(bearer),
        beneficiary=Role(beneficiary),
        limit=rows.to_limit(limit),
        channels=tuple(channels),
        content=tuple(content),
        citations=rows.to_citations(citations),
        provision=provision,
        facts=tuple(facts),
        gdpr=gdpr,
        provisional=provisional,
    )


def original(organisation: Organisation, agreement_id: UUID) -> tuple[SourceFile, bytes]:
    """The file as it was put in; raises SourceFile.DoesNotExist."""
    source = SourceFile.objects.select_related("bytes").get(organisation=organisation, agreements=agreement_id)
    return source, bytes(source.bytes.data)


def current(organisation: Organisation, key: str, *, among: QuerySet[Any, Any]) -> QuerySet[FactVersion]:
    """The current versions of one fact, of agreements whose ids `among` finds."""
    return FactVersion.objects.filter(organisation=organisation, key=key, current=True, agreement__in=among)


def saying(organisation: Organisation, key: str, *, value: object, among: QuerySet[Any, Any]) -> QuerySet[FactVersion]:
    """The current versions of one fact that say `value`, of agreements whose ids `among` finds, with their agreements."""
    rows = current(organisation, key, among=among).filter(value=value)
    return rows.select_related("agreement").order_by("agreement__counterparty_name", "agreement_id")


def values_of(organisation: Organisation, key: str, direction: Direction) -> tuple[object, ...]:
    """The different values that one fact has now, over all agreements in which we are that party."""
    rows = FactVersion.objects.filter(
        organisation=organisation, key=key, current=True, agreement__direction=direction, agreement__state=State.READ
    )
    return tuple(rows.order_by().values_list("value", flat=True).distinct())

"""Reads of mailings; always of one organisation, but for what the worker looks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Min, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.mailings.models import Mailing, MailingLine, Obstacle, Standing, State

_SAMPLES = 6


def mailings(organisation: Organisation, *, subject_kind: str, subject_id: UUID) -> QuerySet[Mailing]:
    """The mailings about one event, newest first."""
    rows = Mailing.objects.filter(organisation=organisation, subject_kind=subject_kind, subject_id=subject_id)
    return rows.select_related("made_by").order_by("-made_at", "-id")


def mailing(organisation: Organisation, mailing_id: UUID) -> Mailing | None:
    """One mailing; None where the organisation has none with that id."""
    people = ("made_by", "approved_by", "released_by", "recalled_by")
    return (
        Mailing.objects.filter(organisation=organisation, pk=mailing_id).select_related("organisation", *people).first()
    )


def line(found: Mailing, line_id: UUID) -> MailingLine | None:
    """One line of a mailing."""
    rows = MailingLine.objects.filter(organisation=found.organisation_id, mailing=found, pk=line_id)
    return rows.select_related("agreement", "message").first()


def lines(found: Mailing) -> QuerySet[MailingLine]:
    """The lines of a mailing, in no order."""
    rows = MailingLine.objects.filter(organisation=found.organisation_id, mailing=found)
    return rows.select_related("agreement", "message")


def bundle(found: Mailing, first: MailingLine) -> tuple[MailingLine, ...]:
    """The lines that leave in one message with this one, itself included."""
    rows = MailingLine.objects.filter(organisation=found.organisation_id, mailing=found, bundle=first.bundle)
    return tuple(rows.filter(standing=first.standing).select_related("agreement").order_by("id"))


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a kind: its code and the number."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What a mailing comes to, counted over all its lines."""

    agreements: int
    messages: int
    held: int
    left: int
    incomplete: int
    by_language: tuple[Counted, ...]
    by_channel: tuple[Counted, ...]
    obstacles: tuple[Counted, ...]


def figures(found: Mailing) -> Figures:
    """The counts of a mailing, in two queries at any size."""
    rows = MailingLine.objects.filter(organisation=found.organisation_id, mailing=found).order_by()
    leaving = Q(standing__in=(Standing.WAITING, Standing.LEFT))
    counted = rows.aggregate(
        agreements=Count("id", filter=leaving),
        messages=Count("bundle", filter=leaving, distinct=True),
        held=Count("id", filter=Q(standing=Standing.HELD)),
        left=Count("id", filter=Q(standing=Standing.LEFT)),
        incomplete=Count("id", filter=leaving & Q(open_questions__gt=0)),
    )
    groups = list(rows.values_list("standing", "obstacle", "language", "channels").annotate(n=Count("id")))
    gone = [row for row in groups if row[0] != Standing.HELD]
    return Figures(
        **counted,
        by_language=_summed((row[2], row[4]) for row in gone),
        by_channel=_summed((row[3], row[4]) for row in gone),
        obstacles=_summed((row[1], row[4]) for row in groups if row[0] == Standing.HELD),
    )


def _summed(pairs: Iterable[tuple[str, int]]) -> tuple[Counted, ...]:
    found: dict[str, int] = {}
    for code, n in pairs:
        found[code] = found.get(code, 0) + n
    return tuple(Counted(code, n) for code, n in sorted(found.items(), key=lambda item: -item[1]))


def deliveries(found: Mailing) -> Mapping[str, int]:
    """How many of the mailing's messages stand where on their journey, and how many were confirmed."""
    rows = MailingLine.objects.filter(
        organisation=found.organisation_id, mailing=found, message__isnull=False, message__carrier=None
    ).order_by()
    counts = dict(rows.values_list("message__state").annotate(n=Count("id")))
    counts["acknowledged"] = rows.filter(message__acknowledged_at__isnull=False).count()
    return counts


def samples(found: Mailing) -> tuple[MailingLine, ...]:
    """The first line of each language, and of each where several agreements go in one message."""
    rows = MailingLine.objects.filter(organisation=found.organisation_id, mailing=found).exclude(standing=Standing.HELD)
    languages = sorted(set(rows.order_by().values_list("language", flat=True).distinct()))
    picked: list[MailingLine] = []
    several = rows.order_by().values("bundle").annotate(n=Count("id")).filter(n__gt=1).values("bundle")
    for language in languages[: _SAMPLES // 2]:
        own = rows.filter(language=language).select_related("agreement").order_by("order_at", "bundle", "id")
        picked += [
            each for each in (own.exclude(bundle__in=several).first(), own.filter(bundle__in=several).first()) if each
        ]
    return tuple(picked)


def without_address(found: Mailing) -> tuple[UUID, ...]:
    """The agreements of a mailing that e-mail can't reach."""
    rows = MailingLine.objects.filter(
        organisation=found.organisation_id,
        mailing=found,
        standing=Standing.HELD,
        obstacle__in=(Obstacle.NO_CONTACT, Obstacle.BAD_ADDRESS),
    )
    return tuple(rows.order_by("order_at", "id").values_list("agreement_id", flat=True))


def first_limit(found: Mailing, *, after: datetime) -> datetime | None:
    """The first of the limits of what waits to leave that has not passed yet."""
    waiting = MailingLine.objects.filter(mailing=found, standing=Standing.WAITING, ends_at__gt=after)
    at: datetime | None = waiting.aggregate(first=Min("ends_at"))["first"]
    return at


def first_end(found: Mailing) -> datetime | None:
    """The first of the limits of what is on its list, passed or not; None where none has a number.

    By `first_due_at` it is in turn, in which what is to be told at once stands in front.
    """
    rows = MailingLine.objects.filter(mailing=found).exclude(standing=Standing.HELD)
    at: datetime | None = rows.aggregate(first=Min("ends_at"))["first"]
    return at


def late_at(found: Mailing, *, at: datetime) -> int:
    """How many of what waits to leave have passed their limit by then."""
    return MailingLine.objects.filter(mailing=found, standing=Standing.WAITING, ends_at__lt=at).count()


def in_preparation() -> QuerySet[Mailing]:
    """The mailings of every organisation that are being prepared, oldest first."""
    return Mailing.objects.filter(state=State.PREPARING).select_related("organisation").order_by("made_at", "id")


def to_leave(*, now: datetime) -> QuerySet[Mailing]:
    """The released mailings of every organisation whose recall time is over, what is due first in front."""
    rows = Mailing.objects.filter(state=State.RELEASED, leaves_at__lte=now).select_related("organisation")
    return rows.order_by(F("first_due_at").asc(nulls_last=True), "leaves_at", "id")

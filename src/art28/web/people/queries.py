"""Reads of staff, always of one organisation: people with what binds them, roles, access, means, trainings, movements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, F, IntegerField, Max, Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation, State
from art28.web.database.expressions import Among
from art28.web.people import promising, terms
from art28.web.people.models import (
    Commitment,
    Grant,
    Identity,
    Import,
    Matter,
    Means,
    Movement,
    Participation,
    Permitted,
    RoleProfile,
    Screening,
    StaffMember,
    Task,
    Training,
    TrainingKind,
)
from art28.web.typed import day_in

KIND = "staff"
"""What lists call the clocks of staff (`clocks.filters.EVENTS`)."""
LACKS: Mapping[str, str | Promise] = {
    "secrecy": _("No confidentiality statement"),
    "duties": _("Duties not accepted"),
    "login": _("No promise about log-in data"),
    "rules": _("Rules of conduct not accepted"),
    "security": _("No security agreement"),
    "screening": _("No valid certificate of conduct"),
    "entry": _("Certificate seen after entry"),
    "instruction": _("No security instruction"),
    "refresher": _("Refresher due"),
    "access": _("Access without being bound or screened"),
    "leaving": _("Left with access or means"),
    "late": _("Anything late"),
}
STANDINGS: Mapping[str, str | Promise] = {
    "": _("Working"),
    "leaving": _("Leaving"),
    "left": _("Has left"),
    "all": _("Everybody"),
}
SORTS: Mapping[str, tuple[str, ...]] = {
    "": ("identity__name", "number"),
    "number": ("number",),
    "joined": ("-joined_on", "number"),
    "screened": ("screened_on", "number"),
    "access": ("-access_count", "number"),
}


def address(organisation: Organisation, task_id: UUID) -> str | None:
    """Where the person stands whom a task is about; None for an id that is no task."""
    found = Task.objects.filter(organisation=organisation, pk=task_id).values_list("member", flat=True).first()
    return reverse("people:detail", args=(found,)) if found else None


@dataclass(frozen=True, slots=True)
class Screened:
    """From which day a certificate of conduct must be to be valid today (None: any is), by which promise."""

    since: date | None
    interval: promising.Interval | None


def screened(organisation: Organisation, today: date) -> Screened:
    """By the strictest of what the agreements name."""
    interval = promising.strictest(organisation)
    if interval is None:
        return Screened(None, None)
    return Screened(terms.earliest(today, interval.period, ZoneInfo(organisation.time_zone)), interval)


def _count(rows: QuerySet[Any], by: str = "member") -> Coalesce:
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _one(rows: QuerySet[Any], value: Max | Min) -> Subquery:
    return Subquery(rows.order_by().values("member").annotate(one=value).values("one"))


def members(organisation: Organisation, today: date, *, by: Screened | None = None) -> QuerySet[StaffMember]:
    """Everybody, each with what the list shows: what binds them, when they were screened, their access and means."""
    of = {"organisation": organisation, "member": OuterRef("pk")}
    commitments = Commitment.objects.filter(**of, struck_at=None)
    screenings = Screening.objects.filter(**of, struck_at=None)
    taught = Participation.objects.filter(**of)
    running = Obligation.objects.filter(organisation=organisation, subject_kind=KIND, state=State.LATE, ended_at=None)
    late = Task.objects.filter(**of, closed_at=None, pk__in=running.values("subject_id"))
    since = (by or screened(organisation, today)).since
    valid = screenings if since is None else screenings.filter(issued_on__gte=since)
    return _deciding(organisation).annotate(
        has_accepted=Exists(commitments.filter(matter=Matter.DUTIES)),
        has_login=Exists(commitments.filter(matter=Matter.LOGIN)),
        has_rules=Exists(commitments.filter(matter=Matter.RULES)),
        has_security=Exists(commitments.filter(matter=Matter.SECURITY)),
        first_seen=_one(screenings, Min("seen_on")),
        is_screened=Exists(valid),
        refresh_on=_one(taught.exclude(training__next_on=None), Max("training__next_on")),
        access_count=_count(Grant.objects.filter(**of, withdrawn_at=None)),
        late_of=Subquery(late.order_by("opened_at", "id").values("concern")[:1]),
    )


def _deciding(organisation: Organisation) -> QuerySet[StaffMember]:
    """Everybody with what decides on their clocks and their access, which is part of what the list shows."""
    of = {"organisation": organisation, "member": OuterRef("pk")}
    commitments = Commitment.objects.filter(**of, struck_at=None)
    taught = Participation.objects.filter(**of)
    return (
        StaffMember.objects.filter(organisation=organisation)
        .select_related("identity", "role")
        .annotate(
            is_bound=Exists(commitments.filter(matter=Matter.SECRECY)),
            screened_on=_one(Screening.objects.filter(**of, struck_at=None), Max("issued_on")),
            is_instructed=Exists(taught.filter(training__kind=TrainingKind.INSTRUCTION)),
            open_access=_count(Grant.objects.filter(**of, removed_at=None)),
            means_count=_count(Means.objects.filter(**of, returned_on=None)),
        )
    )


def deciding(organisation: Organisation, member_id: UUID) -> StaffMember | None:
    """One of them with what decides on their clocks and their access."""
    return _deciding(organisation).select_related("organisation", "identity", "role").filter(pk=member_id).first()


_ASKS_FOR_SCREENING = Q(role=None) | Q(role__screened=True)


def _lacking(name: str, today: date) -> Q:
    unscreened = _ASKS_FOR_SCREENING & Q(is_screened=False)
    return {
        "secrecy": Q(is_bound=False),
        "duties": Q(has_accepted=False),
        "login": Q(has_login=False),
        "rules": Q(has_rules=False),
        "security": Q(has_security=False),
        "screening": unscreened,
        "entry": _ASKS_FOR_SCREENING & Q(first_seen__gt=F("joined_on")),
        "instruction": Q(is_instructed=False),
        "refresher": Q(refresh_on__lt=today),
        "access": Q(access_count__gt=0) & (Q(is_bound=False) | unscreened),
        "leaving": Q(leaves_on__lte=today) & (Q(open_access__gt=0) | Q(means_count__gt=0)),
        "late": Q(late_of__isnull=False),
    }[name]


def listed(organisation: Organisation, given: Mapping[str, str], today: date) -> QuerySet[StaffMember]:
    """The people that an address asks for."""
    rows = members(organisation, today)
    state = given.get("state", "")
    lacks = given.get("lacks", "")
    if state == "leaving":
        rows = rows.filter(left_at=None).exclude(leaves_on=None)
    elif state == "left":
        rows = rows.exclude(left_at=None)
    elif state != "all" and lacks != "leaving":
        rows = rows.filter(left_at=None)
    if lacks in LACKS:
        rows = rows.filter(_lacking(lacks, today))
    role = given.get("role", "")
    if role == "none":
        rows = rows.filter(role=None)
    elif role:
        rows = rows.filter(role__name=role[:120])
    for word in words(given):
        rows = rows.filter(
            Q(identity__name__icontains=word)
            | Q(identity__email__icontains=word)
            | Q(identity__employer__icontains=word)
            | Q(function__icontains=word)
            | Q(role__name__icontains=word)
        )
    return rows.order_by(*SORTS.get(given.get("sort", ""), SORTS[""]))


def words(given: Mapping[str, str]) -> list[str]:
    """What is searched for."""
    return given.get("q", "").replace("\x00", "")[:80].split()


def member(
    organisation: Organisation, member_id: UUID, today: date, *, by: Screened | None = None
) -> StaffMember | None:
    """One of them, as the list shows them; `by` is what screening is held against, where that is known."""
    rows = members(organisation, today, by=by).select_related("organisation", "identity", "role", "user")
    return rows.filter(pk=member_id).first()


def at_work(organisation: Organisation, today: date) -> QuerySet[StaffMember]:
    """Who works here today, by name."""
    rows = StaffMember.objects.filter(organisation=organisation, left_at=None, joined_on__lte=today)
    return rows.select_related("identity").order_by("identity__name", "number")


def open_tasks(row: StaffMember) -> tuple[Task, ...]:
    """What must be done about somebody."""
    rows = Task.objects.filter(organisation=row.organisation_id, member=row, closed_at=None)
    return tuple(rows.order_by("opened_at", "id"))


def clocks_of(row: StaffMember) -> tuple[Obligation, ...]:
    """Their clocks that run, what ends first first."""
    tasks = Task.objects.filter(organisation=row.organisation_id, member=row).values("pk")
    rows = clocks.obligations(row.organisation).filter(subject_kind=KIND, subject_id__in=tasks, ended_at=None)
    return tuple(rows.select_related("organisation", "agreement", "owner").order_by("due_at", "id"))


def roles(organisation: Organisation) -> QuerySet[RoleProfile]:
    """The role profiles, by name."""
    return RoleProfile.objects.filter(organisation=organisation).order_by("name", "id")


def described(rows: QuerySet[RoleProfile]) -> QuerySet[RoleProfile]:
    """Role profiles with what they may do."""
    permitted = Permitted.objects.select_related("service").order_by("order", "activity")
    return rows.prefetch_related(Prefetch("permitted", permitted))


def role(organisation: Organisation, role_id: UUID) -> RoleProfile | None:
    """One of them."""
    return described(roles(organisation)).select_related("organisation").filter(pk=role_id).first()


def commitments(row: StaffMember) -> QuerySet[Commitment]:
    """What somebody signed, the document itself left in the database."""
    rows = Commitment.objects.filter(organisation=row.organisation_id, member=row).defer("data")
    return rows.select_related("made_by").order_by("-signed_on", "-id")


def screenings(row: StaffMember) -> QuerySet[Screening]:
    """The certificates of conduct that were seen."""
    rows = Screening.objects.filter(organisation=row.organisation_id, member=row)
    return rows.select_related("seen_by").order_by("-issued_on", "-id")


def taught(row: StaffMember) -> QuerySet[Participation]:
    """In what somebody took part."""
    rows = Participation.objects.filter(organisation=row.organisation_id, member=row)
    return rows.select_related("training").order_by("-training__on", "-id")


def means(row: StaffMember) -> QuerySet[Means]:
    """What somebody has or had in hand."""
    rows = Means.objects.filter(organisation=row.organisation_id, member=row)
    return rows.select_related("returned_to").order_by("-handed_on", "-id")


def grants(organisation: Organisation) -> QuerySet[Grant]:
    """Access of everybody, standing and withdrawn."""
    rows = Grant.objects.filter(organisation=organisation)
    return rows.select_related("member__identity", "member__role", "agreement", "service", "granted_by", "withdrawn_by")


def grants_of(row: StaffMember) -> QuerySet[Grant]:
    """Access of one person: what stands first."""
    return grants(row.organisation).filter(member=row).order_by(F("withdrawn_at").desc(nulls_first=True), "-granted_at")


def under(agreement: Agreement) -> QuerySet[Grant]:
    """Who has access to the data of one customer."""
    rows = grants(agreement.organisation).filter(agreement=agreement, withdrawn_at=None)
    return rows.order_by("member__identity__name", "system", "id")


def still_has(row: StaffMember) -> bool:
    """Whether any access is still to be removed from a system, or any means to be returned."""
    of = {"organisation": row.organisation_id, "member": row}
    return Grant.objects.filter(**of, removed_at=None).exists() or Means.objects.filter(**of, returned_on=None).exists()


def is_shared(row: StaffMember, system: str, account: str) -> bool:
    """Whether somebody else has access by this account: each has their own."""
    rows = Grant.objects.filter(organisation=row.organisation_id, withdrawn_at=None, system__iexact=system)
    return bool(account) and rows.filter(account__iexact=account).exclude(member=row).exists()


def proof(row: StaffMember) -> dict[str, Any]:
    """What whoever left had, and when each was withdrawn, removed and returned; without who that is."""
    access = [
        {
            "grant": str(each.pk),
            "agreement": str(each.agreement_id),
            "system": each.system,
            "withdrawn": each.withdrawn_at.isoformat() if each.withdrawn_at else "",
            "removed": each.removed_at.isoformat() if each.removed_at else "",
        }
        for each in grants_of(row)
    ]
    returned = [
        {"means": str(each.pk), "kind": each.kind, "returned": each.returned_on.isoformat() if each.returned_on else ""}
        for each in means(row)
    ]
    return {"access": access, "means": returned}


def movements(organisation: Organisation, given: Mapping[str, str]) -> QuerySet[Movement]:
    """Who joined, moved and left, newest first; of days `from` up to and including `until` where those are given."""
    rows = Movement.objects.filter(organisation=organisation).select_related("member__identity", "by")
    for name, bound in (("from", "on__gte"), ("until", "on__lte")):
        if on := day_in(given.get(name, "")):
            rows = rows.filter(**{bound: on})
    if move := given.get("move", ""):
        rows = rows.filter(move=move[:8])
    for word in words(given):
        rows = rows.filter(
            Q(member__identity__name__icontains=word) | Q(role_before__icontains=word) | Q(role_after__icontains=word)
        )
    oldest = given.get("sort") == "oldest"
    return rows.order_by(*(("on", "id") if oldest else ("-on", "-id")))


def trainings(organisation: Organisation, given: Mapping[str, str]) -> QuerySet[Training]:
    """What was taught, newest first, each with how many took part."""
    rows = Training.objects.filter(organisation=organisation).annotate(people=Count("participations"))
    if kind := given.get("kind", ""):
        rows = rows.filter(kind=kind[:12])
    for word in words(given):
        rows = rows.filter(title__icontains=word)
    orders = {"title": ("title", "id"), "people": ("-people", "-id")}
    return rows.order_by(*orders.get(given.get("sort", ""), ("-on", "-id")))


def pending(organisation: Organisation, import_id: UUID) -> Import | None:
    """A table that was read."""
    return Import.objects.filter(organisation=organisation, pk=import_id).select_related("organisation").first()


def to_blank() -> QuerySet[Identity]:
    """Identities of every organisation that still stand though what the trail kept of them was erased."""
    return Identity.objects.filter(erased_at=None, kept_act__isnull=False).select_related("member__organisation")


def accessing(organisation: Organisation, given: Mapping[str, str], among: list[UUID] | None = None) -> QuerySet[Grant]:
    """The access that an address asks for, of those that are `among` some where told so."""
    rows = grants(organisation)
    state = given.get("state", "")
    if among is not None:
        rows = rows.filter(Among("id", among))
    elif state == "withdrawn":
        rows = rows.exclude(withdrawn_at=None)
    elif state != "all":
        rows = rows.filter(withdrawn_at=None)
    for word in words(given):
        rows = rows.filter(
            Q(member__identity__name__icontains=word)
            | Q(agreement__counterparty_name__icontains=word)
            | Q(system__icontains=word)
            | Q(service__name__icontains=word)
        )
    orders = {
        "person": ("member__identity__name", "id"),
        "system": ("system", "id"),
        "oldest": ("granted_at", "id"),
    }
    return rows.order_by(*orders.get(given.get("sort", ""), ("agreement__counterparty_name", "member__number", "id")))

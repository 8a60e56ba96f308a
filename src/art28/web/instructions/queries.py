"""Reads of instructions, declarations and assistance; always of one organisation."""

from collections.abc import Collection, Mapping
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.urls import reverse

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.instructions.models import Assistance, Declaration, Declared, Instruction, Material, State

KIND, HELP = "instruction", "assessment"
"""What lists call the clocks of an instruction and of a task of help (`clocks.filters.EVENTS`)."""
OPEN = (State.RECORDED, State.ACCEPTED, State.SUSPENDED)


def address(organisation: Organisation, case_id: UUID) -> str | None:
    """Where an instruction or a task of help stands; None for an id that is neither."""
    if Instruction.objects.filter(organisation=organisation, pk=case_id).exists():
        return reverse("instructions:detail", args=(case_id,))
    if Assistance.objects.filter(organisation=organisation, pk=case_id).exists():
        return reverse("instructions:help", args=(case_id,))
    return None


def waiting(organisation: Organisation) -> QuerySet[Instruction]:
    """The instructions that are to be looked at or wait for an answer."""
    return Instruction.objects.filter(organisation=organisation, state__in=(State.RECORDED, State.SUSPENDED))


def instructions(organisation: Organisation, given: Mapping[str, str]) -> QuerySet[Instruction]:
    """The instructions that an address asks for, newest first; open ones unless told otherwise."""
    rows = Instruction.objects.filter(organisation=organisation).select_related("agreement", "recorded_by")
    state = given.get("state", "")
    rows = (
        rows.filter(state=state) if state in State.values else rows if state == "all" else rows.filter(state__in=OPEN)
    )
    for word in given.get("q", "").replace("\x00", "")[:80].split():
        rows = rows.filter(_under(word) | Q(text__icontains=word) | Q(given_by__icontains=word))
    oldest = given.get("sort") == "given"
    return rows.order_by(*(("given_at", "id") if oldest else ("-given_at", "-id")))


def judgements(agreement: Agreement) -> QuerySet[Declaration]:
    """Whether the controller judged that the measures suffice: asked for, given, and until when it holds; newest first."""
    return judgements_in(agreement.organisation_id, {agreement.pk}).order_by("-asked_at", "-id")


def judgements_in(organisation: Organisation | UUID, agreement_ids: Collection[UUID]) -> QuerySet[Declaration]:
    """The same for some agreements, in no order."""
    rows = Declaration.objects.filter(organisation=organisation, agreement__in=agreement_ids, renewed=None)
    return rows.filter(kind=Declared.MEASURES)


def declarations(organisation: Organisation) -> QuerySet[Declaration]:
    """The declarations, but for those that were renewed."""
    return Declaration.objects.filter(organisation=organisation, renewed=None).select_related("agreement", "asked_by")


def tasks(organisation: Organisation) -> QuerySet[Assistance]:
    """The tasks of help, open or done."""
    return Assistance.objects.filter(organisation=organisation).select_related("agreement", "breach", "recorded_by")


def about(breach: Breach) -> tuple[Assistance, ...]:
    """What the other sides asked about a breach, oldest first."""
    rows = Assistance.objects.filter(organisation=breach.organisation_id, breach=breach)
    return tuple(rows.select_related("agreement").order_by("asked_at", "id"))


def touching(agreement: Agreement) -> QuerySet[Breach]:
    """The breaches that touch an agreement, newest first; what is played is none."""
    rows = Breach.objects.filter(organisation=agreement.organisation_id, exercise=None)
    return rows.filter(touched__agreement=agreement, touched__excluded_at=None).order_by("-aware_at", "-id")


def _under(word: str) -> Q:
    return Q(agreement__counterparty_name__icontains=word) | Q(agreement__title__icontains=word)


def instruction(organisation: Organisation, case_id: UUID) -> Instruction | None:
    """One instruction."""
    return _one(Instruction.objects.filter(organisation=organisation, pk=case_id))


def declaration(organisation: Organisation, case_id: UUID) -> Declaration | None:
    """One declaration."""
    return _one(Declaration.objects.filter(organisation=organisation, pk=case_id))


def task(organisation: Organisation, case_id: UUID) -> Assistance | None:
    """One task of help."""
    return _one(Assistance.objects.filter(organisation=organisation, pk=case_id))


Row = TypeVar("Row", bound=Model)


def _one(rows: QuerySet[Row]) -> Row | None:
    return rows.select_related("organisation", "agreement__organisation").first()


def clocks_of(organisation: Organisation, kind: str, case_id: UUID) -> tuple[Obligation, ...]:
    """The clocks that a case started."""
    return clocks.about(organisation, subject_kind=kind, subject_id=case_id)


def material(row: Assistance) -> tuple[Material, ...]:
    """What was handed over or refused, oldest first."""
    rows = Material.objects.filter(organisation=row.organisation_id, assistance=row).select_related("by")
    return tuple(rows.order_by("at", "id"))

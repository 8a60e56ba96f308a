"""Reads of contracts with sub-processors: the list of them, evaluations, inspections; always of one organisation."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower
from django.urls import reverse

from art28.comparing.flow_down import flow_duties, laid_down
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction, FactVersion, State
from art28.web.flowdown import promises
from art28.web.flowdown.checklist import Lack, judgements
from art28.web.flowdown.models import Evaluation, Found, Inspection, Result
from art28.web.subprocessors import queries as subprocessors
from art28.web.subprocessors.models import SubProcessor

INSPECTABLE = "subprocessors.contracts_inspectable"
LACKS = (Lack.NO_CONTRACT, Lack.NEVER, Lack.OVERDUE, Lack.FAILED)
"""What the list can be narrowed to; what lacks by duty is on each one's page."""
SORTS = ("name", "next", "result")
_ORDER = {
    "name": (Lower("name"), "id"),
    "next": (F("next_on").asc(nulls_first=True), Lower("name"), "id"),
    "result": (F("result").asc(nulls_first=True), Lower("name"), "id"),
}
_OFFERED = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """One sub-processor on the list: of how many duties its contract or a person speaks, and what else lacks."""

    row: Any
    laid_down: int
    out_of: int
    inspections: int


def listed(organisation: Organisation, words: str, lack: str, sort: str, today: date) -> QuerySet[SubProcessor, Any]:
    """Sub-processors with `result`, `evaluated_on` and `next_on` of the newest evaluation, narrowed and sorted."""
    newest = Evaluation.objects.filter(sub_processor=OuterRef("pk")).order_by("-on", "-at", "-id")
    rows = SubProcessor.objects.filter(organisation=organisation, ended_at=None).select_related("agreement")
    rows = rows.annotate(
        result=Subquery(newest.values("result")[:1]),
        evaluated_on=Subquery(newest.values("on")[:1]),
        next_on=Subquery(newest.values("next_on")[:1]),
        asked=Exists(Inspection.objects.filter(sub_processor=OuterRef("pk"), answer="")),
    )
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(agreement__title__icontains=word))
    narrowing = {
        Lack.NO_CONTRACT: Q(agreement=None),
        Lack.NEVER: Q(result=None),
        Lack.OVERDUE: Q(next_on__lt=today),
        Lack.FAILED: Q(result=Result.FAILS),
    }
    if lack in LACKS:
        rows = rows.filter(narrowing[Lack(lack)])
    return rows.order_by(*_ORDER.get(sort, _ORDER["name"]))


def with_duties(organisation: Organisation, rows: list[Any]) -> list[Listed]:
    """The same with of how many duties each contract speaks; three queries for any number."""
    links = promises.contracts(organisation, [row.agreement for row in rows if row.agreement is not None])
    found = judgements([row.pk for row in rows])
    wanted = [each.id for each in flow_duties() if each.always]
    lines = []
    for row in rows:
        said = set(laid_down(links[row.agreement_id])) if row.agreement_id else set()
        relevant = set(wanted)
        for duty, each in found.get(row.pk, {}).items():
            if each.contract_id == row.agreement_id:
                if each.found == Found.LAID_DOWN:
                    said.add(duty)
                else:
                    said.discard(duty)
                if each.found == Found.NOT_RELEVANT:
                    relevant.discard(duty)
        lines.append(Listed(row, len(said & relevant), len(relevant), int(row.asked)))
    return lines


def sub_processor(organisation: Organisation, sub_processor_id: UUID) -> SubProcessor | None:
    """One sub-processor in the register."""
    return subprocessors.sub_processor(organisation, sub_processor_id)


def evaluations(row: SubProcessor) -> QuerySet[Evaluation]:
    """Its evaluations, newest first."""
    rows = Evaluation.objects.filter(organisation=row.organisation_id, sub_processor=row)
    return rows.select_related("by").order_by("-on", "-at", "-id")


def inspections(organisation: Organisation) -> QuerySet[Inspection]:
    """Requests to see contracts: what is open in front, by its day."""
    rows = Inspection.objects.filter(organisation=organisation)
    rows = rows.select_related("sub_processor", "agreement", "by", "answered_by", "contract")
    return rows.order_by(F("answered_on").asc(nulls_first=True), "due_on", "id")


def inspection(organisation: Organisation, inspection_id: UUID) -> Inspection | None:
    """One of them."""
    rows = Inspection.objects.filter(organisation=organisation, pk=inspection_id)
    return rows.select_related("organisation", "sub_processor__organisation", "agreement", "contract").first()


def who_may_ask(organisation: Organisation, words: str) -> list[Agreement]:
    """The agreements with customers whose name or title holds the words, the first fifty."""
    rows = agreements.agreements(organisation).filter(state=State.READ, direction=Direction.PROCESSOR)
    for word in words.split():
        rows = rows.filter(Q(counterparty_name__icontains=word) | Q(title__icontains=word))
    return list(rows.order_by("counterparty_name", "title", "id")[:_OFFERED])


def granting(agreement: Agreement) -> FactVersion | None:
    """What the agreement says on seeing contracts with sub-processors; None where it is silent."""
    rows = FactVersion.objects.filter(
        organisation=agreement.organisation_id, agreement=agreement, key=INSPECTABLE, current=True
    )
    return rows.exclude(value=None).first()


def address(organisation: Organisation, case_id: UUID) -> str | None:
    """Where the clock of an evaluation or an inspection leads; None for an id that is neither."""
    if Inspection.objects.filter(organisation=organisation, pk=case_id).exists():
        return reverse("flowdown:inspection", args=(case_id,))
    if SubProcessor.objects.filter(organisation=organisation, pk=case_id, ended_at=None).exists():
        return reverse("flowdown:detail", args=(case_id,))
    return None

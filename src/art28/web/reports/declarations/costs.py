"""The register of costs of work under agreements: what was spent on which case, and who bears it by which clause."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.costs import queries, telling
from art28.web.costs.models import Bearer, CaseKind, CostLine
from art28.web.linking import Node
from art28.web.reports import nodes
from art28.web.reports.declared import Asked, Choice, Found, Register, as_stored

_SORTS = {"": ("-on", "-id"), "on": ("on", "id"), "case": ("case_label", "on", "id")}
_PAGES = {
    CaseKind.BREACH: "costs:breach",
    CaseKind.REQUEST: "requests:detail",
    CaseKind.INSTRUCTION: "instructions:detail",
    CaseKind.ASSESSMENT: "instructions:help",
    CaseKind.AUDIT: "audits:detail",
    CaseKind.CLAIM: "claims:detail",
}


def _heads() -> tuple[str, ...]:
    front = (gettext("Case"), gettext("Kind"))
    return (*front, *telling.columns(), gettext("Borne by"), gettext("Ground"), gettext("Clause"), gettext("Estimate"))


def _cells(row: CostLine, _zone: tzinfo) -> Iterator[str]:
    yield row.case_label
    yield row.get_case_kind_display()
    yield from telling.cells(row)
    yield row.get_bearer_display()
    yield row.get_ground_display()
    yield row.provision
    yield gettext("yes") if row.is_estimate else ""


def _found(organisation: Organisation, asked: Asked, _now: datetime) -> Found[CostLine]:
    rows = queries.real(organisation)
    for word in asked.words:
        rows = rows.filter(
            Q(case_label__icontains=word)
            | Q(text__icontains=word)
            | Q(agreement__counterparty_name__icontains=word)
            | Q(agreement__title__icontains=word)
        )
    if kind := asked.one("kind", CaseKind.values):
        rows = rows.filter(case_kind=kind)
    if bearer := asked.one("bearer", Bearer.values):
        rows = rows.filter(bearer=bearer)
    if since := asked.day("from"):
        rows = rows.filter(on__gte=since)
    if until := asked.day("until"):
        rows = rows.filter(on__lte=until)
    if asked.agreements is not None:
        rows = rows.filter(agreement__in=asked.agreements)
    return as_stored(rows.order_by(*_SORTS[asked.one("sort", _SORTS)]))


def _nodes(_organisation: Organisation, row: CostLine, _on: date) -> Iterator[Node]:
    yield nodes.cost(row)


COSTS = Register(
    name="costs",
    title=_("Register of costs"),
    article=_("As the agreements divide them"),
    about=_("Time and expenses of every case under an agreement, with who bears each by which clause."),
    none=_("Time and expenses that are written with a case stand here at once."),
    heads=_heads,
    cells=_cells,
    found=_found,
    nodes=_nodes,
    address=lambda row: reverse(_PAGES[CaseKind(row.case_kind)], args=(row.case_id,)),
    shown=(0, 2, 3, 6, 7, 10, 13, 15),
    choices=(
        Choice("kind", _("Kind"), lambda _organisation: CaseKind.choices),
        Choice("bearer", _("Borne by"), lambda _organisation: Bearer.choices),
    ),
    sorts=(("", _("Newest first")), ("on", _("Oldest first")), ("case", _("By case"))),
    dated=_("Day"),
    finds=_("Find by case, party or work"),
)

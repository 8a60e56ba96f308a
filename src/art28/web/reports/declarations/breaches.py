"""The register of breaches (Art. 33(5) GDPR), whose page is that of its own app, as a register among the others."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.linking import Node
from art28.web.processing import linked
from art28.web.registers import queries, selection, telling
from art28.web.registers.queries import Entry
from art28.web.reports.declared import Asked, Found, Register, stored


def _found(organisation: Organisation, asked: Asked, _now: datetime) -> Found[Entry]:
    rows = selection.selected(organisation, selection.read(asked.given)).select_related("recorded_by")
    if asked.agreements is not None:
        touched = TouchedAgreement.objects.filter(
            organisation=organisation, agreement__in=asked.agreements, excluded_at=None
        )
        rows = rows.filter(pk__in=touched.values("breach"))

    def enriched(chunk: list[Breach]) -> tuple[Entry, ...]:
        return queries.entries(organisation, chunk, under=asked.agreements)

    return stored(rows, lambda chunk: enriched(list(chunk)))


def _nodes(_organisation: Organisation, entry: Entry, _on: date) -> Iterator[Node]:
    yield linked.breach(entry)


BREACHES = Register(
    name="breaches",
    title=_("Register of breaches"),
    article=_("Article 33(5) GDPR"),
    about=_("Every breach with its facts, effects and remedial action."),
    none=_("A breach that is recorded stands here at once, whether it is notified or not."),
    heads=telling.columns,
    cells=telling.cells,
    found=_found,
    nodes=_nodes,
    address=lambda entry: reverse("breaches:room", args=(entry.breach.pk,)),
    page="registers:breaches",
    export="registers:export",
)

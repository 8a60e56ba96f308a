"""The register of audits of processors (Art. 28(3)(h) GDPR)."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.audits import queries, telling
from art28.web.audits.models import Audit, State
from art28.web.linking import Node
from art28.web.reports import nodes
from art28.web.reports.declared import Asked, Choice, Found, Register, as_stored


def _found(organisation: Organisation, asked: Asked, _now: datetime) -> Found[Audit]:
    rows = queries.audits(organisation, {**asked.given, "state": asked.given.get("state") or "all"})
    since, before = asked.within(organisation)
    if since:
        rows = rows.filter(asked_at__gte=since)
    if before:
        rows = rows.filter(asked_at__lt=before)
    if asked.agreements is not None:
        rows = rows.filter(agreement__in=asked.agreements)
    return as_stored(rows)


def _nodes(_organisation: Organisation, row: Audit, _on: date) -> Iterator[Node]:
    yield nodes.audit(row)


AUDITS = Register(
    name="audits",
    title=_("Register of audits"),
    article=_("Article 28(3)(h) GDPR"),
    about=_("Every audit of a processor that was asked for: by whom, when, whether it was held and what it found."),
    none=_("An audit that is asked for stands here at once."),
    heads=telling.columns,
    cells=telling.cells,
    found=_found,
    nodes=_nodes,
    address=lambda row: reverse("audits:detail", args=(row.pk,)),
    shown=(0, 1, 3, 4, 5, 7, 8, 11),
    choices=(Choice("state", _("State"), lambda _organisation: State.choices),),
    sorts=(("", _("Newest first")), ("planned", _("Oldest first"))),
    dated=_("Asked"),
    finds=_("Find by party or auditor"),
)

"""The register of purposes of the processor's own (Art. 28(10) GDPR): what allows and forbids each, and its uses."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from art28.obligations.reusing import Stance
from art28.web.accounts.models import Organisation
from art28.web.linking import Node
from art28.web.purposes import exporting, queries
from art28.web.purposes.models import STANCES, OwnPurpose, State
from art28.web.reports import nodes
from art28.web.reports.declared import Asked, Choice, Found, Register, as_stored


def _found(organisation: Organisation, asked: Asked, _now: datetime) -> Found[OwnPurpose]:
    rows = queries.purposes(organisation, asked.given)
    since, before = asked.within(organisation)
    if since:
        rows = rows.filter(registered_at__gte=since)
    if before:
        rows = rows.filter(registered_at__lt=before)
    if asked.agreements is not None:
        rows = rows.filter(agreement__in=asked.agreements)
    return as_stored(rows)


def _nodes(_organisation: Organisation, row: OwnPurpose, _on: date) -> Iterator[Node]:
    yield nodes.own_purpose(row)


OWN_PURPOSES = Register(
    name="purposes",
    title=_("Register of own purposes"),
    article=_("Article 28(10) GDPR"),
    about=_(
        "For what the processor uses a controller's data itself, what of the agreement allows and forbids it, who decided "
        "and how often it was done."
    ),
    none=_("A purpose that is registered stands here at once."),
    heads=exporting.heads,
    cells=exporting.cells,
    found=_found,
    nodes=_nodes,
    address=lambda row: reverse("purposes:detail", args=(row.pk,)),
    shown=(0, 1, 3, 6, 7, 9, 11, 17),
    choices=(
        Choice("state", _("State"), lambda _organisation: State.choices),
        Choice("stance", _("Agreement"), lambda _organisation: [(key.value, STANCES[key]) for key in Stance]),
    ),
    sorts=(
        ("", _("Newest first")),
        ("registered", _("Oldest first")),
        ("party", _("By party")),
        ("used", _("Last used first")),
    ),
    dated=_("Registered"),
    finds=_("Find by purpose, party or data"),
)

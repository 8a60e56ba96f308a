"""The register of requests of data subjects (Arts 12, 15 to 22 GDPR); nothing of a person stands in it."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.linking import Node
from art28.web.reports import nodes
from art28.web.reports.declared import Asked, Choice, Found, Register, stored
from art28.web.requests import exporting, queries, selection
from art28.web.requests.models import RIGHT_LABELS, Concerned, Role, State, SubjectRequest
from art28.web.requests.queries import Entry


def _found(organisation: Organisation, asked: Asked, now: datetime) -> Found[Entry]:
    given = {**asked.given, "state": asked.given.get("state") or "all"}
    rows = selection.selected(organisation, selection.read(given))
    since, before = asked.within(organisation)
    if since:
        rows = rows.filter(received_at__gte=since)
    if before:
        rows = rows.filter(received_at__lt=before)
    if asked.agreements is not None:
        lines = Concerned.objects.filter(organisation=organisation, agreement__in=asked.agreements, left_out_at=None)
        rows = rows.filter(pk__in=lines.values("request"))

    def enriched(chunk: list[SubjectRequest]) -> tuple[Entry, ...]:
        return queries.entries(organisation, chunk, now=now, under=asked.agreements)

    return stored(rows, lambda chunk: enriched(list(chunk)))


def _nodes(_organisation: Organisation, entry: Entry, _on: date) -> Iterator[Node]:
    yield nodes.request(entry.row)


REQUESTS = Register(
    name="requests",
    title=_("Register of requests of data subjects"),
    article=_("Articles 12 and 15 to 22 GDPR"),
    about=_(
        "Every request with its rights, whom it concerns, until when and what became of it; nothing of the person."
    ),
    none=_("A request that is taken in stands here at once."),
    heads=exporting.columns,
    cells=exporting.cells,
    found=_found,
    nodes=_nodes,
    address=lambda entry: reverse("requests:detail", args=(entry.row.pk,)),
    shown=(0, 4, 1, 2, 3, 5, 6, 7),
    choices=(
        Choice("state", _("State"), lambda _organisation: State.choices),
        Choice("role", _("Own role"), lambda _organisation: Role.choices),
        Choice("right", _("Right"), lambda _organisation: [(key.value, label) for key, label in RIGHT_LABELS.items()]),
    ),
    sorts=(
        ("", _("Newest first")),
        ("received", _("Oldest first")),
        ("reference", _("By reference")),
    ),
    dated=_("Received"),
    finds=_("Find by reference or party"),
)

"""The register of processor agreements (Art. 28(3), 28(9) GDPR): which there are, with whom, in which stage."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, Direction
from art28.web.lifecycle import queries, telling
from art28.web.lifecycle.stages import Stage
from art28.web.linking import Node
from art28.web.processing import linked
from art28.web.reports.declared import Asked, Choice, Found, Register, as_stored

_SORTS = {
    "": ("counterparty_name", "title", "id"),
    "-added": ("-added_at", "-id"),
    "added": ("added_at", "id"),
    "title": ("title", "id"),
}
_UNSAID = "unsaid"


def _heads() -> tuple[str, ...]:
    more = (gettext("Own entity"), gettext("Language"), gettext("Pages"), gettext("Promises"), gettext("Findings"))
    return (*telling.columns(), *more, gettext("Put in on"))


def _cells(row: Agreement, zone: tzinfo) -> Iterator[str]:
    yield from telling.cells(queries.unread(row))
    yield row.legal_entity.name if row.legal_entity else ""
    yield row.language
    yield str(row.pages or "")
    yield str(row.duty_count)
    yield str(row.finding_count)
    yield date_format(row.added_at.astimezone(zone), "Y-m-d")


def _found(organisation: Organisation, asked: Asked, _now: datetime) -> Found[Agreement]:
    rows = queries.lives(organisation, stage=asked.one("stage", (*Stage.values, _UNSAID)))
    for word in asked.words:
        rows = rows.filter(Q(title__icontains=word) | Q(counterparty_name__icontains=word))
    if role := asked.one("role", Direction.values):
        rows = rows.filter(direction=role)
    since, before = asked.within(organisation)
    if since:
        rows = rows.filter(added_at__gte=since)
    if before:
        rows = rows.filter(added_at__lt=before)
    if asked.agreements is not None:
        rows = rows.filter(pk__in=asked.agreements)
    order = _SORTS[asked.one("sort", _SORTS)]
    return as_stored(rows.select_related("legal_entity").order_by(*order))


def _nodes(organisation: Organisation, row: Agreement, _on: date) -> Iterator[Node]:
    stage, since = getattr(row, "stage", None), getattr(row, "since", None)
    said = {"stage": stage, "inStageSince": since.isoformat() if since else None}
    yield linked.agreement(organisation, row) | {name: value for name, value in said.items() if value}


AGREEMENTS = Register(
    name="agreements",
    title=_("Register of processor agreements"),
    article=_("Article 28(3) and (9) GDPR"),
    about=_("Every processor agreement that was read, with the other side, our role and the stage it is in."),
    none=_("Every agreement stands here as soon as it is read."),
    heads=_heads,
    cells=_cells,
    found=_found,
    nodes=_nodes,
    address=lambda row: reverse("agreements:detail", args=(row.pk,)),
    shown=(0, 1, 2, 3, 4, 8, 10),
    choices=(
        Choice("role", _("Own role"), lambda _organisation: Direction.choices),
        Choice("stage", _("Stage"), lambda _organisation: (*Stage.choices, (_UNSAID, _("not said")))),
    ),
    sorts=(
        ("", _("By other side")),
        ("-added", _("Newest first")),
        ("added", _("Oldest first")),
        ("title", _("By title")),
    ),
    dated=_("Put in on"),
    finds=_("Find by other side or title"),
)

"""The list of alarms of recurring checks, declared once (`listing`)."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.controls.models import Why
from art28.web.listing import Choice, Listing, Rows, by


def _open(rows: Rows) -> Rows:
    return rows.filter(closed_at=None)


def _closed(rows: Rows, _value: str) -> Rows:
    return rows.filter(closed_at__isnull=False)


ALARMS = Listing(
    name=_("alarms"),
    finds=_("Find by check, thing or owner"),
    words=("check_row__name", "thing", "check_row__owner__name"),
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("Open"),
            options=(("closed", _("Closed")),),
            narrow=_closed,
            otherwise=_open,
            elsewhere=True,
        ),
        Choice(
            name="why", label=_("What is amiss"), every=_("Missed or failed"), options=Why.choices, narrow=by("why")
        ),
    ),
    sorts={
        "": (_("As they come"), (F("closed_at").desc(), "since", "id")),
        "newest": (_("Newest first"), ("-since", "-id")),
        "name": (_("By check"), (Lower("check_row__name"), "since", "id")),
        "owner": (_("By owner"), (Lower("check_row__owner__name").asc(nulls_first=True), "since", "id")),
    },
    columns=(
        (_("Recurring check"), lambda row: row.check_row.name),
        (_("Thing"), lambda row: row.thing),
        (_("What is amiss"), lambda row: row.result.get_verdict_display() if row.result else row.get_why_display()),
        (_("Amiss since"), lambda row: row.since),
        (_("Owner"), lambda row: row.check_row.owner),
        (_("Closed"), lambda row: row.closed_at),
        (_("Accepted by"), lambda row: row.accepted_by),
        (_("Reason"), lambda row: row.accepted_reason),
        (_("Accepted until"), lambda row: row.accepted_until),
    ),
)

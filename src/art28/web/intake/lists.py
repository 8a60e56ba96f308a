"""The queue of signals, declared once (`listing`)."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from art28.web.intake.models import OPEN_STATES, Source, State, Where
from art28.web.listing import Choice, Listing, Rows, by


def _open(rows: Rows) -> Rows:
    return rows.filter(state__in=OPEN_STATES)


def _decided(rows: Rows, value: str) -> Rows:
    return rows if value == "all" else rows.filter(state=value)


SIGNALS = Listing(
    name=_("signals"),
    finds=_("Find by signal, reporter or reference"),
    words=("summary", "reported_by__name", "reporter"),
    numbered=True,
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("To be assessed"),
            options=((State.BREACH, _("Breach")), (State.NO_BREACH, _("No breach")), ("all", _("All"))),
            narrow=_decided,
            otherwise=_open,
            elsewhere=True,
        ),
        Choice(
            name="where", label=_("Where it happened"), every=_("Everywhere"), options=Where.choices, narrow=by("where")
        ),
        Choice(
            name="source", label=_("How it came"), every=_("By every way"), options=Source.choices, narrow=by("source")
        ),
    ),
    sorts={
        "": (_("What ends first in front"), (F("first_end").asc(nulls_last=True), "counts_from", "id")),
        "newest": (_("Newest first"), ("-received_at", "-id")),
        "oldest": (_("Oldest first"), ("received_at", "id")),
    },
    columns=(
        (_("Reference"), lambda row: row.reference),
        (_("Signal"), lambda row: row.summary),
        (_("Where it happened"), lambda row: row.get_where_display()),
        (_("How it came"), lambda row: row.get_source_display()),
        (_("Reported by"), lambda row: row.reported_by or row.reporter),
        (_("Received"), lambda row: row.received_at),
        (_("Noticed on"), lambda row: row.noticed_at),
        (_("Runs provisionally until"), lambda row: row.first_end),
        (_("State"), lambda row: row.get_state_display()),
        (_("Decided"), lambda row: row.decided_at),
        (_("Decided by"), lambda row: row.decided_by),
        (_("Reason"), lambda row: row.reason),
        (_("Breach"), lambda row: row.breach),
    ),
)

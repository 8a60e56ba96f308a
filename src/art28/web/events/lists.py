"""The list of what happened under agreements, declared once (`listing`)."""

from django.utils.translation import gettext_lazy as _

from art28.web.clocks.filters import EVENTS
from art28.web.listing import Choice, Listing, Rows, by

_RECORDED = ("request", "change", "audit", "instruction", "ending", "amendment", "assessment", "claim", "insurance")


def _taken_back(rows: Rows, value: str) -> Rows:
    return rows.filter(cancelled_at__isnull=value == "stands")


HAPPENED = Listing(
    name=_("what happened"),
    finds=_("Find by title, note or party"),
    words=("title", "note", "agreement__counterparty_name", "agreement__title", "recorded_by__name"),
    choices=(
        Choice(
            name="kind",
            label=_("Kind"),
            every=_("Every kind"),
            options=tuple((kind, EVENTS[kind]) for kind in _RECORDED),
            narrow=by("kind"),
        ),
        Choice(
            name="state",
            label=_("State"),
            every=_("Taken back or not"),
            options=(("stands", _("stands")), ("back", _("taken back"))),
            narrow=_taken_back,
        ),
    ),
    sorts={
        "": (_("Recorded last first"), ("-recorded_at", "-id")),
        "at": (_("What happened last first"), ("-at", "-id")),
        "party": (_("By party"), ("agreement__counterparty_name", "-at", "id")),
    },
    columns=(
        (_("Reference"), lambda row: f"{row.year}-{row.number:04d}"),
        (_("When"), lambda row: row.at),
        (_("Kind"), lambda row: EVENTS.get(row.kind, row.kind)),
        (_("What happened"), lambda row: row.title),
        (_("Note"), lambda row: row.note),
        (_("Party"), lambda row: row.agreement.counterparty_name),
        (_("Agreement"), lambda row: row.agreement.title),
        (_("Recorded by"), lambda row: row.recorded_by),
        (_("Taken back"), lambda row: row.cancelled_at),
        (_("Reason"), lambda row: row.cancel_reason),
    ),
    numbered=True,
)

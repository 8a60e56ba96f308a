"""The list of breaches, declared once (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.breaches.models import State
from art28.web.listing import Choice, Listing, Rows, by


def _where(rows: Rows, value: str) -> Rows:
    return rows.filter(at_sub_processor=value == "sub_processor")


BREACHES = Listing(
    name=_("breaches"),
    finds=_("Find by breach or reference"),
    words=("title",),
    numbered=True,
    choices=(
        Choice(name="state", label=_("State"), every=_("Every state"), options=State.choices, narrow=by("state")),
        Choice(
            name="at",
            label=_("Where it happened"),
            every=_("Everywhere"),
            options=(("own", _("with us")), ("sub_processor", _("at a sub-processor"))),
            narrow=_where,
        ),
    ),
    sorts={
        "": (_("What is open first"), ("-state", "-recorded_at", "-id")),
        "aware": (_("Newest first"), ("-aware_at", "-id")),
        "oldest": (_("Oldest first"), ("aware_at", "id")),
        "agreements": (_("Most agreements first"), ("-touched_count", "-recorded_at", "-id")),
        "title": (_("By title"), (Lower("title"), "id")),
    },
    columns=(
        (_("Reference"), lambda row: row.reference),
        (_("Breach"), lambda row: row.title),
        (_("Where it happened"), lambda row: _("at a sub-processor") if row.at_sub_processor else _("with us")),
        (_("Aware since"), lambda row: row.aware_at),
        (_("Why then"), lambda row: row.aware_reason),
        (_("Recorded"), lambda row: row.recorded_at),
        (_("Agreements"), lambda row: row.touched_count),
        (_("State"), lambda row: row.get_state_display()),
        (_("Closed"), lambda row: row.closed_at),
        (_("Reason"), lambda row: row.close_reason),
    ),
)

"""The list of reports that suppliers made, declared once (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows


def _joined(rows: Rows, value: str) -> Rows:
    if value == "waiting":
        return rows.filter(waiting__gt=0)
    return rows.filter(breach__isnull=value == "none")


REPORTS = Listing(
    name=_("reports received"),
    finds=_("Find by supplier, reference or breach"),
    words=("supplier", "reference", "breach__title"),
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("Every state"),
            options=(
                ("none", _("Belongs to no breach yet")),
                ("joined", _("Belongs to a breach")),
                ("waiting", _("With facts to look at")),
            ),
            narrow=_joined,
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-received_at", "-id")),
        "oldest": (_("Oldest first"), ("received_at", "id")),
        "waiting": (_("Most to look at first"), ("-waiting", "-received_at", "-id")),
        "supplier": (_("By supplier"), (Lower("supplier"), "-received_at", "-id")),
    },
    columns=(
        (_("Received"), lambda row: row.received_at),
        (_("From"), lambda row: row.supplier),
        (_("Reference"), lambda row: row.reference),
        (_("Noticed by them"), lambda row: row.noticed_at),
        (_("Sent by them"), lambda row: row.sent_at),
        (_("Breach"), lambda row: row.breach),
        (_("Facts to look at"), lambda row: row.waiting),
        (_("Recorded by"), lambda row: row.recorded_by),
    ),
)

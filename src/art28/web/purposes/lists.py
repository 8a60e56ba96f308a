"""The list of uses for one purpose of our own, declared once (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows


def _anonymised(rows: Rows, value: str) -> Rows:
    return rows.filter(anonymised=value == "yes")


USES = Listing(
    name=_("uses"),
    finds=_("Find by what was used or by whom"),
    words=("what", "by__name"),
    choices=(
        Choice(
            name="anonymised",
            label=_("Form"),
            every=_("In every form"),
            options=(("yes", _("In anonymised form")), ("no", _("Personal data"))),
            narrow=_anonymised,
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-used_at", "-id")),
        "oldest": (_("Oldest first"), ("used_at", "id")),
        "by": (_("By whom"), (Lower("by__name"), "-used_at", "-id")),
    },
    columns=(
        (_("When"), lambda row: row.used_at),
        (_("What was used"), lambda row: row.what),
        (_("In anonymised form"), lambda row: _("yes") if row.anonymised else _("no")),
        (_("By whom"), lambda row: row.by),
        (_("Logged"), lambda row: row.at),
    ),
)

"""The list of families, declared once (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows


def _waiting(rows: Rows, value: str) -> Rows:
    return rows.filter(waiting_count__gt=0) if value == "yes" else rows.filter(waiting_count=0)


FAMILIES = Listing(
    name=_("families"),
    finds=_("Find by title"),
    words=("title",),
    choices=(
        Choice(
            name="waits",
            label=_("Facts to confirm"),
            every=_("All"),
            options=(("yes", _("Something waits")), ("no", _("Nothing waits"))),
            narrow=_waiting,
        ),
    ),
    sorts={
        "": (_("Largest first"), ("-member_count", "began_at", "id")),
        "waits": (_("Most to confirm first"), ("-waiting_count", "-member_count", "id")),
        "title": (_("By title"), (Lower("title"), "id")),
        "newest": (_("Newest first"), ("-began_at", "-id")),
    },
    columns=(
        (_("Family"), lambda row: row.title),
        (_("Since"), lambda row: row.began_at),
        (_("Agreements"), lambda row: row.member_count),
        (_("Versions"), lambda row: row.version_count),
        (_("Facts to confirm"), lambda row: row.waiting_count),
    ),
)

"""The list of what changed and is reviewed, declared once (`listing`); in which orders agreements stand by stage."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from art28.web.lifecycle.models import About
from art28.web.listing import Choice, Listing, Rows, Sorts, by

SORTS: Sorts = {
    "": (_("By party"), ("counterparty_name", "title", "id")),
    "since": (_("Longest in its stage first"), (F("since").asc(nulls_last=True), "id")),
    "stage": (_("By stage"), (F("stage").asc(nulls_last=True), "counterparty_name", "id")),
}


def _open(rows: Rows, value: str) -> Rows:
    return rows.filter(waiting__gt=0) if value == "open" else rows.filter(waiting=0)


CHANGES = Listing(
    name=_("changes and reviews"),
    finds=_("Find by words or source"),
    words=("what", "source"),
    choices=(
        Choice(name="about", label=_("About"), every=_("Every kind"), options=About.choices, narrow=by("about")),
        Choice(
            name="state",
            label=_("State"),
            every=_("Every state"),
            options=(("open", _("With open reviews")), ("closed", _("All reviewed"))),
            narrow=_open,
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-at", "-id")),
        "from": (_("What holds first"), ("from_on", "id")),
        "open": (_("Most open first"), ("-waiting", "id")),
    },
    columns=(
        (_("What changed"), lambda row: row.what),
        (_("About"), lambda row: row.get_about_display()),
        (_("Source"), lambda row: row.source),
        (_("Holds from"), lambda row: row.from_on),
        (_("Reviewed before"), lambda row: row.due_on),
        (_("Reviews"), lambda row: row.asked),
        (_("Open"), lambda row: row.waiting),
        (_("By whom"), lambda row: row.by),
    ),
)

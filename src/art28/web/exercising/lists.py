"""The list of exercises, declared once (`listing`)."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows


def _over(rows: Rows, value: str) -> Rows:
    return rows.filter(ended_at__isnull=value == "running")


EXERCISES = Listing(
    name=_("exercises"),
    finds=_("Find by scenario, player or reference"),
    words=("title", "player__name"),
    numbered=True,
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("Every state"),
            options=(("running", _("Running")), ("over", _("Over"))),
            narrow=_over,
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-started_at", "-id")),
        "oldest": (_("Oldest first"), ("started_at", "id")),
        "took": (_("Shortest first"), ((F("ended_at") - F("started_at")).asc(nulls_last=True), "id")),
        "title": (_("By scenario"), (Lower("title"), "-started_at", "id")),
    },
    columns=(
        (_("Reference"), lambda row: row.reference),
        (_("Scenario"), lambda row: row.title),
        (_("Player"), lambda row: row.player),
        (_("Started"), lambda row: row.started_at),
        (_("Ended"), lambda row: row.ended_at),
    ),
)

"""How the catalogue of services is narrowed and in which orders it stands (`listing`)."""

from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows
from art28.web.services import spelling


def _which(rows: Rows, value: str) -> Rows:
    match value:
        case "special":
            return rows.exclude(special_categories=[])
        case "sub_processors":
            return rows.exclude(sub_processors=[])
        case "untaken":
            return rows.filter(use_count=0)
    return rows.filter(Q(data_categories=[]) | Q(retention="") | Q(purposes=[]))


SERVICES = Listing(
    name=_("services"),
    finds=_("Find by name, system, data or sub-processor"),
    words=(
        "name",
        "description",
        "systems",
        "data_categories",
        "purposes",
        "special_categories",
        "sub_processors",
    ),
    choices=(
        Choice(
            name="which",
            label=_("Which"),
            every=_("Every service"),
            options=(
                ("special", _("With special data")),
                ("sub_processors", _("With sub-processors")),
                ("untaken", _("Taken by nobody")),
                ("lacking", _("Data, purposes or retention lacking")),
            ),
            narrow=_which,
        ),
    ),
    sorts={
        "": (_("By name"), (Lower("name"), "id")),
        "taken": (_("Most taken first"), ("-use_count", "id")),
        "people": (_("Most people first"), (F("people").desc(nulls_last=True), "id")),
    },
    columns=(
        (_("Service"), lambda row: row.name),
        (_("Description"), lambda row: row.description),
        (_("Data"), lambda row: row.data_categories),
        (_("Special data"), lambda row: row.special_categories),
        (_("Data subjects"), lambda row: row.data_subjects),
        (_("Purposes"), lambda row: row.purposes),
        (_("Retention"), lambda row: row.retention),
        (_("Systems"), lambda row: row.systems),
        (_("Sub-processors"), lambda row: spelling.of_sub_processors(row.sub_processors)),
        (_("People per customer"), lambda row: row.people),
        (_("Agreements"), lambda row: row.use_count),
    ),
)

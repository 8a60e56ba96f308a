"""The catalogue of services and who takes one, each declared once (`listing`)."""

from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Columns, Listing, Rows, Sorts
from art28.web.services import spelling
from art28.web.services.models import Ground


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


def _taken(rows: Rows, value: str) -> Rows:
    over = Q(until_on__lt=timezone.localdate())
    return rows.filter(over) if value == "over" else rows.exclude(over)


_BY_PARTY = ("agreement__counterparty_name", "agreement__title", "id")
USES = Listing(
    name=_("who takes a service"),
    finds=_("Find an agreement or party"),
    words=("agreement__counterparty_name", "agreement__title"),
    choices=(
        Choice(
            name="state",
            label=_("Taken"),
            every=_("Now or before"),
            options=(("now", _("taken now")), ("over", _("no longer"))),
            narrow=_taken,
        ),
    ),
    sorts={
        "": (_("By party"), _BY_PARTY),
        "since": (_("Newest first"), (F("since_on").desc(nulls_last=True), *_BY_PARTY)),
        "people": (_("Most people first"), (F("people").desc(nulls_last=True), *_BY_PARTY)),
    },
    columns=(
        (_("Party"), lambda row: row.agreement.counterparty_name),
        (_("Agreement"), lambda row: row.agreement.title),
        (_("Since"), lambda row: row.since_on),
        (_("Until and including"), lambda row: row.until_on),
        (_("People"), lambda row: row.people),
    ),
)

TOUCHED_SORTS: Sorts = {
    "": (_("By party"), ("agreement__counterparty_name", "id")),
    "ground": (_("By why it is touched"), ("ground", "agreement__counterparty_name", "id")),
    "people": (_("Most people first"), (F("people_most").desc(nulls_last=True), "agreement__counterparty_name", "id")),
}
TOUCHED: Columns = (
    (_("Party"), lambda row: row.agreement.counterparty_name),
    (_("Agreement"), lambda row: row.agreement.title),
    (_("Why touched"), lambda row: Ground(row.ground).label if row.ground else ""),
    (_("Services"), lambda row: row.by_services),
    (_("To reach"), lambda row: _("yes") if row.has_contact else _("nobody")),
    (_("People at least"), lambda row: row.people_least),
    (_("People at most"), lambda row: row.people_most),
)

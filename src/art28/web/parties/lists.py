"""How the list of parties is narrowed and in which orders it stands (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.agreements import lists
from art28.web.agreements.models import Direction
from art28.web.listing import Choice, Listing, Rows, by
from art28.web.parties.models import Counterparty


def _which(rows: Rows, value: str) -> Rows:
    match value:
        case "customers":
            return rows.filter(pk__in=_with("processor"))
        case "suppliers":
            return rows.filter(pk__in=_with("controller"))
        case "both":  # a supplier that is a customer too
            return rows.filter(pk__in=_with("processor")).filter(pk__in=_with("controller"))
    return rows.filter(agreement_count=0)


def _with(direction: str) -> Rows:
    """Those with whom an agreement gives us this role, for use within another query, which names the organisation."""
    return Counterparty.objects.filter(agreements__direction=direction).values("pk")


AGREEMENTS = Listing(
    name=_("agreements"),
    finds=_("Find by title"),
    words=("title",),
    choices=(
        Choice(
            name="direction",
            label=_("Our role"),
            every=_("In every role"),
            options=Direction.choices,
            narrow=by("direction"),
        ),
    ),
    sorts={name: order for name, order in lists.SORTS.items() if name != "party"},
    columns=lists.COLUMNS,
)
PARTIES = Listing(
    name=_("parties"),
    finds=_("Find by name, number or place"),
    words=("name", "registration", "city"),
    choices=(
        Choice(
            name="which",
            label=_("Which"),
            every=_("Every party"),
            options=(
                ("customers", _("For whom we process")),
                ("suppliers", _("Who process for us")),
                ("both", _("Both")),
                ("none", _("Without an agreement")),
            ),
            narrow=_which,
        ),
    ),
    sorts={
        "": (_("By name"), (Lower("name"), "id")),
        "city": (_("By place"), (Lower("city"), Lower("name"), "id")),
        "agreements": (_("Most agreements first"), ("-agreement_count", "id")),
    },
    columns=(
        (_("Counterparty"), lambda row: row.name),
        (_("Registration number"), lambda row: row.registration),
        (_("Place"), lambda row: row.city),
        (_("Agreements"), lambda row: row.agreement_count),
    ),
)

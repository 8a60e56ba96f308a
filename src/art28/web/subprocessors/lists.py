"""The list of changes of sub-processors, declared once (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, by
from art28.web.subprocessors.models import Kind, State

CHANGES = Listing(
    name=_("changes of sub-processors"),
    finds=_("Find by name or reason"),
    words=("sub_processor__name", "replaced__name", "why"),
    choices=(
        Choice(name="state", label=_("State"), every=_("Every state"), options=State.choices, narrow=by("state")),
        Choice(name="kind", label=_("What changes"), every=_("Every kind"), options=Kind.choices, narrow=by("kind")),
    ),
    sorts={
        "": (_("What takes effect last in front"), ("-planned_on", "-id")),
        "planned": (_("What takes effect first"), ("planned_on", "id")),
        "name": (_("By name"), (Lower("sub_processor__name"), "id")),
        "agreements": (_("Most agreements first"), ("-agreement_count", "id")),
    },
    columns=(
        (_("Reference"), lambda row: row.reference),
        (_("What changes"), lambda row: row.get_kind_display()),
        (_("Sub-processor"), lambda row: row.sub_processor.name),
        (_("In the place of"), lambda row: row.replaced and row.replaced.name),
        (_("Countries"), lambda row: row.countries),
        (_("Takes effect on"), lambda row: row.planned_on),
        (_("State"), lambda row: row.get_state_display()),
        (_("Agreements"), lambda row: row.agreement_count),
        (_("Why"), lambda row: row.why),
    ),
)

"""The list of audits of one's own, declared once (`listing`)."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.audits.models import OwnState
from art28.web.listing import Choice, Listing, by

OWN = Listing(
    name=_("audits of our own"),
    finds=_("Find by scope, standard or auditor"),
    words=("scope", "norm", "auditor"),
    numbered=True,
    choices=(
        Choice(name="state", label=_("State"), every=_("Every state"), options=OwnState.choices, narrow=by("state")),
    ),
    sorts={
        "": (_("Newest first"), ("-planned_on", "-id")),
        "planned": (_("Oldest first"), ("planned_on", "id")),
        "left": (_("Most not mended first"), ("-left", "-planned_on", "-id")),
        "valid": (_("What lapses first"), (F("valid_until").asc(nulls_last=True), "-planned_on", "-id")),
        "auditor": (_("By auditor"), (Lower("auditor"), "-planned_on", "-id")),
    },
    columns=(
        (_("Reference"), lambda row: row.reference),
        (_("What is audited"), lambda row: row.scope),
        (_("Standard"), lambda row: row.norm),
        (_("Auditor"), lambda row: row.auditor),
        (_("Planned"), lambda row: row.planned_on),
        (_("Held on"), lambda row: row.held_on),
        (_("Outcome"), lambda row: row.outcome),
        (_("Findings"), lambda row: row.found),
        (_("Not mended"), lambda row: row.left),
        (_("Valid until"), lambda row: row.valid_until),
        (_("State"), lambda row: row.get_state_display()),
    ),
)

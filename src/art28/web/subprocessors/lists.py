"""The lists of changes of sub-processors and of what one asks, each declared once (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.obligations.impact import Need
from art28.web.listing import Choice, Listing, by
from art28.web.subprocessors.models import Kind, State
from art28.web.subprocessors.words import GROUNDS, NEEDS

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

ASKS = Listing(
    name=_("what each agreement asks"),
    finds=_("Find an agreement or party"),
    words=(),
    choices=(
        Choice(
            name="need",
            label=_("Asks"),
            every=_("Whatever it asks"),
            options=tuple((str(need.value), NEEDS[need]) for need in reversed(Need)),
            narrow=by("need"),
            elsewhere=True,
        ),
    ),
    sorts={
        "": (_("By party"), ()),
        "need": (_("What asks most first"), ()),
        "soonest": (_("What is to be told first"), ()),
    },
    columns=(
        (_("Party"), lambda line: line.name),
        (_("Agreement"), lambda line: line.title),
        (_("Asks"), lambda line: NEEDS[line.impact.need]),
        (_("Why"), lambda line: [GROUNDS[reason.ground] for reason in line.impact.reasons]),
        (_("Tell before"), lambda line: line.tell_by),
    ),
)
"""Worked out of what agreements say (`impacts.Impacts.narrowed`), as no table holds it."""

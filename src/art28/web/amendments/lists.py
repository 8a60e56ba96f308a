"""The list of renewals, declared once (`listing`); in which orders the agreements of one stand."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.amendments.models import State, Way
from art28.web.listing import Choice, Listing, Sorts, by

RENEWALS = Listing(
    name=_("new versions"),
    finds=_("Find by name or what changes"),
    words=("name", "what"),
    choices=(
        Choice(name="state", label=_("State"), every=_("Every state"), options=State.choices, narrow=by("state")),
        Choice(
            name="way", label=_("How it comes to hold"), every=_("Every way"), options=Way.choices, narrow=by("way")
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-made_at", "-id")),
        "name": (_("By name"), (Lower("name"), "id")),
        "open": (_("Most to answer first"), ("-open", "-made_at", "-id")),
        "agreements": (_("Most agreements first"), ("-agreement_count", "-made_at", "-id")),
    },
    columns=(
        (_("Renewal"), lambda row: row.name),
        (_("How it comes to hold"), lambda row: row.get_way_display()),
        (_("State"), lambda row: row.get_state_display()),
        (_("Agreements"), lambda row: row.agreement_count),
        (_("To answer"), lambda row: row.open),
        (_("In force"), lambda row: row.held),
        (_("Takes effect on"), lambda row: row.effective_on),
        (_("Begun"), lambda row: row.made_at),
        (_("Begun by"), lambda row: row.made_by),
        (_("Sent"), lambda row: row.sent_at),
        (_("What changes"), lambda row: row.what),
    ),
)

_BY_PARTY = ("agreement__counterparty_name", "id")
SORTS: Sorts = {
    "": (_("By party"), _BY_PARTY),
    "standing": (_("By standing"), ("standing", *_BY_PARTY)),
    "silent": (_("Longest without an answer first"), (F("sent_at").asc(nulls_last=True), *_BY_PARTY)),
}

"""The list of accountability packs, declared once (`listing`)."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, by
from art28.web.reports.models import Goes, State

DOSSIERS = Listing(
    name=_("accountability packs"),
    finds=_("Find the agreement or customer that it is to be of"),
    words=("agreement__title", "agreement__counterparty_name", "counterparty__name", "recipient"),
    choices=(
        Choice(name="state", label=_("State"), every=_("Every state"), options=State.choices, narrow=by("state")),
        Choice(name="goes", label=_("For"), every=_("For whomever"), options=Goes.choices, narrow=by("goes")),
    ),
    sorts={
        "": (_("Newest first"), ("-asked_at", "-id")),
        "oldest": (_("Oldest first"), ("asked_at", "id")),
        "until": (_("What is kept shortest first"), (F("kept_until").asc(nulls_last=True), "id")),
        "size": (_("Largest first"), ("-size", "-id")),
        "recipient": (_("By recipient"), (Lower("recipient"), "-asked_at", "-id")),
    },
    columns=(
        (_("About"), lambda row: row.of),
        (_("For"), lambda row: row.recipient or row.get_goes_display()),
        (_("Ground"), lambda row: row.get_ground_display()),
        (_("Asked for"), lambda row: row.asked_at),
        (_("By"), lambda row: row.asked_by),
        (_("Made"), lambda row: row.made_at),
        (_("Kept until"), lambda row: row.kept_until),
        (_("Bytes"), lambda row: row.size or None),
        ("SHA-256", lambda row: row.sha256),
        (_("State"), lambda row: row.get_state_display()),
    ),
)

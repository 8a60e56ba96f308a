"""The outbox as a list (`listing`)."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows, by
from art28.web.notices.models import Delivery


def _receipt(rows: Rows, value: str) -> Rows:
    return rows.filter(acknowledged_at__isnull=value == "waiting")


MESSAGES = Listing(
    name=_("outbox"),
    finds=_("Find by subject, recipient or agreement"),
    words=("subject", "recipient", "recipient_name", "agreement__counterparty_name", "agreement__title"),
    choices=(
        Choice(name="state", label=_("State"), every=_("Every state"), options=Delivery.choices, narrow=by("state")),
        Choice(
            name="receipt",
            label=_("Receipt"),
            every=_("Confirmed or not"),
            options=(("confirmed", _("Confirmed")), ("waiting", _("Not confirmed"))),
            narrow=_receipt,
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-handed_over_at", "-id")),
        "oldest": (_("Oldest first"), ("handed_over_at", "id")),
        "recipient": (_("By recipient"), (Lower("recipient"), "-handed_over_at", "id")),
        "confirmed": (_("Not confirmed first"), (F("acknowledged_at").asc(nulls_first=True), "handed_over_at", "id")),
    },
    columns=(
        (_("Handed over"), lambda row: row.handed_over_at),
        (_("Message"), lambda row: row.subject),
        (_("Recipient"), lambda row: row.recipient),
        (_("Agreement"), lambda row: row.agreement and row.agreement.title),
        (_("State"), lambda row: row.get_state_display()),
        (_("Accepted"), lambda row: row.accepted_at),
        (_("Confirmed"), lambda row: row.acknowledged_at),
        (_("Confirmed by"), lambda row: row.acknowledged_by),
    ),
)

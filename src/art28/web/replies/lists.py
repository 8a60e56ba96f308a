"""The list of what came back, declared once (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, by
from art28.web.replies.models import Kind

REPLIES = Listing(
    name=_("what came back"),
    finds=_("Find by subject, sender or agreement"),
    words=("subject", "sender", "message__subject", "message__recipient", "message__agreement__title"),
    choices=(
        Choice(name="kind", label=_("Kind"), every=_("All"), options=Kind.choices, narrow=by("kind"), elsewhere=True),
    ),
    sorts={
        "": (_("Newest first"), ("-received_at", "-id")),
        "oldest": (_("Oldest first"), ("received_at", "id")),
        "sender": (_("By sender"), (Lower("sender"), "-received_at", "-id")),
    },
    columns=(
        (_("Received"), lambda row: row.received_at),
        (_("What it is"), lambda row: row.get_kind_display()),
        (_("Code"), lambda row: row.status),
        (_("About"), lambda row: row.message.subject if row.message else row.subject),
        (_("Agreement"), lambda row: row.message and row.message.agreement and row.message.agreement.title),
        (_("Recipient"), lambda row: row.message and row.message.recipient),
        (_("Sender"), lambda row: row.sender),
        (_("Its clock runs again"), lambda row: _("yes") if row.reopened else ""),
    ),
)

"""The clocks that somebody was reminded of, declared once (`listing`)."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.web.clocks.models import Obligation
from art28.web.listing import Choice, Listing, Rows


def _seen(rows: Rows, value: str) -> Rows:
    return rows.filter(is_new=value == "new")


def _end(rows: Rows, value: str) -> Rows:
    return rows.filter(ends_at__isnull=value == "target")


def _does(row: Obligation) -> str:
    return labels.action(row.action, get_language() or "nl")


REMINDERS = Listing(
    name=_("reminders"),
    finds=_("Find by party, agreement or subject"),
    words=("agreement__counterparty_name", "agreement__title", "subject_label"),
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("Seen or new"),
            options=(("new", _("New")), ("seen", _("Seen"))),
            narrow=_seen,
        ),
        Choice(
            name="end",
            label=_("Limit"),
            every=_("Every limit"),
            options=(("limit", _("With an end")), ("target", _("Own target"))),
            narrow=_end,
        ),
    ),
    sorts={
        "": (_("What ends first in front"), ("due_at", "id")),
        "reminded": (_("Reminded last in front"), (F("reminded_at").desc(), "id")),
        "party": (_("By party"), (Lower("agreement__counterparty_name"), "due_at", "id")),
    },
    columns=(
        (_("What"), _does),
        (_("Subject"), lambda row: row.subject_label),
        (_("Party"), lambda row: row.whose),
        (_("Ends"), lambda row: row.ends_at),
        (_("Own target"), lambda row: row.internal_target_at),
        (_("Reminded"), lambda row: row.reminded_at),
        (_("Seen"), lambda row: "" if row.is_new else _("yes")),
    ),
)

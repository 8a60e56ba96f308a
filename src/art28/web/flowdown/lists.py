"""The list of requests to see a contract, declared once (`listing`)."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.flowdown.models import Answered
from art28.web.listing import Choice, Listing, Rows


def _answered(rows: Rows, value: str) -> Rows:
    if value == "open":
        return rows.filter(answer="")
    if value == "late":
        return rows.filter(answer="", due_on__lt=timezone.localdate())
    return rows.filter(answer=value)


INSPECTIONS = Listing(
    name=_("requests to see a contract"),
    finds=_("Find by customer or sub-processor"),
    words=("agreement__counterparty_name", "agreement__title", "sub_processor__name", "asked_by"),
    choices=(
        Choice(
            name="answer",
            label=_("Answer"),
            every=_("Every answer"),
            options=(("open", _("to be answered")), ("late", _("too late")), *Answered.choices),
            narrow=_answered,
        ),
    ),
    sorts={
        "": (_("What is open first"), (F("answered_on").asc(nulls_first=True), "due_on", "id")),
        "newest": (_("Newest first"), ("-asked_on", "-id")),
        "customer": (_("By customer"), (Lower("agreement__counterparty_name"), "id")),
    },
    columns=(
        (_("Customer"), lambda row: row.agreement.counterparty_name or row.agreement.title),
        (_("Contract with"), lambda row: row.sub_processor.name),
        (_("Asked by"), lambda row: row.asked_by),
        (_("Asked on"), lambda row: row.asked_on),
        (_("Clause"), lambda row: row.clause),
        (_("Answer before"), lambda row: row.due_on),
        (_("Answer"), lambda row: row.get_answer_display()),
        (_("Answered on"), lambda row: row.answered_on),
        (_("Given to"), lambda row: row.given_to),
        (_("Blacked out"), lambda row: row.blacked_out),
        (_("Reason"), lambda row: row.reason),
    ),
)

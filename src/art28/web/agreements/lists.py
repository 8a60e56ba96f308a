"""In which orders the list of agreements stands, and its columns as a file."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Columns, Sorts

SORTS: Sorts = {
    "": (_("Newest first"), ("-added_at", "-id")),
    "title": (_("By title"), (Lower("title"), "id")),
    "party": (_("By party"), (Lower("counterparty_name"), Lower("title"), "id")),
    "findings": (_("Most findings first"), ("-serious_count", "-finding_count", "id")),
    "asked": (_("Most to judge first"), ("-asked_count", "id")),
}
COLUMNS: Columns = (
    (_("Agreement"), lambda row: row.title),
    (_("Counterparty"), lambda row: row.counterparty_name),
    (_("Our role"), lambda row: row.get_direction_display()),
    (_("State"), lambda row: row.get_state_display()),
    (_("Promises"), lambda row: row.duty_count),
    (_("Facts decided"), lambda row: row.decided_count),
    (_("Facts known"), lambda row: row.known_count),
    (_("To judge"), lambda row: row.asked_count),
    (_("Findings"), lambda row: row.finding_count),
    (_("Serious findings"), lambda row: row.serious_count),
    (_("Put in"), lambda row: row.added_at),
)

"""In which orders the register of disclosures stands."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Sorts

SORTS: Sorts = {
    "": (_("Newest first"), ("-on", "-id")),
    "oldest": (_("Oldest first"), ("on", "id")),
    "recipient": (_("By recipient"), (Lower("recipient"), "-on", "id")),
    "party": (_("By party"), (Lower("agreement__counterparty_name"), "-on", "id")),
}

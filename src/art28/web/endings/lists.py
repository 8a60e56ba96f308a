"""In which orders endings and what is kept are listed (`listing`)."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Sorts

_PARTY = (Lower("agreement__counterparty_name"), Lower("agreement__title"))
ENDING_SORTS: Sorts = {
    "": (_("What ends first in front"), ("ends_on", "id")),
    "latest": (_("What ended last in front"), ("-ends_on", "-id")),
    "left": (_("Most to empty first"), ("-to_do", "ends_on", "id")),
    "party": (_("By party"), (*_PARTY, "ends_on", "id")),
}
ITEM_SORTS: Sorts = {
    "": (_("What must go first in front"), ("due_at", "id")),
    "latest": (_("What may stay longest in front"), (F("due_at").desc(nulls_last=True), "-id")),
    "name": (_("By name"), (Lower("name"), "id")),
    "party": (_("By party"), (*_PARTY, F("due_at").asc(nulls_last=True), "id")),
}

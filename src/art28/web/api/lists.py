"""How the list of tokens is narrowed and in which orders it stands (`listing`)."""

from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows


def _whose(rows: Rows, value: str) -> Rows:
    return rows.filter(user=None) if value == "organisation" else rows.exclude(user=None)


def _how(rows: Rows, value: str) -> Rows:
    match value:
        case "unused":
            return rows.filter(used_at=None)
        case "used":
            return rows.exclude(used_at=None)
    return rows.filter(expires_at=None)


def _belongs(word: str) -> Q:
    return Q(user__name__icontains=word) | Q(user__email__icontains=word)


TOKENS = Listing(
    name=_("tokens"),
    finds=_("Find by name or person"),
    words=("name", "hint"),
    also=_belongs,
    choices=(
        Choice(
            name="whose",
            label=_("Whose"),
            every=_("Everybody's"),
            options=(("person", _("Of a person")), ("organisation", _("Of the organisation"))),
            narrow=_whose,
        ),
        Choice(
            name="how",
            label=_("Use"),
            every=_("Used or not"),
            options=(("used", _("Used")), ("unused", _("Not used yet")), ("endless", _("Until revoked"))),
            narrow=_how,
        ),
    ),
    sorts={
        "": (_("Oldest first"), ("made_at", "id")),
        "newest": (_("Newest first"), ("-made_at", "-id")),
        "name": (_("By name"), (Lower("name"), "id")),
        "ends": (_("What ends first"), (F("expires_at").asc(nulls_last=True), "id")),
        "used": (_("Longest unused first"), (F("used_at").asc(nulls_first=True), "id")),
    },
    columns=(
        (_("For"), lambda row: row.name),
        (_("Begins with"), lambda row: row.hint),
        (_("Of"), lambda row: str(row.user) if row.user_id else _("the organisation")),
        (_("What may it do?"), lambda row: row.scopes),
        (_("Made on"), lambda row: row.made_at),
        (_("Counts until"), lambda row: row.expires_at),
        (_("Last used"), lambda row: row.used_at),
    ),
)

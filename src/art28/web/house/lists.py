"""The list of house templates, declared once (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.agreements.models import Direction
from art28.web.listing import Choice, Listing, Rows, by


def _in_use(rows: Rows) -> Rows:
    return rows.filter(archived_at=None)


def _archived(rows: Rows, _value: str) -> Rows:
    return rows.filter(archived_at__isnull=False)


TEMPLATES = Listing(
    name=_("house templates"),
    finds=_("Find by name"),
    words=("name",),
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("In use"),
            options=(("archived", _("Archived")),),
            narrow=_archived,
            otherwise=_in_use,
            elsewhere=True,
        ),
        Choice(
            name="role",
            label=_("Own role"),
            every=_("Either role"),
            options=Direction.choices,
            narrow=by("direction"),
        ),
    ),
    sorts={
        "": (_("Changed last first"), ("-changed_at", "-id")),
        "oldest": (_("Changed longest ago first"), ("changed_at", "id")),
        "name": (_("By name"), (Lower("name"), "id")),
    },
    columns=(
        (_("Template"), lambda row: row.name),
        (_("Language"), lambda row: row.get_language_display()),
        (_("Own role"), lambda row: row.get_direction_display()),
        (_("Version"), lambda row: row.version),
        (_("Taken in by"), lambda row: row.made_by),
        (_("Taken in"), lambda row: row.made_at),
        (_("Changed"), lambda row: row.changed_at),
    ),
)

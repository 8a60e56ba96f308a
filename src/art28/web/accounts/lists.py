"""How the people of an organisation are narrowed and in which orders they stand (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.rights import Role
from art28.web.listing import Choice, Listing, by

MEMBERS = Listing(
    name=_("people"),
    finds=_("Find by name or e-mail address"),
    words=("user__name", "user__email"),
    choices=(
        Choice(name="role", label=_("Role"), every=_("Every role"), options=tuple(Role.choices), narrow=by("role")),
    ),
    sorts={
        "": (_("By name"), (Lower("user__name"), "id")),
        "role": (_("By role"), ("role", Lower("user__name"), "id")),
        "newest": (_("Newest first"), ("-created_at", "id")),
    },
    columns=(
        (_("Name"), lambda row: row.user.name),
        (_("E-mail address"), lambda row: row.user.email),
        (_("Role"), lambda row: str(row.get_role_display())),
        (_("Since"), lambda row: row.created_at),
    ),
)

"""The roles as a list (`listing`), each with what it may do."""

from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows
from art28.web.people.models import Operation, Permitted, RoleProfile


def _which(rows: Rows, value: str) -> Rows:
    match value:
        case "screened":
            return rows.filter(screened=True)
        case "unscreened":
            return rows.filter(screened=False)
    return rows.filter(activity_count=0)


def _of_activity(word: str) -> Q:
    """By what it may do; asked apart, so that a role of two such activities stands there once."""
    return Q(pk__in=Permitted.objects.filter(activity__icontains=word).values("role"))


def _may(row: RoleProfile) -> str:
    """Its activities, each with what is allowed."""
    told = []
    for each in row.permitted.all():
        allowed = ", ".join(str(Operation(code).label) for code in each.operations)
        told.append(f"{each.activity} ({allowed})" if allowed else each.activity)
    return "; ".join(told)


ROLES = Listing(
    name=_("roles"),
    finds=_("Find by role or activity"),
    words=("name", "description"),
    also=_of_activity,
    choices=(
        Choice(
            name="which",
            label=_("Which"),
            every=_("Every role"),
            options=(
                ("screened", _("Shows a certificate of conduct")),
                ("unscreened", _("Shows no certificate of conduct")),
                ("nothing", _("Allows nothing yet")),
            ),
            narrow=_which,
        ),
    ),
    sorts={
        "": (_("By name"), (Lower("name"), "id")),
        "activities": (_("Most activities first"), ("-activity_count", "id")),
    },
    columns=(
        (_("Role"), lambda row: row.name),
        (_("Description"), lambda row: row.description),
        (_("Certificate of conduct"), lambda row: _("Yes") if row.screened else _("No")),
        (_("Is allowed to"), _may),
    ),
)

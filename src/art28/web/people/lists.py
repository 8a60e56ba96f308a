"""The roles, each with what it may do, and the access of one person or to one customer, as lists (`listing`)."""

from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows, by
from art28.web.people.models import Kind, Operation, Permitted, RoleProfile


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


def _standing(rows: Rows, value: str) -> Rows:
    match value:
        case "withdrawn":
            return rows.exclude(withdrawn_at=None).filter(removed_at=None)
        case "removed":
            return rows.exclude(removed_at=None)
    return rows.filter(withdrawn_at=None)


_STANDING = Choice(
    name="state",
    label=_("State"),
    every=_("Every state"),
    options=(
        ("standing", _("Standing")),
        ("withdrawn", _("Withdrawn, to be removed from the system")),
        ("removed", _("Removed")),
    ),
    narrow=_standing,
)
_WHOSE = (_("Customer"), lambda row: row.agreement.counterparty_name or row.agreement.title)
_WHO = (
    (_("Staff number"), lambda row: row.member.reference),
    (_("Name"), lambda row: row.member.identity.name),
)
_HAS = (
    (_("Service"), lambda row: row.service and row.service.name),
    (_("System"), lambda row: row.system),
    (_("Account"), lambda row: row.account),
    (_("Is allowed to"), lambda row: [str(Operation(code).label) for code in row.operations]),
    (_("Need"), lambda row: row.need),
    (_("Granted"), lambda row: row.granted_at),
    (_("Withdrawn"), lambda row: row.withdrawn_at),
    (_("Reason"), lambda row: row.withdrawn_reason),
    (_("Removed"), lambda row: row.removed_at),
)
_BY_SYSTEM = (_("By system"), (Lower("system"), "id"))
_OLDEST = (_("Oldest first"), ("granted_at", "id"))
ACCESS_OF = Listing(
    name=_("access to data"),
    finds=_("Find by customer, system or service"),
    words=("agreement__counterparty_name", "agreement__title", "system", "account", "service__name"),
    choices=(_STANDING,),
    sorts={
        "": (_("What stands first"), (F("withdrawn_at").desc(nulls_first=True), "-granted_at", "id")),
        "customer": (_("By customer"), (Lower("agreement__counterparty_name"), "id")),
        "system": _BY_SYSTEM,
        "oldest": _OLDEST,
    },
    columns=(_WHOSE, *_HAS),
)
ACCESS_UNDER = Listing(
    name=_("access to data of a customer"),
    finds=_("Find by person, system or service"),
    words=("member__identity__name", "system", "account", "service__name"),
    choices=(
        Choice(name="kind", label=_("Works as"), every=_("Everybody"), options=Kind.choices, narrow=by("member__kind")),
    ),
    sorts={
        "": (_("By name"), ("member__identity__name", "system", "id")),
        "system": _BY_SYSTEM,
        "oldest": _OLDEST,
    },
    columns=(*_WHO, *_HAS),
)

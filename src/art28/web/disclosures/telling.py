"""Disclosures in words: why one is refused, and the columns of the register."""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.web.disclosures.models import Disclosure
from art28.web.disclosures.rules import Refusal

REFUSED: Mapping[Refusal, str | Promise] = {
    Refusal.NO_GROUND: gettext_lazy(
        "Nothing is disclosed without a ground. Name the permission, the clause or the law."
    ),
    Refusal.NO_PERMISSION: gettext_lazy("No written permission is kept. Keep it first, then disclose."),
    Refusal.NOT_YET_PERMITTED: gettext_lazy("The permission is of a later day than the disclosure."),
    Refusal.NO_CLAUSE: gettext_lazy("Name the clause by which it is necessary for the assignment."),
    Refusal.NO_LAW: gettext_lazy("Name the law that obliges to disclose."),
    Refusal.NOT_TOLD: gettext_lazy(
        "Tell the other side first and keep the day, or name the law that forbids telling it."
    ),
    Refusal.NOT_CONSULTED: gettext_lazy(
        "The agreement keeps this breach silent: consult the processor first and keep with whom, when and what came of it,"
        " or name the legal duty."
    ),
}


def columns() -> tuple[str, ...]:
    """The heads of an export."""
    return (_("Day"), _("Agreement"), _("Breach"), _("To whom"), _("Who that is"), _("What"), _("Ground for it"),
            _("Permission"), _("Clause or law"), _("Other side told"), _("Not told, because"), _("Discussed with"),
            _("Kept by"))  # fmt: skip


def cells(row: Disclosure) -> Iterator[str]:
    """A line of it."""
    yield row.on.isoformat()
    yield row.agreement.counterparty_name or row.agreement.title
    yield row.breach.reference if row.breach else ""
    yield row.recipient
    yield row.get_towards_display()
    yield row.what
    yield row.get_ground_display() if row.ground else _("no third party")
    yield str(row.permission or "")
    yield row.clause
    yield row.told_on.isoformat() if row.told_on else ""
    yield row.not_told_because
    yield row.consulted
    yield str(row.made_by)

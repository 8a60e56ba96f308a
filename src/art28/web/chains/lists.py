"""The list of who stands behind suppliers, declared once (`listing`)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.comparing.behind import Behind, Through
from art28.web.agreements.citing import place
from art28.web.chains.showing import value
from art28.web.listing import Choice, Listing, Tools, sifted

_OUTSIDE, _SHARED = "outside", "shared"


class Row(NamedTuple):
    """A supplier's agreement that names a sub-processor: where it does, and what it allows outside the EEA, in words."""

    through: Through
    place: str
    allowed: str


class Line(NamedTuple):
    """A sub-processor through one supplier, as a row of the file."""

    behind: Behind
    through: Through


BEHIND = Listing(
    name=_("behind the suppliers"),
    finds=_("Find by sub-processor, supplier, service or country"),
    words=(),
    choices=(
        Choice(
            name="where",
            label=_("Where"),
            every=_("Wherever"),
            options=((_OUTSIDE, _("Outside the EEA, or not known where")),),
            narrow=lambda rows, _value: rows,
        ),
        Choice(
            name="through",
            label=_("Through"),
            every=_("One or more"),
            options=((_SHARED, _("Several suppliers")),),
            narrow=lambda rows, _value: rows,
        ),
    ),
    sorts={
        "": (_("Most suppliers first"), ()),
        "name": (_("By name"), ()),
        "where": (_("Outside the EEA first"), ()),
    },
    columns=(
        (_("Sub-processor"), lambda line: line.behind.name),
        (_("Supplier"), lambda line: line.through.supplier.name),
        (_("As named there"), lambda line: line.through.name),
        (_("Service"), lambda line: line.through.service),
        (_("Countries"), lambda line: [_country(each.country) for each in line.through.destinations]),
        (_("Outside the EEA"), lambda line: _("yes") if line.through.is_outside else _("no")),
        (_("What the agreement allows outside the EEA"), lambda line: row(line.through).allowed),
        (_("Where it says so"), lambda line: row(line.through).place),
    ),
)
"""Worked out of what agreements say (`queries.named_by_suppliers`), as no table holds it."""


def among(everybody: Iterable[Behind], tools: Tools) -> list[Behind]:
    """Those that answer to what is asked for, in the order asked for."""
    found = sifted(
        everybody,
        tools,
        text=_text,
        by={
            "where": lambda each: _OUTSIDE if each.is_outside else "",
            "through": lambda each: _SHARED if len(each.suppliers) > 1 else "",
        },
    )
    match tools.sort:
        case "name":
            found.sort(key=lambda each: each.name.casefold())
        case "where":
            found.sort(key=lambda each: not each.is_outside)
    return found


def lines(found: Iterable[Behind]) -> Iterator[Line]:
    """One row for each supplier's agreement that names a sub-processor."""
    return (Line(each, through) for each in found for through in each.through)


def row(through: Through) -> Row:
    """What one agreement says, for a page."""
    return Row(through, place(through.fact.provision) if through.fact.provision else "", value(through.transfers))


def _text(each: Behind) -> str:
    where = (_country(there.country) for there in each.destinations)
    return " ".join((*(through.name for through in each.through), *each.suppliers, *each.services, *where))


def _country(code: str) -> str:
    return labels.country(code, get_language() or "nl")

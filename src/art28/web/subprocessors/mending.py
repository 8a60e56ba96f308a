"""What has no ground to be transferred on -> the part of it that an address asks for, and that part as a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.web.downloads import Table
from art28.web.listing import Text
from art28.web.subprocessors.register import Mending

SORTS: Mapping[str, Text] = {
    "": gettext_lazy("What the law takes away first"),
    "country": gettext_lazy("By country"),
    "name": gettext_lazy("By name"),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What the list is narrowed to, and its order; empty means all, as `register.to_mend` has them."""

    words: str = ""
    country: str = ""
    sort: str = ""

    def among(self, found: Iterable[Mending]) -> tuple[Mending, ...]:
        """Those that answer, in this order."""
        rows = [each for each in found if not self.country or each.country == self.country]
        for word in self.words.casefold().split():
            rows = [each for each in rows if word in _said(each)]
        match self.sort:
            case "country":
                rows.sort(key=lambda each: (each.country, each.entry.name.casefold()))
            case "name":
                rows.sort(key=lambda each: (each.entry.name.casefold(), each.country))
        return tuple(rows)


def _said(each: Mending) -> str:
    return " ".join((each.entry.name, each.country, *(role.service for role in each.entry.roles))).casefold()


def why(each: Mending) -> str:
    """Why it has no ground, in words."""
    if each.lost is None:
        return _("No adequacy decision for all and no safeguards on file (Art. 44 to 46 GDPR).")
    day = date_format(each.lost.valid_to, "j b Y") if each.lost.valid_to else ""
    return _("%(decision)s held until %(day)s") % {"decision": each.lost.decision, "day": day}


def table(found: Sequence[Mending]) -> Table:
    """The list as rows, one for a country of a sub-processor."""
    heads = (_("Country"), _("Sub-processor"), _("For"), _("Why"))
    rows = (
        (each.country, each.entry.name, ", ".join(role.service for role in each.entry.roles), why(each))
        for each in found
    )
    return Table(_("Transfers"), heads, rows)

"""The pages about one breach, as a row of tabs; a page of another app joins it by a line here."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Tab:
    """A page about a breach: the name of its address, which takes the breach alone, and what it is called."""

    name: str
    label: str | Promise


TABS = (
    Tab("breaches:room", _("Breach room")),
    Tab("mailings:breach", _("Mailings")),
    Tab("calls:list", _("Call list")),
    Tab("questionnaires:together", _("Questions")),
    Tab("breaches:told", _("What was told")),
    Tab("services:grounds", _("Touched")),
    Tab("received:chain", _("Who knew when")),
    Tab("intake:moments", _("Signals and moments")),
    Tab("assessments:case", _("Authority and people")),
    Tab("cybersecurity:incident", _("Cbw")),
    Tab("registers:measures", _("Measures")),
    Tab("costs:breach", _("Costs")),
    Tab("disclosures:breach", _("Disclosures")),
)


def links(breach_id: UUID, here: str) -> tuple[tuple[str, str | Promise, bool], ...]:
    """Address, label and whether one is there, of each tab whose address exists."""
    found = []
    for tab in TABS:
        try:
            found.append((reverse(tab.name, args=(breach_id,)), tab.label, tab.name == here))
        except NoReverseMatch:
            continue
    return tuple(found)

"""Template tags of breaches: the facts as an overview, and what the lines of the time line are called."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.notices.breach import Affected, BreachFacts, Count, Extent
from art28.notices.language import Language, count, listed
from art28.notices.specials import Found, Special
from art28.web.breaches.specials import NAMES
from art28.web.breaches.tabs import links

register = template.Library()

_HAPPENINGS = {
    "aware": _("Aware of the breach"),
    "recorded": _("Recorded by"),
    "facts": _("Facts added or corrected by"),
    "handed_over": _("Handed over for sending"),
    "accepted": _("Accepted by the mail server"),
    "acknowledged": _("Receipt confirmed by"),
    "bounced": _("Came back undelivered"),
    "called": _("Spoken by telephone to"),
    "called_in_vain": _("Called, nobody reached:"),
    "limit_passed": _("Limit passed:"),
    "closed": _("Closed:"),
}
_AFFECTED = {
    Affected.CONFIDENTIALITY: _("confidentiality"),
    Affected.INTEGRITY: _("integrity"),
    Affected.AVAILABILITY: _("availability"),
}
_EXTENTS = {Extent.YES: _("Yes"), Extent.PARTLY: _("Partly"), Extent.NO: _("No")}


@register.inclusion_tag("breaches/tabs.html")
def breach_tabs(breach_id: UUID, here: str) -> dict[str, object]:
    """The pages about a breach; `here` is the name of this page's address."""
    return {"links": links(breach_id, here)}


@register.simple_tag
def happening(code: str) -> str | Promise:
    """What a line of the time line says."""
    return _HAPPENINGS[code]


@register.simple_tag
def special_name(each: Found) -> str | Promise:
    """What an agreement asks besides limit and questions, in a word or two."""
    if each.special is Special.COSTS:
        return f"{NAMES[each.special]}: {labels.choice('breach.costs', each.value, get_language() or 'nl').lower()}"
    return NAMES[each.special]


@register.filter
def is_the(key: UUID, opened: UUID | None) -> bool:
    """Whether this is the agreement that is opened."""
    return key == opened


@register.filter
def overview(facts: BreachFacts) -> list[tuple[str | Promise, list[dict[str, Any]]]]:
    """The facts that everybody asks for first, by what, when, which data and which people; empty where not yet known."""
    language = Language.NL if (get_language() or "nl").startswith("nl") else Language.EN
    affected = listed([str(_AFFECTED[kind]) for kind in facts.affected], language=language)
    taken = "\n".join(part for part in (facts.measures_taken, facts.measures_planned) if part)
    return [
        (
            _("What"),
            [
                _line(_("description"), facts.description),
                _line(_("broken"), affected),
                _line(_("cause"), facts.cause),
            ],
        ),
        (
            _("When"),
            [
                _line(_("began"), _moment(facts.occurred_from)),
                _line(_("discovered"), _moment(facts.discovered_at)),
                _line(_("still going on"), _extent(facts.ongoing)),
            ],
        ),
        (
            _("Data"),
            [
                _line(_("categories"), listed(facts.data_categories, language=language)),
                _line(_("records"), _count(facts.records, language)),
                _line(_("unreadable to others"), _extent(facts.protection)),
            ],
        ),
        (
            _("People"),
            [
                _line(_("groups"), listed(facts.subject_categories, language=language)),
                _line(_("number"), _count(facts.subjects, language)),
                _line(_("likely consequences"), facts.consequences),
            ],
        ),
        (_("Measures"), [_line(_("taken and planned"), taken)]),
    ]


def _line(label: str | Promise, value: str) -> dict[str, Any]:
    return {"label": label, "value": value}


def _moment(at: datetime | None) -> str:
    return date_format(timezone.localtime(at), "D j F Y, H:i") if at else ""


def _extent(extent: Extent | None) -> str:
    return str(_EXTENTS[extent]) if extent else ""


def _count(given: Count | None, language: Language) -> str:
    return count(given, language=language) if given else ""

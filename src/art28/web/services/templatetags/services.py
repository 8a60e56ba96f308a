"""Template tags of services: columns and faults of a table in words, people as a range."""

from collections.abc import Sequence

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.web.services import touching
from art28.web.services.actions import about
from art28.web.services.importing import Difference, Fault
from art28.web.services.spelling import cells_of
from art28.web.taking_over import Column

register = template.Library()

_COLUMNS: dict[str, str | Promise] = {
    "name": gettext_lazy("name"),
    "description": gettext_lazy("description"),
    "data_categories": gettext_lazy("data"),
    "special_categories": gettext_lazy("special data"),
    "data_subjects": gettext_lazy("data subjects"),
    "purposes": gettext_lazy("purposes"),
    "retention": gettext_lazy("retention"),
    "measures": gettext_lazy("measures"),
    "systems": gettext_lazy("systems"),
    "sub_processors": gettext_lazy("sub-processors"),
    "people": gettext_lazy("people"),
}
_FAULTS: dict[str, str | Promise] = {
    "name": gettext_lazy("the service has no name, or one of more than 200 characters"),
    "twice": gettext_lazy("it stands in the table twice; the first is taken over"),
    "sub_processor": gettext_lazy("write each as: name / role / countries / e-mail address; the next after a semicolon"),
    "country": gettext_lazy("write countries as two letters, such as NL or DE"),
    "email": gettext_lazy("this is no e-mail address"),
    "number": gettext_lazy("write the number of people in digits"),
    "day": gettext_lazy("write a day as 2026-11-28 or 28-11-2026"),
    "order": gettext_lazy("it can't end before it began"),
    "unknown_service": gettext_lazy("there is no service of this name; add it to the sheet of services"),
    "unknown_customer": gettext_lazy("no agreement is with this customer; write the name as it stands there"),
    "unknown_agreement": gettext_lazy("there is no agreement with this number"),
    "several": gettext_lazy("this customer has several agreements; give the number of the one meant (see the export)"),
}  # fmt: skip


@register.simple_tag
def fault(row: Fault) -> str | Promise:
    """What is wrong with a row, and what to do."""
    return _FAULTS[row.code]


@register.simple_tag
def columns(row: Difference) -> list[Column]:
    """In what a service differs from what the table has; nothing where it is new."""
    if row.service is None:
        return []
    before, after = cells_of(about(row.service)), cells_of(row.wanted)
    return [Column(_COLUMNS[name], before[name], after[name]) for name in row.fields]


@register.simple_tag
def names_of(taken: touching.Taken) -> str:
    """The services that an agreement takes."""
    return ", ".join(name for name, _people in taken)


@register.simple_tag
def people_of(taken: touching.Taken) -> str:
    """About how many people that concerns."""
    return range_of(*touching.people(taken))


@register.simple_tag(name="range")
def range_of(least: int | None, most: int | None) -> str:
    """A number of people: "100", "100 to 250", "at least 100"; a dash for what isn't known."""
    if least is None:
        return "–"
    if most is None:
        return _("at least %(n)s") % {"n": intcomma(least)}
    return str(intcomma(least)) if least == most else _("%(a)s to %(b)s") % {"a": intcomma(least), "b": intcomma(most)}


@register.filter
def listed(names: Sequence[str] | None) -> str:
    """Names, one after the other."""
    return ", ".join(names or ())

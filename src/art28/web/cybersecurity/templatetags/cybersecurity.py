"""Template tags of the Cyberbeveiligingswet: its periods in words."""

from django import template
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.law.parameter import Parameter
from art28.obligations.statutory import written

register = template.Library()
_ASKED = {
    "cbw.early_warning": gettext_lazy("An early warning within %(period)s of awareness of the significant incident."),
    "cbw.incident_report": gettext_lazy("A report within %(period)s of the same awareness."),
    "cbw.final_report": gettext_lazy("A final report within %(period)s of that report, or of the handling."),
}


@register.simple_tag
def period_words(period: Parameter) -> str:
    """A period of the law: "24 uur"."""
    return labels.period(written(period).period, (get_language() or "nl")[:2])


@register.simple_tag
def period_asks(period: Parameter) -> str:
    """What the Act asks within it."""
    return str(_ASKED.get(period.id, _("Within %(period)s."))) % {"period": period_words(period)}


@register.simple_tag
def clause(provision: str) -> str:
    """Where in an agreement something stands: "art. 5.1"."""
    language = (get_language() or "nl")[:2]
    return (
        _("art. %(number)s") % {"number": provision} if provision[:1].isdigit() else labels.place(provision, language)
    )

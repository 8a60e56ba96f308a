"""What pages about measures say: topics, states, what lacks, whether a promise is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.measures import changing, exporting, telling
from art28.web.measures.grouping import Kept
from art28.web.measures.library import Gap

register = template.Library()

_STANDINGS: Mapping[str, tuple[str, str]] = {
    "planned": ("", "clock"),
    "partly": ("soon", "circle-dot"),
    "in_place": ("done", "circle-check"),
    "failed": ("late", "circle-x"),
}
KEPT: Mapping[str, tuple[str, str, str | Promise]] = {
    Kept.OPEN: ("late", "circle-alert", _("nothing keeps it")),
    Kept.DISMISSED: ("", "circle-slash", _("no measure")),
    Kept.NOT_IN_PLACE: ("late", "circle-x", _("not in place")),
    Kept.INEFFECTIVE: ("late", "octagon-alert", _("found not to work")),
    Kept.OVERDUE: ("late", "clock", _("review is overdue")),
    Kept.PARTLY: ("soon", "circle-dot", _("partly in place")),
    Kept.KEPT: ("done", "circle-check", _("kept")),
}


@register.inclusion_tag("measures/objecting.html")
def objections_to_measures(organisation: Organisation) -> dict[str, object]:
    """That customers object to changes of measures, or refuse consent; one query."""
    return {"changes": changing.objected(organisation)}


@register.simple_tag
def topic_name(code: str) -> str:
    """What a topic is called."""
    return exporting.topic_name(code)


@register.simple_tag
def standing_badge(row: Any) -> SafeString:
    """Whether a measure is in place."""
    tone, name = _STANDINGS[row.standing]
    return _badge(tone, name, row.get_standing_display())


@register.simple_tag
def kept_badge(kept: str) -> SafeString:
    """Whether a promise is kept."""
    tone, name, word = KEPT[kept]
    return _badge(tone, name, word)


@register.simple_tag
def kept_label(kept: str) -> str:
    """The same in words alone."""
    return str(KEPT[kept][2])


def _badge(tone: str, name: str, word: object) -> SafeString:
    return render_to_string("components/badge.html", {"tone": tone, "name": name, "word": word})


@register.simple_tag
def lack_label(gap: Gap) -> str:
    """What a measure lacks."""
    return str(telling.GAPS[gap])


@register.simple_tag
def euros(cents: int) -> str:
    """An amount."""
    return telling.price(cents)


_RULES: Mapping[str, str | Promise] = {
    "processor_alone": _("by us alone, without notice"),
    "processor_with_notice": _("by us alone, with notice"),
    "mutual": _("by mutual agreement"),
}


@register.simple_tag
def change_rule(facts: Mapping[str, Any]) -> str:
    """Who may change the measures, by the agreement."""
    row = facts.get("security.measures_change")
    known = str(_RULES.get(row.value, "")) if row is not None and isinstance(row.value, str) else ""
    return known + (f" ({row.provision})" if row is not None and known and row.provision else "") or str(_("nothing"))


@dataclass(frozen=True, slots=True)
class Disclaimed:
    """Where the agreement says that security is not always effective."""

    provision: str
    passage: str


@register.simple_tag
def disclaimer(facts: Mapping[str, Any]) -> Disclaimed | None:
    """Whether the agreement warrants no effectiveness; None where it says nothing of that."""
    row = facts.get("security.effectiveness_disclaimed")
    if row is None or row.value is not True:
        return None
    return Disclaimed(row.provision, " ".join(str(each.get("text", "")) for each in row.citations))

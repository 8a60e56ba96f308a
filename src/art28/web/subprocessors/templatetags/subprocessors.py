"""Template tags of sub-processors: gaps, grounds, countries and periods in words."""

from collections.abc import Mapping
from uuid import UUID

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.obligations.impact import Ground, Need, Reason
from art28.web.accounts.models import Organisation
from art28.web.subprocessors import mending, proposals
from art28.web.subprocessors.deciding import Block, Hindrance
from art28.web.subprocessors.impacts import Line, Passage
from art28.web.subprocessors.models import Affected
from art28.web.subprocessors.register import Gap
from art28.web.subprocessors.words import GROUNDS, NEEDS

register = template.Library()
register.filter("why_to_mend", mending.why)


@register.inclusion_tag("subprocessors/objecting.html")
def objections(organisation: Organisation) -> dict[str, object]:
    """That customers object to changes, or refuse consent; one query."""
    return {"changes": proposals.objected(organisation)}


_GAPS: Mapping[Gap, str | Promise] = {
    Gap.NO_BASIS: gettext_lazy("no ground for a transfer"),
    Gap.NO_AGREEMENT: gettext_lazy("no contract on file"),
    Gap.NO_COUNTRY: gettext_lazy("country not known"),
    Gap.NO_CONTACT: gettext_lazy("no contact"),
}
_BLOCKS: Mapping[Block, str | Promise] = {
    Block.FORBIDDEN: gettext_lazy("not allowed, and no exception or agreement on it"),
    Block.OBJECTS: gettext_lazy("objects or refuses"),
    Block.NO_CONSENT: gettext_lazy("has not consented"),
    Block.UNTOLD: gettext_lazy("not told yet, or the letter came back"),
    Block.WINDOW: gettext_lazy("may still object"),
}
_HINDRANCES: Mapping[Hindrance, str | Promise] = {
    Hindrance.NO_CONTRACT: gettext_lazy("There is no contract with this sub-processor on file (Art. 28(4) GDPR)."),
    Hindrance.REPLY_BOUNCES: gettext_lazy("Messages to the address for objections come back."),
    Hindrance.NOT_YET: gettext_lazy("Its day is still to come."),
}
_SORTS: Mapping[str, str | Promise] = {
    "name": gettext_lazy("by name"),
    "country": gettext_lazy("by country"),
    "services": gettext_lazy("most services first"),
    "gaps": gettext_lazy("most lacking first"),
}


@register.simple_tag
def gap_label(gap: Gap) -> str | Promise:
    """What lacks."""
    return _GAPS[gap]


@register.simple_tag
def need_label(need: int) -> str | Promise:
    """What an agreement asks."""
    return NEEDS[Need(need)]


@register.simple_tag
def ground_label(ground: str) -> str | Promise:
    """Why it asks that."""
    return GROUNDS[Ground(ground)]


@register.simple_tag
def block_label(block: Block) -> str | Promise:
    """What stands in the way."""
    return _BLOCKS[block]


@register.simple_tag
def hindrance_label(hindrance: Hindrance) -> str | Promise:
    """What stands in the way of the change as a whole."""
    return _HINDRANCES[hindrance]


@register.simple_tag
def cited(passages: Mapping[tuple[UUID, str], Passage], row: Affected, key: str) -> Passage | None:
    """The words of a frozen reason; None where the law alone carries it."""
    return passages.get((row.agreement_id, key)) if key else None


@register.simple_tag
def sort_label(name: str) -> str | Promise:
    """An order of the register."""
    return _SORTS[name]


@register.simple_tag
def spoken_period(period: str, working_days: bool) -> str:  # noqa: FBT001 - templates give values by place
    """A period in words."""
    return labels.period(period, (get_language() or "nl")[:2], working_days=working_days)


@register.simple_tag
def passage(passages: Mapping[tuple[UUID, str], Passage], line: Line, reason: Reason) -> Passage | None:
    """The words of an agreement that carry a reason; None where the law alone does."""
    return passages.get((line.id, reason.key)) if reason.key else None


@register.simple_tag
def is_provisional(line: Line, reason: Reason) -> bool:
    """Whether a reason rests on the strictest candidate of an open question."""
    return line.said.versions.get(reason.key) == "?"


@register.simple_tag
def place(provision: str) -> str:
    """Where a passage stands: "4.2", "Bijlage 2"."""
    return labels.place(provision, (get_language() or "nl")[:2]) if provision else _("passage")

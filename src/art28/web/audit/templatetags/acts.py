"""Template tags for the trail."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from art28.web.accounts.rights import Role
from art28.web.audit.kinds import KINDS
from art28.web.audit.subjects import SUBJECTS

register = template.Library()


@register.simple_tag
def act_label(kind: str) -> str | Promise:
    """What a kind of act is called."""
    return KINDS.get(kind, kind)


@register.simple_tag
def subject_label(kind: str) -> str | Promise:
    """What a kind of subject is called."""
    return SUBJECTS.get(kind, kind)


@register.simple_tag
def actor_label(label: str) -> str | Promise:
    """What an actor without a name is called: a role, or a part of art28."""
    if label in Role.values:
        return Role(label).label
    return {
        "worker": _("art28, worker"),
        "system": _("art28"),
        "contact": _("Recipient, by link"),
        "api": _("Another program"),
    }.get(label, label)

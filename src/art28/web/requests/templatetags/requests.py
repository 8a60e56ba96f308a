"""Template tags of requests: rights, steps, places and letters in words."""

from django import template
from django.utils.translation import gettext_lazy as _

from art28.obligations.rights import RIGHTS, PlaceKind, StepKind
from art28.web.requests.models import PLACE_LABELS, RIGHT_LABELS, STEP_LABELS, SubjectRequest

register = template.Library()

_LETTERS = {
    "person_passed_on": _("Letter: passed on to the controller"),
    "person_identity": _("Letter: who asks is to be established"),
    "person_extended": _("Letter: more time is needed"),
    "person_answer": _("Letter: the answer"),
}


@register.simple_tag
def rights(row: SubjectRequest) -> str:
    """What is asked, with the articles: "Access (15), Erasure (17)"."""
    return ", ".join(f"{RIGHT_LABELS[right]} ({RIGHTS[right].article})" for right in row.asked)


@register.simple_tag
def step_label(kind: str) -> str:
    """What a step asks."""
    return str(STEP_LABELS[StepKind(kind)])


@register.simple_tag
def place_label(kind: str) -> str:
    """What kind of place it is."""
    return str(PLACE_LABELS[PlaceKind(kind)])


@register.simple_tag
def letter_label(name: str) -> str:
    """What a letter to the person says."""
    return str(_LETTERS[name])

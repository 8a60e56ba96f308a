"""Template tags of questionnaires: what a question's parts are called, and the fields of an answer."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.functional import Promise

from art28.notices.breach import Topic
from art28.notices.language import Language, language_of
from art28.notices.written import Fields, fields
from art28.web.questionnaires import words

register = template.Library()


@register.filter
def kind_label(kind: str) -> str | Promise:
    """How a question is answered."""
    return words.KINDS.get(kind, kind)


@register.filter
def source_label(source: str) -> str | Promise:
    """Who asks it."""
    return words.SOURCES.get(str(source), str(source))


@register.filter
def what_label(what: str) -> str | Promise:
    """What a version did."""
    return words.WHAT.get(what, what)


@register.filter
def topic_label(topic: Topic) -> str:
    """A topic as the question that it stands for."""
    return words.topic(topic)


@register.inclusion_tag("questionnaires/fields.html")
def answer_fields(
    key: object, kind: str, options: Sequence[str], answer: str | None, language: str, *, may_write: bool, label: str
) -> dict[str, Any]:
    """The fields in which the answer to a question is written; `label` is the id of what names them."""
    found: Fields = fields(str(key), kind, options, answer or "", language=_language(language))
    return {"fields": found, "kind": kind, "may_write": may_write, "label": label}


def _language(code: str) -> Language:
    return language_of(code)

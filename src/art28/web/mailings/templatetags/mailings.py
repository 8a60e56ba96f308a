"""Template tags of mailings: channels, limits and obstacles in words, and the steps of a mailing."""

from datetime import datetime

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language

from art28.agreement import labels
from art28.web.clocks import words
from art28.web.mailings.models import Mailing, MailingLine, Obstacle, State
from art28.web.mailings.sources import source_of

register = template.Library()


@register.filter
def channel_words(codes: str) -> str:
    """Channels parted by commas, in words; empty where the agreement lays none down."""
    language = (get_language() or "nl")[:2]
    return labels.enumerated([labels.channel(code, language) for code in codes.split(",") if code], language)


@register.simple_tag
def left_until(line: MailingLine, now: datetime) -> str:
    """What is left of a line's limit; empty without a number."""
    return words.left(line.ends_at, now, inclusive=True) if line.ends_at else ""


@register.simple_tag
def limit_tone(line: MailingLine, now: datetime) -> str:
    """late, soon or empty."""
    if line.ends_at is None:
        return ""
    if line.ends_at < now:
        return "late"
    return "soon" if line.ends_at - now <= words.SOON else ""


@register.filter
def obstacle_label(code: str) -> str | Promise:
    """An obstacle in words."""
    return Obstacle(code).label


@register.filter
def notice_label(mailing: Mailing) -> str | Promise:
    """Which notice a mailing sends."""
    return source_of(mailing.subject_kind).NOTICE_KINDS[mailing.notice_kind]


@register.filter
def state_tone(mailing: Mailing) -> str:
    """The tone of a mailing's state."""
    return {
        State.PREPARED: "soon",
        State.APPROVED: "soon",
        State.RELEASED: "waiting",
        State.SENT: "done",
        State.RECALLED: "soon",
    }.get(State(mailing.state), "")


@register.filter
def state_icon(mailing: Mailing) -> str:
    """The icon of a mailing's state."""
    return {
        State.PREPARING: "loader",
        State.PREPARED: "circle-dot",
        State.APPROVED: "check-check",
        State.RELEASED: "timer",
        State.RECALLED: "undo-2",
        State.SENT: "circle-check",
        State.WITHDRAWN: "circle-slash",
    }[State(mailing.state)]

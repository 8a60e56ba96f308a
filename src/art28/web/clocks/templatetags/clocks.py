"""Template tags of clocks: what is left, how a clock stands, what a duty is called and where it comes from."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.agreement.duties import Duty
from art28.obligations import start as core
from art28.obligations.record import duty_of, duty_record
from art28.web.clocks import queries, telling, words
from art28.web.clocks.due import Place
from art28.web.clocks.filters import EVENTS
from art28.web.clocks.models import Loosening, Obligation, State
from art28.web.clocks.targets import target_at

register = template.Library()


def _language() -> str:
    return (get_language() or "nl")[:2]


def _short() -> str:
    """A short date as the language writes it: Dutch writes months small."""
    return "D j b" if _language() == "nl" else "D j M"


@register.simple_tag
def time_left(row: Obligation, now: datetime) -> str:
    """What is left in words, the wording where there is no number, or how it ended."""
    if row.ended_at is not None:
        return str(State(row.state).label)
    if row.paused_at is not None:
        return _("stands still")
    if row.ends_at is None:
        return limit_words(row.duty)
    return telling.left(row, now)


@register.simple_tag(takes_context=True)
def own_target(context: Mapping[str, Any], row: Obligation) -> datetime | None:
    """When the organisation itself wants it done, by the `targets` of the page; None where it has none or has ended."""
    still = row.ended_at is not None or row.paused_at is not None
    return None if still else target_at(row, context.get("targets") or {})


@register.simple_tag
def event_label(kind: str) -> str:
    """What started an obligation: "Inbreuk"."""
    return str(EVENTS.get(kind, kind))


@register.simple_tag
def place(at: Place | None) -> str:
    """Where a page begins or ends, for the address of the one before or after it."""
    return f"{at[0].isoformat()}~{at[1]}" if at else ""


@register.simple_tag(takes_context=True)
def spanning(context: Mapping[str, Any], on: date) -> str:
    """The page's selection for one day, as the query of an address."""
    return urlencode(replace(context["filters"], within="", from_on=on, until_on=on).record())


@register.simple_tag
def hour(row: Obligation) -> str:
    """At what hour a clock ends, within a day: "09:00", "24:00"; empty without a number."""
    if row.ends_at is None:
        return ""
    return "24:00" if row.last_day is not None else f"{timezone.localtime(row.ends_at):%H:%M}"


@register.simple_tag
def tone(row: Obligation, now: datetime) -> str:
    """late, soon, waiting, done, or empty for a clock with time left."""
    if queries.is_late(row, now):
        return "late"
    if row.ended_at is not None:
        return "done" if row.state == State.MET else ""
    if row.state == State.WAITING or row.paused_at is not None:
        return "waiting"
    return "soon" if row.ends_at is None or row.ends_at - now <= words.SOON else ""


@register.simple_tag
def tone_icon(name: str) -> str:
    """The icon of a tone."""
    return {"late": "octagon-alert", "soon": "timer", "waiting": "hourglass", "done": "circle-check"}.get(name, "clock")


@register.simple_tag
def ends(row: Obligation) -> SafeString:
    """The instant a clock ends: "zo 23 nov 02:10", or its last day with 24:00; empty without a number."""
    return _end(row.ends_at, row.last_day) if row.ends_at else SafeString("")


def _end(ends_at: datetime, last_day: date | None) -> SafeString:
    if last_day is not None:
        day = f"{date_format(last_day, _short())}{words.year_of(last_day)}"
        return format_html('<time datetime="{}">{} 24:00</time>', ends_at.isoformat(), day)
    local = timezone.localtime(ends_at)
    day = f"{date_format(local, _short())}{words.year_of(local.date())}"
    hour = f"{local:%H:%M}{words.which_of_two(ends_at)}"
    return format_html('<time datetime="{}">{} {}</time>', ends_at.isoformat(), day, hour)


@register.simple_tag
def action_label(code: str) -> str:
    """What a duty asks."""
    return labels.action(code, _language())


@register.simple_tag
def limit_words(duty: Mapping[str, Any]) -> str:
    """A duty's limit in words: "binnen 24 uur", "zonder onredelijke vertraging"."""
    limit = duty_of(duty).limit
    return labels.limit(limit, _language()) if limit else ""


@register.simple_tag
def ground(duty: Mapping[str, Any]) -> str:
    """Where a duty comes from: the clause of the agreement, the article of the Regulation, or else oneself."""
    provision, article = str(duty["provision"]), str(duty["gdpr"])
    numbered = provision[:1].isdigit()
    clause = _("art. %(number)s") % {"number": provision} if numbered else labels.place(provision, _language())
    regulation = _("art. %(article)s GDPR") % {"article": labels.article(article, _language())} if article else ""
    if clause and duty["citations"]:
        return clause
    return regulation or clause or _("own term")


@register.simple_tag
def duty_limit(duty: Duty) -> str:
    """The limit of a duty that nothing has started yet."""
    return labels.limit(duty.limit, _language()) if duty.limit else ""


@register.simple_tag
def duty_ground(duty: Duty) -> str:
    """Where a duty that nothing has started yet comes from."""
    return ground(duty_record(duty))


@register.simple_tag
def trigger_label(code: str) -> str:
    """The event that starts a duty: "Bij een inbreuk"."""
    return labels.trigger(code, _language())


@register.simple_tag
def start_reason(code: str) -> str:
    """Why a clock counts from its instant: "ontdekt"."""
    return labels.start_reason(code, _language()) if code else ""


@register.simple_tag
def facts_changed(before: str, after: str) -> str:
    """Which facts changed between two grounds: "Limit for notification: version 1 → 2"; all where none can be told."""
    old, new = (dict(each.split("@") for each in text.split(", ") if "@" in each) for text in (before, after))
    told = [
        _("%(fact)s: version %(before)s → %(after)s")
        % {"fact": labels.fact(key, _language()), "before": old.get(key, "–"), "after": new.get(key, "–")}
        for key in sorted({*old, *new})
        if old.get(key) != new.get(key)
    ]
    return "; ".join(told) or before


@register.simple_tag
def correction_end(question: Loosening) -> SafeString:
    """When a clock would end if the looser limit were applied; empty without a number."""
    ends_at, last_day = question.ground.get("ends_at"), question.ground.get("last_day")
    if not ends_at:
        return SafeString("")
    return _end(datetime.fromisoformat(ends_at), date.fromisoformat(last_day) if last_day else None)


@register.simple_tag
def end_of(ends_at: datetime | None, last_day: date | None) -> SafeString:
    """When something ends, as `ends` says it; empty for None."""
    return _end(ends_at, last_day) if ends_at else SafeString("")


@register.simple_tag
def preview(obligation: core.Obligation | None, now: datetime) -> Mapping[str, Any]:
    """When an obligation would end that doesn't run yet: in words, and whether that has passed already."""
    limit = obligation.limit if obligation else None
    if limit is None:
        return {"ends": "", "late": False, "tone": ""}
    late = not limit.is_met_at(now)
    return {"ends": _end(limit.ends_at, limit.last_day), "late": late, "tone": "late" if late else ""}


@register.simple_tag
def channel_labels(codes: list[str]) -> str:
    """The channels of a duty: "telefoon en e-mail"."""
    language = _language()
    return labels.enumerated([labels.channel(code, language) for code in codes], language)


@register.simple_tag
def role_label(code: str) -> str:
    """A party by its role."""
    return labels.role(code, _language())

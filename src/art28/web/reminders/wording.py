"""Obligations that end soon -> what a person reads, in their language and the organisation's zone.

Names of parties and of the event stand in the mail only where it travels encrypted throughout; in a chat they never do.
The link leads to all of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.obligations.reminding import Audience
from art28.web.accounts.models import Membership
from art28.web.clocks import words
from art28.web.clocks.models import Obligation
from art28.web.notices import transport
from art28.web.reminders.grouping import Band, Said, grouped, leading, subject, tally
from art28.web.reminders.models import AlarmKind

_NEAR = timedelta(days=7)
_LANGUAGES = frozenset(code for code, _name in settings.LANGUAGES)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent: a mail in two forms, and `brief` for a chat. `language` is the reader's."""

    language: str
    subject: str
    text: str
    html: str
    brief: str


@dataclass(frozen=True, slots=True)
class Line:
    """An obligation in a message: towards which instant it runs, and in which capacity the reader hears of it.

    `audience` is None in an overview of what is the reader's own anyway.
    """

    obligation: Obligation
    end: datetime
    audience: str | None

    def order(self) -> tuple[datetime, UUID]:
        """What ends first comes first."""
        return self.end, self.obligation.pk


def reminder(membership: Membership, lines: Sequence[Line], *, now: datetime) -> Letter:
    """One message about all that the reader is to be reminded of now."""
    return _about(membership, lines, now, overview=False)


def digest(membership: Membership, lines: Sequence[Line], *, now: datetime) -> Letter:
    """The overview of the day: what is the reader's own within a week, and what they were to be reminded of."""
    return _about(membership, lines, now, overview=True)


def _about(membership: Membership, lines: Sequence[Line], now: datetime, *, overview: bool) -> Letter:
    organisation = membership.organisation
    language = language_of(membership)
    with translation.override(language), timezone.override(ZoneInfo(organisation.time_zone)):
        said = [_said(line, now) for line in lines]
        everything = _link("reminders:list")
        groups = grouped(said, everything=everything)
        context = {
            "intro": _intro(said, organisation.name),
            "groups": groups,
            "headed": len(said) > 1,
            "name": membership.user.name,
            "list": everything,
            "settings": _link("reminders:mine"),
        }
        return Letter(
            language,
            _one_line(_overview_subject(said, now) if overview else subject(said)),
            render_to_string("reminders/mail.txt", context),
            render_to_string("reminders/mail.html", context),
            _brief(said, everything),
        )


def _intro(said: Sequence[Said], organisation: str) -> str:
    if len(said) > 1:
        about = {"n": len(said), "organisation": organisation, "tally": tally(said)}
        if len({each.band for each in said}) == 1:
            return _("%(n)s limits of %(organisation)s ask for your attention:") % about
        return _("%(n)s limits of %(organisation)s ask for your attention: %(tally)s.") % about
    if said[0].band is Band.LATE:
        return _("A limit of %(organisation)s has passed:") % {"organisation": organisation}
    return _("A limit of %(organisation)s ends soon:") % {"organisation": organisation}


def alarm(membership: Membership, kind: AlarmKind, *, since: datetime | None, count: int, over: bool) -> Letter:
    """What an owner reads when something stands still; `over` where it was found only afterwards."""
    language = language_of(membership)
    organisation = membership.organisation
    with translation.override(language), timezone.override(ZoneInfo(organisation.time_zone)):
        about = _("art28 needs you: %(what)s") % {"what": lowered(str(kind.label))}
        body = explained(kind, since=since, count=count, over=over)
        context = {
            "name": membership.user.name,
            "organisation": organisation.name,
            "body": body,
            "advice": advice(kind),
            "link": _link("reminders:alarms"),
        }
        text = render_to_string("reminders/alarm.txt", context)
        html = render_to_string("reminders/alarm.html", context)
        return Letter(language, _one_line(about), text, html, f"{about}. {context['link']}")


def test_letter(membership: Membership) -> Letter:
    """What a test sends."""
    language = language_of(membership)
    with translation.override(language):
        about = _("Test from art28")
        text = _(
            "This is the test you asked for: reminders of %(organisation)s reach you here. You need not do anything."
        ) % {"organisation": membership.organisation.name}
        context = {"name": membership.user.name, "text": text, "link": _link("reminders:mine")}
        body = render_to_string("reminders/test.txt", context)
        return Letter(language, about, body, render_to_string("reminders/test.html", context), f"{about}. {text}")


def explained(kind: AlarmKind, *, since: datetime | None, count: int, over: bool = False) -> str:
    """What is wrong, in one or two sentences."""
    at = instant(since) if since else ""
    match kind:
        case AlarmKind.UNMANNED if over:
            return _(
                "No worker ran from %(since)s until just now. What should have been sent meanwhile is sent now; look "
                "whether a limit passed."
            ) % {"since": at}
        case AlarmKind.UNMANNED:
            if not since:
                return _("No worker has run yet: nothing is sent, no file is read. Clocks are right all the same.")
            return _(
                "No worker has been seen since %(since)s: nothing is sent, no file is read. Clocks are right all the same."
            ) % {"since": at}
        case AlarmKind.OUTBOX_STUCK:
            return ngettext(
                "%(n)s message has been waiting to be sent since %(since)s.",
                "%(n)s messages have been waiting to be sent, the oldest since %(since)s.",
                count,
            ) % {"n": count, "since": at}
        case AlarmKind.UNSEALED:
            return ngettext(
                "%(n)s record has been waiting for its seal since %(since)s.",
                "%(n)s records have been waiting for their seal, the oldest since %(since)s.",
                count,
            ) % {"n": count, "since": at}
        case AlarmKind.OWNERLESS:
            return ngettext(
                "%(n)s clock ends within a day or has ended, and nobody is named to see to it: %(since)s.",
                "%(n)s clocks end within a day or have ended, and nobody is named to see to them. The first: %(since)s.",
                count,
            ) % {"n": count, "since": at}
        case AlarmKind.UNDELIVERED:
            return ngettext(
                "Reminders don't reach %(n)s person by any channel.",
                "Reminders don't reach %(n)s people by any channel.",
                count,
            ) % {"n": count}
        case AlarmKind.OFFLINE_PACK_OLD if since:
            return _("The newest offline pack is from %(since)s: more than two days old.") % {"since": at}
        case AlarmKind.OFFLINE_PACK_OLD:
            return _("No offline pack has been made for two days.")


def advice(kind: AlarmKind) -> str:
    """What to do about it."""
    return {
        AlarmKind.UNMANNED: _("Have whoever runs the server start “art28 worker”, and look why it stopped."),
        AlarmKind.OUTBOX_STUCK: _(
            "Look in the outbox what the mail server says. A notice with a short limit: call now."
        ),
        AlarmKind.UNSEALED: _("The sealer is part of the worker: look in its log. Nothing is lost meanwhile."),
        AlarmKind.OWNERLESS: _("Name somebody on the page of the clock."),
        AlarmKind.UNDELIVERED: _(
            "Call whom it concerns, and have them test their channels. The page behind the link names them."
        ),
        AlarmKind.OFFLINE_PACK_OLD: _(
            "Look on the page of the offline pack what went wrong; often its place is full or not mounted."
        ),
    }[kind]


def language_of(membership: Membership) -> str:
    """The person's own language, else the organisation's."""
    chosen = membership.user.language or membership.organisation.language
    return chosen if chosen in _LANGUAGES else settings.LANGUAGE_CODE


def lowered(text: str) -> str:
    """Text that goes on within a sentence."""
    return text[:1].lower() + text[1:]


def instant(at: datetime) -> str:
    """An instant in words: "zo 22 nov 02:10"."""
    local = timezone.localtime(at)
    day = f"{date_format(local, _day_format())}{words.year_of(local.date())}"
    return f"{day} {local:%H:%M}{words.which_of_two(at)}"


def ends(row: Obligation, end: datetime) -> str:
    """When it ends: an instant, or the last day with 24:00."""
    if row.ends_at is not None and row.last_day is not None:
        return f"{date_format(row.last_day, _day_format())}{words.year_of(row.last_day)} 24:00"
    return instant(end)


def why(audience: str | None, row: Obligation) -> str:
    """Why the reader hears of it."""
    match audience:
        case Audience.TEAM:
            return _("Somebody of your team sees to this.")
        case Audience.DEPUTY:
            return _("You stand in for whoever sees to this.") if row.owner_id else _("Nobody is named to see to this.")
        case Audience.MANAGEMENT:
            return _("You hear of this as management: the limit is near.")
        case "changed":
            return _("A fact was corrected: this limit became stricter.")
        case "undelivered":
            return _("A notice could not be delivered: call them, or send it to another address.")
        case Audience.OWNER if row.owner_id is None:
            return _("Nobody is named to see to this.")
        case Audience.OWNER:
            return _("You see to this.")
        case _:
            return ""


def left(row: Obligation, end: datetime, now: datetime) -> str:
    """What is left, or how late it is."""
    return words.left(
        end, now, inclusive=row.ends_inclusive or row.ends_at is None, last_day=row.last_day if row.ends_at else None
    )


def _said(line: Line, now: datetime) -> Said:
    row = line.obligation
    until = when = ends(row, line.end)
    if row.ends_at is None:
        when = _("%(instant)s (your own target)") % {"instant": until}
    whose = ""
    if transport.may_send_in_full():
        whose = " · ".join(filter(None, (row.counterparty, row.subject_label)))
    near = Band.SOON if line.end <= now + _NEAR else Band.LATER
    return Said(
        what=labels.action(row.action, get_language() or "nl"),
        when=when,
        left=left(row, line.end, now),
        whose=whose,
        why=why(line.audience, row),
        link=_link("clock", row.pk),
        band=Band.LATE if line.end < now else near,
        until=until,
    )


def _overview_subject(said: Sequence[Said], now: datetime) -> str:
    day = date_format(timezone.localtime(now), "j F")
    return _("Overview of %(day)s: %(tally)s") % {"day": day, "tally": tally(said)}


def _brief(said: Sequence[Said], link: str) -> str:
    first = leading(said)
    text = ngettext(
        "%(n)s limit asks for your attention: %(when)s (%(left)s).",
        "%(n)s limits ask for your attention. The first: %(when)s (%(left)s).",
        len(said),
    ) % {"n": len(said), "when": first.until, "left": first.left}
    return f"{text} {link}"


def _link(name: str, *args: object) -> str:
    return f"{settings.PUBLIC_URL}{reverse(name, args=args)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _day_format() -> str:
    return "D j b" if get_language() == "nl" else "D j M"

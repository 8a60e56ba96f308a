"""Something that can't wait for a reminder -> a message to one person, by the channels that they chose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils import timezone, translation

from art28.web.accounts.models import Membership
from art28.web.reminders.models import Message, MessageKind
from art28.web.reminders.wording import language_of


@dataclass(frozen=True, slots=True)
class Said:
    """What is announced, in the language of whoever reads it."""

    subject: str
    body: str
    advice: str
    link: str


def announce(membership: Membership, said: Callable[[], Said], *, now: datetime) -> Message:
    """Queue a message within the caller's transaction; `said` is asked for in the member's language and zone."""
    language, organisation = language_of(membership), membership.organisation
    with translation.override(language), timezone.override(ZoneInfo(organisation.time_zone)):
        what = said()
        context = {
            "name": membership.user.name,
            "organisation": organisation.name,
            "body": what.body,
            "advice": what.advice,
            "link": what.link,
        }
        return Message.objects.create(
            organisation=organisation,
            user=membership.user,
            kind=MessageKind.ALARM,
            language=language,
            subject=" ".join(what.subject.split())[:300],
            body_text=render_to_string("reminders/announcement.txt", context),
            body_html=render_to_string("reminders/announcement.html", context),
            brief=f"{what.subject}. {what.link}",
            made_at=now,
            next_attempt_at=now,
        )

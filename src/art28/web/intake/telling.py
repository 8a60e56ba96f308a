"""A signal -> a message to whoever assesses signals, and says whether a clock runs already."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.web.accounts import queries as accounts
from art28.web.accounts.rights import Right, Role
from art28.web.intake.models import ProvisionalClock, Signal
from art28.web.reminders import announcing


def tell(signal: Signal, clocks: Sequence[ProvisionalClock], *, now: datetime) -> int:
    """Write to the privacy officers, or to the owners where there are none; returns to how many. Its content isn't mailed.

    Of one that is played nobody hears but its player.
    """
    members = [row for row in accounts.members(signal.organisation) if row.ended_at is None and row.may(Right.DECIDE)]
    officers = [row for row in members if row.role == Role.PRIVACY_OFFICER]
    addressed = officers or [row for row in members if row.role == Role.OWNER]
    if signal.exercise is not None:
        every = accounts.members(signal.organisation)
        addressed = [row for row in every if row.ended_at is None and row.user_id == signal.exercise.player_id]
    for membership in addressed:
        announcing.announce(membership, lambda: _said(signal, clocks), now=now)
    return len(addressed)


def _said(signal: Signal, clocks: Sequence[ProvisionalClock]) -> announcing.Said:
    with timezone.override(ZoneInfo(signal.organisation.time_zone)):
        ends = [clock.ends_at for clock in clocks if clock.ends_at is not None]
        if ends:
            local = timezone.localtime(min(ends))
            runs = _("A clock runs already: the first ends on %(end)s, if it proves to be a breach.") % {
                "end": date_format(local, "j F Y, H:i")
            }
        elif clocks:
            runs = _("Agreements want to be told at once if it proves to be a breach.")
        else:
            runs = _("No clock runs yet; the assessment starts one.")
    subject = _("Signal %(reference)s waits to be assessed") % {"reference": signal.reference}
    return announcing.Said(
        subject=_("EXERCISE: %(subject)s") % {"subject": subject} if signal.exercise_id else subject,
        body=_("A signal of a possible personal data breach came in. %(runs)s") % {"runs": runs},
        advice=_("Assess it now: a breach, no breach, or look into it shortly."),
        link=settings.PUBLIC_URL + reverse("intake:signal", args=(signal.pk,)),
    )

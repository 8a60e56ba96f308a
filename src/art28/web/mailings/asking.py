"""A mailing that waits for approval -> whoever may give it is asked: at once, and again while the first limit comes nearer.

Up to which step was asked stands on the mailing and moves in the transaction that writes the messages, so a kill or a second
worker asks nobody twice, and what a lost worker owed is asked by the next.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.agreement.duties import Action
from art28.law.calendars import NL_AWT
from art28.obligations.quiet import next_awake
from art28.obligations.reminding import is_urgent
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Membership
from art28.web.accounts.rights import Right
from art28.web.audit.actions import record
from art28.web.exercises import queries as exercises
from art28.web.mailings import queries
from art28.web.mailings.models import Mailing, State
from art28.web.reminders import announcing
from art28.web.reminders.policies import policies

_SHARES = ((0, 4), (2, 4), (3, 4))
"""At once, and when a half and three quarters of what was left to the first limit have passed: a choice of art28."""
_WITHOUT_LIMIT = (timedelta(), timedelta(hours=1), timedelta(hours=4))


def waiting() -> QuerySet[Mailing]:
    """The mailings of every organisation that wait for approval and of which a step is left, longest first."""
    rows = Mailing.objects.filter(
        Q(waits_since__isnull=False), state=State.PREPARED, approval_wanted=True, asked__lt=len(_SHARES)
    )
    return rows.select_related("organisation", "made_by").order_by("waits_since", "id")


def steps(mailing: Mailing) -> Sequence[datetime]:
    """When it is asked; after a limit of more than 72 hours the quiet hours of the organisation are kept."""
    since, end = mailing.waits_since, mailing.first_due_at
    if since is None:
        return ()
    if end is None or end <= since:
        return [since + after for after in _WITHOUT_LIMIT]
    found = [since + (end - since) * passed / of for passed, of in _SHARES]
    quiet = policies(mailing.organisation).of(Action.NOTIFY_BREACH).quiet
    if quiet is None or is_urgent(since, end):
        return found
    zone = ZoneInfo(mailing.organisation.time_zone)
    return [found[0], *(next_awake(at, quiet, zone=zone, calendar=NL_AWT) for at in found[1:])]


@transaction.atomic
def ask(mailing: Mailing, *, now: datetime) -> int:
    """Ask for the approval where a step has come, once for all steps that have; returns how many people were asked."""
    passed = sum(1 for at in steps(mailing) if at <= now)
    standing = Mailing.objects.filter(
        pk=mailing.pk, state=State.PREPARED, waits_since=mailing.waits_since, asked=mailing.asked
    )
    if passed <= mailing.asked or standing.update(asked=passed) != 1:
        return 0
    people, alone = _approvers(mailing)
    for each in people:
        announcing.announce(each, lambda: _said(mailing, alone=alone), now=now)
    content = {"step": passed, "asked": [str(each.user_id) for each in people], "nobody_else_may": alone}
    record(
        organisation=mailing.organisation,
        actor=WORKER,
        kind="mailing.approval_asked",
        subject=mailing,
        at=now,
        content=content,
    )
    return len(people)


def _approvers(mailing: Mailing) -> tuple[list[Membership], bool]:
    """Who may approve it; where nobody else may, who prepared it, and True. Of an exercise only its player hears."""
    members = list(accounts.members(mailing.organisation))
    player = exercises.players(mailing.organisation).get(mailing.subject_id)
    if player is not None:
        return [each for each in members if each.user_id == player], False
    others = [each for each in members if each.may(Right.DECIDE) and each.user_id != mailing.made_by_id]
    return (others, False) if others else ([each for each in members if each.user_id == mailing.made_by_id], True)


def _said(mailing: Mailing, *, alone: bool) -> announcing.Said:
    first = ""
    end = queries.first_end(mailing)
    if end is not None:
        local = timezone.localtime(end)
        first = _("The first is due on %(end)s.") % {"end": date_format(local, "j F Y, H:i")}
    count = ngettext(
        "%(n)s message waits and doesn't leave before a second person has approved it.",
        "%(n)s messages wait and don't leave before a second person has approved them.",
        mailing.message_count,
    ) % {"n": mailing.message_count}
    subject = (
        _("A mailing waits for a second person to approve it") if alone else _("A mailing waits for your approval")
    )
    return announcing.Said(
        subject=f"{mailing.subject_label} · {subject}",
        body=" ".join(filter(None, (count, first))),
        advice=_("Nobody but you may approve here: give somebody that role, or change the rules for mailings.")
        if alone
        else _("Look at it now, and approve it or say what is wrong to whoever prepared it."),
        link=settings.PUBLIC_URL + reverse("mailings:detail", args=(mailing.pk,)),
    )

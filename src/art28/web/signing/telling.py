"""Signings that ended without all signatures -> a message to whoever began them: nobody else watches a draft."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from itertools import groupby
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.web.accounts import queries as accounts
from art28.web.accounts.rights import Role
from art28.web.reminders import announcing
from art28.web.signing.models import Signing


def of_refusal(signing: Signing, name: str, *, now: datetime) -> None:
    """Tell that `name` declined to sign; why stands on the draft's page, and isn't mailed."""
    said = {"title": signing.draft.title, "name": name}
    _tell(
        signing,
        lambda: announcing.Said(
            subject=_("%(name)s doesn't sign: %(title)s") % said,
            body=_("%(name)s declined to sign “%(title)s” and said why. Nobody can sign it any more.") % said,
            advice=_("The draft can be changed again: make a new version, or send this one to be signed anew."),
            link=settings.PUBLIC_URL + reverse("drafts:detail", args=(signing.draft_id,)),
        ),
        now=now,
    )


def of_time_over(signings: Sequence[Signing], *, now: datetime) -> None:
    """Tell which weren't signed in time: of those that end together one message to each who began some."""
    for _whose, group in groupby(sorted(signings, key=_begun), key=_begun):
        ended = list(group)
        _tell(ended[0], partial(_time_over, ended), now=now)


def _begun(signing: Signing) -> tuple[UUID, UUID]:
    return signing.organisation_id, signing.begun_by_id


def _time_over(ended: Sequence[Signing]) -> announcing.Said:
    said = {"title": ended[0].draft.title, "n": len(ended)}
    one = len(ended) == 1
    return announcing.Said(
        subject=_("Not signed in time: %(title)s") % said
        if one
        else ngettext("%(n)s draft wasn't signed in time", "%(n)s drafts weren't signed in time", len(ended)) % said,
        body=_("The time to sign is over, and not everybody signed. Nobody can sign it any more."),
        advice=_("The draft can be changed again: make a new version, or send this one to be signed anew."),
        link=settings.PUBLIC_URL
        + (reverse("drafts:detail", args=(ended[0].draft_id,)) if one else f"{reverse('drafts:list')}?state=open"),
    )


def _tell(signing: Signing, said: Callable[[], announcing.Said], *, now: datetime) -> None:
    """Write to whoever began it, or to the owners where that person is gone."""
    members = [row for row in accounts.members(signing.organisation) if row.ended_at is None]
    began = [row for row in members if row.user_id == signing.begun_by_id]
    for membership in began or [row for row in members if row.role == Role.OWNER]:
        announcing.announce(membership, said, now=now)

"""What an organisation asks of its mailings: who approves, how long they can be recalled, and hence when they leave."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import record
from art28.web.mailings.models import MailingPolicy

DEFAULT_RECALL_MINUTES = 10
SPARE = timedelta(minutes=5)
"""How long before the first limit a mailing leaves at the latest: its messages still have to reach the mail server."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """When a released mailing leaves, and whether a limit made that sooner than the organisation's own recall time."""

    at: datetime
    shortened: bool


def policy(organisation: Organisation) -> MailingPolicy:
    """The organisation's policy; where it set none, nobody need approve and there are some minutes to recall."""
    found = MailingPolicy.objects.filter(organisation=organisation).first()
    return found or MailingPolicy(organisation=organisation, approval_from=None, recall_minutes=DEFAULT_RECALL_MINUTES)


def wants_approval(asked: MailingPolicy, messages: int) -> bool:
    """Whether a mailing of so many messages needs a second person."""
    return asked.approval_from is not None and messages >= asked.approval_from


def leaving(released_at: datetime, window: timedelta, first_limit: datetime | None) -> Leaving:
    """When a mailing leaves that is released now; `first_limit` is the first of its limits that can still be kept."""
    wanted = released_at + window
    at = wanted if first_limit is None else max(released_at, min(wanted, first_limit - SPARE))
    return Leaving(at, shortened=at < wanted)


@transaction.atomic
def set_policy(
    organisation: Organisation, *, approval_from: int | None, recall_minutes: int, actor: Actor, now: datetime
) -> MailingPolicy:
    """Keep what is asked of mailings prepared from now on; the recall time holds for the next release."""
    row, _ = MailingPolicy.objects.update_or_create(
        organisation=organisation,
        defaults={"approval_from": approval_from, "recall_minutes": recall_minutes, "changed_at": now},
    )
    content = {"approval_from": approval_from, "recall_minutes": recall_minutes}
    record(organisation=organisation, actor=actor, kind="mailing.policy_set", subject=row, at=now, content=content)
    return row

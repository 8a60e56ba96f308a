"""Writes to drafts: a new version made, taken back."""

from datetime import datetime

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.drafts.beginning import title_of, version_of
from art28.web.drafts.chosen import Chosen
from art28.web.drafts.chosen import made as made_of
from art28.web.drafts.models import CHANGEABLE, Draft, DraftVersion, Round, State
from art28.web.drafts.signals import version_made

_WHY = 300


class StateChanged(Exception):
    """The draft no longer stands as it did when it was read: another made a version, or it can't be changed any more."""


@transaction.atomic
def change(
    draft: Draft, chosen: Chosen, *, based_on: int, why: str, by: User, actor: Actor, now: datetime
) -> DraftVersion:
    """Make the next version. Raises `StateChanged` where another did since, and `InvalidDraft` for what can't be said.

    What was agreed on or is with the other side is open again by it: they agreed to other words.
    """
    rows_ = Draft.objects.filter(pk=draft.pk, version=based_on, state__in=CHANGEABLE)
    if rows_.update(changed_at=now) != 1:
        raise StateChanged(draft.title)
    draft.refresh_from_db()
    version = _keep(draft, chosen, why=why, by=by, now=now)
    record(
        organisation=draft.organisation,
        actor=actor,
        kind="draft.changed",
        subject=draft,
        at=now,
        content={"version": version.number, "facts": version.facts, "measures": version.measures, "why": version.why},
    )
    version_made.send(Draft, draft=draft, now=now)
    return version


@transaction.atomic
def withdraw(draft: Draft, *, actor: Actor, now: datetime) -> None:
    """Go no further with a draft; its versions stay. Raises `StateChanged`."""
    if not Draft.objects.filter(pk=draft.pk, state__in=CHANGEABLE).update(state=State.WITHDRAWN, changed_at=now):
        raise StateChanged(draft.title)
    draft.refresh_from_db()
    record(organisation=draft.organisation, actor=actor, kind="draft.withdrawn", subject=draft, at=now)


def _keep(draft: Draft, chosen: Chosen, *, why: str, by: User, now: datetime) -> DraftVersion:
    made = made_of(chosen, template=draft.template, language=draft.language)
    draft.version, draft.state, draft.title = draft.version + 1, State.OPEN, title_of(made, draft.counterparty)
    version = version_of(draft, chosen, made, by=by, now=now, why=why[:_WHY])
    version.save(force_insert=True)
    Round.objects.filter(draft=draft, closed_at=None).update(closed_at=now)
    kept = Draft.objects.filter(pk=draft.pk)
    kept.update(version=draft.version, state=draft.state, title=draft.title, changed_at=now)
    return version

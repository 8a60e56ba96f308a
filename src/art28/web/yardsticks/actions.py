"""Writes of yardsticks: a profile is chosen; a playbook is drafted, put in force, and taken out of force."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.yardsticks import queries
from art28.web.yardsticks.models import ChosenProfile, PlaybookState, PlaybookVersion
from art28.web.yardsticks.signals import yardstick_changed

MOST_CHARACTERS = 200_000


class StateChanged(Exception):
    """Somebody else changed it meanwhile; nothing was written."""


@transaction.atomic
def choose_profile(organisation: Organisation, profile: str, *, by: User, actor: Actor, now: datetime) -> ChosenProfile:
    """Measure by another profile from now on; every agreement is weighed by it in the background."""
    _hold(organisation)
    before = queries.profile_of(organisation.pk).name
    row = ChosenProfile.objects.create(
        organisation=organisation,
        number=_next(ChosenProfile, organisation),
        profile=profile,
        chosen_by=by,
        chosen_at=now,
    )
    content = {"before": before, "profile": profile}
    record(organisation=organisation, actor=actor, kind="profile.chosen", subject=row, at=now, content=content)
    yardstick_changed.send(ChosenProfile, organisation=organisation, what="profile", now=now)
    return row


@transaction.atomic
def save_draft(organisation: Organisation, source: str, *, by: User, actor: Actor, now: datetime) -> PlaybookVersion:
    """Keep what is being written, problems and all; it counts for nothing yet."""
    _hold(organisation)
    row = queries.draft(organisation)
    if row is None:
        row = PlaybookVersion(organisation=organisation, number=_next(PlaybookVersion, organisation))
    row.source, row.made_by, row.made_at = source.replace("\r\n", "\n").replace("\x00", ""), by, now
    row.save()
    record(
        organisation=organisation,
        actor=actor,
        kind="playbook.saved",
        subject=row,
        at=now,
        content={"number": row.number, "source": row.source},
    )
    return row


@transaction.atomic
@transaction.atomic
def drop_draft(row: PlaybookVersion, *, actor: Actor, now: datetime) -> None:
    """Stop writing; what counts goes on counting. Raises StateChanged where it counts meanwhile."""
    organisation, number = row.organisation, row.number
    deleted, _ = PlaybookVersion.objects.filter(pk=row.pk, state=PlaybookState.DRAFT).delete()
    if not deleted:
        raise StateChanged(number)
    content = {"number": number}
    record(
        organisation=organisation, actor=actor, kind="playbook.dropped", subject=organisation, at=now, content=content
    )


@transaction.atomic
def put_in_force(row: PlaybookVersion, *, by: User, actor: Actor, now: datetime) -> None:
    """Let a draft count, in place of the version before; every agreement is weighed by it in the background.

    Raises InvalidPlaybook where it has problems, StateChanged where it is no draft any more or was written on meanwhile.
    """
    organisation = row.organisation
    _hold(organisation)
    queries.read(row)
    counted = PlaybookVersion.objects.filter(organisation=organisation, state=PlaybookState.IN_FORCE)
    counted.update(state=PlaybookState.RETIRED, retired_at=now)
    changed = PlaybookVersion.objects.filter(pk=row.pk, state=PlaybookState.DRAFT, made_at=row.made_at).update(
        state=PlaybookState.IN_FORCE, in_force_at=now, put_in_force_by=by
    )
    if changed != 1:
        raise StateChanged(row.number)
    content = {"number": row.number, "source": row.source}
    record(organisation=organisation, actor=actor, kind="playbook.put_in_force", subject=row, at=now, content=content)
    yardstick_changed.send(PlaybookVersion, organisation=organisation, what="playbook", now=now)


@transaction.atomic
def retire(row: PlaybookVersion, *, actor: Actor, now: datetime) -> None:
    """Measure by no playbook any more. Raises StateChanged where this version doesn't count."""
    _hold(row.organisation)
    changed = PlaybookVersion.objects.filter(pk=row.pk, state=PlaybookState.IN_FORCE).update(
        state=PlaybookState.RETIRED, retired_at=now
    )
    if changed != 1:
        raise StateChanged(row.number)
    record(
        organisation=row.organisation,
        actor=actor,
        kind="playbook.retired",
        subject=row,
        at=now,
        content={"number": row.number},
    )
    yardstick_changed.send(PlaybookVersion, organisation=row.organisation, what="playbook", now=now)


def _hold(organisation: Organisation) -> None:
    """One at a time within an organisation, so that numbers follow each other."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)


def _next(model: type[ChosenProfile] | type[PlaybookVersion], organisation: Organisation) -> int:
    last = model.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"]
    return int(last or 0) + 1

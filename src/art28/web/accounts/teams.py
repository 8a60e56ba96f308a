"""Writes of teams: who sees to the same things."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Membership, Organisation, Team, TeamMember
from art28.web.audit import actions as audit


class NameTaken(Exception):
    """Another team of the organisation has this name."""


@transaction.atomic
def make(organisation: Organisation, name: str, *, actor: Actor, now: datetime) -> Team:
    """A team without members yet. Raises `NameTaken`."""
    if Team.objects.filter(organisation=organisation, name=name, ended_at=None).exists():
        raise NameTaken(name)
    team = Team.objects.create(organisation=organisation, name=name, created_at=now)
    audit.record(organisation=organisation, actor=actor, kind="team.made", subject=team, at=now, content={"name": name})
    return team


@transaction.atomic
def change(team: Team, name: str, membership_ids: Collection[UUID], *, actor: Actor, now: datetime) -> None:
    """Give a team its name and its members, of those who work in the organisation. Raises `NameTaken`."""
    others = Team.objects.filter(organisation=team.organisation_id, name=name, ended_at=None).exclude(pk=team.pk)
    if others.exists():
        raise NameTaken(name)
    Team.objects.filter(pk=team.pk, organisation=team.organisation_id, ended_at=None).update(name=name)
    wanted = Membership.objects.filter(organisation=team.organisation_id, pk__in=membership_ids, ended_at=None)
    ids = set(wanted.values_list("pk", flat=True))
    members = TeamMember.objects.filter(organisation=team.organisation_id, team=team)
    members.exclude(membership__in=ids).delete()
    there = set(members.values_list("membership_id", flat=True))
    TeamMember.objects.bulk_create(
        [TeamMember(organisation_id=team.organisation_id, team=team, membership_id=key) for key in ids - there]
    )
    content = {"name": name, "members": sorted(str(key) for key in ids)}
    audit.record(
        organisation=team.organisation, actor=actor, kind="team.changed", subject=team, at=now, content=content
    )


@transaction.atomic
def end(team: Team, *, actor: Actor, now: datetime) -> None:
    """Give a team up; what its members see to stays theirs."""
    if Team.objects.filter(pk=team.pk, organisation=team.organisation_id, ended_at=None).update(ended_at=now) == 1:
        audit.record(organisation=team.organisation, actor=actor, kind="team.ended", subject=team, at=now)

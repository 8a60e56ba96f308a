"""Teams: made, filled and given up by an owner, within one organisation."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from art28.web.accounts import actions, queries, teams
from art28.web.accounts.models import Membership, Team, TeamMember, User
from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def made(ours: Tenant, name: str = "Privacyteam") -> Team:
    return teams.make(ours.organisation, name, actor=ours.actor(Role.OWNER), now=NOW)


def test_an_owner_makes_a_team_and_says_who_is_in_it(ours: Tenant) -> None:
    client = ours.client(Role.OWNER)
    asked = client.post(reverse("accounts:team_add"), {"name": "Privacyteam"})
    team = Team.objects.get()
    assert asked["Location"] == reverse("accounts:team", args=(team.pk,))
    chosen = [str(ours.members[role].pk) for role in (Role.ENGINEER, Role.AUDITOR)]
    client.post(reverse("accounts:team", args=(team.pk,)), {"name": "Privacy & security", "members": chosen})
    page = client.get(reverse("accounts:people")).content.decode()
    assert "Privacy &amp; security" in page
    assert "2 leden" in page
    client.post(reverse("accounts:team", args=(team.pk,)), {"name": "Privacy & security", "members": chosen[:1]})
    assert [str(row.membership_id) for row in TeamMember.objects.all()] == chosen[:1]
    assert client.get(reverse("accounts:team", args=(team.pk,))).content.decode().count(" checked") == 1
    assert client.post(reverse("accounts:team", args=(team.pk,)), {"name": ""}).status_code == 400
    assert [row.kind for row in Act.objects.filter(subject_kind="team").order_by("id")] == [
        "team.made",
        "team.changed",
        "team.changed",
    ]


def test_a_name_is_used_once_until_its_team_is_given_up(ours: Tenant) -> None:
    first = made(ours)
    with pytest.raises(teams.NameTaken):
        made(ours)
    second = made(ours, "Servicedesk")
    with pytest.raises(teams.NameTaken):
        teams.change(second, "Privacyteam", [], actor=ours.actor(Role.OWNER), now=NOW)
    teams.end(first, actor=ours.actor(Role.OWNER), now=NOW)
    assert made(ours) in queries.teams(ours.organisation)
    assert first not in queries.teams(ours.organisation)


def test_members_are_found_by_name_and_who_was_chosen_stays_chosen(ours: Tenant) -> None:
    team, client = made(ours), ours.client(Role.OWNER)
    for number in range(60):
        user = User.objects.create(email=f"n{number}@veldlicht.example", name=f"Collega {number:02}", created_at=NOW)
        Membership.objects.create(organisation=ours.organisation, user=user, role=Role.ENGINEER, created_at=NOW)
    chosen = str(Membership.objects.get(user__name="Collega 03").pk)
    sought = {"name": team.name, "members": [chosen], "find_members": "collega 59", "look": "members"}
    answer = client.post(reverse("accounts:team", args=(team.pk,)), sought)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Collega 59" in page
    assert "Collega 12" not in page
    assert f'value="{chosen}"' in page
    assert not TeamMember.objects.exists(), "nothing is kept while somebody looks"


def test_people_are_found_narrowed_sorted_and_saved(ours: Tenant) -> None:
    client, address = ours.client(Role.OWNER), reverse("accounts:people")
    assert client.get(address, {"role": "auditor"}).context["page"].paginator.count == 1
    assert client.get(address, {"q": "komtnietvoor"}).context["page"].paginator.count == 0
    saved = b"".join(client.get(address, {"form": "csv", "role": "auditor"})).decode("utf-8-sig")
    assert ours.members[Role.AUDITOR].user.email in saved
    assert ours.members[Role.OWNER].user.email not in saved


def test_who_left_is_in_no_team(ours: Tenant) -> None:
    team, member = made(ours), ours.members[Role.ENGINEER]
    teams.change(team, team.name, [member.pk], actor=ours.actor(Role.OWNER), now=NOW)
    assert queries.team_user_ids(ours.organisation, team.pk).count() == 1
    actions.end_membership(member, actor=ours.actor(Role.OWNER), now=NOW)
    assert queries.team_user_ids(ours.organisation, team.pk).count() == 0


def test_the_database_itself_keeps_strangers_out_of_a_team(ours: Tenant) -> None:
    stranger = tenant("maanzicht").members[Role.OWNER]
    with pytest.raises(IntegrityError), transaction.atomic():
        TeamMember.objects.create(organisation=ours.organisation, team=made(ours), membership=stranger)

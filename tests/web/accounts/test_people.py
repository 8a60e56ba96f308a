"""Inviting, accepting, roles and leaving."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts import actions, queries
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Invitation, Membership, User
from art28.web.accounts.rights import RIGHTS, Right, Role
from art28.web.audit.models import Act
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db
PASSWORD = "zeven-warme-wanten-drogen"


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def invite(ours: Tenant, email: str = "nieuw@veldlicht.example", role: str = "engineer") -> str:
    """Invite through the page; returns the path in the mail."""
    ours.client(Role.OWNER).post(reverse("accounts:people"), {"email": email, "role": role})
    found = re.search(r"http://[^/]+(/invitation/\S+)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def test_an_invitation_makes_an_account_and_signs_in(ours: Tenant) -> None:
    path, client = invite(ours), Client()
    sent: Any = mail.outbox[-1]
    assert f'{path}">' in sent.alternatives[0][0]
    assert client.get(path).status_code == 200
    answer = client.post(path, {"name": "Noor Nieuw", "password": PASSWORD})
    assert answer.status_code == 302
    membership = Membership.objects.get(organisation=ours.organisation, user__email="nieuw@veldlicht.example")
    assert membership.role == Role.ENGINEER
    assert client.get(reverse("agreements:list")).status_code == 200
    assert Client().post(path, {"name": "Tweede", "password": PASSWORD}).status_code == 410


def test_only_a_hash_of_the_token_is_kept(ours: Tenant) -> None:
    token = invite(ours).rstrip("/").rsplit("/", 1)[1]
    invitation = Invitation.objects.get(organisation=ours.organisation)
    assert token not in {invitation.token_hash, str(invitation.pk)}
    assert invitation.token_hash == actions.token_hash(token)


def test_a_weak_password_stays_in_the_form(ours: Tenant) -> None:
    answer = Client().post(invite(ours), {"name": "Noor", "password": "welkom123"})
    assert answer.status_code == 400
    assert not User.objects.filter(email="nieuw@veldlicht.example").exists()


def test_an_invitation_lapses(ours: Tenant) -> None:
    path = invite(ours)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(path).status_code == 410


def test_a_withdrawn_invitation_is_worthless(ours: Tenant) -> None:
    path = invite(ours)
    invitation = Invitation.objects.get(organisation=ours.organisation)
    ours.client(Role.OWNER).post(reverse("accounts:withdraw", args=[invitation.pk]))
    assert Client().get(path).status_code == 410


def test_a_made_up_token_is_worthless(ours: Tenant) -> None:
    assert Client().get(reverse("accounts:accept", args=["verzonnen"])).status_code == 410


def test_somebody_with_an_account_accepts_only_when_signed_in_to_it(ours: Tenant) -> None:
    theirs = tenant("maanzicht")
    known = theirs.members[Role.AUDITOR].user
    path = invite(ours, known.email, "auditor")
    stranger = ours.client(Role.ENGINEER)
    stranger.post(path)
    assert not Membership.objects.filter(organisation=ours.organisation, user=known).exists()
    client = theirs.client(Role.AUDITOR)
    client.post(path)
    assert Membership.objects.filter(organisation=ours.organisation, user=known).exists()
    assert {row.organisation_id for row in queries.memberships_of(known)} == {
        ours.organisation.pk,
        theirs.organisation.pk,
    }


def test_nobody_is_invited_twice(ours: Tenant) -> None:
    invite(ours)
    client = ours.client(Role.OWNER)
    for email in ("nieuw@veldlicht.example", ours.members[Role.AUDITOR].user.email):
        answer = client.post(reverse("accounts:people"), {"email": email, "role": "auditor"})
        assert answer.status_code == 400
    assert len(mail.outbox) == 1


def test_an_organisation_keeps_an_owner(ours: Tenant) -> None:
    owner = ours.members[Role.OWNER]
    with pytest.raises(actions.LastOwner):
        actions.change_role(owner, Role.AUDITOR, actor=SYSTEM, now=NOW)
    with pytest.raises(actions.LastOwner):
        actions.end_membership(owner, actor=SYSTEM, now=NOW)
    actions.change_role(ours.members[Role.ENGINEER], Role.OWNER, actor=SYSTEM, now=NOW)
    actions.end_membership(owner, actor=SYSTEM, now=NOW)


def test_each_change_of_people_is_recorded(ours: Tenant) -> None:
    invite(ours)
    actions.change_role(ours.members[Role.ENGINEER], Role.AUDITOR, actor=SYSTEM, now=NOW)
    actions.end_membership(ours.members[Role.MANAGEMENT], actor=SYSTEM, now=NOW)
    kinds = set(Act.objects.filter(organisation=ours.organisation).values_list("kind", flat=True))
    assert {"invitation.sent", "member.added", "member.role_changed", "member.ended"} <= kinds


def test_who_works_in_two_organisations_chooses_one(ours: Tenant) -> None:
    theirs = tenant("maanzicht")
    user = ours.members[Role.PRIVACY_OFFICER].user
    actions.add_member(theirs.organisation, user, Role.AUDITOR, actor=SYSTEM, now=NOW)
    client = ours.client(Role.PRIVACY_OFFICER)
    assert client.get(reverse("agreements:upload")).status_code == 200
    client.post(reverse("accounts:organisation"), {"organisation": str(theirs.organisation.pk)})
    assert client.get(reverse("agreements:upload")).status_code == 403
    client.post(reverse("accounts:organisation"), {"organisation": "00000000-0000-0000-0000-000000000000"})
    assert client.get(reverse("agreements:upload")).status_code == 403


def test_every_role_may_read_and_only_the_owner_manages_people() -> None:
    assert all(Right.READ in RIGHTS[role] for role in Role)
    assert [role for role in Role if Right.MANAGE_PEOPLE in RIGHTS[role]] == [Role.OWNER]

"""Every address of reminders × role × tenant in one table; an address without a row fails."""

from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from art28.web.accounts import teams
from art28.web.accounts.rights import Role
from art28.web.reminders import actions
from art28.web.reminders.models import ChannelKind
from web.addresses import BAD, EVERYBODY, FOUND, OK, Row, names
from web.breaches.world import NOW
from web.people import Tenant
from web.reminders.world import HOUR, office, write

pytestmark = pytest.mark.django_db
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
OWNERS = frozenset({Role.OWNER})
STEPS = {
    "steps-TOTAL_FORMS": "1",
    "steps-INITIAL_FORMS": "1",
    "steps-0-amount": "50",
    "steps-0-unit": "share",
    "steps-0-to": "owner",
    "target_hours": "24",
}
ROWS = (
    Row("get", "reminders:list", EVERYBODY, OK, elsewhere=OK),
    Row("post", "reminders:seen", EVERYBODY, FOUND, elsewhere=FOUND),
    Row("get", "reminders:mine", EVERYBODY, OK, elsewhere=OK),
    Row("post", "reminders:mine", EVERYBODY, FOUND, elsewhere=FOUND, data={"mode": "at_once"}),
    Row("post", "reminders:add_channel", EVERYBODY, BAD, elsewhere=BAD, data={"kind": "email", "address": "x"}),
    Row("post", "reminders:test_account", EVERYBODY, FOUND, elsewhere=FOUND),
    Row("get", "reminders:policy", EVERYBODY, OK, elsewhere=OK),
    Row("post", "reminders:policy", DECIDERS, FOUND, elsewhere=FOUND, data=STEPS),
    Row("post", "reminders:policy", DECIDERS, BAD, elsewhere=BAD, data={**STEPS, "steps-0-amount": ""}),
    Row("get", "reminders:deputies", EVERYBODY, OK, elsewhere=OK),
    Row("post", "reminders:deputy", DECIDERS, FOUND, "member"),
    Row("post", "reminders:group_deputy", DECIDERS, FOUND, "team"),
    Row("post", "reminders:group_deputy", DECIDERS, FOUND, "role", elsewhere=FOUND),
    Row("get", "reminders:alarms", OWNERS, OK, elsewhere=OK),
)
# A person's own, so nobody else's whatever the role.
OWN = frozenset({"reminders:channel"})


@pytest.fixture(scope="module")
def ours(made_once: None) -> Tenant:
    given = office()
    write(NOW + 13 * HOUR)
    return given.tenant


@pytest.fixture
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    team = teams.make(ours.organisation, "Dienst", actor=ours.actor(Role.OWNER), now=NOW)
    return {"": (), "member": (ours.members[Role.ENGINEER].pk,), "team": (str(team.pk),), "role": ("engineer",)}


def test_every_address_has_a_row() -> None:
    found = {name for name in names(get_resolver().url_patterns) if name.startswith("reminders:")}
    assert found == {row.name for row in ROWS} | OWN


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)


@pytest.mark.parametrize("do", ["test", "first", "remove"])
def test_a_channel_is_its_persons_alone(ours: Tenant, theirs: Tenant, do: str) -> None:
    owner = ours.members[Role.OWNER]
    row = actions.add_channel(owner, ChannelKind.EMAIL, "thuis@veldlicht.example", actor=ours.actor(), now=NOW)
    address = f"/reminders/channels/{row.pk}/"
    for somebody in (ours.client(Role.PRIVACY_OFFICER), theirs.client(Role.OWNER)):
        assert somebody.post(address, {"do": do}).status_code == 404
    assert Client().post(address, {"do": do}).status_code == FOUND
    row.refresh_from_db()
    assert ours.client(Role.OWNER).post(address, {"do": do}).status_code == FOUND

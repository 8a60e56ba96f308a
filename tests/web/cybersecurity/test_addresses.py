"""The Cyberbeveiligingswet: every address × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from web.addresses import BAD, EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.breaches.world import breach, world
from web.cybersecurity.test_incidents import assessed, in_scope
from web.people import Tenant

pytestmark = pytest.mark.django_db

DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "cybersecurity:entity", DECIDERS, OK, elsewhere=OK),
    Row("post", "cybersecurity:entity", DECIDERS, BAD, elsewhere=BAD),
    Row("get", "cybersecurity:incident", EVERYBODY, OK, "breach"),
    Row("post", "cybersecurity:assess", DECIDERS, INVALID, "breach"),
    Row("post", "cybersecurity:interim", DECIDERS, FOUND, "breach"),
    Row("post", "cybersecurity:goes_on", DECIDERS, FOUND, "breach"),
    Row("post", "cybersecurity:handled", DECIDERS, FOUND, "breach"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    given = replace(world(), organisation=ours.organisation, owner=owner, agreement=worlds.agreement(ours.organisation))
    in_scope(given)
    recorded = breach(given)
    assessed(given, recorded)
    return {"": (), "breach": (recorded.pk,)}


def test_every_address_has_a_row() -> None:
    ours = {name for name in names(get_resolver().url_patterns) if name.startswith("cybersecurity:")}
    assert ours == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

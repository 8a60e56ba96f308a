"""What happened: every address × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import get_resolver

from art28.agreement.duties import Trigger
from art28.web.accounts.rights import Role
from web.addresses import EVERYBODY, FOUND, OK, Row, names
from web.breaches import world as worlds
from web.breaches.world import world
from web.events.test_events import happened
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "events:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "events:new", HANDLERS, OK, elsewhere=OK),
    Row("get", "events:detail", EVERYBODY, OK, "event"),
    Row("post", "events:cancel", DECIDERS, FOUND, "event", data={"reason": "x"}),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    given = replace(world(), organisation=ours.organisation, owner=owner, agreement=worlds.agreement(ours.organisation))
    return {"": (), "event": (happened(given, Trigger.DATA_SUBJECT_REQUEST).pk,)}


def test_every_address_has_a_row() -> None:
    ours = {name for name in names(get_resolver().url_patterns) if name.startswith("events:")}
    assert ours == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

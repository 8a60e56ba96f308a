"""Every address of the call list × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.mailings.world import prepared, touching
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})

ROWS = (
    Row("get", "calls:list", EVERYBODY, OK, "breach"),
    Row("get", "calls:export", EVERYBODY, OK, "breach"),
    Row("post", "calls:next", HANDLERS, FOUND, "breach"),
    Row("post", "calls:from_mailing", HANDLERS, FOUND, "mailing"),
    Row("get", "calls:call", EVERYBODY, OK, "side"),
    Row("post", "calls:claim", HANDLERS, FOUND, "side"),
    Row("post", "calls:give_back", HANDLERS, FOUND, "side"),
    Row("post", "calls:reached", HANDLERS, INVALID, "side"),
    Row("post", "calls:in_vain", HANDLERS, INVALID, "side"),
    Row("post", "calls:escalate", HANDLERS, INVALID, "side"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    wanting = worlds.agreement(ours.organisation, {**worlds.SAID, "breach.channel": ["phone"]})
    given = replace(worlds.world(), organisation=ours.organisation, owner=owner, agreement=wanting)
    recorded = touching(given, [wanting])
    return {
        "breach": (recorded.pk,),
        "mailing": (recorded.pk, prepared(given, recorded).pk),
        "side": (recorded.pk, wanting.pk),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("calls:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

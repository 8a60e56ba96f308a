"""Every address of what is measured by × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.checking.playbooks.reading import source_of
from art28.web.accounts.rights import Role
from art28.web.yardsticks import actions
from web.addresses import EVERYBODY, FOUND, MISSING, OK, Row, names
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db

DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})

ROWS = (
    Row("get", "yardsticks:index", EVERYBODY, OK, elsewhere=OK),
    Row("post", "yardsticks:index", DECIDERS, FOUND, elsewhere=FOUND, data={"profile": "full"}),
    Row("get", "yardsticks:draft", DECIDERS, OK, elsewhere=OK),
    Row("post", "yardsticks:draft", DECIDERS, FOUND, elsewhere=FOUND, data={"source": "playbook: x"}),
    Row("post", "yardsticks:put_in_force", DECIDERS, FOUND, elsewhere=MISSING),
    Row("post", "yardsticks:drop", DECIDERS, FOUND, elsewhere=MISSING),
    Row("post", "yardsticks:retire", DECIDERS, FOUND, elsewhere=MISSING),
    Row("get", "yardsticks:version", EVERYBODY, OK, "version"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    """A version that counts, and a draft of the next."""
    user, actor = ours.members[Role.OWNER].user, ours.actor(Role.OWNER)
    for _ in range(2):
        row = actions.save_draft(ours.organisation, source_of("provider"), by=user, actor=actor, now=NOW)
        if row.number == 1:
            actions.put_in_force(row, by=user, actor=actor, now=NOW)
    return {"": (), "version": (1,)}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("yardsticks:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

"""Every address of exercises × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.exercising import actions
from web.addresses import EVERYBODY, FOUND, OK, Row, names
from web.exercising.world import story
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})

ROWS = (
    Row("get", "exercises:list", EVERYBODY, OK, elsewhere=OK),
    Row("post", "exercises:start", HANDLERS, FOUND, elsewhere=FOUND),
    Row("get", "exercises:detail", EVERYBODY, OK, "exercise"),
    Row("get", "exercises:document", EVERYBODY, OK, "exercise"),
    Row("post", "exercises:play", HANDLERS, FOUND, "exercise"),
    Row("post", "exercises:leave", EVERYBODY, FOUND, "exercise"),
    Row("post", "exercises:end", DECIDERS, FOUND, "exercise"),
    Row("post", "exercises:erase", DECIDERS, FOUND, "ended"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    player, now = ours.members[Role.OWNER].user, timezone.now()
    ended, runs = (
        actions.start(ours.organisation, story(), player=each, actor=ours.actor(Role.OWNER), now=now)
        for each in (player, ours.members[Role.PRIVACY_OFFICER].user)
    )
    actions.end(ended, by=player, actor=ours.actor(Role.OWNER), now=now)
    return {"": (), "exercise": (runs.pk,), "ended": (ended.pk,)}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("exercises:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

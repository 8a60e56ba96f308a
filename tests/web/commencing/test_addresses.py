"""Every address of commencements × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.commencing import actions
from art28.web.commencing.models import Candidate
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "commencing:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "commencing:new", DECIDERS, OK, elsewhere=OK),
    Row("post", "commencing:new", DECIDERS, INVALID, elsewhere=INVALID, data={"stage": "nowhere"}),
    Row("get", "commencing:detail", EVERYBODY, OK, "commencement"),
    Row("post", "commencing:confirm", DECIDERS, FOUND, "commencement"),
    Row("post", "commencing:again", DECIDERS, FOUND, "commencement"),
    Row("post", "commencing:waive", DECIDERS, FOUND, "item", data={"reason": "x"}),
    Row("post", "commencing:go_on", DECIDERS, FOUND, "commencement"),
    Row("post", "commencing:stop", DECIDERS, FOUND, "commencement"),
    Row("post", "commencing:leave_out", DECIDERS, FOUND, "candidate"),
    Row("post", "commencing:take_in", DECIDERS, FOUND, "candidate"),
)


@pytest.fixture
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    worlds.agreement(ours.organisation)
    by = ours.members[Role.OWNER].user
    made = actions.begin(
        ours.organisation, actions.Wanted(), by=by, actor=ours.actor(Role.OWNER), now=timezone.now()
    )  # fmt: skip
    return {"": (), "commencement": (made.pk,), "item": (made.pk, "main"), "candidate": (Candidate.objects.get().pk,)}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("commencing:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

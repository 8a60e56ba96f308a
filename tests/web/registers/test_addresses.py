"""Every address of registers × role × tenant; an address without a row fails."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.registers import actions
from art28.web.registers.models import Kind
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.assessments.world import breach
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})

ROWS = (
    Row("get", "registers:breaches", EVERYBODY, OK, elsewhere=OK),
    Row("get", "registers:figures", EVERYBODY, OK, elsewhere=OK),
    Row("get", "registers:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "registers:measures", EVERYBODY, OK, "breach"),
    Row("post", "registers:measures", HANDLERS, INVALID, "breach"),
    Row("post", "registers:done", HANDLERS, FOUND, "measure", data={"outcome": "x"}),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    made = worlds.agreement(ours.organisation)
    found = breach(replace(worlds.world(), organisation=ours.organisation, owner=owner, agreement=made))
    row = actions.set_measure(
        found,
        kind=Kind.MEASURE,
        text="x",
        due_on=date(2100, 1, 1),
        owner=None,
        by=owner,
        actor=ours.actor(Role.OWNER),
        now=timezone.now(),
    )
    return {"": (), "csv": ("csv",), "breach": (found.pk,), "measure": (found.pk, row.pk)}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("registers:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

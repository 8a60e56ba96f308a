"""Audits: every address × role × tenant; an address without a row fails."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.audits import actions, own, rooms
from web.addresses import EVERYBODY, FOUND, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ITEM = {"kind": "logs", "name": "x", "at": "2026-11-20T10:00"}
ROWS = (
    Row("get", "audits:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "audits:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "audits:new", HANDLERS, OK, elsewhere=OK),
    Row("get", "audits:detail", EVERYBODY, OK, "audit"),
    Row("get", "audits:document", EVERYBODY, OK, "document"),
    Row("get", "audits:own", EVERYBODY, OK, elsewhere=OK),
    Row("get", "audits:own_new", HANDLERS, OK, elsewhere=OK),
    Row("get", "audits:own_detail", EVERYBODY, OK, "own"),
    Row("get", "audits:own_report", EVERYBODY, OK, "own"),
    Row("post", "audits:own_act", HANDLERS, FOUND, "move", data={"planned_on": "2099-01-01", "reason": "x"}),
    Row("post", "audits:own_act", DECIDERS, FOUND, "cancel", data={"reason": "x"}),
    Row("post", "audits:act", HANDLERS, FOUND, "item", data=ITEM),
    Row("post", "audits:act", DECIDERS, FOUND, "accept", data={"recipient": "fg@zorg.example"}),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement, now = worlds.agreement(ours.organisation), timezone.now()
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), now)
    wanted = actions.Asked(asked_by="x", asked_at=now, planned_at=now + timedelta(days=30))
    row = actions.ask(agreement, wanted, by=by)
    coming = (now + timedelta(days=30)).date()
    made = own.plan(ours.organisation, own.Planned(scope="x", auditor="x", planned_on=coming), by=by)
    came = own.Reported(
        held_on=now.date(), compliant=True, outcome="x", valid_until=None, next_on=coming, file=("x", b"x")
    )
    following = own.report(made, came, by=by)
    assert following is not None
    document = rooms.put_in(row, name="x", file_name="x.txt", data=b"x", by=by)
    mine = {
        "document": (row.pk, document.pk),
        "own": (made.pk,),
        "move": (following.pk, "move"),
        "cancel": (following.pk, "cancel"),
    }
    return mine | {"": (), "csv": ("csv",), "audit": (row.pk,), "item": (row.pk, "item"), "accept": (row.pk, "accept")}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("audits:")}
    assert here == {row.name for row in ROWS} | {"audits:room", "audits:room_file"}  # behind a link, see test_rooms


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row} {row.subject}")
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

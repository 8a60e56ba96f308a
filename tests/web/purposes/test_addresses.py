"""Own purposes: every address × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.purposes import actions
from art28.web.purposes.models import Kind
from web.addresses import EVERYBODY, FOUND, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "purposes:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "purposes:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "purposes:new", HANDLERS, OK, elsewhere=OK),
    Row("get", "purposes:detail", EVERYBODY, OK, "purpose"),
    Row("post", "purposes:act", DECIDERS, FOUND, "decide", data={"outcome": "refused", "reason": "liever niet"}),
    Row("post", "purposes:act", HANDLERS, FOUND, "end", data={"reason": "vervallen"}),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement = worlds.agreement(ours.organisation, {"processing.own_purposes": True})
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now())
    row = actions.register(agreement, actions.Wanted(kind=Kind.STATISTICS, purpose="Storingen tellen"), by=by)
    return {
        "": (),
        "csv": ("uses", "csv"),
        "purpose": (row.pk,),
        "decide": (row.pk, "decide"),
        "end": (row.pk, "end"),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("purposes:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row} {row.subject}")
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

"""Every address of the offline pack × role × tenant; an address without a row fails."""

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from web.addresses import EVERYBODY, FOUND, OK, Row, names
from web.people import tenant

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
ROWS = (
    Row("get", "offline:index", EVERYBODY, OK, elsewhere=OK),
    Row("post", "offline:ask", HANDLERS, FOUND, elsewhere=FOUND),
)


def test_every_address_has_a_row() -> None:
    assert {name for name in names(get_resolver().url_patterns) if name.startswith("offline:")} == {
        row.name for row in ROWS
    }


@pytest.mark.django_db
@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(row: Row) -> None:
    row.hold(tenant("veldlicht"), tenant("maanzicht"), {"": ()})
    row.hold_for_visitor({"": ()})

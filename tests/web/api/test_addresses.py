"""Every page about the API × role × tenant; the operations have a table of their own (test_api)."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.api import tokens
from web.addresses import BAD, EVERYBODY, FOUND, MISSING, OK, Row, names
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db

ROWS = (
    Row("get", "api:tokens", EVERYBODY, OK, elsewhere=OK),
    Row("post", "api:tokens", EVERYBODY, BAD, elsewhere=BAD),
    Row("get", "api:operations", EVERYBODY, OK, elsewhere=OK),
)
# Says nothing of any organisation.
PUBLIC = frozenset({"api:schema"})


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "api"}
    assert here == {row.name for row in ROWS} | PUBLIC | {"api:revoke"}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(row: Row, ours: Tenant, theirs: Tenant) -> None:
    row.hold(ours, theirs, {"": ()})


def test_a_visitor_is_sent_to_sign_in(db: None) -> None:
    for row in ROWS:
        row.hold_for_visitor({"": ()})


def test_ones_own_token_and_for_owners_any_is_revoked(ours: Tenant, theirs: Tenant) -> None:
    engineer = ours.members[Role.ENGINEER].user
    common: dict[str, Any] = {"scopes": ["due:read"], "expires_at": None, "by": engineer, "now": NOW}
    for user, refused in ((engineer, (Role.AUDITOR, Role.MANAGEMENT)), (None, (Role.ENGINEER, Role.PRIVACY_OFFICER))):
        row, _secret = tokens.make(ours.organisation, user=user, name="x", actor=ours.actor(Role.ENGINEER), **common)
        address = f"/account/api/{row.pk}/revoke/"
        assert theirs.client(Role.OWNER).post(address).status_code == MISSING
        for role in refused:
            assert ours.client(role).post(address).status_code == MISSING
        assert ours.client(Role.OWNER).post(address).status_code == FOUND

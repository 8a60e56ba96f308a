"""Every address of signing × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.drafts.world import World, drafted
from web.people import Tenant
from web.signing.world import begun

pytestmark = pytest.mark.django_db

KEEPERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
ROWS = (
    Row("get", "signing:check", EVERYBODY, OK, elsewhere=OK),
    Row("post", "signing:check", EVERYBODY, INVALID, elsewhere=INVALID),
    Row("get", "signing:begin", KEEPERS, OK, "draft"),
    Row("post", "signing:begin", KEEPERS, INVALID, "draft"),
    Row("get", "signing:paper", KEEPERS, OK, "draft"),
    Row("post", "signing:paper", KEEPERS, INVALID, "draft"),
    Row("get", "signing:file", EVERYBODY, OK, "file"),
    Row("post", "signing:withdraw", KEEPERS, FOUND, "signing"),
)
# Open to whoever holds a link, and tested where signing is.
PUBLIC = {"signing:sign", "signing:kept"}


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    signing = begun(World(ours, drafted(ours)))
    draft = drafted(ours, name="Gemeente Waterrijk")
    return {"": (), "draft": (draft.pk,), "signing": (signing.pk,), "file": (signing.pk, "document")}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "signing"}
    assert here == {row.name for row in ROWS} | PUBLIC


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

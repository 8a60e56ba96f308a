"""Every address of drafts × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.drafts.world import World, came_back, drafted
from web.people import Tenant

pytestmark = pytest.mark.django_db

KEEPERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
ROWS = (
    Row("get", "drafts:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "drafts:new", KEEPERS, OK, elsewhere=OK),
    Row("post", "drafts:new", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "drafts:detail", EVERYBODY, OK, "draft"),
    Row("get", "drafts:edit", KEEPERS, OK, "draft"),
    Row("post", "drafts:edit", KEEPERS, INVALID, "draft"),
    Row("post", "drafts:preview", KEEPERS, OK, "draft"),
    Row("get", "drafts:document", EVERYBODY, OK, "document"),
    Row("get", "drafts:send", KEEPERS, OK, "draft"),
    Row("post", "drafts:send", KEEPERS, INVALID, "draft"),
    Row("get", "drafts:redline", EVERYBODY, OK, "earlier"),
    Row("get", "drafts:changes", EVERYBODY, OK, "returned"),
    Row("post", "drafts:decide", KEEPERS, FOUND, "change", data={"decision": "accepted"}),
    Row("post", "drafts:conclude", KEEPERS, INVALID, "returned"),
    Row("post", "drafts:withdraw", KEEPERS, FOUND, "withdrawn"),
)
# Open to whoever holds a link, and tested where rounds are.
PUBLIC = {"drafts:read", "drafts:read_document"}


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    draft = drafted(ours)
    world = World(ours, drafted(ours, name="Gemeente Waterrijk"))
    returned, change = came_back(world)
    return {
        "": (),
        "draft": (draft.pk,),
        "withdrawn": (draft.pk,),
        "document": (draft.pk, 1, "md"),
        "earlier": (world.draft.pk, 1),
        "returned": (returned.pk,),
        "change": (change.pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "drafts"}
    assert here == {row.name for row in ROWS} | PUBLIC


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

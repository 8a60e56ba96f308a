"""Every address of house templates × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.house.test_drafts import begun
from web.house.world import brought, taken
from web.people import Tenant

pytestmark = pytest.mark.django_db

KEEPERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
ROWS = (
    Row("get", "house:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "house:new", KEEPERS, OK, elsewhere=OK),
    Row("post", "house:new", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "house:detail", EVERYBODY, OK, "template"),
    Row("post", "house:settle", KEEPERS, INVALID, "template"),
    Row("post", "house:replace", KEEPERS, FOUND, "template"),
    Row("get", "house:file", EVERYBODY, OK, "file"),
    Row("get", "house:whom", KEEPERS, OK, "template"),
    Row("post", "house:whom", KEEPERS, INVALID, "template"),
    Row("get", "house:fill", KEEPERS, OK, "template"),
    Row("post", "house:fill", KEEPERS, INVALID, "template"),
    Row("get", "house:redraft", KEEPERS, OK, "draft"),
    Row("post", "house:redraft", KEEPERS, INVALID, "draft"),
    Row("get", "house:sheet", EVERYBODY, OK, "template"),
    Row("post", "house:bring", KEEPERS, FOUND, "template"),
    Row("get", "house:rows", KEEPERS, OK, "sheet"),
    Row("post", "house:documents", KEEPERS, OK, "sheet"),
    Row("post", "house:archive", KEEPERS, FOUND, "archived"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    template = taken(ours)
    return {
        "": (),
        "template": (template.pk,),
        "archived": (taken(ours, name="Oud model").pk,),
        "draft": (begun(ours).pk,),
        "file": (template.pk, 1),
        "sheet": (brought(ours, template, {}).pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "house"}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

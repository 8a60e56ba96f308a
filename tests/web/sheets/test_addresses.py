"""Every address of sheets × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.people import Tenant, tenant
from web.sheets.world import brought, made

KEEPERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
ROWS = (
    Row("get", "sheets:new", KEEPERS, OK, elsewhere=OK),
    Row("post", "sheets:new", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "sheets:workbook", EVERYBODY, OK, "workbook", elsewhere=OK),
    Row("get", "sheets:detail", KEEPERS, OK, "sheet"),
    Row("post", "sheets:make", KEEPERS, FOUND, "sheet"),
    Row("get", "sheets:documents", KEEPERS, OK, "made"),
)


@pytest.fixture
def ours(db: None) -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def theirs(db: None) -> Tenant:
    return tenant("maanzicht")


@pytest.fixture
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    row = {"controller.name": "Stichting Zonnehoek"}
    return {
        "": (),
        "workbook": ("provider", "en"),
        "sheet": (brought(ours, row).pk,),
        "made": (made(ours, brought(ours, row)).pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "sheets"}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

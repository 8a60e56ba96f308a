"""Reports: every address × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from web.addresses import EVERYBODY, OK, Row, names
from web.people import Tenant, tenant

ROWS = (
    Row("get", "reports:index", EVERYBODY, OK, elsewhere=OK),
    Row("get", "reports:register", EVERYBODY, OK, "register", elsewhere=OK),
    Row("get", "reports:export", EVERYBODY, OK, "export", elsewhere=OK),
)


@pytest.fixture
def ours(db: None) -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def theirs(db: None) -> Tenant:
    return tenant("maanzicht")


@pytest.fixture
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    return {"": (), "register": ("costs",), "export": ("costs", "csv")}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("reports:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row} {row.subject}")
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

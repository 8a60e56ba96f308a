"""Every address of the portfolio × role × tenant; an address without a row fails."""

from datetime import date
from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.portfolio import accepting
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.people import NOW, Tenant
from web.samples import read_agreement

pytestmark = pytest.mark.django_db

DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})

ROWS = (
    Row("get", "portfolio:index", EVERYBODY, OK, elsewhere=OK),
    Row("get", "portfolio:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "portfolio:turned", EVERYBODY, OK, elsewhere=OK),
    Row("post", "portfolio:check_again", DECIDERS, FOUND, elsewhere=FOUND),
    Row("get", "portfolio:risks", EVERYBODY, OK, elsewhere=OK),
    Row("get", "portfolio:accept", EVERYBODY, OK, "finding"),
    Row("post", "portfolio:accept", DECIDERS, INVALID, "finding"),
    Row("post", "portfolio:withdraw", DECIDERS, FOUND, "risk", data={"reason": "x"}),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement = read_agreement(ours)
    owner = ours.members[Role.OWNER].user
    row = accepting.accept(
        agreement,
        "gdpr.c_security",
        about="x",
        reason="x",
        owner=owner,
        review_on=date(2100, 1, 1),
        by=owner,
        actor=ours.actor(Role.OWNER),
        now=NOW,
    )
    return {"": (), "csv": ("csv",), "finding": (agreement.pk, "gdpr.h_information"), "risk": (row.pk,)}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("portfolio:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

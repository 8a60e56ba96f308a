"""Every address of comparisons × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from web.addresses import EVERYBODY, FOUND, MISSING, OK, Row, names
from web.people import Tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db

UPLOADERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})


@pytest.fixture(scope="module")
def rows(ours: Tenant) -> tuple[Row, ...]:
    """They name agreements in the query, which exist only now."""
    one, other = read_agreement(ours), read_agreement(ours, TEXT.replace("36", "72"), "ander.txt")
    both = {"a": str(one.pk), "b": str(other.pk)}
    return (
        Row("get", "comparisons:index", EVERYBODY, OK, elsewhere=OK),
        Row("get", "comparisons:index", EVERYBODY, OK, elsewhere=MISSING, data=both),
        Row("get", "comparisons:download", EVERYBODY, OK, "form", data=both),
        Row("post", "comparisons:bring", UPLOADERS, FOUND, elsewhere=FOUND, data=both),
    )


SUBJECTS: dict[str, tuple[Any, ...]] = {"": (), "form": ("json",)}


def test_every_address_has_a_row(rows: tuple[Row, ...]) -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("comparisons:")}
    assert here == {row.name for row in rows}


def test_each_role_gets_what_it_may(rows: tuple[Row, ...], ours: Tenant, theirs: Tenant) -> None:
    for row in rows:
        row.hold(ours, theirs, SUBJECTS)
        row.hold_for_visitor(SUBJECTS)

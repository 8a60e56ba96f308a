"""Every address of disclosures × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.agreements.models import SourceBytes
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "disclosures:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "disclosures:new", DECIDERS, OK, elsewhere=OK),
    Row("get", "disclosures:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "disclosures:agreement", EVERYBODY, OK, "agreement"),
    Row("post", "disclosures:agreement", DECIDERS, INVALID, "agreement"),
    Row("post", "disclosures:mark", DECIDERS, FOUND, "agreement", data={"confidential": "yes", "reason": "x"}),
    Row("post", "disclosures:permit", DECIDERS, INVALID, "agreement"),
    Row("get", "disclosures:hand_out", EVERYBODY, OK, "agreement"),
    Row("post", "disclosures:hand_out", EVERYBODY, OK, "agreement", data={"goes": "inside"}),
    Row("get", "disclosures:breach", EVERYBODY, OK, "breach"),
    Row("post", "disclosures:breach", DECIDERS, INVALID, "breach"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    made = worlds.agreement(ours.organisation)
    SourceBytes.objects.create(file=made.source, data=b"x")
    found = worlds.breach(replace(worlds.world(), organisation=ours.organisation, owner=owner, agreement=made))
    return {"": (), "csv": ("csv",), "agreement": (made.pk,), "breach": (found.pk,)}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("disclosures:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

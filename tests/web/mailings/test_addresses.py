"""Every address of mailings × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.mailings.models import MailingLine
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.mailings.world import prepared, touching
from web.people import Tenant

pytestmark = pytest.mark.django_db

DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})

ROWS = (
    Row("get", "mailings:breach", EVERYBODY, OK, "breach"),
    Row("post", "mailings:breach", DECIDERS, INVALID, "breach"),
    Row("get", "mailings:rules", DECIDERS, OK, elsewhere=OK),
    Row("post", "mailings:rules", DECIDERS, INVALID, elsewhere=INVALID),
    Row("get", "mailings:detail", EVERYBODY, OK, "mailing"),
    Row("get", "mailings:message", EVERYBODY, OK, "message"),
    Row("post", "mailings:approve", DECIDERS, FOUND, "mailing"),
    Row("post", "mailings:release", DECIDERS, FOUND, "mailing"),
    Row("post", "mailings:recall", DECIDERS, FOUND, "mailing"),
    Row("post", "mailings:withdraw", DECIDERS, FOUND, "mailing"),
    Row("post", "mailings:look_again", DECIDERS, FOUND, "mailing"),
)

OF_OTHERS = frozenset({"mailings:change", "mailings:measurechange"})
"""Mailings about what another app keeps, in the table of that app."""


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    given = replace(
        worlds.world(), organisation=ours.organisation, owner=owner, agreement=worlds.agreement(ours.organisation)
    )
    recorded = touching(given, [given.agreement])
    mailing = prepared(given, recorded)
    return {
        "": (),
        "breach": (recorded.pk,),
        "mailing": (mailing.pk,),
        "message": (mailing.pk, MailingLine.objects.get(mailing=mailing).pk),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("mailings:")}
    assert here == {row.name for row in ROWS} | OF_OTHERS


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

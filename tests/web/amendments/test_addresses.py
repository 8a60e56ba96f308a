"""Every address of new versions × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.amendments.models import Amendment, Renewal
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches.world import agreement as put_in
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db

DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "amendments:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "amendments:new", DECIDERS, OK, elsewhere=OK),
    Row("post", "amendments:new", DECIDERS, INVALID, elsewhere=INVALID),
    Row("get", "amendments:detail", EVERYBODY, OK, "renewal"),
    Row("get", "amendments:export", EVERYBODY, OK, "export"),
    Row("get", "amendments:amendment", EVERYBODY, OK, "amendment"),
    Row("get", "amendments:versions", EVERYBODY, OK, "agreement"),
    Row("post", "amendments:send", DECIDERS, FOUND, "renewal"),
    Row("post", "amendments:remind", DECIDERS, FOUND, "renewal"),
    Row("post", "amendments:again", DECIDERS, FOUND, "renewal"),
    Row("post", "amendments:leave_out", DECIDERS, FOUND, "amendment"),
    Row("post", "amendments:stop", DECIDERS, FOUND, "renewal"),
)
# Open to whoever holds a link, and tested where revisions are.
PUBLIC = {"amendments:revision", "amendments:revision_document"}


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement = put_in(ours.organisation)
    owner = ours.members[Role.OWNER].user
    renewal = Renewal.objects.create(
        organisation=ours.organisation, name="Model 2027", way="consent", template="customer", what="Nieuw model.",
        made_by=owner, made_at=NOW, agreement_count=1,
    )  # fmt: skip
    row = Amendment.objects.create(organisation=ours.organisation, renewal=renewal, agreement=agreement)
    return {
        "": (),
        "renewal": (renewal.pk,),
        "export": (renewal.pk, "csv"),
        "amendment": (row.pk,),
        "agreement": (agreement.pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "amendments"}
    assert here == {row.name for row in ROWS} | PUBLIC


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

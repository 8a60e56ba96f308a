"""Every address of services × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.breaches import actions as breaches
from art28.web.services import actions, importing
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db

KEEPERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
REPORTERS = EVERYBODY - {Role.AUDITOR}
ROWS = (
    Row("get", "services:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "services:new", KEEPERS, OK, elsewhere=OK),
    Row("post", "services:new", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "services:detail", EVERYBODY, OK, "service"),
    Row("get", "services:edit", KEEPERS, OK, "service"),
    Row("post", "services:edit", KEEPERS, INVALID, "service"),
    Row("post", "services:link", KEEPERS, FOUND, "service"),
    Row("post", "services:unlink", KEEPERS, FOUND, "use"),
    Row("get", "services:upload", KEEPERS, OK, elsewhere=OK),
    Row("post", "services:upload", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "services:preview", KEEPERS, OK, "import"),
    Row("post", "services:apply", KEEPERS, FOUND, "import"),
    Row("get", "services:export", EVERYBODY, OK, "form", elsewhere=OK),
    Row("get", "services:choose", REPORTERS, OK, elsewhere=OK),
    Row("get", "services:grounds", EVERYBODY, OK, "breach"),
    Row("post", "services:leave_out", DECIDERS, FOUND, "breach"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner, actor = ours.members[Role.OWNER].user, ours.actor(Role.OWNER)
    found = worlds.agreement(ours.organisation)
    service = actions.add(ours.organisation, actions.About(name="Back-up"), actor=actor, now=NOW)
    table = importing.put_in(ours.organisation, "x.csv", b"service\nMail\n", by=owner, now=NOW)
    breach = breaches.record_breach(
        ours.organisation,
        [found.pk],
        title="x",
        facts=worlds.KNOWN,
        discovery=worlds.discovery(),
        by=owner,
        actor=actor,
        now=NOW,
    )
    return {
        "": (),
        "service": (service.pk,),
        "use": (service.pk, found.pk),
        "import": (table.pk,),
        "form": ("uses",),
        "breach": (breach.pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "services"}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

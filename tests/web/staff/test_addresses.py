"""Every address of staff × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.people import actions, importing, roles
from art28.web.people.models import Form, Matter
from web.addresses import FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

READERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT, Role.AUDITOR})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "people:list", READERS, OK, elsewhere=OK),
    Row("get", "people:export", READERS, OK, "csv", elsewhere=OK),
    Row("get", "people:access", READERS, OK, elsewhere=OK),
    Row("get", "people:export_access", READERS, OK, "csv", elsewhere=OK),
    Row("get", "people:movements", READERS, OK, elsewhere=OK),
    Row("get", "people:export_movements", READERS, OK, "csv", elsewhere=OK),
    Row("get", "people:trainings", READERS, OK, elsewhere=OK),
    Row("get", "people:export_trainings", READERS, OK, "csv", elsewhere=OK),
    Row("get", "people:teach", DECIDERS, OK, elsewhere=OK),
    Row("post", "people:teach", DECIDERS, INVALID, elsewhere=INVALID),
    Row("get", "people:roles", READERS, OK, elsewhere=OK),
    Row("get", "people:new_role", DECIDERS, OK, elsewhere=OK),
    Row("get", "people:role", DECIDERS, OK, "role"),
    Row("get", "people:upload", DECIDERS, OK, elsewhere=OK),
    Row("post", "people:upload", DECIDERS, INVALID, elsewhere=INVALID),
    Row("get", "people:table", DECIDERS, OK, elsewhere=OK),
    Row("get", "people:preview", DECIDERS, OK, "import"),
    Row("post", "people:apply", DECIDERS, FOUND, "import"),
    Row("get", "people:new", DECIDERS, OK, elsewhere=OK),
    Row("post", "people:new", DECIDERS, INVALID, elsewhere=INVALID),
    Row("get", "people:detail", READERS, OK, "member"),
    Row("get", "people:access_of", READERS, OK, "member"),
    Row("get", "people:grant", DECIDERS, OK, "member"),
    Row("get", "people:document", DECIDERS, OK, "signed"),
    Row("post", "people:act", DECIDERS, INVALID, "act"),
    Row("post", "people:act_on", DECIDERS, INVALID, "part"),
    Row("get", "people:agreement", READERS, OK, "agreement"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner, today = ours.members[Role.OWNER].user, timezone.localdate()
    by = By(owner, ours.actor(Role.OWNER), timezone.now())
    role = roles.add(ours.organisation, roles.Profile(name="Servicedesk"), by=by)
    row = actions.join(ours.organisation, actions.About(name="Saar Vliet", joined_on=today), by=by)
    signed = actions.Signed(
        matter=Matter.SECRECY, form=Form.STATEMENT, signed_on=today, file_name="x.pdf", data=b"%PDF-1.7"
    )
    kept = actions.bind(row, signed, by=by)
    table = importing.put_in(ours.organisation, "x.csv", b"name,first day\nKoen,2026-01-01\n", by=owner, now=by.now)
    return {
        "": (),
        "csv": ("csv",),
        "role": (role.pk,),
        "import": (table.pk,),
        "member": (row.pk,),
        "signed": (row.pk, kept.pk),
        "act": (row.pk, "see"),
        "part": (row.pk, "strike", kept.pk),
        "agreement": (worlds.agreement(ours.organisation).pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("people:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

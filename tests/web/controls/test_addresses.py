"""Every address of checks and of things × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.controls import actions, custody, importing, taking
from art28.web.controls.models import CheckAlarm, CheckPromise, Source
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

KEEPERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
HANDLERS = KEEPERS | {Role.ENGINEER}
DECIDERS = KEEPERS | {Role.MANAGEMENT}
ROWS = (
    Row("get", "controls:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "controls:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "controls:board", EVERYBODY, OK, elsewhere=OK),
    Row("get", "controls:new", KEEPERS, OK, elsewhere=OK),
    Row("post", "controls:new", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "controls:detail", EVERYBODY, OK, "check"),
    Row("get", "controls:edit", KEEPERS, OK, "check"),
    Row("post", "controls:edit", KEEPERS, INVALID, "check"),
    Row("post", "controls:end", KEEPERS, INVALID, "check"),
    Row("get", "controls:result", HANDLERS, OK, "check"),
    Row("post", "controls:result", HANDLERS, INVALID, "check"),
    Row("get", "controls:promise", KEEPERS, OK, "check"),
    Row("post", "controls:promise", KEEPERS, INVALID, "check"),
    Row("post", "controls:withdraw", KEEPERS, FOUND, "promise"),
    Row("get", "controls:file", EVERYBODY, OK, "result"),
    Row("get", "controls:upload", HANDLERS, OK, elsewhere=OK),
    Row("post", "controls:upload", HANDLERS, INVALID, elsewhere=INVALID),
    Row("get", "controls:blank", HANDLERS, OK, elsewhere=OK),
    Row("get", "controls:preview", HANDLERS, OK, "table"),
    Row("post", "controls:apply", HANDLERS, FOUND, "table"),
    Row("get", "controls:assets", HANDLERS, OK, elsewhere=OK),
    Row("get", "controls:asset_export", HANDLERS, OK, "csv", elsewhere=OK),
    Row("get", "controls:asset_new", HANDLERS, OK, elsewhere=OK),
    Row("post", "controls:asset_new", HANDLERS, INVALID, elsewhere=INVALID),
    Row("get", "controls:asset", HANDLERS, OK, "asset"),
    Row("get", "controls:asset_edit", HANDLERS, OK, "asset"),
    Row("post", "controls:asset_edit", HANDLERS, INVALID, "asset"),
    Row("post", "controls:hand", HANDLERS, INVALID, "asset"),
    Row("post", "controls:safeguard", HANDLERS, INVALID, "asset"),
    Row("post", "controls:accept", DECIDERS, INVALID, "alarm"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    of, owner, actor, now = ours.organisation, ours.members[Role.OWNER].user, ours.actor(), timezone.now()
    about = actions.About(code="backup", name="Back-up", shows="Of hij lukte", rhythm="daily", owner=owner)
    check = actions.add(of, about, actor=actor, now=now)
    promised = CheckPromise.objects.create(
        organisation=of, check_row=check, agreement=worlds.agreement(of), clause="2", passage="x", at=now, by=owner
    )
    file = SimpleUploadedFile("rapport.txt", b"x")
    given = taking.Given(
        check=check.pk, at=now, said=False, file=taking.File(str(file.name), "text/plain", file.read())
    )
    origin = taking.Origin(source=Source.HAND, by=owner)
    (result,) = taking.take(of, (given,), origin=origin, actor=actor, now=now)
    table = importing.put_in(of, "x.csv", b"controle;gecontroleerd op\nbackup;2026-11-01\n", by=owner, now=now)
    asset = custody.add(of, custody.About(code="L-1", name="Laptop", kind="computer"), actor=actor, now=now)
    return {
        "": (),
        "table": (table.pk,),
        "asset": (asset.pk,),
        "csv": ("csv",),
        "check": (check.pk,),
        "promise": (check.pk, promised.pk),
        "result": (result.pk,),
        "alarm": (CheckAlarm.objects.get().pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("controls:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

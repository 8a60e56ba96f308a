"""Every address of contracts with sub-processors × role × tenant; an address without a row fails."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.flowdown import actions
from art28.web.flowdown.actions import Asked, Reply
from art28.web.flowdown.models import Answered
from art28.web.subprocessors import actions as register
from web.addresses import EVERYBODY, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db

KEEPERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
ROWS = (
    Row("get", "flowdown:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "flowdown:export", EVERYBODY, OK, "form", elsewhere=OK),
    Row("get", "flowdown:inspections", EVERYBODY, OK, elsewhere=OK),
    Row("get", "flowdown:detail", EVERYBODY, OK, "row"),
    Row("post", "flowdown:act", KEEPERS, INVALID, "judge"),
    Row("get", "flowdown:ask", HANDLERS, OK, "row"),
    Row("post", "flowdown:ask", HANDLERS, INVALID, "row"),
    Row("get", "flowdown:inspection", EVERYBODY, OK, "inspection"),
    Row("get", "flowdown:copy", EVERYBODY, OK, "answered"),
    Row("post", "flowdown:inspection_act", HANDLERS, INVALID, "answer"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now())
    row = register.add(ours.organisation, register.About(name="Hostwerk"), actor=by.actor, now=NOW)
    today = timezone.localdate()
    what = Asked(asked_by="J. Berg", asked_on=today, question="", due_on=today + timedelta(days=14))
    customer = worlds.agreement(ours.organisation)
    found, done = (actions.ask(row, customer, what, by=by) for _ in range(2))
    reply = Reply(answer=Answered.COPY, answered_on=today, given_to="J. Berg", blacked_out="niets", reason="")
    actions.answer(done, reply, SimpleUploadedFile("contract.pdf", b"%PDF"), by=by)
    return {
        "": (),
        "form": ("csv",),
        "row": (row.pk,),
        "judge": (row.pk, "judge"),
        "inspection": (found.pk,),
        "answered": (done.pk,),
        "answer": (found.pk, "answer"),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "flowdown"}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

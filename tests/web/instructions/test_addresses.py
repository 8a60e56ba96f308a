"""Instructions, declarations and assistance: every address × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.casework import To
from art28.web.instructions import actions
from art28.web.instructions.models import Form, Kind, Matter
from web.addresses import EVERYBODY, FOUND, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "instructions:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "instructions:declarations", EVERYBODY, OK, elsewhere=OK),
    Row("get", "instructions:tasks", EVERYBODY, OK, elsewhere=OK),
    Row("get", "instructions:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "instructions:new", HANDLERS, OK, elsewhere=OK),
    Row("get", "instructions:ask", HANDLERS, OK, elsewhere=OK),
    Row("get", "instructions:open", HANDLERS, OK, elsewhere=OK),
    Row("get", "instructions:detail", EVERYBODY, OK, "instruction"),
    Row("get", "instructions:declaration", EVERYBODY, OK, "declaration"),
    Row("get", "instructions:help", EVERYBODY, OK, "task"),
    Row("post", "instructions:act", HANDLERS, FOUND, "accept", data={"lawful_by": ""}),
    Row("post", "instructions:act", DECIDERS, FOUND, "forbidden", data={"reason": "x"}),
    Row(
        "post",
        "instructions:declaration_act",
        HANDLERS,
        FOUND,
        "file",
        data={"text": "x", "given_by": "x", "at": "2026-11-20T10:00"},
    ),
    Row("post", "instructions:task_act", HANDLERS, FOUND, "material", data={"name": "x"}),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement = worlds.agreement(ours.organisation)
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now())
    given = actions.Given(kind=Kind.EXPORT, form=Form.EMAIL, given_by="x", given_at=timezone.now(), text="x")
    row = actions.record_instruction(agreement, given, by=by)
    to = To(recipient="fg@zorg.example")
    declared = actions.ask_declaration(agreement, kind="lawfulness", activity="x", to=to, by=by)
    task = actions.open_task(
        agreement, matter=Matter.GENERAL, question="x", asked_by="x", asked_at=timezone.now(), by=by
    )
    return {
        "": (),
        "csv": ("csv",),
        "instruction": (row.pk,),
        "declaration": (declared.pk,),
        "task": (task.pk,),
        "accept": (row.pk, "accept"),
        "forbidden": (row.pk, "forbidden"),
        "file": (declared.pk, "file"),
        "material": (task.pk, "material"),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("instructions:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row} {row.subject}")
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

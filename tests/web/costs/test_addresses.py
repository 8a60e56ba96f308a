"""Every address of costs × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.costs import actions, queries
from art28.web.costs.models import Incurred
from art28.web.instructions import actions as instructing
from art28.web.instructions.models import Form, Kind
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})

ROWS = (
    Row("get", "costs:breach", EVERYBODY, OK, "breach"),
    Row("post", "costs:breach", HANDLERS, INVALID, "breach"),
    Row("get", "costs:export", EVERYBODY, OK, "csv"),
    Row("post", "costs:strike", HANDLERS, FOUND, "line", data={"reason": "x"}),
    Row("post", "costs:charge", DECIDERS, FOUND, "agreement"),
    Row("get", "costs:statement", EVERYBODY, OK, "statement"),
    Row("post", "costs:strike", HANDLERS, FOUND, "case line", data={"reason": "x"}),
    Row("post", "costs:charge", DECIDERS, FOUND, "case agreement"),
    Row("get", "costs:statement", EVERYBODY, OK, "case statement"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    made = worlds.agreement(ours.organisation, {"breach.costs": "controller", "assistance.costs": "controller"})
    found = worlds.breach(replace(worlds.world(), organisation=ours.organisation, owner=owner, agreement=made))
    said = actions.Kept(
        incurred_by=Incurred.PROCESSOR,
        work="limit",
        text="x",
        on=timezone.localdate(),
        minutes=60,
        hourly_cents=1,
        expense_cents=0,
    )
    now, actor = timezone.now(), ours.actor(Role.OWNER)
    asked = instructing.Given(kind=Kind.EXPORT, form=Form.EMAIL, given_by="x", given_at=now, text="x")
    row = instructing.record_instruction(made, asked, by=By(owner, actor, now))

    def costs(case: queries.Case) -> tuple[UUID, UUID]:
        actions.keep(case, made, said, by=owner, actor=actor, now=now)
        account = queries.account(ours.organisation, case.kind, case.id, made.pk)
        assert account is not None
        charged = actions.charge(case, account, by=owner, actor=actor, now=now)
        return charged.pk, actions.keep(case, made, said, by=owner, actor=actor, now=now).pk

    statement, line = costs(queries.of_breach(found))
    of_case, line_of_case = costs(queries.Case("instruction", row.pk, row.reference, "assistance.costs"))
    return {
        "breach": (found.pk,),
        "csv": (found.pk, "csv"),
        "line": (found.pk, line),
        "agreement": (found.pk, made.pk),
        "statement": (found.pk, statement),
        "case line": ("instruction", row.pk, line_of_case),
        "case agreement": ("instruction", row.pk, made.pk),
        "case statement": ("instruction", row.pk, of_case),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("costs:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

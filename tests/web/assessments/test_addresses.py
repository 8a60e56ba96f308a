"""Every address of assessments × role × tenant; an address without a row fails."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.assessing.form import form
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction
from art28.web.assessments import actions, queries, telling
from art28.web.assessments.models import About
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.assessments.world import CONSULT, breach
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})

ROWS = (
    Row("get", "assessments:case", EVERYBODY, OK, "breach"),
    Row("get", "assessments:awareness", DECIDERS, OK, "breach"),
    Row("post", "assessments:awareness", DECIDERS, INVALID, "breach"),
    Row("get", "assessments:decide", DECIDERS, OK, "breach"),
    Row("post", "assessments:decide", DECIDERS, INVALID, "breach", data={"decide": "1"}),
    Row("get", "assessments:consult", HANDLERS, OK, "side"),
    Row("post", "assessments:consult", HANDLERS, INVALID, "side"),
    Row("get", "assessments:form", EVERYBODY, OK, "form"),
    Row("post", "assessments:form", HANDLERS, FOUND, "form"),
    Row("get", "assessments:form_json", EVERYBODY, OK, "form"),
    Row("get", "assessments:form_document", EVERYBODY, OK, "form_document"),
    Row("get", "assessments:letter_document", EVERYBODY, OK, "letter_document"),
    Row("get", "assessments:notified", DECIDERS, OK, "breach"),
    Row("post", "assessments:notified", DECIDERS, INVALID, "breach"),
    Row("get", "assessments:proof", EVERYBODY, OK, "proof"),
    Row("get", "assessments:letter", EVERYBODY, OK, "breach"),
    Row("post", "assessments:letter", DECIDERS, INVALID, "breach"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    made = worlds.agreement(ours.organisation, CONSULT, direction=Direction.CONTROLLER)
    given = replace(worlds.world(), organisation=ours.organisation, owner=owner, agreement=made)
    found, now, actor = breach(given), timezone.now(), ours.actor(Role.OWNER)
    about = queries.case(found)
    actions.consult(
        about,
        about.wanted[0],
        about=About.BOTH,
        held_at=now,
        spoken_to="x",
        outcome="agreed",
        note="x",
        by=owner,
        actor=actor,
        now=now,
    )
    kept = telling.Given(notified_at=now - timedelta(hours=1), reference="1", complete=True, proof_name="x", proof=b"x")
    row = telling.notified(queries.case(found), kept, form=form("ap"), sections=(), by=owner, actor=actor, now=now)
    return {
        "breach": (found.pk,),
        "side": (found.pk, made.pk),
        "form": (found.pk, "ap"),
        "form_document": (found.pk, "ap", "nl", "pdf"),
        "letter_document": (found.pk, "en", "docx"),
        "proof": (found.pk, row.pk),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("assessments:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

"""Every address of what came back × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.replies import actions
from art28.web.replies.models import Reply
from art28.web.replies.recognising import recognise
from web.addresses import EVERYBODY, OK, Row, names
from web.breaches import world as worlds
from web.breaches.test_actions import sent
from web.people import Tenant
from web.replies import mails

pytestmark = pytest.mark.django_db

ROWS = (Row("get", "replies:list", EVERYBODY, OK, elsewhere=OK), Row("get", "replies:mail", EVERYBODY, OK, "reply"))


def kept(ours: Tenant, number: int = 1) -> Reply:
    owner = ours.members[Role.OWNER].user
    under = worlds.agreement(ours.organisation, name=f"Stichting {number}")
    given = replace(worlds.world(), organisation=ours.organisation, owner=owner, agreement=under)
    message = sent(given, worlds.breach(given))
    return came(ours, message.message_id, number, message)


def came(ours: Tenant, about: str, number: int, message: Any = None) -> Reply:
    raw = mails.out_of_office(about).replace(b"<afwezig@", f"<afwezig{number}@".encode())
    return actions.keep(ours.organisation, recognise(raw), raw, message=message, received_at=worlds.NOW, now=worlds.NOW)


@pytest.fixture
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    return {"": (), "reply": (kept(ours).pk,)}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("replies:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)


def test_another_tenant_sees_none_of_it_and_a_kind_shows_only_that(ours: Tenant, theirs: Tenant) -> None:
    reply = kept(ours)
    assert "Afwezig" not in theirs.client(Role.OWNER).get("/notices/replies/").content.decode()
    client: Client = ours.client(Role.AUDITOR)
    assert str(reply.pk) in client.get("/notices/replies/?kind=automatic").content.decode()
    assert str(reply.pk) not in client.get("/notices/replies/?kind=failure").content.decode()


def test_the_mail_is_saved_as_it_came_and_never_shown(ours: Tenant) -> None:
    reply = kept(ours)
    answer = ours.client(Role.OWNER).get(f"/notices/replies/{reply.pk}/message.eml")
    assert answer.content == bytes(reply.data)
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_the_list_costs_as_many_queries_for_many_as_for_one(ours: Tenant) -> None:
    reply = kept(ours)
    client = ours.client(Role.OWNER)
    client.get("/notices/replies/")
    counted = set()
    for number in (1, 30):
        for each in range(number):
            came(ours, "<x@x.example>", 100 * number + each, reply.message)
        with CaptureQueriesContext(connection) as captured:
            client.get("/notices/replies/")
        counted.add(len(captured))
    assert len(counted) == 1

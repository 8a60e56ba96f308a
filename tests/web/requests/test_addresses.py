"""Requests of data subjects: every address × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from art28.obligations.rights import SubjectRight
from art28.web.accounts.rights import Role
from art28.web.requests import actions
from art28.web.requests.models import Concerned, Source
from art28.web.requests.models import Role as OwnRole
from web.addresses import EVERYBODY, FOUND, INVALID, MISSING, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "requests:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "requests:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "requests:new", HANDLERS, OK, elsewhere=OK),
    Row("post", "requests:new", HANDLERS, INVALID, elsewhere=INVALID),
    Row("get", "requests:detail", EVERYBODY, OK, "request"),
    Row("get", "requests:package", HANDLERS, OK, "request"),
    Row("get", "requests:letter", HANDLERS, OK, "letter"),
    Row("post", "requests:act", HANDLERS, FOUND, "plan", data={"recipients": "x"}),
    Row("post", "requests:act", DECIDERS, FOUND, "withdraw", data={"reason": "x"}),
    Row("post", "requests:act_under", HANDLERS, FOUND, "leave_out", data={"reason": "x"}),
)
# Whoever has the address may read it: tested below.
PUBLIC = frozenset({"requests:person"})


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement = worlds.agreement(ours.organisation)
    owner = ours.members[Role.OWNER].user
    asking = actions.Asking(
        role=OwnRole.CONTROLLER,
        rights=(SubjectRight.ACCESS,),
        name="Wietske Elzinga",
        reach="",
        asked="",
        received_at=timezone.now(),
    )
    origin = actions.Origin(source=Source.FORM, by=owner)
    row = actions.take_in(
        ours.organisation, asking, (agreement,), origin=origin, actor=ours.actor(Role.OWNER), now=timezone.now()
    )
    return {
        "": (),
        "csv": ("csv",),
        "request": (row.pk,),
        "letter": (row.pk, "person_answer"),
        "plan": (row.pk, "plan"),
        "withdraw": (row.pk, "withdraw"),
        "leave_out": (row.pk, agreement.pk, "leave-out"),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("requests:")}
    assert here == {row.name for row in ROWS} | PUBLIC


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row} {row.subject}")
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)


def test_an_auditor_sees_how_a_request_stands_and_not_of_whom(
    ours: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    address = reverse("requests:detail", args=subjects["request"])
    assert "Elzinga" not in ours.client(Role.AUDITOR).get(address).content.decode()
    assert "Elzinga" in ours.client(Role.ENGINEER).get(address).content.decode()


def test_a_shielded_page_is_there_for_its_token_alone_and_only_once_it_was_passed_on(
    subjects: dict[str, tuple[Any, ...]],
) -> None:
    token = Concerned.objects.get(request=subjects["request"][0]).token
    for each in (token, "x" * 43):
        assert Client().get(reverse("requests:person", args=(each,))).status_code == MISSING

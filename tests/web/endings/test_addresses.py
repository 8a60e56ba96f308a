"""Endings and retention: every address × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from art28.obligations.retaining import Basis, Rule
from art28.web.accounts.rights import Role
from art28.web.endings import actions, keeping, planning
from art28.web.endings.models import Choice, ChosenHow, Ending, Kind
from web.addresses import EVERYBODY, FOUND, MISSING, OK, Row, names
from web.breaches import world as worlds
from web.breaches.world import actor, world
from web.endings.world import NOW, SAID, noticed
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
WHY = {"reason": "x"}
ROWS = (
    Row("get", "endings:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "endings:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "endings:new", HANDLERS, OK, elsewhere=OK),
    Row("get", "endings:detail", EVERYBODY, OK, "ending"),
    Row("post", "endings:handle", HANDLERS, FOUND, "cost", data={"kind": "storage", "what": "x", "amount": "1"}),
    Row("post", "endings:decide", DECIDERS, FOUND, "release", data=WHY),
    Row("get", "endings:certificate", EVERYBODY, MISSING, "certificate"),
    Row("get", "endings:checksums", EVERYBODY, OK, "ending"),
    Row("get", "endings:retention", EVERYBODY, OK, elsewhere=OK),
    Row("get", "endings:retention_export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "endings:retention_new", HANDLERS, MISSING),
    Row("post", "endings:take_over", HANDLERS, FOUND, "agreement"),
    Row("post", "endings:hold", DECIDERS, FOUND, "agreement", data=WHY),
    Row("post", "endings:lift", DECIDERS, FOUND, "hold", data=WHY),
    Row("post", "endings:run", HANDLERS, FOUND, elsewhere=FOUND),
    Row("get", "endings:keep", DECIDERS, OK, "item"),
    Row("get", "endings:order", HANDLERS, OK, "item"),
)
# What whoever holds the link sees, signed in or not.
PUBLIC = ("endings:choose", "endings:attest", "endings:their_certificate")


@pytest.fixture
def ending(ours: Tenant) -> Ending:
    owner = ours.members[Role.OWNER].user
    made = worlds.agreement(ours.organisation, SAID)
    row = noticed(replace(world(), organisation=ours.organisation, owner=owner, agreement=made))
    by: dict[str, Any] = {"actor": actor(owner), "now": NOW}
    actions.choose(row, Choice.RETURN, how=ChosenHow.BY_HAND, who="J. Okkerse", at=NOW, **by)
    sums = f"{'a' * 64}  contacten.csv"
    actions.hand_over(row, form="CSV", how="sftp", checksums=sums, at=NOW, **by)
    return row


@pytest.fixture
def subjects(ours: Tenant, ending: Ending) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    by: dict[str, Any] = {"actor": actor(owner), "now": NOW}
    term: dict[str, Any] = {"name": "Contactgegevens", "service": "", "said": "", "provision": "", "since": None}
    item = planning.set_retention(ending.agreement, rule=Rule(Basis.END, "P1M"), on_order=True, **term, **by)
    hold = keeping.set_hold(ending.agreement, reason="beslag", by=owner, **by)
    return {
        "": (),
        "csv": ("csv",),
        "ending": (ending.pk,),
        "cost": (ending.pk, "cost"),
        "release": (ending.pk, "release"),
        "certificate": (ending.pk, "nl"),
        "agreement": (ending.agreement_id,),
        "hold": (hold.pk,),
        "item": (item.pk,),
    }


def test_every_address_has_a_row() -> None:
    ours = {name for name in names(get_resolver().url_patterns) if name.startswith("endings:")}
    assert ours == {row.name for row in ROWS} | set(PUBLIC)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)


def test_the_link_of_the_controller_opens_for_whoever_holds_it_and_lets_nobody_of_the_processor_answer(
    ours: Tenant, theirs: Tenant, ending: Ending
) -> None:
    place = reverse("endings:choose", args=(ending.token,))
    assert Client().get(place).status_code == OK
    assert Client().get(reverse("endings:choose", args=("verzonnen",))).status_code == MISSING
    assert ours.client(Role.OWNER).post(place, {"choice": "delete", "name": "x"}).status_code == 403
    assert theirs.client(Role.OWNER).post(place, {"choice": "delete", "name": "x"}).status_code == 422


def test_only_what_was_sent_to_a_sub_processor_lets_it_attest(ours: Tenant, ending: Ending) -> None:
    item = planning.add_place(
        ending, Kind.SUB_PROCESSOR, "Wolkenveld Ltd", service="", contact=("", ""), days=None,
        actor=ours.actor(), now=NOW,
    )  # fmt: skip
    place = reverse("endings:attest", args=(item.token,))
    given = {"on": "2026-11-02", "method": "gewist", "name": "P. Vos, privacy officer"}
    assert Client().get(place).status_code == OK
    assert ours.client(Role.OWNER).post(place, given).status_code == 403
    assert Client().post(place, given).status_code == FOUND
    item.refresh_from_db()
    assert (item.attested_by, item.method) == ("P. Vos, privacy officer", "gewist")
    assert Client().get(reverse("endings:attest", args=("verzonnen",))).status_code == MISSING

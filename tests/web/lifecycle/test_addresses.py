"""Every address of lives × role × tenant; an address without a row fails."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import get_resolver, reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.lifecycle import actions
from art28.web.lifecycle.models import Review
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

CONFIRMERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
CONFLICT = 409

ROWS = (
    Row("get", "lifecycle:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "lifecycle:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "lifecycle:agreement", EVERYBODY, OK, "agreement"),
    Row("post", "lifecycle:stage", DECIDERS, CONFLICT, "agreement", data={"stage": "active"}),
    Row("post", "lifecycle:waive", DECIDERS, FOUND, "item", data={"reason": "x"}),
    Row("post", "lifecycle:main", CONFIRMERS, INVALID, "agreement"),
    Row("post", "lifecycle:signature", CONFIRMERS, INVALID, "agreement"),
    Row("post", "lifecycle:paper", CONFIRMERS, INVALID, "agreement"),
    Row("get", "lifecycle:copy", EVERYBODY, OK, "paper"),
    Row("post", "lifecycle:note", HANDLERS, INVALID, "agreement"),
    Row("post", "lifecycle:terms", CONFIRMERS, FOUND, "agreement"),
    Row("get", "lifecycle:timeline", EVERYBODY, OK, "agreement"),
    Row("get", "lifecycle:day", EVERYBODY, OK, "agreement", data={"day": "2026-11-20"}),
    Row("get", "lifecycle:aside", DECIDERS, OK, "agreement"),
    Row("post", "lifecycle:aside", DECIDERS, INVALID, "agreement"),
    Row("post", "lifecycle:aside_back", DECIDERS, FOUND, "agreement"),
    Row("get", "lifecycle:changes", EVERYBODY, OK, elsewhere=OK),
    Row("post", "lifecycle:changes", DECIDERS, INVALID, elsewhere=INVALID),
    Row("get", "lifecycle:law", EVERYBODY, OK, elsewhere=OK),
    Row("post", "lifecycle:law", DECIDERS, FOUND, elsewhere=FOUND, data={"on": "2026-01-28", "about": "x"}),
    Row("get", "lifecycle:change", EVERYBODY, OK, "change"),
    Row("post", "lifecycle:review", DECIDERS, FOUND, "review", data={"outcome": "unchanged", "what": "x"}),
)


@pytest.fixture
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    made = worlds.agreement(ours.organisation)
    who: dict[str, Any] = {"by": ours.members[Role.OWNER].user, "actor": ours.actor(Role.OWNER), "now": timezone.now()}
    about = {"kind": "terms", "name": "Voorwaarden", "dated": date(2020, 1, 1), "source": "", "file_name": "v.pdf"}
    paper = actions.add_paper(made, about, b"x", **who)
    said = {"about": "data", "what": "x", "source": "", "from_on": date(2026, 1, 1),
            "due_on": timezone.localdate() + timedelta(days=9)}  # fmt: skip
    change = actions.log_change(ours.organisation, said, None, owner=None, **who)
    return {
        "": (),
        "csv": ("csv",),
        "agreement": (made.pk,),
        "item": (made.pk, "controller"),
        "paper": (made.pk, paper.pk),
        "change": (change.pk,),
        "review": (Review.objects.get().pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("lifecycle:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)


def test_a_change_for_an_agreement_of_another_is_not_found(ours: Tenant, theirs: Tenant) -> None:
    elsewhere = worlds.agreement(theirs.organisation)
    answer = ours.client(Role.OWNER).get(reverse("lifecycle:changes"), {"agreement": str(elsewhere.pk)})
    assert answer.status_code == 404

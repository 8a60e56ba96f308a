"""Claims: every address × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.claims import actions, disputing, terminating
from art28.web.claims.cases import Ground
from art28.web.claims.models import Kind, Side
from web.addresses import EVERYBODY, FOUND, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
CONFIRMERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
ITEM = {"head": "remedy", "text": "x", "cents": "10", "proof": "x"}
STEP = {"state": "talks", "on": "2026-11-20", "what": "x"}
ROWS = (
    Row("get", "claims:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "claims:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "claims:export", EVERYBODY, OK, "xlsx", elsewhere=OK),
    Row("get", "claims:new", HANDLERS, OK, elsewhere=OK),
    Row("get", "claims:detail", EVERYBODY, OK, "claim"),
    Row("get", "claims:liability", EVERYBODY, OK, "agreement"),
    Row("post", "claims:act", HANDLERS, FOUND, "item", data=ITEM),
    Row("post", "claims:act", DECIDERS, FOUND, "withdraw", data={"reason": "x"}),
    Row("post", "claims:liability_act", CONFIRMERS, FOUND, "clause", data={"point": "talks", "says": "no"}),
    Row("post", "claims:liability_act", DECIDERS, FOUND, "invalid", data={"provision": "1", "reason": "x"}),
    Row("post", "claims:liability_act", HANDLERS, FOUND, "asked"),
    Row("get", "claims:insurance", EVERYBODY, OK, elsewhere=OK),
    Row("get", "claims:disputes", EVERYBODY, OK, elsewhere=OK),
    Row("get", "claims:terminations", EVERYBODY, OK, elsewhere=OK),
    Row("get", "claims:export_cases", EVERYBODY, OK, "cases", elsewhere=OK),
    Row("get", "claims:dispute", EVERYBODY, OK, "dispute"),
    Row("post", "claims:dispute_act", DECIDERS, FOUND, "step", data=STEP),
    Row("get", "claims:termination", EVERYBODY, OK, "termination"),
    Row("post", "claims:termination_act", DECIDERS, FOUND, "stay", data={"outcome": "x"}),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement, now = worlds.agreement(ours.organisation), timezone.now()
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), now)
    said = actions.Claimed(kind=Kind.DAMAGE, claimant=Side.CONTROLLER, event="x", what="x", arose_at=now)
    row = actions.claim(agreement, said, by=by)
    dispute = disputing.notice(agreement, what="x", claim=row, by=by)
    end = terminating.begin(
        agreement,
        ground=Ground.BANKRUPTCY,
        party=Side.CONTROLLER,
        reason="x",
        noticed_on=now.date(),
        until=None,
        to=None,
        by=by,
    )
    return {
        "asked": (agreement.pk, "asked"), "cases": ("disputes", "csv"), "dispute": (dispute.pk,),
        "step": (dispute.pk, "step"), "termination": (end.pk,), "stay": (end.pk, "stay"),
        "": (), "csv": ("csv",), "xlsx": ("xlsx",), "claim": (row.pk,), "agreement": (agreement.pk,),
        "item": (row.pk, "item"), "withdraw": (row.pk, "withdraw"),
        "clause": (agreement.pk, "clause"), "invalid": (agreement.pk, "invalid"),
    }  # fmt: skip


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("claims:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row} {row.subject}")
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

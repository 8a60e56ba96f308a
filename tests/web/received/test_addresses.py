"""Every address of reports received × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.intake import actions as intake
from art28.web.intake.facts import SignalFacts
from art28.web.intake.models import SignalFile, Source, Where
from art28.web.received import actions
from art28.web.received.models import Proposal
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.breaches.world import breach, world
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db

REPORTERS = EVERYBODY - {Role.AUDITOR}
HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})

ROWS = (
    Row("get", "received:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "received:new", REPORTERS, OK, elsewhere=OK),
    Row("post", "received:new", REPORTERS, INVALID, elsewhere=INVALID),
    Row("get", "received:detail", EVERYBODY, OK, "report"),
    Row("get", "received:file", EVERYBODY, OK, "report"),
    Row("post", "received:join", HANDLERS, INVALID, "report"),
    Row("post", "received:record", REPORTERS, INVALID, "report"),
    Row("post", "received:decide", HANDLERS, FOUND, "proposal"),
    Row("get", "received:from_signal", REPORTERS, INVALID, "file"),
    Row("post", "received:from_signal", REPORTERS, INVALID, "file"),
    Row("get", "received:chain", EVERYBODY, OK, "breach"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    given = replace(world(), organisation=ours.organisation, owner=owner, agreement=worlds.agreement(ours.organisation))
    arrival = actions.Arrival(
        supplier="Wolkendek", received_at=NOW, noticed_at=None, sent_at=None, reference="", said="", file_name="a.pdf",
        content=b"x", read=None, data=None,
    )  # fmt: skip
    report = actions.keep(ours.organisation, arrival, by=owner, actor=ours.actor(Role.OWNER), now=NOW)
    proposal = Proposal.objects.create(
        organisation=ours.organisation, report=report, number=1, field="cause", question="?", value="a", quote="a"
    )
    origin = intake.Origin(source=Source.EMAIL, files=(intake.File("lijst.json", "application/json", b"[]"),))
    facts = SignalFacts(what="Mail", where=Where.UNKNOWN.value)
    signal = intake.report(ours.organisation, facts, origin=origin, actor=ours.actor(Role.OWNER), now=NOW)
    file = SignalFile.objects.get(signal=signal)
    return {
        "": (),
        "report": (report.pk,),
        "proposal": (report.pk, proposal.pk),
        "breach": (breach(given).pk,),
        "file": (signal.pk, file.pk),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("received:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

"""Every address of signals × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.breaches import actions as breaches
from art28.web.intake import actions
from art28.web.intake.facts import SignalFacts
from art28.web.intake.models import Signal, SignalFile, Source
from web.addresses import EVERYBODY, FOUND, INVALID, MISSING, OK, Row, names
from web.breaches import world as worlds
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
REPORTERS = EVERYBODY - {Role.AUDITOR}
ROWS = (
    Row("get", "intake:queue", EVERYBODY, OK, elsewhere=OK),
    Row("get", "intake:report", EVERYBODY, OK, elsewhere=OK),
    Row("post", "intake:report", EVERYBODY, INVALID, elsewhere=INVALID),
    Row("get", "intake:breach", REPORTERS, MISSING),
    Row("get", "intake:moments", EVERYBODY, OK, "breach"),
    Row("get", "intake:signal", EVERYBODY, OK, "signal"),
    Row("get", "intake:facts", HANDLERS, OK, "signal"),
    Row("get", "intake:file", EVERYBODY, OK, "file"),
    Row("post", "intake:look", HANDLERS, INVALID, "signal"),
    Row("post", "intake:no_breach", DECIDERS, INVALID, "signal"),
    Row("post", "intake:no_breach", DECIDERS, FOUND, "signal", data={"reason": "x"}),
    Row("post", "intake:reopen", DECIDERS, FOUND, "signal"),
    Row("post", "intake:join", REPORTERS, INVALID, "signal"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    signal: Signal = actions.report(
        ours.organisation,
        SignalFacts(what="Iets is weg", where="own"),
        origin=actions.Origin(source=Source.API, reporter="x", files=(actions.File("a.txt", "text/plain", b"a"),)),
        actor=ours.actor(Role.OWNER),
        now=NOW,
    )
    breach = breaches.record_breach(
        ours.organisation,
        [worlds.agreement(ours.organisation).pk],
        title="x",
        facts=worlds.KNOWN,
        discovery=worlds.discovery(),
        by=ours.members[Role.OWNER].user,
        actor=ours.actor(Role.OWNER),
        now=NOW,
    )
    return {"": (), "breach": (breach.pk,), "signal": (signal.pk,), "file": (signal.pk, SignalFile.objects.get().pk)}


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "intake"}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

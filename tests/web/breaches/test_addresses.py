"""Every address of clocks, breaches and notices × role × tenant; an address without a row fails."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.breaches import actions, queries
from art28.web.clocks.models import Loosening, Obligation
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.breaches.test_actions import sent
from web.breaches.world import breach, world
from web.people import Tenant

pytestmark = pytest.mark.django_db

REPORTERS = EVERYBODY - {Role.AUDITOR}
HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})


ROWS = (
    Row("get", "today", EVERYBODY, OK, elsewhere=OK),
    Row("get", "clock", EVERYBODY, OK, "clock"),
    Row("post", "clock_done", HANDLERS, FOUND, "clock", data={"reason": "x"}),
    Row("post", "clock_cancel", DECIDERS, FOUND, "clock", data={"reason": "x"}),
    Row("post", "clock_lateness", DECIDERS, FOUND, "clock", data={"reasons": "x"}),
    Row("post", "clock_owner", HANDLERS, FOUND, "clock"),
    Row("post", "clock_pause", DECIDERS, FOUND, "clock"),
    Row("post", "clock_resume", DECIDERS, FOUND, "clock"),
    Row("post", "clock_extend", DECIDERS, FOUND, "clock"),
    Row("post", "clock_postpone", DECIDERS, FOUND, "clock"),
    Row("get", "clock_corrections", EVERYBODY, OK, elsewhere=OK),
    Row("post", "clock_correction", DECIDERS, FOUND, "question", data={"reason": "x"}),
    Row("post", "clock_tick", HANDLERS, FOUND, "clock", data={"item": "step:tell_contact"}),
    Row("get", "breaches:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "breaches:new", REPORTERS, OK, elsewhere=OK),
    Row("get", "breaches:room", EVERYBODY, OK, "breach"),
    Row("get", "breaches:facts", HANDLERS, OK, "breach"),
    Row("post", "breaches:facts", HANDLERS, INVALID, "breach"),
    Row("get", "breaches:moment", REPORTERS, OK, "moment"),
    Row("post", "breaches:moment", REPORTERS, INVALID, "moment"),
    Row("get", "breaches:told", EVERYBODY, OK, "breach"),
    Row("get", "breaches:close", DECIDERS, OK, "breach"),
    Row("post", "breaches:close", DECIDERS, INVALID, "breach"),
    Row("get", "breaches:report", EVERYBODY, OK, "side"),
    Row("post", "breaches:report", HANDLERS, FOUND, "side", data={"version": "2"}),
    Row("get", "breaches:draft", EVERYBODY, OK, "draft"),
    Row("post", "breaches:send", DECIDERS, INVALID, "side"),
    Row("post", "breaches:call", HANDLERS, FOUND, "side"),
    Row("get", "breaches:exclude", DECIDERS, OK, "untold"),
    Row("post", "breaches:exclude", DECIDERS, INVALID, "untold"),
    Row("post", "breaches:include", DECIDERS, FOUND, "excluded"),
    Row("get", "notices:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "notices:detail", EVERYBODY, OK, "message"),
    Row("get", "notices:document", EVERYBODY, OK, "document"),
    Row("post", "notices:came_back", HANDLERS, FOUND, "message"),
    Row("post", "notices:try_again", HANDLERS, FOUND, "message"),
)
# The link itself is the right; tested in test_pages of notices.
PUBLIC = frozenset({"notices:read", "notices:read_document"})


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    given = replace(world(), organisation=ours.organisation, owner=owner, agreement=worlds.agreement(ours.organisation))
    recorded = breach(given)
    message = sent(given, recorded)
    others = [worlds.agreement(ours.organisation, name=name) for name in ("Nog niet gemeld", "Niet geraakt")]
    second = actions.record_breach(
        ours.organisation,
        [other.pk for other in others],
        title="Tweede",
        facts=worlds.KNOWN,
        discovery=worlds.discovery(),
        by=owner,
        actor=ours.actor(Role.OWNER),
        now=worlds.NOW,
    )
    left_out = queries.touched(ours.organisation, second.pk, others[1].pk)
    assert left_out is not None
    actions.exclude(left_out, reason="x", by=owner, actor=ours.actor(Role.OWNER), now=worlds.NOW)
    question = Loosening.objects.create(
        organisation=ours.organisation,
        obligation=Obligation.objects.get(subject_id=second.pk, agreement=others[0], action="notify_breach"),
        duty=None,
        ground={"facts_version": "", "ends_at": None, "last_day": None},
        asked_at=worlds.NOW,
    )
    return {
        "": (),
        "question": (question.pk,),
        "breach": (recorded.pk,),
        "moment": (recorded.pk, "awareness"),
        "side": (recorded.pk, given.agreement.pk),
        "untold": (second.pk, others[0].pk),
        "excluded": (second.pk, others[1].pk),
        "clock": (Obligation.objects.get(subject_id=recorded.pk, action="notify_breach").pk,),
        "message": (message.pk,),
        "document": (message.pk, "pdf"),
        "draft": (recorded.pk, given.agreement.pk, "docx"),
    }


def test_every_address_has_a_row() -> None:
    told = {row.name for row in ROWS} | PUBLIC
    here = {
        name
        for name in names(get_resolver().url_patterns)
        if name.split(":")[0] in ("breaches", "notices") or name == "today" or name.startswith("clock")
    }
    assert here == told


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

"""What is due: every address × role × tenant in one table; an address without a row fails."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.clocks import assigning, feeds, saving
from art28.web.clocks.filters import Filters
from art28.web.clocks.models import CalendarFeed, SavedFilter
from web.addresses import BAD, EVERYBODY, FOUND, MISSING, OK, Row, names
from web.clocks.due_world import clock
from web.people import NOW, Tenant
from web.samples import read_agreement

pytestmark = pytest.mark.django_db

HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
ROWS = (
    Row("get", "due:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "due:calendar", EVERYBODY, OK, elsewhere=OK),
    Row("get", "due:export", EVERYBODY, OK, elsewhere=OK),
    Row("post", "due:assign", HANDLERS, FOUND, elsewhere=FOUND),
    Row("post", "due:save", EVERYBODY, FOUND, elsewhere=FOUND, data={"name": "Deze week"}),
    Row("post", "due:saved", EVERYBODY, FOUND, "shared", data={"move": "open_with"}),
    Row("get", "due:targets", DECIDERS, OK, elsewhere=OK),
    Row("post", "due:targets", DECIDERS, FOUND, elsewhere=FOUND),
    Row("get", "due:feeds", EVERYBODY, OK, elsewhere=OK),
    Row("post", "due:feeds", EVERYBODY, BAD, elsewhere=BAD),
    Row("post", "due:revoke", DECIDERS, FOUND, "feed"),
    Row("post", "due:undo", HANDLERS, FOUND, "assignment"),
)
# Open to who has its secret address, and tested in test_feeds.
PUBLIC = frozenset({"due:feed"})
# What belongs to one person: others of the organisation get what a stranger gets.
OF_ONE = frozenset({"due:undo", "due:revoke"})


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement = read_agreement(ours)
    owner = ours.members[Role.OWNER].user
    row = clock(agreement, ends_in=timedelta(hours=4))
    saved = saving.save(ours.organisation, owner, "Alles", Filters(whose="all"), shared=True, now=NOW)
    feed, _ = feeds.make(ours.organisation, user=None, with_names=True, by=owner, actor=ours.actor(Role.OWNER), now=NOW)
    assignment, _ = assigning.assign_many(
        ours.organisation, [row.pk], owner=owner, by=owner, actor=ours.actor(Role.OWNER), now=NOW
    )
    assert assignment is not None
    return {"": (), "shared": (saved.pk,), "feed": (feed.pk,), "assignment": (assignment.pk,)}


def test_every_address_has_a_row() -> None:
    ours = {name for name in names(get_resolver().url_patterns) if name.startswith("due:")}
    assert ours == {row.name for row in ROWS} | PUBLIC


@pytest.mark.parametrize("row", [row for row in ROWS if row.name not in OF_ONE], ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_what_one_assigned_another_cannot_take_back(
    ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row = next(row for row in ROWS if row.name == "due:undo")
    assert row.answered(theirs.client(Role.OWNER), subjects) == MISSING
    assert row.answered(ours.client(Role.ENGINEER), subjects) == MISSING
    assert row.answered(ours.client(Role.AUDITOR), subjects) == 403
    assert row.answered(ours.client(Role.OWNER), subjects) == FOUND


def test_the_organisations_feed_is_revoked_by_who_decides(
    ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row = next(row for row in ROWS if row.name == "due:revoke")
    assert row.answered(theirs.client(Role.OWNER), subjects) == MISSING
    assert row.answered(ours.client(Role.ENGINEER), subjects) == MISSING
    assert CalendarFeed.objects.get().revoked_at is None
    assert row.answered(ours.client(Role.MANAGEMENT), subjects) == FOUND
    assert CalendarFeed.objects.get().revoked_at is not None


def test_anothers_shared_selection_is_used_but_not_changed(ours: Tenant, subjects: dict[str, tuple[Any, ...]]) -> None:
    for move in ("share", "unshare", "remove"):
        row = Row("post", "due:saved", EVERYBODY, MISSING, "shared", data={"move": move})
        assert row.answered(ours.client(Role.ENGINEER), subjects) == MISSING
    assert SavedFilter.objects.get().shared


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)

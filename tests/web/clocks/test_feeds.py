"""Calendar feeds: a secret address, what stands behind it, and that reading changes nothing."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar, Event

from art28.web.accounts import actions as accounts
from art28.web.accounts.models import Membership
from art28.web.clocks import feeds
from art28.web.clocks.models import CalendarFeed, Proof, State
from web.breaches.world import NOW, World, actor, agreement, signed_in, world
from web.clocks.due_world import clock, day_limit

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


def made(given: World, *, of_all: bool = False, with_names: bool = True) -> str:
    """The address of a new feed."""
    user = None if of_all else given.owner
    _, token = feeds.make(
        given.organisation, user=user, with_names=with_names, by=given.owner, actor=actor(given.owner), now=NOW
    )
    return reverse("due:feed", args=(token,))


def events(address: str) -> list[Any]:
    """The events that a calendar programme reads there."""
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    read: Any = Calendar.from_ical(answer.content)
    assert not read.errors
    assert read["VERSION"] == "2.0"
    found = [each for each in read.walk("VEVENT") if isinstance(each, Event)]
    assert not any(each.errors for each in found)
    return found


def test_an_hour_limit_is_an_instant_in_utc_with_alarms_before_it(given: World) -> None:
    row = clock(given.agreement, ends_in=timedelta(hours=24))
    (event,) = events(made(given))
    assert event["DTSTART"].dt == datetime(2026, 11, 23, 1, 10, tzinfo=UTC)
    assert event["UID"] == f"{row.pk}@art28"
    assert event["DTSTAMP"].dt == NOW
    assert event["SUMMARY"] == "Inbreuk melden · Stichting Zorg"
    assert str(event["URL"]).endswith(reverse("clock", args=(row.pk,)))
    alarms = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(hours=-4), timedelta(hours=-1)]
    assert all(alarm["ACTION"] == "DISPLAY" for alarm in event.walk("VALARM"))


def test_a_limit_in_days_is_a_whole_day(given: World) -> None:
    day_limit(given.agreement, date(2026, 12, 1))
    (event,) = events(made(given))
    assert event["DTSTART"].dt == date(2026, 12, 1)
    assert event["DTEND"].dt == date(2026, 12, 2)


def test_a_limit_without_a_number_is_no_invented_instant(given: World) -> None:
    clock(given.agreement, ends_in=None)
    (event,) = events(made(given))
    assert event["DTSTART"].dt == date(2026, 11, 22)
    assert "zonder onredelijke vertraging" in event["DESCRIPTION"]
    assert "geen aantal uren of dagen" in event["DESCRIPTION"]


def test_a_persons_feed_holds_theirs_and_nobodys_the_organisations_all(given: World) -> None:
    clock(given.agreement, owner=given.owner)
    clock(given.agreement, owner=given.member)
    clock(given.agreement, ours=False)
    clock(given.agreement, state=State.MET, ended_at=NOW, ended_by=Proof.DONE)
    assert len(events(made(given))) == 2
    assert len(events(made(given, of_all=True))) == 3


def test_without_names_nothing_says_of_whom(given: World) -> None:
    clock(given.agreement, owner=given.owner, subject_label="2026-17")
    body = Client().get(made(given, with_names=False)).content.decode()
    assert "Zorg" not in body
    assert "2026-17" not in body
    assert "Verwerkersovereenkomst" not in body


def test_never_do_people_or_passages_stand_in_it(given: World) -> None:
    clock(given.agreement, owner=given.owner)
    body = Client().get(made(given)).content.decode()
    for hidden in (str(given.owner), given.owner.email, "passage over", "ontdekt"):
        assert hidden not in body


def test_lines_are_folded_at_75_octets_within_no_character(given: World) -> None:
    name = "Coöperatieve Zoölogisch-Geïntegreerde Zorg; Noord, Zuid — Oost"
    clock(agreement(given.organisation, name=name))
    body = Client().get(made(given)).content
    lines = body.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    for line in lines:
        line.decode()
    (event,) = events(made(given))
    assert event["SUMMARY"] == f"Inbreuk melden · {name}"


def test_the_same_is_answered_by_its_mark_alone_until_something_changes(given: World) -> None:
    clock(given.agreement)
    address = made(given)
    first = Client().get(address)
    again = Client().get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    clock(given.agreement)
    assert Client().get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_reading_writes_nothing_and_nothing_but_reading_is_answered(given: World) -> None:
    clock(given.agreement)
    address = made(given)
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(address).status_code == 200
    assert not [each["sql"] for each in queries if re.match(r"INSERT|UPDATE|DELETE", each["sql"])]
    assert Client().head(address).status_code == 200
    for method in ("post", "put", "delete", "patch"):
        assert getattr(Client(), method)(address).status_code == 405


def test_only_a_hash_of_the_token_is_kept(given: World) -> None:
    token = made(given).rpartition("/")[2].removesuffix(".ics")
    feed = CalendarFeed.objects.get()
    assert token not in str(feed.__dict__)
    assert Client().get(reverse("due:feed", args=(feed.token_hash,))).status_code == 404


def test_a_revoked_address_and_that_of_who_left_say_nothing(given: World) -> None:
    clock(given.agreement)
    address, of_all = made(given), made(given, of_all=True)
    feeds.revoke(CalendarFeed.objects.get(user=None), actor=actor(given.owner), now=NOW)
    assert Client().get(of_all).status_code == 404
    membership = Membership.objects.get(organisation=given.organisation, user=given.owner)
    Membership.objects.filter(user=given.member).update(role="owner")
    accounts.end_membership(membership, actor=actor(given.owner), now=NOW)
    assert Client().get(address).status_code == 404


def test_the_page_shows_an_address_once(given: World) -> None:
    client = signed_in(given.owner)
    page = client.post(reverse("due:feeds"), {"whose": "me", "with_names": "on"}).content.decode()
    shown = re.search(r'value="[^"]*(/due/calendars/[\w-]+\.ics)"', page)
    assert shown is not None
    assert Client().get(shown[1]).status_code == 200
    assert ".ics" not in client.get(reverse("due:feeds")).content.decode()


def test_who_may_not_decide_makes_no_feed_of_all(given: World) -> None:
    client = signed_in(given.member)
    assert client.post(reverse("due:feeds"), {"whose": "all"}).status_code == 403
    assert client.post(reverse("due:feeds"), {"whose": "me"}).status_code == 200
    assert CalendarFeed.objects.get().user == given.member

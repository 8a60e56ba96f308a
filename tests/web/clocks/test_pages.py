"""Today and one obligation, for the owner, a member who may only read, and an outsider."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from art28.web.clocks.models import Obligation
from web.breaches.world import World, breach, signed_in, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


def test_today_shows_the_end_in_local_time_with_weekday_and_clause(given: World) -> None:
    at = datetime.now(UTC) - timedelta(hours=20)
    breach(given, at=at, now=datetime.now(UTC))
    page = signed_in(given.owner).get(reverse("today")).content.decode()
    assert "Stichting Zorg" in page
    assert "Inbreuk melden" in page
    assert "art. 5.1" in page
    assert "nog 3 uur" in page or "nog 4 uur" in page


def test_a_late_clock_is_called_late_before_any_worker_has_marked_it(given: World) -> None:
    breach(given, at=datetime.now(UTC) - timedelta(hours=30))
    page = signed_in(given.owner).get(reverse("today")).content.decode()
    assert "te laat" in page
    assert Obligation.objects.get(action="notify_breach").state == "open"


def test_polling_gets_the_board_without_the_frame(given: World) -> None:
    breach(given)
    page = signed_in(given.owner).get(reverse("today"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert "Loopt nu" in page


def test_a_visitor_is_sent_to_sign_in(given: World) -> None:
    assert Client().get(reverse("today")).status_code == 302


def test_an_outsider_sees_no_obligation_of_others(given: World) -> None:
    breach(given)
    row = Obligation.objects.get(action="notify_breach")
    assert signed_in(given.owner).get(reverse("clock", args=(row.pk,))).status_code == 200
    assert signed_in(given.member).get(reverse("clock", args=(row.pk,))).status_code == 200
    assert signed_in(given.outsider).get(reverse("clock", args=(row.pk,))).status_code == 404
    assert "Stichting Zorg" not in signed_in(given.outsider).get(reverse("today")).content.decode()


@pytest.mark.parametrize("move", ["clock_cancel", "clock_done", "clock_lateness", "clock_owner"])
def test_a_member_who_may_only_read_moves_nothing(given: World, move: str) -> None:
    breach(given)
    row = Obligation.objects.get(action="notify_breach")
    address = reverse(move, args=(row.pk,))
    assert signed_in(given.member).post(address, {"reason": "x", "reasons": "x"}).status_code == 403
    assert signed_in(given.outsider).post(address, {"reason": "x", "reasons": "x"}).status_code == 404
    row.refresh_from_db()
    assert row.state == "open"


def test_the_owner_cancels_a_clock_with_a_reason(given: World) -> None:
    breach(given)
    row = Obligation.objects.get(action="notify_breach")
    signed_in(given.owner).post(reverse("clock_cancel", args=(row.pk,)), {"reason": "geen persoonsgegevens"})
    row.refresh_from_db()
    assert row.state == "cancelled"


def test_an_owner_must_work_in_the_organisation(given: World) -> None:
    breach(given)
    row = Obligation.objects.get(action="notify_breach")
    address = reverse("clock_owner", args=(row.pk,))
    assert signed_in(given.owner).post(address, {"owner": str(given.outsider.pk)}).status_code == 404
    assert signed_in(given.owner).post(address, {"owner": str(given.member.pk)}).status_code == 302
    row.refresh_from_db()
    assert row.owner == given.member

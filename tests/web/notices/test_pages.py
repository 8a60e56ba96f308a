"""The outbox and one message for the owner, a reader and an outsider; the public page for whoever holds its link."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.notices.delivery import deliver_due
from art28.web.notices.models import OutboxMessage
from web.breaches.test_actions import sent
from web.breaches.world import NOW, World, breach, signed_in, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


@pytest.fixture
def message(given: World) -> OutboxMessage:
    return sent(given, breach(given))


def link(message: OutboxMessage) -> str:
    return reverse("notices:read", args=(message.token,))


def test_whoever_holds_the_link_reads_the_whole_notice_without_signing_in(message: OutboxMessage) -> None:
    response = Client().get(link(message))
    page = response.content.decode()
    assert "Een back-up stond open op internet." in page
    assert message.evidence_head in page
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_the_link_confirms_nothing(message: OutboxMessage, method: str) -> None:
    getattr(Client(), method)(link(message))
    message.refresh_from_db()
    assert message.acknowledged_at is None


def test_the_button_confirms_receipt_with_the_name_of_who_says_so(message: OutboxMessage) -> None:
    response = Client().post(link(message), {"name": "J. Okkerse"})
    assert response.status_code == 302
    message.refresh_from_db()
    assert message.acknowledged_by == "J. Okkerse"
    assert "J. Okkerse" in Client().get(link(message)).content.decode()
    act = Act.objects.get(kind="notice.acknowledged")
    assert (act.actor_label, act.actor_id) == ("contact", None)
    assert Obligation.objects.get(action="notify_breach").state in ("met", "late")


def test_the_first_confirmation_stands(message: OutboxMessage) -> None:
    Client().post(link(message), {"name": "Eerste"})
    Client().post(link(message), {"name": "Tweede"})
    message.refresh_from_db()
    assert message.acknowledged_by == "Eerste"


def test_nobody_confirms_without_a_name_or_by_a_form_from_elsewhere(message: OutboxMessage) -> None:
    assert Client().post(link(message), {"name": ""}).status_code == 422
    assert Client(enforce_csrf_checks=True).post(link(message), {"name": "x"}).status_code == 403
    message.refresh_from_db()
    assert message.acknowledged_at is None


def test_a_link_that_is_almost_right_finds_nothing(message: OutboxMessage) -> None:
    assert Client().get(reverse("notices:read", args=(message.token[:-1] + "x",))).status_code == 404


def test_the_page_speaks_the_language_of_the_notice(message: OutboxMessage) -> None:
    response = Client().get(link(message), headers={"Accept-Language": "en"})
    assert response.headers["Content-Language"] == "nl"
    assert "Ik bevestig de ontvangst" in response.content.decode()


def test_members_see_the_outbox_and_the_content_as_sent_and_outsiders_neither(
    given: World, message: OutboxMessage
) -> None:
    address = reverse("notices:detail", args=(message.pk,))
    for person in (given.owner, given.member):
        assert message.subject in signed_in(person).get(reverse("notices:list")).content.decode()
        assert message.message_id[1:-1] in signed_in(person).get(address).content.decode()
    assert message.subject not in signed_in(given.outsider).get(reverse("notices:list")).content.decode()
    assert signed_in(given.outsider).get(address).status_code == 404


def test_the_page_shows_handed_over_accepted_and_confirmed_apart(given: World, message: OutboxMessage) -> None:
    OutboxMessage.objects.filter(pk=message.pk).update(
        state="accepted", accepted_at=NOW + timedelta(hours=1, minutes=1)
    )
    page = signed_in(given.member).get(reverse("notices:detail", args=(message.pk,))).content.decode()
    assert "Overgedragen" in page
    assert "Aangenomen door de mailserver" in page
    assert "Ontvangst bevestigd" in page
    assert "nog niet" in page


@pytest.mark.parametrize("move", ["notices:came_back", "notices:try_again"])
def test_only_who_handles_breaches_moves_a_message(given: World, message: OutboxMessage, move: str) -> None:
    address = reverse(move, args=(message.pk,))
    assert signed_in(given.member).post(address).status_code == 403
    assert signed_in(given.outsider).post(address).status_code == 404
    assert signed_in(given.owner).post(address).status_code == 302


def test_a_message_that_waits_shows_its_next_attempt(given: World, message: OutboxMessage) -> None:
    OutboxMessage.objects.filter(pk=message.pk).update(attempts=3, last_error="ConnectionRefusedError")
    page = signed_in(given.member).get(reverse("notices:detail", args=(message.pk,))).content.decode()
    assert "nog niet; opnieuw om" in page


def test_the_outbox_says_so_where_mail_reaches_nobody(given: World, settings: LazySettings) -> None:
    told = "Er is geen mailserver ingesteld"
    assert told not in signed_in(given.owner).get(reverse("notices:list")).content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert told in signed_in(given.owner).get(reverse("notices:list")).content.decode()


def test_without_a_mail_server_a_notice_waits_and_its_clock_runs_on(
    given: World, message: OutboxMessage, settings: LazySettings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    deliver_due(now=message.handed_over_at, limit=10, clock=lambda: message.handed_over_at)
    message.refresh_from_db()
    assert (message.state, message.accepted_at, message.last_error) == ("queued", None, "no mail server")
    assert message.obligation is not None
    assert message.obligation.ended_at is None

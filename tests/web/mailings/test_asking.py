"""Whoever may approve a mailing is asked at once, and again as the first limit comes nearer; each step once."""

from datetime import timedelta

import pytest

from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.breaches import actions as breaches
from art28.web.mailings import actions, asking, errors
from art28.web.mailings.models import Mailing
from art28.web.mailings.pump import PUMPS, ask
from art28.web.notices.models import OutboxMessage
from art28.web.reminders.delivery import deliver_due
from art28.web.reminders.models import Message
from web.breaches.world import KNOWN, NOW, SAID, World, actor, world
from web.mailings.world import LATER, customers, prepared, second, touching
from web.mailings.world import asking as asked_for
from web.notices.server import mail_server

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
FIRST_LIMIT = NOW + 24 * HOUR
LEFT = FIRST_LIMIT - LATER


@pytest.fixture
def given() -> World:
    found = world()
    asked_for(found, approval_from=1)
    return found


def messages(given: World) -> dict[str, int]:
    rows = Message.objects.filter(organisation=given.organisation, subject__contains="verzending").values_list(
        "user__email", flat=True
    )
    return {email: list(rows).count(email) for email in rows}


def test_who_may_approve_is_asked_at_once_by_mail_and_who_prepared_it_is_not(given: World) -> None:
    other = second(given)
    second(given, Role.ENGINEER)
    mailing = prepared(given, touching(given, customers(given, 3)))
    assert ask in PUMPS
    assert ask(now=LATER, limit=10) == 1
    with mail_server() as box:
        deliver_due(now=LATER, limit=10, clock=lambda: LATER)
    (mail,) = box.messages
    assert other.email in mail["To"]
    text = str(mail.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    assert f"/mailings/{mailing.pk}/" in text
    assert "3 berichten" in text
    assert "23 november 2026, 02:10" in text
    assert "Klant" not in text
    act = Act.objects.get(kind="mailing.approval_asked", subject_id=mailing.pk)
    assert str(other.pk) in (act.content.content or "")


def test_it_is_asked_again_at_half_and_three_quarters_of_what_was_left_each_once(given: World) -> None:
    other = second(given)
    prepared(given, touching(given, customers(given, 1)))
    counted = []
    for passed in (0.0, 0.2, 0.5, 0.6, 0.75, 0.9, 1.5):
        for _twice in range(2):
            ask(now=LATER + LEFT * passed, limit=10)
        counted.append(messages(given)[other.email])
    assert counted == [1, 1, 2, 2, 3, 3, 3]


def test_after_an_outage_all_that_was_owed_is_one_question(given: World) -> None:
    other = second(given)
    prepared(given, touching(given, customers(given, 1)))
    ask(now=FIRST_LIMIT, limit=10)
    assert messages(given) == {other.email: 1}


def test_two_workers_ask_once(given: World) -> None:
    second(given)
    prepared(given, touching(given, customers(given, 1)))
    first, other = (Mailing.objects.select_related("organisation").get() for _ in range(2))
    assert (asking.ask(first, now=LATER), asking.ask(other, now=LATER)) == (1, 0)


def test_once_approved_or_dropped_nobody_is_asked(given: World) -> None:
    other = second(given)
    recorded = touching(given, customers(given, 2))
    approved, dropped = prepared(given, recorded), prepared(given, recorded)
    actions.approve(approved, by=other, actor=actor(other), now=LATER)
    actions.withdraw(dropped, actor=actor(given.owner), now=LATER)
    assert ask(now=FIRST_LIMIT, limit=10) == 0
    assert not messages(given)


def test_where_approval_lapses_it_is_asked_anew(given: World) -> None:
    other = second(given)
    recorded = touching(given, customers(given, 1))
    mailing = prepared(given, recorded)
    ask(now=LATER, limit=10)
    actions.approve(mailing, by=other, actor=actor(other), now=LATER)
    breaches.change_facts(
        recorded, title="x", facts=KNOWN, based_on=1, by=given.owner, actor=actor(given.owner), now=LATER
    )
    with pytest.raises(errors.ApprovalLapsed):
        actions.release(mailing, by=given.owner, actor=actor(given.owner), now=LATER)
    assert ask(now=LATER, limit=10) == 1
    assert messages(given) == {other.email: 2}


def test_where_nobody_else_may_approve_whoever_prepared_it_hears_that(given: World) -> None:
    prepared(given, touching(given, customers(given, 1)))
    ask(now=LATER, limit=10)
    assert messages(given) == {given.owner.email: 1}
    body = Message.objects.get(subject__contains="verzending").body_text
    assert "Niemand anders" in body


def test_a_mailing_that_needs_no_approval_asks_nobody(given: World) -> None:
    asked_for(given, approval_from=None)
    second(given)
    prepared(given, touching(given, customers(given, 2)))
    assert ask(now=FIRST_LIMIT, limit=10) == 0
    assert not OutboxMessage.objects.exists()


def test_of_a_long_limit_nobody_is_asked_in_quiet_hours_after_the_first_time(given: World) -> None:
    second(given)
    mailing = prepared(given, touching(given, customers(given, 1, {**SAID, "breach.deadline": "P20D"})))
    first, *later = asking.steps(Mailing.objects.select_related("organisation").get(pk=mailing.pk))
    assert first == LATER
    assert all(8 <= (at + HOUR).hour < 18 and (at + HOUR).weekday() < 5 for at in later)  # in Amsterdam's winter

"""One notice and many leave by the same path; several to one recipient travel in one message."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.notices.notice import NoticeKind
from art28.web.audit.models import Act
from art28.web.breaches import actions, sending
from art28.web.breaches.composing import Sending
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.breaches.queries import touched
from art28.web.breaches.sending import Leaving, Outcome, Refusal
from art28.web.clocks.models import Obligation
from art28.web.notices.actions import come_back
from art28.web.notices.delivery import deliver_due
from art28.web.notices.models import OutboxMessage
from web.breaches.world import KNOWN, NOW, World, actor, agreement, discovery, world
from web.notices.server import mail_server

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def given() -> World:
    return world()


def wide(given: World, *names: str) -> Breach:
    """A breach that touches an agreement with each of these parties."""
    others = [agreement(given.organisation, name=name) for name in names]
    return actions.record_breach(
        given.organisation,
        [other.pk for other in others],
        title="Open back-up",
        facts=KNOWN,
        discovery=discovery(),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )


def leaving(recorded: Breach, *, late_reasons: str = "") -> list[Leaving]:
    found = []
    for agreement_id in TouchedAgreement.objects.filter(breach=recorded).values_list("agreement_id", flat=True):
        row = touched(recorded.organisation, recorded.pk, agreement_id)
        assert row is not None
        decided = Sending(
            kind=NoticeKind.REPORT,
            recipient="datalek@zorg.example",
            recipient_name="J. Okkerse",
            signed_by="Owner",
            late_reasons=late_reasons,
        )
        found.append(Leaving(row, decided, row.version))
    return found


def leave(given: World, recorded: Breach, letters: list[list[Leaving]], *, after: timedelta = HOUR) -> list[Outcome]:
    by = actor(given.owner)
    return list(sending.send_many(recorded, letters, actor=by, now=NOW + after).values())


def together(given: World) -> OutboxMessage:
    """Notices under three agreements in one message, which is returned."""
    recorded = wide(given, "Eerste", "Tweede", "Derde")
    leave(given, recorded, [leaving(recorded)])
    return OutboxMessage.objects.select_related("organisation").get(carrier=None)


def test_many_notices_cost_the_queries_of_two(given: World) -> None:
    two = wide(given, "A", "B")
    letters = [[each] for each in leaving(two)]
    with CaptureQueriesContext(connection) as before:
        leave(given, two, letters)
    twelve = wide(given, *(f"Klant {n}" for n in range(12)))
    letters = [[each] for each in leaving(twelve)]
    with CaptureQueriesContext(connection) as after:
        outcomes = leave(given, twelve, letters)
    assert [type(each) for each in outcomes] == [OutboxMessage] * 12
    assert len(after) == len(before)


def test_each_of_many_has_its_own_notice_clock_follow_up_and_act(given: World) -> None:
    recorded = wide(given, "A", "B", "C")
    leave(given, recorded, [[each] for each in leaving(recorded)])
    assert OutboxMessage.objects.filter(carrier=None, state="queued").count() == 3
    assert set(TouchedAgreement.objects.filter(breach=recorded).values_list("sent", flat=True)) == {1}
    assert Obligation.objects.filter(action="follow_up_breach", ended_at=None).count() == 3
    assert Act.objects.filter(kind="breach.notice_sent").count() == 3
    assert Act.objects.filter(kind="notice.handed_over").count() == 3


def test_one_that_is_refused_does_not_hold_up_the_others(given: World) -> None:
    recorded = wide(given, "A", "B")
    first, second = leaving(recorded)
    actions.save_draft(first.touched, answers={1: "x"}, reasons={}, based_on=1, actor=actor(given.owner), now=NOW)
    stale = Leaving(first.touched, first.sending, 1)
    outcomes = leave(given, recorded, [[stale], [second]])
    assert outcomes[0] is Refusal.CHANGED
    assert isinstance(outcomes[1], OutboxMessage)
    assert OutboxMessage.objects.get().agreement_id == second.touched.agreement_id


def test_those_after_their_limit_leave_with_reasons_or_not_at_all(given: World) -> None:
    recorded = wide(given, "A", "B")
    assert set(leave(given, recorded, [leaving(recorded)], after=25 * HOUR)) == {Refusal.REASONS}
    assert not OutboxMessage.objects.exists()
    leave(given, recorded, [leaving(recorded, late_reasons="Contact onbereikbaar.")], after=25 * HOUR)
    assert set(Obligation.objects.filter(action="notify_breach").values_list("state", "late_reasons")) == {
        ("late", "Contact onbereikbaar.")
    }


def test_notices_under_several_agreements_travel_in_one_mail_that_ends_each_clock(given: World) -> None:
    message = together(given)
    assert (message.carries, message.subject) == (
        2,
        "Melding: inbreuk in verband met persoonsgegevens 2026-0001 (3 overeenkomsten)",
    )
    with mail_server() as box:
        assert deliver_due(now=NOW + HOUR, limit=10, clock=lambda: NOW + 2 * HOUR) == 1
    (mail,) = box.messages
    assert mail["Message-ID"] == message.message_id
    assert "1. „Verwerkersovereenkomst”" in mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert set(OutboxMessage.objects.values_list("state", "accepted_at")) == {("accepted", NOW + 2 * HOUR)}
    clocks = Obligation.objects.filter(action="notify_breach")
    assert set(clocks.values_list("state", "ended_reason")) == {("met", message.message_id)}
    assert clocks.count() == 3
    assert Act.objects.filter(kind="notice.accepted").count() == 3


def test_the_page_behind_the_link_shows_each_notice_and_one_confirmation_confirms_all(given: World) -> None:
    message = together(given)
    client = Client()
    address = reverse("notices:read", args=(message.token,))
    page = client.get(address).content.decode()
    assert page.count("Wat is de oorzaak?") == 3
    client.post(address, {"name": "J. Okkerse"})
    assert set(OutboxMessage.objects.values_list("acknowledged_by", flat=True)) == {"J. Okkerse"}
    assert set(Obligation.objects.filter(action="notify_breach").values_list("ended_by", flat=True)) == {"acknowledged"}
    carried = OutboxMessage.objects.filter(carrier=message).values_list("token", flat=True)
    assert [client.get(reverse("notices:read", args=(token,))).status_code for token in carried] == [404, 404]


def test_one_mail_that_comes_back_lets_each_clock_run_again(given: World) -> None:
    message = together(given)
    with mail_server():
        deliver_due(now=NOW + HOUR, limit=10, clock=lambda: NOW + HOUR)
    message.refresh_from_db()
    come_back(message, actor=actor(given.owner), now=NOW + 2 * HOUR)
    assert set(OutboxMessage.objects.values_list("state", flat=True)) == {"bounced"}
    assert set(Obligation.objects.filter(action="notify_breach").values_list("state", "ended_at")) == {("open", None)}


def test_one_mail_that_is_refused_says_so_under_each_agreement(given: World) -> None:
    together(given)
    with mail_server() as box:
        box.recipient_answer = "550 unknown"
        deliver_due(now=NOW + HOUR, limit=10, clock=lambda: NOW + HOUR)
    assert set(OutboxMessage.objects.values_list("state", flat=True)) == {"failed"}
    assert Obligation.objects.filter(action="notify_breach", ended_at=None).count() == 3

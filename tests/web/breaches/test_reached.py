"""Who only got what came back was not told: said so in the room, the list of phases, the chain, the API and the mailing."""

from copy import copy
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.obligations.start import Proof
from art28.web.agreements.models import Direction
from art28.web.audit.models import Act
from art28.web.breaches import actions, mailing, queries
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation
from art28.web.mailings.sources import Choice
from art28.web.notices import delivery
from art28.web.notices import queries as outbox
from art28.web.notices.actions import come_back, try_again
from art28.web.notices.models import Delivery, OutboxMessage
from art28.web.notices.transport import Outcome
from art28.web.received import queries as received
from art28.web.registers import queries as registers
from web.breaches import world as worlds
from web.breaches.test_provisions import sent
from web.breaches.world import World, signed_in, touched, world
from web.steps import counted_here, steps

pytestmark = pytest.mark.django_db

REFUSED = Outcome(accepted=False, permanent=True, error="550")
ACCEPTED = Outcome(accepted=True, permanent=False, error="")


@pytest.fixture
def given() -> World:
    return world({"breach.deadline": "PT24H", "breach.follow_up": True})


def recorded(given: World, **changes: Any) -> Breach:
    return worlds.breach(given, at=timezone.now() - timedelta(hours=1), **changes)


def recorded_under(given: World, *agreement_ids: UUID) -> Breach:
    return actions.record_breach(
        given.organisation,
        agreement_ids,
        title="Lek",
        facts=worlds.KNOWN,
        discovery=worlds.discovery(timezone.now() - timedelta(hours=1)),
        by=given.owner,
        actor=worlds.actor(given.owner),
        now=timezone.now(),
    )


def sent_under(given: World, found: Breach) -> OutboxMessage:
    """A report sent under the world's own agreement, one of those that the breach touches."""
    row = queries.touched(given.organisation, found.pk, given.agreement.pk)
    assert row is not None
    data = {"version": row.version, "kind": "report", "recipient": "datalek@zorg.example"}
    signed_in(given.owner).post(reverse("breaches:send", args=(found.pk, given.agreement.pk)), data)
    return OutboxMessage.objects.get()


def settled(message: OutboxMessage, outcome: Outcome) -> OutboxMessage:
    """The message after the mail server said so."""
    now = timezone.now()
    claimed = delivery.claim(now=now)
    assert claimed is not None
    assert claimed.pk == message.pk
    assert claimed.lease is not None
    assert delivery.settle(claimed, claimed.lease, outcome, now=now)
    message.refresh_from_db()
    return message


def bounced(given: World, message: OutboxMessage) -> OutboxMessage:
    come_back(settled(message, ACCEPTED), actor=worlds.actor(given.owner), now=timezone.now())
    message.refresh_from_db()
    return message


def room(given: World, found: Breach, query: str = "") -> Any:
    return signed_in(given.owner).get(reverse("breaches:room", args=(found.pk,)) + query)


def told(given: World, found: Breach, query: str = "") -> Any:
    return signed_in(given.owner).get(reverse("breaches:told", args=(found.pk,)) + query)


@pytest.mark.provision("S2:8.1[1]")
def test_a_report_that_came_back_was_not_told_wherever_that_number_stands(given: World) -> None:
    other = worlds.agreement(given.organisation, name="Andere klant")
    found = actions.record_breach(
        given.organisation,
        (given.agreement.pk, other.pk),
        title="Lek",
        facts=worlds.KNOWN,
        discovery=worlds.discovery(timezone.now() - timedelta(hours=1)),
        by=given.owner,
        actor=worlds.actor(given.owner),
        now=timezone.now(),
    )
    message = sent_under(given, found)
    progress = queries.progress(found)
    assert (progress.told, progress.back, progress.to_tell) == (1, 0, 1)
    assert bounced(given, message).state == Delivery.BOUNCED

    progress = queries.progress(found)
    assert (progress.told, progress.back, progress.to_tell) == (0, 1, 2)
    page = room(given, found).content.decode()
    assert '<b class="figure">0</b> van 2 gemeld' in page
    assert '<b class="figure">1</b> teruggekomen' in page
    for state, listed in {"to_tell": 2, "back": 1, "told": 0}.items():
        assert room(given, found, f"?state={state}").context["page"].paginator.count == listed

    page = told(given, found)
    phases = page.context["phases"]
    assert (phases.untold, phases.reported, phases.behind) == (2, 0, 0)
    assert "Opnieuw melden" in page.content.decode()
    assert Act.objects.filter(kind="notice.bounced", subject_id=message.pk).exists()
    assert "Onder elke overeenkomst is gemeld wat nu bekend is." not in page.content.decode()
    assert told(given, found, "?state=report").context["lines"] == ()
    assert sorted(line.lost for line in told(given, found, "?state=untold").context["lines"]) == [False, True]

    assert "told" not in {link.code for link in received.chain(found)}
    (entry,) = registers.entries(given.organisation, [found])
    assert (entry.reported.agreements, entry.reported.told) == (2, 0)


def test_once_a_report_arrived_elsewhere_the_other_side_is_told_also_where_an_earlier_one_came_back(
    given: World,
) -> None:
    found = recorded(given)
    bounced(given, sent(given, found))
    again = sent(given, found, recipient="anders@zorg.example")
    assert queries.progress(found).told == 1
    settled(again, ACCEPTED)
    progress = queries.progress(found)
    assert (progress.told, progress.back) == (1, 0)
    assert told(given, found).context["phases"].reported == 1
    (link,) = [each for each in received.chain(found) if each.code == "told"]
    assert link.count == 1


def test_a_mailing_of_first_reports_has_who_was_not_reached_and_waits_for_another_address(given: World) -> None:
    found = recorded(given)
    bounced(given, sent(given, found))
    subject = mailing.subject(given.organisation, found.pk)
    assert subject is not None
    now = timezone.now()
    first, later = Choice(notice_kind="report"), Choice(notice_kind="follow_up")
    assert mailing.count(subject, later, now=now) == 0
    (addressee,) = mailing.page(subject, first, after=None, limit=10, now=now).addressees
    assert (addressee.obstacle, addressee.recipient) == ("bad_address", "datalek@zorg.example")
    assert addressee.ends_at == touched(found).due_at


def test_a_clock_that_ended_by_handing_over_runs_again_where_the_server_refuses_for_good(given: World) -> None:
    found = recorded(given, ends_by=Proof.HANDED_OVER)
    message = sent(given, found)
    clock = Obligation.objects.get(subject_id=found.pk, action="notify_breach")
    assert (clock.state, clock.ended_by) == ("met", "handed_over")
    settled(message, REFUSED)
    clock.refresh_from_db()
    assert (clock.state, clock.ended_at) == ("open", None)
    assert Act.objects.filter(kind="obligation.reopened", subject_id=clock.pk).count() == 1
    assert queries.progress(found).told == 0
    try_again(message, actor=worlds.actor(given.owner), now=timezone.now())
    assert queries.progress(found).told == 1
    settled(message, ACCEPTED)
    clock.refresh_from_db()
    assert clock.state == "met"


def test_who_processes_for_us_is_touched_but_not_told_by_us(given: World) -> None:
    supplier = worlds.agreement(given.organisation, name="Leverancier", direction=Direction.CONTROLLER)
    found = recorded_under(given, given.agreement.pk, supplier.pk)
    progress = queries.progress(found)
    assert (progress.touched, progress.owed, progress.to_tell) == (2, 1, 1)
    page = room(given, found).content.decode()
    assert '<b class="figure">0</b> van 1 gemeld' in page
    assert "niets te melden: zij verwerkt voor ons" in page
    assert reverse("breaches:report", args=(found.pk, given.agreement.pk)) in page
    assert reverse("breaches:report", args=(found.pk, supplier.pk)) not in page
    assert told(given, found).context["phases"].untold == 1


def test_nobody_who_processes_for_us_is_sent_a_notice_or_counted_among_those_who_got_one(given: World) -> None:
    supplier = worlds.agreement(given.organisation, name="Leverancier", direction=Direction.CONTROLLER)
    found = recorded_under(given, given.agreement.pk, supplier.pk)
    client, address = signed_in(given.owner), reverse("breaches:report", args=(found.pk, supplier.pk))
    page = client.get(address, follow=True).content.decode()
    assert "Onder deze overeenkomst valt niets te melden: de andere partij verwerkt voor u." in page
    row = queries.touched(given.organisation, found.pk, supplier.pk)
    assert row is not None
    data = {"version": row.version, "kind": "report", "recipient": "datalek@leverancier.example"}
    client.post(reverse("breaches:send", args=(found.pk, supplier.pk)), data)
    assert not OutboxMessage.objects.exists()
    type(row).objects.filter(pk=row.pk).update(sent=1, phase="report")
    assert told(given, found).context["phases"].reported == 0
    assert told(given, found, "?state=report").context["lines"] == ()
    assert "Leverancier" not in client.get(reverse("breaches:room", args=(found.pk,)) + "?state=told").content.decode()
    sent_under(given, found)
    assert queries.progress(found).to_tell == 0
    assert "Onder elke overeenkomst is gemeld wat nu bekend is." in told(given, found).content.decode()


@counted_here
def test_what_was_told_to_others_is_not_read_to_tell_who_heard_nothing(given: World) -> None:
    found = recorded(given)
    message = bounced(given, sent_under(given, found))
    counts = []
    for number in (1, 20):
        for more in range(number):
            other = worlds.agreement(given.organisation, name=f"Klant {number}.{more}")
            like = copy(message)
            like.pk, like.agreement_id, like.obligation_id, like._state.adding = uuid4(), other.pk, None, True
            like.message_id, like.token = f"<{other.pk}@mail.example>", other.pk.hex
            like.idempotency_key, like.state = str(other.pk), Delivery.ACCEPTED
            like.save()
        with steps() as taken:
            lost = list(outbox.lost_about(given.organisation, subject_id=found.pk))
        assert lost == [given.agreement.pk]
        counts.append(taken.count)
    assert counts[1] == counts[0], counts

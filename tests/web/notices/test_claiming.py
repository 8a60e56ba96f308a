"""Taking the next message out of the outbox costs no more where thousands have left already."""

from copy import copy
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from art28.web.notices import delivery
from art28.web.notices.models import Delivery, OutboxMessage
from web.breaches import world as worlds
from web.breaches.test_provisions import sent
from web.breaches.world import World, world
from web.steps import counted_here, steps

pytestmark = pytest.mark.django_db


def like(message: OutboxMessage, **changes: Any) -> OutboxMessage:
    made = copy(message)
    made.pk, made.agreement_id, made.obligation_id, made._state.adding = uuid4(), message.agreement_id, None, True
    made.message_id, made.token, made.idempotency_key = f"<{made.pk}@mail.example>", made.pk.hex, str(made.pk)
    for name, value in changes.items():
        setattr(made, name, value)
    made.save()
    return made


def recorded(given: World) -> OutboxMessage:
    found = worlds.breach(given, at=timezone.now() - timedelta(hours=1))
    return sent(given, found, recipient="datalek@zorg.example")


def test_what_a_lost_worker_held_and_what_a_clock_set_back_put_off_are_taken_too() -> None:
    now, first = timezone.now() + timedelta(minutes=1), recorded(world())
    lost = like(first, state=Delivery.LEASED, lease=uuid4(), leased_until=now - timedelta(minutes=1))
    far = like(first, next_attempt_at=now + timedelta(days=1))
    like(first, next_attempt_at=now + timedelta(minutes=5))
    like(first, state=Delivery.ACCEPTED, next_attempt_at=None)
    taken = set()
    while (message := delivery.claim(now=now)) is not None:
        taken.add(message.pk)
    assert taken == {first.pk, lost.pk, far.pk}


@counted_here
def test_messages_that_left_are_not_looked_at() -> None:
    first = recorded(world())
    counted = []
    for number in (1, 40):
        for _ in range(number):
            like(first, state=Delivery.ACCEPTED, next_attempt_at=None)
        waits = like(first)
        OutboxMessage.objects.exclude(pk=waits.pk).update(state=Delivery.ACCEPTED, next_attempt_at=None)
        with steps() as taken:
            message = delivery.claim(now=timezone.now() + timedelta(minutes=1))
        assert message is not None
        assert message.pk == waits.pk
        counted.append(taken.count)
    assert counted[0] == counted[1]

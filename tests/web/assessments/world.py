"""A controller whose processor had a breach, through the same world as the breaches."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from art28.web.agreements.models import Direction
from art28.web.breaches import actions, queries
from art28.web.breaches.facts import facts_of, facts_record
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation
from web.breaches import world as worlds
from web.breaches.world import KNOWN, World

CONSULT: Mapping[str, Any] = {"breach.deadline": "PT24H", "breach.duty_to_consult": True}


def controller(said: Mapping[str, Any] = worlds.SAID) -> World:
    """An organisation that is the controller under its one agreement."""
    given = worlds.world()
    made = worlds.agreement(given.organisation, said, name="Dijkvaart Diensten", direction=Direction.CONTROLLER)
    return replace(given, agreement=made)


def breach(given: World, *, hours_ago: int = 5) -> Breach:
    """A breach of which the controller became aware that long ago."""
    at = timezone.now() - timedelta(hours=hours_ago)
    return worlds.breach(given, at=at, now=at + timedelta(minutes=1))


def clock(found: Breach, action: str = "notify_authority") -> Obligation:
    """The newest clock of that duty."""
    rows = Obligation.objects.filter(subject_id=found.pk, action=action, ours=True)
    return rows.order_by("-made_at", "-id").first() or Obligation.objects.none().get()


def know(found: Breach, given: World, **facts: Any) -> None:
    """Add to the facts."""
    newest = queries.versions(found)[0]
    kept = facts_of({**newest.facts, **facts}, reference=found.reference)
    actions.change_facts(
        found,
        title=found.title,
        facts=kept,
        based_on=newest.number,
        by=given.owner,
        actor=worlds.actor(given.owner),
        now=timezone.now(),
    )


ENOUGH = {
    "consequences": "Iemand kan u bellen onder een valse naam.",
    "measures_taken": "De map is gesloten.",
    "description": facts_record(KNOWN)["description"],
}

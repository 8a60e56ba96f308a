"""What happened under agreements otherwise, with the clocks that it started: extended, paused, late and done."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from art28.agreement.duties import Trigger
from art28.terms import StartReason
from art28.web.accounts.rights import Role
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.events import actions
from art28.web.events.queries import Said

_HAPPENED = (
    (520, "onderwijs", Trigger.DATA_SUBJECT_REQUEST, StartReason.RECEIVED, "Inzageverzoek via de servicedesk"),
    (333, "zakelijk", Trigger.AUDIT_REQUEST, StartReason.ASKED, "Vraag om een audit in het kwartaaloverleg"),
    (180, "zorg", Trigger.DATA_SUBJECT_REQUEST, StartReason.RECEIVED, "Verzoek om een kopie van het dossier"),
    (64, "overheid", Trigger.DATA_SUBJECT_REQUEST, StartReason.RECEIVED, "Verzoek om wissing van een melding"),
    (9, "onderwijs", Trigger.DATA_SUBJECT_REQUEST, StartReason.RECEIVED, "Verzoek van een ouder om rectificatie"),
    (6, "zakelijk", Trigger.DATA_SUBJECT_REQUEST, StartReason.RECEIVED, "Inzageverzoek van een oud-klant"),
    (1, "zorg", Trigger.DATA_SUBJECT_REQUEST, StartReason.RECEIVED, "Vraag om inzage in de logboeken"),
)


def stories(world: World) -> Iterator[Story]:
    """One for each."""
    return (_happened(world, number) for number in range(len(_HAPPENED)))


def _happened(world: World, number: int) -> Story:
    days, template, trigger, kind, title = _HAPPENED[number]
    at = yield world.ago(days, "12:20")
    said = Said(trigger, at, kind, at + timedelta(days=60), title)
    event = actions.record_event(world.under(template, number * 19 + 4), said, **world.did(at))
    at = yield at + timedelta(hours=2)
    for row in _clocks(event.pk):
        clocks.assign(row, owner=world.user(Role.ENGINEER), **world.acted(at))
    if number == 1:
        at = yield at + timedelta(days=1)
        actions.cancel(event, reason="De klant heeft van de audit afgezien.", **world.did(at))
        return
    at = yield at + timedelta(days=11 if number == 2 else 4)
    for row in _clocks(event.pk):
        clocks.end(row, at=at, by=Proof.DONE, reason="Beantwoord.", **world.acted(at, Role.ENGINEER))
    at = yield at + timedelta(days=9)
    for row in _clocks(event.pk, ours=False):
        clocks.end(
            row, at=at, by=Proof.DONE, reason="De andere partij liet weten dat het is gedaan.", **world.acted(at)
        )


def _clocks(event_id: UUID, *, ours: bool = True) -> list[Obligation]:
    rows = Obligation.objects.select_related("organisation", "agreement", "owner")
    return list(rows.filter(subject_id=event_id, ended_at=None, ours=ours).order_by("id"))

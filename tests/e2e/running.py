"""Clocks in every state for the pages about them: paused, extended, corrected, waiting for a decision, of an incident."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from art28.agreement.duties import Trigger
from art28.obligations.moving import Pause
from art28.terms import StartReason
from art28.web.accounts.rights import Role
from art28.web.agreements import deciding
from art28.web.agreements.models import Agreement, FactVersion
from art28.web.breaches.models import Breach
from art28.web.clocks import changing
from art28.web.clocks.changing import By
from art28.web.clocks.models import Loosening, Obligation
from art28.web.cybersecurity import actions as cybersecurity
from art28.web.cybersecurity.models import Scope
from art28.web.events import actions as events
from art28.web.events.models import Event
from art28.web.events.queries import Said
from e2e.page import Page
from web.people import Tenant


@dataclass(frozen=True, slots=True)
class Running:
    """What there is to look at."""

    agreement: UUID
    breach: UUID
    events: tuple[UUID, ...]
    clocks: tuple[UUID, ...]

    def pages(self) -> Iterator[Page]:
        """Every page about them."""
        yield from (Page("events:list"), Page("events:new"), Page("events:new", query="q=nergens"))
        yield Page("events:new", query=f"agreement={self.agreement}")
        yield Page("events:new", query=f"agreement={self.agreement}&event=sub_processor_change")
        yield from (Page("events:detail", (event,)) for event in self.events)
        yield from (Page("clock", (clock,)) for clock in self.clocks)
        yield Page("clock_corrections")
        yield from (Page("cybersecurity:entity"), Page("cybersecurity:incident", (self.breach,)))


def run(ours: Tenant, agreement: Agreement, breach: Breach) -> Running:
    """Let things happen under `agreement`, and find the breach a significant incident too."""
    owner, now = ours.members[Role.OWNER].user, timezone.now()
    actor = ours.actor(Role.OWNER)
    by = By(owner.pk, actor, now)
    days = timedelta(days=1)

    def happened(trigger: Trigger, kind: StartReason, title: str, days_ago: int) -> Event:
        said = Said(trigger, now - days_ago * days, kind, now + 60 * days, title)
        return events.record_event(agreement, said, by=owner, actor=actor, now=now)

    def clock(event: Event, action: str) -> Obligation:
        rows = Obligation.objects.select_related("organisation", "agreement", "owner")
        return rows.get(subject_id=event.pk, action=action)

    asked = happened(Trigger.DATA_SUBJECT_REQUEST, StartReason.RECEIVED, "Inzageverzoek via de servicedesk", 9)
    other = happened(Trigger.DATA_SUBJECT_REQUEST, StartReason.RECEIVED, "Verzoek om rectificatie", 12)
    ended = happened(Trigger.TERMINATION, StartReason.ENDED, "Opzegging van het contract", 5)
    wrong = happened(Trigger.AUDIT_REQUEST, StartReason.ASKED, "Audit door de accountant", 1)
    events.cancel(wrong, reason="De vraag betrof een andere leverancier.", by=owner, actor=actor, now=now)
    paused, extended = clock(asked, "answer_request"), clock(other, "answer_request")
    changing.pause(
        paused,
        ground=Pause.IDENTITY_ASKED,
        at=now - 6 * days,
        reason="Het adres is ons niet bekend; om een bewijs gevraagd.",
        clause="",
        by=by,
    )
    changing.extend(extended, told_at=now - days, how="per brief", reason="Veel verzoeken tegelijk.", by=by)
    _loosen(agreement, actor_of=ours)
    cybersecurity.set_entity(
        ours.organisation,
        scope=Scope.IMPORTANT,
        legal_entity=None,
        sector="beheer van ICT-diensten",
        managed_provider=True,
        csirt="CSIRT-loket voor digitale diensten",
        authority="Bevoegde autoriteit",
        by=owner,
        actor=actor,
        now=now,
    )
    found = cybersecurity.Found(
        significant=True,
        criteria=("malicious",),
        reason="De laptop is gericht gestolen; de sleutel lag erbij.",
        aware_at=now - timedelta(hours=4),
    )
    cybersecurity.assess(breach, found, by=owner, actor=actor, now=now)
    waiting = [question.obligation_id for question in Loosening.objects.all()[:1]]
    warned = Obligation.objects.get(subject_id=breach.pk, action="warn_of_incident")
    return Running(
        agreement.pk, breach.pk, (asked.pk, ended.pk, wrong.pk), (paused.pk, extended.pk, warned.pk, *waiting)
    )


def _loosen(agreement: Agreement, *, actor_of: Tenant) -> None:
    """Correct the limit for breaches twice: first stricter, which applies, then looser, which waits."""
    for value in ("PT12H", "PT48H"):
        current = FactVersion.objects.get(agreement=agreement, key="breach.deadline", current=True)
        deciding.correct(
            agreement,
            "breach.deadline",
            value,
            seen=current.number,
            actor=actor_of.actor(Role.OWNER),
            now=timezone.now(),
        )

"""A controller whose processor had a breach: its decision, its consultation, its measure; and the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from art28.assessing.severity import Circumstance, DataClass, Scored, severity
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, Direction
from art28.web.assessments import actions, deciding, queries
from art28.web.assessments.models import About, Risk
from art28.web.breaches.models import Breach
from art28.web.registers import actions as registers
from art28.web.registers.models import Kind
from e2e.page import Page
from web.breaches import world as worlds
from web.people import Tenant

BEHIND = [
    {"name": "Noorderlicht Datacenters AB", "service": "uitwijk", "processing_in": ["SE"]},
    {"name": "Nachtploeg Pvt Ltd", "service": "beheer in de nacht", "processing_in": ["NL", "IN"]},
]
SAID = {**worlds.SAID, "breach.duty_to_consult": True, "subprocessors.list": BEHIND}
CHOSEN = Scored(
    contexts={DataClass.SIMPLE: 2, DataClass.FINANCIAL: 3},
    identification=Decimal(1),
    circumstances={kind: Decimal(0) for kind in Circumstance},
)


@dataclass(frozen=True, slots=True)
class Controlling:
    """What there is to look at; `as_processor` is a breach of which the notification is another's."""

    breach: Breach
    agreement: Agreement
    as_processor: Breach

    def pages(self) -> Iterator[Page]:
        """The pages of the controller's side, the registers and the offline pack, in their states."""
        breach = self.breach.pk
        yield from (Page("assessments:case", (breach,)), Page("assessments:case", (self.as_processor.pk,)))
        yield from (Page("assessments:decide", (breach,)), Page("assessments:awareness", (breach,)))
        yield Page("assessments:consult", (breach, self.agreement.pk))
        yield from (Page("assessments:form", (breach, name)) for name in ("ap", "edpb"))
        yield from (Page("assessments:notified", (breach,)), Page("assessments:letter", (breach,)))
        yield from (Page("registers:breaches"), Page("registers:breaches", query="q=nergens&late=1"))
        yield from (Page("registers:figures"), Page("registers:figures", query="what=authority&by=agreement"))
        yield from (Page("registers:measures", (breach,)), Page("offline:index"))
        yield from (Page("chains:behind"), Page("chains:behind", query="q=nergens"))
        yield Page("chains:one_behind", ("nachtploegpvt",))
        yield Page("breaches:new", query="behind=nachtploegpvt")


def control(ours: Tenant, as_processor: Breach) -> Controlling:
    """Record, weigh and decide as a controller."""
    owner, actor, now = ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    made = worlds.agreement(ours.organisation, SAID, name="Kadewolk Hosting B.V.", direction=Direction.CONTROLLER)
    given = worlds.World(ours.organisation, owner, owner, owner, made)
    breach = worlds.breach(given, at=now - timedelta(hours=30), now=now)
    reason = "De servicedesk kreeg het signaal eerder"
    received, known = now - timedelta(hours=26), now - timedelta(hours=31)
    deciding.set_awareness(
        queries.case(breach),
        received_at=received,
        known_at=known,
        reason=reason,
        may_loosen=False,
        by=owner,
        actor=actor,
        now=now,
    )
    outcome = severity(CHOSEN, people=250, unintelligible=False)
    choice = deciding.Choice(
        risk=Risk.HIGH, authority=True, people=True, reasons="Het lag open.", scored=CHOSEN, severity=outcome
    )
    deciding.decide(queries.case(breach), choice, by=owner, actor=actor, now=now)
    found = queries.case(breach)
    actions.consult(
        found,
        found.wanted[0],
        about=About.AUTHORITY,
        held_at=now,
        spoken_to="M. Berg",
        outcome="agreed",
        note="Akkoord.",
        by=owner,
        actor=actor,
        now=now,
    )
    registers.set_measure(
        breach,
        kind=Kind.MEASURE,
        text="Alle gedeelde mappen nalopen",
        due_on=(now + timedelta(days=12)).date(),
        owner=owner,
        by=owner,
        actor=actor,
        now=now,
    )
    return Controlling(breach, made, as_processor)

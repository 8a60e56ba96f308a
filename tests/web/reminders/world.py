"""A running clock with its people: who sees to it, a deputy, a manager; and the pumps, run until nothing is due."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from art28.web.accounts.rights import Role
from art28.web.breaches import actions as breaches
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation
from art28.web.reminders import composing, people, planning
from art28.web.reminders.delivery import deliver_due
from web.breaches.world import KNOWN as FACTS
from web.breaches.world import NOW, SAID, actor, agreement, discovery
from web.people import Tenant, tenant

HOUR = timedelta(hours=1)
LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Office:
    tenant: Tenant
    clock: Obligation

    def address(self, role: Role) -> str:
        return str(self.tenant.members[role].user.email)


def office(slug: str = "veldlicht", *, deadline: str = "PT24H") -> Office:
    """The engineer sees to it, the privacy officer stands in, the member of management manages."""
    ours = tenant(slug)
    deputy, manager = ours.members[Role.PRIVACY_OFFICER].user, ours.members[Role.MANAGEMENT].user
    people.name_stand_ins(
        ours.members[Role.ENGINEER], deputy=deputy, manager=manager, actor=ours.actor(Role.OWNER), now=NOW
    )
    return Office(ours, breach_clock(ours, deadline=deadline))


def breach_clock(ours: Tenant, *, deadline: str = "PT24H", name: str = "Stichting Zorg") -> Obligation:
    made = agreement(ours.organisation, {**SAID, "breach.deadline": deadline}, name=name)
    by = ours.members[Role.ENGINEER].user
    recorded = breaches.record_breach(
        made.organisation,
        (made.pk,),
        title="Open back-up",
        facts=FACTS,
        discovery=discovery(),
        by=by,
        actor=actor(by),
        now=NOW,
    )
    clock = Obligation.objects.select_related("organisation").get(subject_id=recorded.pk, action="notify_breach")
    clocks.assign(clock, owner=by, actor=actor(by), now=NOW)
    return clock


def write(now: datetime) -> None:
    """Plan and write what is due."""
    planning.begin(now=now, limit=LIMIT)
    while planning.advance(now=now, limit=LIMIT):
        pass
    composing.digests(now=now, limit=LIMIT)
    composing.compose(now=now, limit=LIMIT)


def run(now: datetime) -> None:
    """What a worker does of reminders in a round."""
    write(now)
    deliver_due(now=now, limit=LIMIT, clock=lambda: now)

"""A breach to look at, recorded two hours ago under one of the sample agreements; for local use."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone, translation

from art28.agreement import labels
from art28.agreement.duties import Action
from art28.notices.breach import Affected, BreachFacts, Contact, Count, Extent
from art28.web.accounts.access import actor_of
from art28.web.accounts.models import Membership, Organisation
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction, State
from art28.web.agreements.queries import agreements
from art28.web.breaches import queries
from art28.web.breaches.actions import Discovery, record_breach
from art28.web.clocks import queries as clocks
from art28.web.clocks.words import left

_SHOWN = 8


def record(organisation: Organisation, *, now: datetime) -> None:
    """Record the breach, once, under the first agreement in which the organisation is the processor."""
    ours = agreements(organisation).filter(direction=Direction.PROCESSOR, state=State.READ)
    agreement = ours.order_by("source__name").first()
    owner = Membership.objects.filter(organisation=organisation, role=Role.OWNER, ended_at=None).first()
    if agreement is None or owner is None or queries.breaches(organisation).exists():
        return
    aware_at = now.replace(second=0, microsecond=0) - timedelta(hours=2)
    record_breach(
        organisation,
        (agreement.pk,),
        title="Gestolen laptop van een servicemonteur",
        facts=_facts(aware_at),
        discovery=Discovery(
            aware_at=aware_at,
            aware_reason="de dienstdoende specialist stelde vast dat er klantgegevens op stonden",
            at_sub_processor=False,
        ),
        by=owner.user,
        actor=actor_of(owner),
        now=now,
    )


def _facts(aware_at: datetime) -> BreachFacts:
    return BreachFacts(
        reference="",
        description="Uit een bestelbus is een laptop gestolen met contactgegevens en storingsmeldingen van klanten.",
        affected=(Affected.CONFIDENTIALITY,),
        system="Laptop van de servicemonteur",
        occurred_from=aware_at - timedelta(hours=9),
        discovered_at=aware_at - timedelta(hours=1),
        how_discovered="Gemeld door de monteur",
        data_categories=("naam", "telefoonnummer", "inhoud van storingsmeldingen"),
        subjects=Count(120, 200),
        measures_taken="Het account is geblokkeerd en de laptop is op afstand gewist.",
        protection=Extent.PARTLY,
        protection_detail="De schijf was versleuteld; het apparaat stond aan toen het werd meegenomen.",
        contact=Contact(
            name="Pim Wolthuis", function="functionaris gegevensbescherming", email="pim@dijkvaart.example"
        ),
    )


def due(organisation: Organisation, *, now: datetime) -> Iterator[str]:
    """A line for each of the next clocks: when it ends, what is left, what must be done, under which agreement."""
    with translation.override(organisation.language):
        board = clocks.today(organisation, now=now)
        rows = sorted((*board.running, *board.waiting), key=lambda row: (row.ends_at is None, row.ends_at))
        for row in rows[:_SHOWN]:
            action = labels.action(Action(row.action), organisation.language)
            what = f"{action:<44}{labels.shorten(row.title, 44)}"
            if row.ends_at is None:
                yield f"{'':<38}{what}"
                continue
            ends = f"{timezone.localtime(row.ends_at):%d-%m-%Y %H:%M}"
            yield f"{ends:<18}{left(row.ends_at, now, inclusive=row.ends_inclusive):<24}{what}"

"""Breaches that run now: a laptop stolen two hours ago, and since yesterday a filter of mail that let others read along."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone, translation

from art28.agreement import labels
from art28.agreement.duties import Action
from art28.notices.breach import Affected, BreachFacts, Contact, Count, Extent
from art28.web.accounts.models import Organisation
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction, State
from art28.web.agreements.queries import agreements
from art28.web.breaches import actions
from art28.web.breaches.actions import Discovery
from art28.web.clocks.today import today
from art28.web.clocks.words import left
from art28.web.demo import post
from art28.web.demo.breaches import CONTACT, standing, tell
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.services import touching
from art28.web.services.touching import Selection

_SHOWN = 8


def stories(world: World) -> Iterator[Story]:
    """Both."""
    yield _filter(world)
    yield _laptop(world)


def _filter(world: World) -> Story:
    """Over all who take the filter; a few were told, the others wait, some for a call."""
    at = yield world.now - timedelta(hours=20)
    service = world.services["Mailfilter"]
    scope = touching.scope(world.organisation, Selection(services=frozenset({service.pk})))
    breach = actions.record_breach(
        world.organisation,
        scope.ids(),
        title="Mailfilter toonde tegengehouden berichten aan andere klanten",
        facts=BreachFacts(
            reference="",
            description="Na een update zagen beheerders van klanten ook tegengehouden berichten van andere klanten.",
            affected=(Affected.CONFIDENTIALITY,),
            system="Filterstraat",
            occurred_from=at - timedelta(hours=9),
            discovered_at=at,
            how_discovered="Een beheerder van een klant meldde een onbekend bericht in zijn overzicht",
            ongoing=Extent.NO,
            data_categories=("inhoud van e-mail", "e-mailadres"),
            subject_categories=("medewerkers en correspondenten van klanten",),
            measures_taken="De update is teruggedraaid en het overzicht afgesloten.",
            contact=CONTACT,
        ),
        discovery=Discovery(aware_at=at, aware_reason="de melding is nagebootst", at_sub_processor=False),
        **world.did(at + timedelta(minutes=30)),
    )
    touching.keep_grounds(breach, scope)
    at = yield at + timedelta(hours=5)
    rows = [row for row in standing(breach) if row.is_owed]
    tell(world, rows[: len(rows) // 3], at)
    post.deliver(at + timedelta(minutes=2))
    for row in rows[len(rows) // 3 :][:2]:
        reason = "Deze klant gebruikt een eigen filterstraat, die niet is bijgewerkt."
        actions.exclude(row, reason=reason, **world.did(at))


def _laptop(world: World) -> Story:
    """Under the first of the sample agreements in which the organisation is the processor."""
    aware_at = world.now.replace(second=0, microsecond=0) - timedelta(hours=2)
    yield world.now
    ours = agreements(world.organisation).filter(direction=Direction.PROCESSOR, state=State.READ)
    agreement = ours.order_by("source__name").first()
    if agreement is None:
        return
    actions.record_breach(
        world.organisation,
        (agreement.pk,),
        title="Gestolen laptop van een servicemonteur",
        facts=_of_laptop(aware_at),
        discovery=Discovery(
            aware_at=aware_at,
            aware_reason="de dienstdoende specialist stelde vast dat er klantgegevens op stonden",
            at_sub_processor=False,
        ),
        **world.did(world.now, Role.OWNER),
    )


def _of_laptop(aware_at: datetime) -> BreachFacts:
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
        board = today(organisation, now=now)
        lines = (line.row for line in (*board.running.lines, *board.waiting.lines))
        ahead = (row for row in lines if row.ends_at is None or row.ends_at > now)
        rows = sorted(ahead, key=lambda row: (row.ends_at is None, row.ends_at))
        for row in rows[:_SHOWN]:
            action = labels.action(Action(row.action), organisation.language)
            what = f"{action:<44}{labels.shorten(row.title, 44)}"
            if row.ends_at is None:
                yield f"{'':<38}{what}"
                continue
            ends = f"{timezone.localtime(row.ends_at):%d-%m-%Y %H:%M}"
            yield f"{ends:<18}{left(row.ends_at, now, inclusive=row.ends_inclusive):<24}{what}"

"""Breaches of the past, as `breaches.toml` tells them: recorded, told to whom they touch, confirmed, and closed."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

from art28.agreement.duties import Action
from art28.notices.breach import Affected, BreachFacts, Contact, Count, Extent
from art28.notices.notice import NoticeKind
from art28.web.breaches import actions, promises, queries
from art28.web.breaches.actions import Discovery, StateChanged
from art28.web.breaches.composing import Sending
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.breaches.sending import Leaving, Refusal, send_many
from art28.web.clocks import actions as ending
from art28.web.clocks.models import Obligation, Proof
from art28.web.demo import post
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.notices import actions as outbox
from art28.web.notices import queries as sent
from art28.web.parties import queries as contacts
from art28.web.parties.models import Contact as Person

SIGNED = "Pim Wolthuis, functionaris gegevensbescherming"
CONTACT = Contact(
    name="Pim Wolthuis",
    function="functionaris gegevensbescherming",
    phone="038 000 01 28",
    email="pim@dijkvaart.example",
)
_HOUR = timedelta(hours=1)


def stories(world: World) -> Iterator[Story]:
    """One for each."""
    said = tomllib.loads(files(__package__).joinpath("breaches.toml").read_text(encoding="utf-8"))
    return (_one(world, each, number) for number, each in enumerate(said["breach"]))


def _one(world: World, said: Mapping[str, Any], number: int) -> Story:
    """A breach under some agreements: recorded, told, supplemented where more became known, closed."""
    at = yield world.ago(said["days"], said["clock"])
    touched = list({world.under(said["of"], number * 7 + place).pk: None for place in range(said["touched"])})
    breach = actions.record_breach(
        world.organisation,
        touched,
        title=said["title"],
        facts=_facts(said, at),
        discovery=Discovery(aware_at=at, aware_reason="bevestigd door de functionaris", at_sub_processor=False),
        **world.did(at + timedelta(minutes=25)),
    )
    at = yield at + said["told"] * _HOUR
    tell(world, standing(breach), at, late=said.get("late", ""))
    post.deliver(at + timedelta(minutes=1))
    at = yield at + timedelta(hours=20)
    for message in sent.about(world.organisation, subject_id=breach.pk, under=touched)[:2]:
        if message.accepted_at is not None and message.acknowledged_at is None:
            outbox.acknowledge(message, name=message.recipient_name, now=at)
    end_clocks(world, breach, at)
    if "closed" not in said:
        return
    at = yield at + timedelta(days=said["closed"])
    tell(world, standing(breach), at, closing="Alles is hersteld en nagelopen.")
    post.deliver(at + timedelta(minutes=1))
    end_clocks(world, breach, at)
    actions.close(breach, reason="Gemeld, hersteld en besproken met de klant.", **world.acted(at + _HOUR))


def _facts(said: Mapping[str, Any], at: datetime) -> BreachFacts:
    return BreachFacts(
        reference="",
        description=said["what"],
        affected=(Affected(said.get("affected", "confidentiality")),),
        occurred_from=at - timedelta(hours=30),
        discovered_at=at - timedelta(minutes=50),
        how_discovered=said["how"],
        ongoing=Extent.NO,
        data_categories=tuple(said["data"]),
        subject_categories=("klanten van de klant",),
        subjects=Count(*said["people"]),
        records=Count(said["people"][0], said["people"][1] * 3),
        consequences=said.get("consequences", "Onbevoegden kunnen kennis hebben genomen van de gegevens."),
        measures_taken=said["measures"],
        measures_planned=said["planned"],
        protection=Extent.NO,
        contact=CONTACT,
    )


def standing(breach: Breach) -> list[TouchedAgreement]:
    """The agreements that the breach touches, with what a notice needs."""
    rows = TouchedAgreement.objects.filter(organisation=breach.organisation, breach=breach, excluded_at=None)
    found = rows.select_related(
        "breach__organisation", "agreement__organisation", "agreement__counterparty", "organisation"
    )
    touched = list(found.order_by("agreement__source__name"))
    said = promises.promised(breach.organisation, [row.agreement_id for row in touched])
    queries.draw(touched, said, queries.newest_facts(breach))
    return touched


def end_clocks(world: World, breach: Breach, at: datetime) -> None:
    """Do by telephone and letter what mail didn't, and hear what the others did, so that nothing but supplements runs."""
    for row in Obligation.objects.select_related("organisation", "agreement").filter(
        organisation=world.organisation, subject_id=breach.pk, ended_at=None
    ):
        if row.action != Action.FOLLOW_UP_BREACH:
            reason = (
                "Telefonisch gemeld en per brief bevestigd."
                if row.ours
                else "De andere partij liet weten dat het is gedaan."
            )
            ending.end(row, at=at, by=Proof.DONE, reason=reason, **world.acted(at))


def tell(world: World, rows: Sequence[TouchedAgreement], at: datetime, *, late: str = "", closing: str = "") -> None:
    """Send who is owed one a notice, to the first contact with an address: a closing one with `closing`, else the next."""
    rows = [row for row in rows if row.is_owed]
    parties = {row.agreement.counterparty_id for row in rows}
    people: dict[UUID, Person] = {}
    for person in contacts.contacts_of(world.organisation, [each for each in parties if each is not None]):
        if person.email:
            people.setdefault(person.counterparty_id, person)
    letters = [
        (Leaving(row, _sending(row, people[row.agreement.counterparty_id], late, closing), row.version),)
        for row in rows
        if row.agreement.counterparty_id in people
    ]
    if not letters:
        return
    outcomes = send_many(rows[0].breach, letters, **world.acted(at))
    refused = [each for each in outcomes.values() if isinstance(each, Refusal)]
    if refused:
        raise StateChanged(f"a notice was not sent: {refused[0].value}")


def _sending(row: TouchedAgreement, person: Person, late: str, closing: str) -> Sending:
    first = NoticeKind.FOLLOW_UP if row.sent else NoticeKind.REPORT
    return Sending(
        kind=NoticeKind.CLOSING if closing else first,
        recipient=person.email,
        recipient_name=person.name,
        signed_by=SIGNED,
        late_reasons=late,
        closing_reason=closing,
    )

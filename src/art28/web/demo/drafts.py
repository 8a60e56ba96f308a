"""Agreements being made: begun, with the other side, come back, being signed, signed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction
from art28.web.demo import customers
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.drafts import actions, rounds
from art28.web.drafts.beginning import Beginning, begin
from art28.web.drafts.chosen import Chosen, chosen_in
from art28.web.drafts.models import Draft
from art28.web.parties import actions as parties
from art28.web.parties import queries as party_queries
from art28.web.parties.models import Purpose
from art28.web.signing import actions as signing
from art28.web.signing.actions import Person

_BEGUN = (
    (70, "Stichting Bibliotheek Esdoornveld", "balanced", "paper"),
    (45, "Vlierzoom Notarissen B.V.", "provider", "withdrawn"),
    (28, "Gemeente Rietmeer", "customer", "signing"),
    (16, "Huisartsenpost Hazelhof", "customer", "round"),
    (12, "Kastanjeborg Bouw B.V.", "provider", "agreed"),
    (6, "Stichting Lijsterdal College", "balanced", "round"),
    (2, "Meidoornhorst Advocaten B.V.", "balanced", "begun"),
)


def stories(world: World) -> Iterator[Story]:
    """One for each draft."""
    return (_draft(world, number) for number in range(len(_BEGUN)))


def _draft(world: World, number: int) -> Story:
    days, name, template, way = _BEGUN[number]
    at = yield world.ago(days, "10:35")
    draft = _begin(world, name, template, at)
    if way == "begun":
        return
    at = yield at + timedelta(hours=4)
    draft = _complete(world, draft, at)
    person = party_queries.contacts(world.organisation, draft.counterparty_id)[0]
    if way == "withdrawn":
        actions.withdraw(draft, **world.acted(at))
        return
    people = (
        Person("controller", person.name, "bestuurder", person.email),
        Person("processor", "Hester van Loon", "directeur", "hester@dijkvaart.example"),
    )
    if way == "paper":
        signing.on_paper(draft, people, signed_at=at, **world.did(at, Role.OWNER))
        return
    sending = rounds.Sending(recipient=person.email, recipient_name=person.name, message="Zie vooral artikel 5.")
    made = rounds.send(draft, sending, **world.did(at, Role.OWNER))
    at = yield at + timedelta(days=3)
    rounds.remark(
        made,
        clause="5.1",
        text="Graag bellen vóór u mailt.",
        name=person.name,
        by=None,
        actor=rounds.OTHER_SIDE,
        now=at,
    )
    if way == "round":
        return
    at = yield at + timedelta(days=1)
    rounds.agree(made, name=person.name, now=at)
    if way == "signing":
        at = yield at + timedelta(days=2)
        signing.begin(_again(draft), people, in_order=True, days=60, **world.did(at, Role.OWNER))


def _begin(world: World, name: str, template: str, at: datetime) -> Draft:
    who = customers.customer(name, "zakelijk", world.chance)
    details = {"registration": who.registration, "street": who.street, "postcode": who.postcode, "city": who.city}
    party = parties.counterparty_named(world.organisation, name, details=details, **world.acted(at))
    for purpose in (Purpose.CONTRACT, Purpose.BREACH):
        parties.add_contact(
            party, purpose=purpose, name=who.person, role="bestuurder", email=who.mailbox, **world.acted(at)
        )
    entity = party_queries.legal_entities(world.organisation).order_by("created_at", "id")[0]
    beginning = Beginning(
        counterparty=party,
        legal_entity=entity,
        direction=Direction.PROCESSOR if world.services else Direction.CONTROLLER,
        template=template,
        language="nl",
        services=tuple(list(world.services.values())[:2]),
    )
    return begin(world.organisation, beginning, **world.did(at, Role.OWNER))


def _complete(world: World, draft: Draft, at: datetime) -> Draft:
    """Fill in what is missing yet."""
    known = chosen_in(draft.versions.get(number=draft.version))
    facts = {
        "main_agreement.reference": "Raamovereenkomst",
        "processing.services": ("beheer",),
        "processing.purposes": ("beheer van systemen",),
        "processing.data_categories": ("naam", "e-mailadres"),
        "processing.data_subjects": ("medewerkers",),
        **known.facts,
    }
    facts |= {
        f"{side}.{field}": value
        for side in ("controller", "processor")
        for field, value in (("representative", "Hester van Loon"), ("representative_role", "directeur"))
        if f"{side}.{field}" not in facts
    }
    chosen = Chosen(facts=facts, measures=("versleuteling van verbindingen",), negotiated=known.negotiated)
    actions.change(draft, chosen, based_on=draft.version, why="Aangevuld", **world.did(at, Role.OWNER))
    return _again(draft)


def _again(draft: Draft) -> Draft:
    return Draft.objects.select_related("organisation", "counterparty", "legal_entity").get(pk=draft.pk)

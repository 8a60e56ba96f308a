"""A small world for these tests: an organisation with three people, an outsider, and an agreement with facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from art28.notices.breach import Affected, BreachFacts, Contact, Count
from art28.obligations.duties import duties_of
from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM, Actor
from art28.web.accounts.models import Organisation, User
from art28.web.accounts.rights import Role
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement, AgreementText, Direction, FactState, FactVersion, SourceFile, State
from art28.web.breaches import actions, queries
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.parties.models import Contact as PartyContact
from art28.web.parties.models import Counterparty
from web import people

NOW = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)  # Sunday 02:10 in Amsterdam
FORM = [
    {"number": 1, "question": "Wat is er gebeurd?", "kind": "text", "options": None},
    {"number": 2, "question": "Wat is de oorzaak?", "kind": "text", "options": None},
]
SAID: Mapping[str, Any] = {
    "breach.deadline": "PT24H",
    "breach.wording": "fixed",
    "breach.questionnaire": FORM,
    "processor.name": "Dijkvaart Diensten B.V.",
}
KNOWN = BreachFacts(
    reference="",
    description="Een back-up stond open op internet.",
    affected=(Affected.CONFIDENTIALITY,),
    data_categories=("namen", "telefoonnummers"),
    subjects=Count(100, 250),
    contact=Contact(name="M. Berg", email="security@dijkvaart.example"),
)


@dataclass(frozen=True, slots=True)
class World:
    organisation: Organisation
    owner: User
    member: User
    outsider: User
    agreement: Agreement


def world(said: Mapping[str, Any] = SAID, *, contact: str = "datalek@zorg.example") -> World:
    organisation = accounts.create_organisation("Dijkvaart", "dijkvaart", now=NOW)
    elsewhere = accounts.create_organisation("Elders", "elders", now=NOW)
    owner, member, outsider = (
        accounts.create_user(f"{name}@dijkvaart.example", name.title(), password=None, now=NOW)
        for name in ("owner", "member", "outsider")
    )
    accounts.add_member(organisation, owner, Role.OWNER, actor=SYSTEM, now=NOW)
    accounts.add_member(organisation, member, Role.AUDITOR, actor=SYSTEM, now=NOW)
    accounts.add_member(elsewhere, outsider, Role.OWNER, actor=SYSTEM, now=NOW)
    return World(organisation, owner, member, outsider, agreement(organisation, said, contact=contact))


def agreement(
    organisation: Organisation,
    said: Mapping[str, Any] = SAID,
    *,
    name: str = "Stichting Zorg",
    contact: str = "datalek@zorg.example",
    direction: Direction = Direction.PROCESSOR,
) -> Agreement:
    party = Counterparty.objects.create(organisation=organisation, name=name, created_at=NOW)
    if contact:
        PartyContact.objects.create(
            organisation=organisation,
            counterparty=party,
            purpose="breach",
            name="J. Okkerse",
            email=contact,
            phone="0321000418",
            created_at=NOW,
        )
    source = SourceFile.objects.create(
        organisation=organisation, name=f"{name}.txt", sha256=name, size=1, uploaded_at=NOW
    )
    made = Agreement.objects.create(
        organisation=organisation,
        source=source,
        title="Verwerkersovereenkomst",
        counterparty=party,
        counterparty_name=name,
        direction=direction,
        language="nl",
        state=State.READ,
        added_at=NOW,
        read_at=NOW,
    )
    text = AgreementText.objects.create(
        organisation=organisation, agreement=made, extraction="1", text="x" * 50, blocks=[], pages=[], read_at=NOW
    )
    for key, value in said.items():
        FactVersion.objects.create(
            organisation=organisation,
            agreement=made,
            text=text,
            key=key,
            number=1,
            value=value,
            citations=[{"text": f"passage over {key}", "start": 0, "end": 9, "page": None}],
            provision="5.1",
            state=FactState.CONFIRMED,
            at=NOW,
        )
    deriving.replace_duties(made, text, duties_of(deriving.standing(made)), now=NOW)
    return made


def actor(user: User) -> Actor:
    return Actor(user.pk, "owner")


def discovery(at: datetime = NOW, **changes: Any) -> actions.Discovery:
    fields: dict[str, Any] = {"aware_at": at, "aware_reason": "bevestigd door de dienst", "at_sub_processor": False}
    return actions.Discovery(**{**fields, **changes})


def breach(given: World, *, at: datetime = NOW, now: datetime | None = None, **changes: Any) -> Breach:
    return actions.record_breach(
        given.agreement.organisation,
        (given.agreement.pk,),
        title="Open back-up",
        facts=KNOWN,
        discovery=discovery(at, **changes),
        by=given.owner,
        actor=actor(given.owner),
        now=now or at + timedelta(minutes=5),
    )


def touched(recorded: Breach) -> TouchedAgreement:
    """The one agreement that the breach touches, with its draft."""
    agreement_id = TouchedAgreement.objects.values_list("agreement_id", flat=True).get(breach=recorded)
    found = queries.touched(recorded.organisation, recorded.pk, agreement_id)
    assert found is not None
    return found


def signed_in(user: User) -> Client:
    return people.signed_in(user)

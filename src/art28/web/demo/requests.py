"""Requests of data subjects: passed on to customers, answered by the organisation itself, late, refused, and open."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from art28.obligations.rights import Place, PlaceKind, RefusalGround, SubjectRight
from art28.web.accounts.rights import Role as Of
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Proof
from art28.web.demo import customers, post
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.requests import actions, passing, queries, stepping
from art28.web.requests.models import Identity, Outcome, Role, Source, StepState, SubjectRequest

_ASKED = (
    ((SubjectRight.ACCESS,), "Ik wil weten welke gegevens u van mij hebt."),
    ((SubjectRight.ERASURE,), "Wilt u al mijn gegevens wissen? Ik ben geen klant meer."),
    ((SubjectRight.RECTIFICATION,), "Mijn geboortedatum staat er verkeerd in."),
    ((SubjectRight.ACCESS, SubjectRight.PORTABILITY), "Graag een kopie van mijn gegevens om mee te nemen."),
    ((SubjectRight.OBJECTION,), "Ik wil geen nieuwsbrieven meer."),
    ((SubjectRight.RESTRICTION,), "Wilt u mijn gegevens bevriezen tot de klacht is behandeld?"),
)
_PASSED_ON = (690, 640, 602, 555, 497, 450, 405, 360, 322, 280, 241, 205, 170, 133, 98, 71, 52, 34, 19, 9, 4, 1)
"""How many days ago customers' people asked us instead of the customer."""
_OUR_OWN = (610, 480, 377, 250, 140, 61, 33, 21, 6)
"""How many days ago our own customers, staff and applicants asked."""


def stories(world: World) -> Iterator[Story]:
    """One for each request."""
    templates = ("zakelijk", "zorg", "onderwijs", "overheid")
    for number, days in enumerate(_PASSED_ON):
        yield _of_a_customer(world, number, days, templates[number % len(templates)])
    yield from own(world)


def own(world: World) -> Iterator[Story]:
    """Those that the organisation answers itself."""
    for number, days in enumerate(_OUR_OWN):
        yield _of_our_own(world, number, days)


def _asking(world: World, number: int, role: Role, days: int) -> actions.Asking:
    rights, words = _ASKED[number % len(_ASKED)]
    name = customers.person(world.chance)
    return actions.Asking(
        role=role,
        rights=rights,
        name=name,
        reach=f"{name.split()[0].lower()}.{number}@post.example",
        asked=words,
        received_at=world.ago(days, "09:20"),
    )


def _of_a_customer(world: World, number: int, days: int, template: str) -> Story:
    """Passed on within a day or so; the newest still waits."""
    at = yield world.ago(days, "10:05")
    agreement = world.under(template, number * 5)
    origin = actions.Origin(source=Source.EMAIL if number % 3 else Source.FORM, by=world.user())
    asking = _asking(world, number, Role.PROCESSOR, days)
    row = actions.take_in(world.organisation, asking, (agreement,), origin=origin, **world.acted(at))
    line = queries.line(row, agreement.pk)
    if line is None:
        return
    at = yield at + timedelta(hours=30 if number % 7 == 3 else 5)
    going = passing.Passing(
        recipient=f"privacy@{'klant' if number % 2 else 'betrokkene'}.example",
        recipient_name="de functionaris gegevensbescherming",
        signed_by="Pim Wolthuis",
    )
    passing.pass_on(line, going, by=world.by(at))
    post.deliver(at + timedelta(minutes=1))
    at = yield at + timedelta(days=3)
    actions.assisted(line, what="Een overzicht van de gegevens in onze systemen.", at=at, by=world.by(at))
    at = yield at + timedelta(days=2)
    _close(world, row, Outcome.PASSED_ON, at)


def _of_our_own(world: World, number: int, days: int) -> Story:
    at = yield world.ago(days, "14:40")
    origin = actions.Origin(source=Source.FORM, by=world.user())
    asking = _asking(world, number, Role.CONTROLLER, days)
    row = actions.take_in(world.organisation, asking, (), origin=origin, **world.acted(at))
    at = yield at + timedelta(days=1)
    identity = Identity.ASKED if number % 4 == 2 else Identity.SURE
    means = "Het adres is onbekend; om een klantnummer gevraagd." if identity is Identity.ASKED else "Bekend mailadres."
    actions.check_identity(row, identity, means=means, at=at, by=world.by(at))
    places = (Place(PlaceKind.SYSTEM, "relatiebeheer"), Place(PlaceKind.SYSTEM, "mailplatform"))
    stepping.plan(row, places, by=world.by(at))
    if identity is Identity.ASKED:
        at = yield at + timedelta(days=4)
        actions.check_identity(row, Identity.ENOUGH, means="Klantnummer klopt.", at=at, by=world.by(at))
    if number == 2:
        at = yield at + timedelta(days=12)
        reason = "Het verzoek betreft zes systemen en drie jaar correspondentie."
        actions.extend(row, told_at=at, how="per brief", reason=reason, by=world.by(at))
    at = yield at + timedelta(days=9)
    for step in queries.steps(row)[: 1 if number == len(_OUR_OWN) - 2 else None]:
        stepping.take(step, row, StepState.DONE, result="Uitgevoerd.", by=world.by(at, Of.ENGINEER))
    if queries.steps_left(row):
        return
    at = yield at + timedelta(days=36 if number == 1 else 5)
    outcomes = {3: Outcome.REFUSED, 0: Outcome.PARTLY}
    _close(world, row, outcomes.get(number, Outcome.GRANTED), at)


def _close(world: World, row: SubjectRequest, outcome: Outcome, at: datetime) -> None:
    grounds = {Outcome.REFUSED: (RefusalGround.EXCESSIVE,), Outcome.PARTLY: (RefusalGround.RIGHTS_OF_OTHERS,)}
    reasons = {
        Outcome.REFUSED: "Hetzelfde verzoek is in een half jaar zesmaal gedaan en beantwoord.",
        Outcome.PARTLY: "Namen van anderen zijn onleesbaar gemaakt.",
    }
    answer = actions.Answer(
        outcome=outcome, grounds=grounds.get(outcome, ()), reason=reasons.get(outcome, ""), at=at, how="per e-mail"
    )
    row.refresh_from_db()
    actions.close(row, answer, based_on=row.version, by=world.by(at))
    for clock in queries.clocks_of(row):
        if clock.ended_at is None and not clock.ours:
            clocks.end(clock, at=at, by=Proof.DONE, reason="De klant meldt dat het is beantwoord.", **world.acted(at))

"""Instructions of customers, what they declared, and help that was given."""

from collections.abc import Iterator
from datetime import timedelta

from art28.web.acting import NotNow
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.casework import To
from art28.web.demo import customers, post
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.instructions import actions
from art28.web.instructions.actions import Given
from art28.web.instructions.models import Form, Kind, Matter

_GIVEN = (
    (688, "zakelijk", Kind.EXPORT, Form.EMAIL, "Graag alle bestellingen van vorig jaar als bestand."),
    (601, "zorg", Kind.RETENTION, Form.LETTER, "Bewaar inzagelogboeken voortaan vijf jaar."),
    (540, "onderwijs", Kind.DELETE, Form.PORTAL, "Verwijder de groep die in juli van school is gegaan."),
    (472, "overheid", Kind.VIEW, Form.EMAIL, "Laat onze archivaris meekijken in het zaaksysteem."),
    (390, "zakelijk", Kind.CORRECT, Form.PORTAL, "Voeg de dubbele relaties samen."),
    (311, "zorg", Kind.EXPORT, Form.EMAIL, "Lever de afspraken van dit kwartaal aan voor de accountant."),
    (244, "overheid", Kind.DELETE, Form.LETTER, "Wis de zaken waarvan de bewaartermijn is verstreken."),
    (150, "onderwijs", Kind.INFORM, Form.EMAIL, "Welke leveranciers hebt u dit jaar ingeschakeld?"),
    (77, "zakelijk", Kind.PROCESS, Form.SPOKEN, "Verrijk onze adressen met aangekochte gegevens."),
    (30, "zorg", Kind.DELETE, Form.EMAIL, "Verwijder het dossier van een cliënt die bezwaar heeft gemaakt."),
    (11, "onderwijs", Kind.EXPORT, Form.PORTAL, "Graag een export voor de overstap naar een ander systeem."),
    (2, "zakelijk", Kind.CORRECT, Form.EMAIL, "Pas de functietitels van onze medewerkers aan."),
)
_WARNED = 8
_HELPED = (
    (560, "zorg", Matter.DPIA, "Welke maatregelen horen bij het cliëntenportaal?"),
    (366, "overheid", Matter.SECURITY, "Wie heeft toegang tot de servers van het zaaksysteem?"),
    (210, "onderwijs", Matter.DPIA, "Wij beoordelen het toetsen op afstand. Wat legt u vast?"),
    (48, "zorg", Matter.CONSULTATION, "De toezichthouder vraagt naar de beeldverbinding."),
    (5, "overheid", Matter.DPIA, "Voor de nieuwe meldingenapp: welke gegevens bewaart u?"),
)
_DECLARED = ((500, "zorg", "beeldbellen"), (300, "overheid", "cameratoezicht"), (14, "zakelijk", "gespreksopname"))


def stories(world: World) -> Iterator[Story]:
    """One for each."""
    yield from (_instruction(world, number) for number in range(len(_GIVEN)))
    yield from (_help(world, number) for number in range(len(_HELPED)))
    yield from (_declaration(world, number) for number in range(len(_DECLARED)))


def _purpose(agreement: Agreement) -> str:
    """One of those for which the agreement lets data be processed."""
    found = agreements.facts_in(agreement.organisation, {agreement.pk}, ("processing.purposes",))
    known = found.get(agreement.pk, {}).get("processing.purposes")
    return str(known.value[0]) if known is not None and known.value else ""


def _to() -> To:
    return To(
        recipient="privacy@klant.example",
        recipient_name="de functionaris gegevensbescherming",
        signed_by="Pim Wolthuis",
    )


def _instruction(world: World, number: int) -> Story:
    days, template, kind, form, text = _GIVEN[number]
    at = yield world.ago(days, "11:30")
    agreement = world.under(template, number * 3)
    by = customers.person(world.chance)
    given = Given(
        kind=kind,
        form=form,
        given_by=by,
        given_at=at - timedelta(hours=2),
        text=text,
        purpose="" if kind == Kind.PROCESS else _purpose(agreement),
    )
    row = actions.record_instruction(agreement, given, by=world.by(at))
    at = yield at + timedelta(hours=6)
    if number == _WARNED:
        reasons = "De betrokkenen weten niet van deze verrijking en er is geen grondslag voor genoemd."
        actions.warn(row, reasons=reasons, to=_to(), by=world.by(at))
        post.deliver(at + timedelta(minutes=1))
        at = yield at + timedelta(days=6)
        actions.answered(row, answer="Wij trekken de opdracht in.", withdrawn=True, at=at, by=world.by(at))
        return
    try:
        actions.accept(row, lawful_by="de functionaris van de klant", by=world.by(at))
    except NotNow:  # outside the purposes of the agreement: it waits until those are changed
        return
    at = yield at + timedelta(days=6)
    possible = number != 3
    result = "Uitgevoerd en gecontroleerd." if possible else "Het systeem kent geen meekijken zonder eigen account."
    actions.carried_out(row, result=result, possible=possible, at=at, by=world.by(at))


def _help(world: World, number: int) -> Story:
    days, template, matter, question = _HELPED[number]
    at = yield world.ago(days, "15:10")
    task = actions.open_task(
        world.under(template, number * 11),
        matter=matter,
        question=question,
        asked_by=customers.person(world.chance),
        asked_at=at - timedelta(hours=3),
        by=world.by(at),
    )
    at = yield at + timedelta(days=4)
    actions.hand_over(task, name="Beschrijving van de maatregelen", version="4", refused="", by=world.by(at))
    at = yield at + timedelta(days=8)
    actions.end_task(task, answer="De beschrijving en een gesprek waren voldoende.", at=at, by=world.by(at))


def _declaration(world: World, number: int) -> Story:
    days, template, activity = _DECLARED[number]
    at = yield world.ago(days, "09:45")
    agreement = world.under(template, number * 13)
    row = actions.ask_declaration(agreement, kind="lawfulness", activity=activity, to=_to(), by=world.by(at))
    post.deliver(at + timedelta(minutes=1))
    at = yield at + timedelta(days=16)
    actions.file_declaration(
        row,
        text="De verwerking rust op een wettelijke taak; betrokkenen zijn ingelicht.",
        given_by=customers.person(world.chance),
        at=at,
        valid_until=(at + timedelta(days=365)).date(),
        by=world.by(at),
    )

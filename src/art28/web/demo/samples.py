"""The sample agreements, each in another format: put in and read as the first that the group kept in art28."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from art28.agreement import labels
from art28.agreement.duties import Action, Trigger
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Organisation
from art28.web.agreements import actions, deciding, queries, rows
from art28.web.agreements.models import Direction, PromisedDuty, State
from art28.web.agreements.readers import Found
from art28.web.demo.agreements import take_in
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.parties import actions as parties

# The group's companies, by the names under which they sign in the samples.
_COMPANIES = (
    ("Dijkvaart Telecom & Cloud B.V.", "99063815"),
    ("Tummel ICT Beheer B.V.", "99012258"),
    ("Kornoelje Software B.V.", ""),
    ("Harbourlight Hosting B.V.", ""),
    ("Papierlicht Archiefdiensten B.V.", "99234190"),
    ("Boomgaard Apparaatbeheer B.V.", ""),
    ("Lonenwerf Payroll B.V.", ""),
)
# Companies that work for the group: on their papers the group is the controller.
_SUPPLIERS = frozenset({"Grootboekje Online B.V.", "Pixelwilg Webdesign"})
# Whom papers that name no customer were signed with.
_UNNAMED = ("Kapsalon De Kam V.O.F.",)


def story(world: World, files: Iterable[Path], found: dict[str, Found]) -> Story:
    """The group's companies, and the agreements that came with them."""
    at = yield world.ago(729, "13:10")
    for name, registration in _COMPANIES:
        parties.add_legal_entity(world.organisation, name, actor=SYSTEM, now=at, registration=registration)
    uploads = [actions.Upload(path.name, "", path.read_bytes()) for path in files]
    take_in(world, uploads, found, actor=SYSTEM, now=at)
    _take_sides(world.organisation, now=at)
    _name(world, at=at)


def _name(world: World, *, at: datetime) -> None:
    """Say who the customer is where the paper leaves it open: a template that was signed with its dots."""
    nameless = queries.agreements(world.organisation).filter(
        counterparty_name="", direction=Direction.PROCESSOR, state=State.READ
    )
    for agreement, name in zip(
        nameless.select_related("organisation").order_by("source__name"), _UNNAMED, strict=False
    ):
        deciding.correct(agreement, "controller.name", name, seen=0, **world.acted(at))


def _take_sides(organisation: Organisation, *, now: datetime) -> None:
    """Say where the group is the controller."""
    actions.take_sides(organisation, actor=SYSTEM, now=now)
    unknown = queries.agreements(organisation).filter(direction=Direction.UNKNOWN, state=State.READ)
    suppliers = queries.facts_in(organisation, set(unknown.values_list("pk", flat=True)), ("processor.name",))
    for agreement in unknown.select_related("organisation"):
        named = suppliers.get(agreement.pk, {}).get("processor.name")
        if named is not None and named.value in _SUPPLIERS:
            actions.set_direction(agreement, Direction.CONTROLLER, actor=SYSTEM, now=now)


def summary(organisation: Organisation, files: Iterable[Path]) -> Iterator[str]:
    """A line for each of these agreements: title, other side, promises, and within which time a breach must be reported."""
    reporting = {row.agreement_id: row for row in _reports(organisation)}
    names = [path.name for path in files]
    for agreement in queries.agreements(organisation).filter(source__name__in=names).reverse():
        if agreement.state != State.READ:
            yield f"{labels.shorten(agreement.title, 44):<46}{agreement.get_state_display()}"
            continue
        row = reporting.get(agreement.pk)
        limit = rows.to_limit(row.limit) if row is not None else None
        words = labels.limit(limit, organisation.language) if limit is not None else ""
        other_side = labels.shorten(agreement.counterparty_name, 32)
        yield f"{labels.shorten(agreement.title, 44):<46}{other_side:<34}{agreement.duty_count:>3}  {words}"


def _reports(organisation: Organisation) -> Iterator[PromisedDuty]:
    for direction in Direction:
        for row in queries.duties_on(organisation, Trigger.BREACH, direction=direction):
            if row.action == Action.NOTIFY_BREACH:
                yield row

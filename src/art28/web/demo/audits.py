"""Audits that customers asked for, or that are held of suppliers: held and closed, refused, planned, and asked for today."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from art28.web.accounts.rights import Role
from art28.web.acting import NotNow
from art28.web.audits import actions, announcing, finding, own
from art28.web.audits.actions import Asked
from art28.web.audits.models import Audit, ItemKind
from art28.web.casework import To
from art28.web.demo import customers, post
from art28.web.demo.telling import Story
from art28.web.demo.world import World

_ASKED = (
    (620, "zorg"),
    (510, "overheid"),
    (400, "zakelijk"),
    (290, "zorg"),
    (180, "onderwijs"),
    (75, "overheid"),
    (26, "zorg"),
    (1, "zakelijk"),
)
_AUDITOR = "Toetshuis Audit B.V."


def stories(world: World) -> Iterator[Story]:
    """One for each audit."""
    for number, (days, template) in enumerate(_ASKED):
        yield _audit(world, number, days, template)
    yield _own(world)


def _to() -> To:
    return To(recipient="privacy@klant.example", recipient_name="de functionaris", signed_by="Pim Wolthuis")


def _audit(world: World, number: int, days: int, template: str) -> Story:
    at = yield world.ago(days, "13:15")
    asked = Asked(
        asked_by=customers.person(world.chance),
        asked_at=at - timedelta(hours=4),
        planned_at=at + timedelta(days=3 if number == 2 else 45),
        auditor=_AUDITOR,
        reports_assessed="Het certificaat en de laatste verklaring zijn beoordeeld.",
        systems=("beheerportaal", "back-upkluis"),
    )
    row = actions.ask(world.under(template, number * 17), asked, by=world.by(at))
    if row.by_us:
        to = To(recipient="privacy@leverancier.example", recipient_name="de functionaris", signed_by="Pim Wolthuis")
        announcing.by_letter(row, to=to, by=world.by(at))
        post.deliver(at + timedelta(minutes=1))
        at = yield at + timedelta(days=2)
        if number == 2:
            reason = "De aankondiging is korter dan de overeenkomst vraagt."
            announcing.declined(row, at=at, reason=reason, by=world.by(at))
            return
        announcing.agreed(row, at=at, by=world.by(at))
    else:
        at = yield at + timedelta(days=2)
        if not _answered(world, row, at):
            return
    statement = f"Geheimhoudingsverklaring van {_AUDITOR}"
    actions.bind(row, statement=statement, at=at + timedelta(hours=1), by=world.by(at + timedelta(hours=1)))
    at = yield asked.planned_at
    yield from _held(world, row, at)


def _answered(world: World, row: Audit, at: datetime) -> bool:
    """Whether it is planned as it was asked for."""
    try:
        actions.accept(row, to=_to(), by=world.by(at))
    except NotNow:
        reason = "De aankondiging is korter dan de overeenkomst vraagt."
        actions.refuse(row, reason=reason, to=_to(), by=world.by(at))
        post.deliver(at + timedelta(minutes=1))
        return False
    post.deliver(at + timedelta(minutes=1))
    return True


def _own(world: World) -> Story:
    """The yearly audit of one's own: held, one finding mended, the next one planned."""
    at = yield world.ago(330, "10:00")
    wanted = own.Planned(
        scope="Beheer, back-up en toegang",
        norm="NEN 7510",
        auditor=_AUDITOR,
        planned_on=(at + timedelta(days=25)).date(),
    )
    row = own.plan(world.organisation, wanted, by=world.by(at))
    at = yield at + timedelta(days=30)
    held = (at - timedelta(days=5)).date()
    came = own.Reported(
        held_on=held,
        compliant=False,
        outcome="De maatregelen zijn ingericht en werken, op één punt na.",
        valid_until=held + timedelta(days=400),
        next_on=held + timedelta(days=365),
    )
    own.report(row, came, by=world.by(at))
    found = finding.find(
        row,
        text="Van twee vertrokken medewerkers stond een beheeraccount nog open.",
        measure="Accounts worden gesloten op de dag van vertrek, en elke maand nagezien.",
        owner=world.user(Role.ENGINEER),
        due_on=(at + timedelta(days=30)).date(),
        agreed_by="directie",
        by=world.by(at),
    )
    at = yield at + timedelta(days=21)
    finding.mend(
        row, found, result="Ingericht, en de eerste controle is gedaan.", at=at, by=world.by(at, Role.ENGINEER)
    )
    own.close(row, by=world.by(at))


def _held(world: World, row: Audit, at: datetime) -> Story:
    actions.begin(row, at=at, by=world.by(at))
    item = actions.request_item(
        row, kind=ItemKind.LOGS, name="Logboeken van het laatste kwartaal", at=at, by=world.by(at)
    )
    at = yield at + timedelta(hours=5)
    what = "Uittreksel met de namen van beheerders onleesbaar."
    actions.settle_item(row, item, granted=True, what=what, at=at, by=world.by(at))
    at = yield at + timedelta(days=9)
    found = finding.find(
        row,
        text="De proef met het terugzetten van back-ups is eenmaal overgeslagen.",
        measure="De proef staat voortaan vast in de planning.",
        owner=world.user(Role.ENGINEER),
        due_on=(at + timedelta(days=40)).date(),
        agreed_by=customers.person(world.chance),
        by=world.by(at),
    )
    outcome = "Op één punt na voldoen de maatregelen."
    actions.report(row, compliant=True, outcome=outcome, at=at, by=world.by(at))
    at = yield at + timedelta(days=25)
    finding.mend(row, found, result="De proef is gedaan en ingepland.", at=at, by=world.by(at, Role.ENGINEER))
    actions.erase_information(row, at=at, by=world.by(at))
    actions.close(row, by=world.by(at))

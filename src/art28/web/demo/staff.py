"""Who works for the provider: roles, people who joined and signed, access to customers' data, and somebody who left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from art28.web.acting import NotNow
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.people import access, actions, moving, roles
from art28.web.people.models import Form, Grant, Kind, Matter, Means, MeansKind, RoleProfile, StaffMember, TrainingKind
from art28.web.services import queries as services

_DESK, _ENGINEER, _CONSULTANT, _OFFICE = "Servicedesk", "Engineer", "Consultant", "Administratie"
_ROLES = (
    (_DESK, ("consult", "record", "use"), ("contactgegevens", "inhoud van meldingen"), "Ticketsysteem", True),
    (_ENGINEER, ("consult", "use", "change", "store", "erase"), ("systeemgegevens", "back-ups"), "Beheerportaal", True),
    (_CONSULTANT, ("consult", "use"), ("contactgegevens", "inrichting"), "Werkplek van de klant", True),
    (_OFFICE, ("consult",), ("factuurgegevens",), "Boekhouding", False),
)


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody as a demonstration invents them: how many days ago they joined, to how many customers they have access."""

    name: str
    function: str
    role: str
    days: int
    customers: int = 0
    kind: Kind = Kind.EMPLOYEE
    employer: str = ""
    ready: bool = True
    left: int | None = None


_PEOPLE = (
    _Person("Sanne Okafor", "Teamleider beheer", _ENGINEER, 726, 6),
    _Person("Milan de Graaf", "Engineer", _ENGINEER, 725, 5),
    _Person("Yara Haddad", "Engineer", _ENGINEER, 610, 4),
    _Person("Koen Terpstra", "Servicedeskmedewerker", _DESK, 724, 6),
    _Person("Lotte Brandsma", "Servicedeskmedewerker", _DESK, 500, 5),
    _Person("Emre Aydin", "Servicedeskmedewerker", _DESK, 340, 3),
    _Person("Fenna Postma", "Consultant", _CONSULTANT, 710, 4),
    _Person("Ruben Schouten", "Consultant", _CONSULTANT, 260, 2, Kind.HIRED, "Noorderlicht Inhuur B.V."),
    _Person("Iris Vermaat", "Administrateur", _OFFICE, 700),
    _Person("Joost Hartman", "Engineer", _ENGINEER, 715, 4, left=45),
    _Person("Nadia el Idrissi", "Servicedeskmedewerker", _DESK, 430, 3, left=12),
    _Person("Tijn Overbeek", "Stagiair servicedesk", _DESK, 9, kind=Kind.HIRED, ready=False),
)


def stories(world: World) -> Iterator[Story]:
    """The roles and the trainings, and each person's own story."""
    known: dict[str, RoleProfile] = {}
    there: list[StaffMember] = []
    yield _roles(world, known)
    for number, person in enumerate(_PEOPLE):
        yield _story(world, number, person, known, there)
        yield _screened_again(world, number, person, there)
    for days, next_days in ((600, -235), (230, 135)):
        yield _training(world, days, next_days, there)


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()


def _roles(world: World, known: dict[str, RoleProfile]) -> Story:
    at = yield world.ago(728, "13:00")
    for name, operations, data, environment, screened in _ROLES:
        line = roles.Line(activity="Alle werkzaamheden", operations=operations, data=data, environment=environment)
        profile = roles.Profile(name=name, screened=screened, lines=(line,))
        known[name] = roles.add(world.organisation, profile, by=world.by(at))


def _story(
    world: World, number: int, person: _Person, known: dict[str, RoleProfile], there: list[StaffMember]
) -> Story:
    at = yield world.ago(person.days, f"09:{number:02}")
    about = actions.About(
        name=person.name,
        employer=person.employer,
        kind=person.kind,
        function=person.function,
        role=known[person.role],
        joined_on=_day(at),
    )
    row = actions.join(world.organisation, about, by=world.by(at))
    there.append(row)
    if not person.ready:
        return
    at = yield at + timedelta(hours=2)
    _sign(world, row, at, number)
    at = yield world.ago(min(person.days - 5, 640), f"14:{number:02}")
    for grant in range(person.customers):
        _give(world, row, grant * len(_PEOPLE) + number, at)
    yield from _reviewed(world, row, at, until=world.ago(person.left or 0, "12:00"), last=number % 4 != 1)
    if person.left is not None:
        there_until = yield world.ago(person.left, f"16:{number:02}")
        there.remove(row)
        moving.leave(row, on=_day(there_until), by=world.by(there_until))
        yield from _cleared(world, row, person.left)


def _sign(world: World, row: StaffMember, at: datetime, number: int) -> None:
    by = world.by(at)
    for matter, form in ((Matter.SECRECY, Form.CONTRACT), (Matter.DUTIES, Form.STATEMENT)):
        if matter is Matter.SECRECY or number % 4:
            kept_at = f"personeelsdossier {row.number}"
            actions.bind(row, actions.Signed(matter=matter, form=form, signed_on=_day(at), kept_at=kept_at), by=by)
    if row.role is not None and row.role.screened:
        actions.see(row, issued_on=_day(at) - timedelta(days=20 + 35 * number), seen_on=_day(at), by=by)
    actions.hand(row, kind=MeansKind.LAPTOP, name=f"INV-{2100 + number}", handed_on=_day(at), by=by)


def _reviewed(world: World, row: StaffMember, granted: datetime, *, until: datetime, last: bool) -> Story:
    """All access of somebody is looked at in time, twice a year; of a few the last time is left out."""
    times = []
    while (granted := granted + timedelta(days=170)) < until:
        times.append(granted)
    for due in times if last else times[:-1]:
        at = yield due
        standing = list(Grant.objects.filter(member=row, withdrawn_at=None).values_list("pk", flat=True))
        if standing:
            access.review(row, standing, period="P6M", by=world.by(at))


def _give(world: World, row: StaffMember, number: int, at: datetime) -> None:
    """Access to one of the customers that there are by then; what an agreement rules out is refused, and recorded so."""
    those: Sequence[str] = sorted(world.agreements)
    if not those or row.role is None:
        return
    agreement = world.agreements[those[number % len(those)]]
    taken = services.taken_under(world.organisation, agreement.pk)
    asked = access.Asked(
        agreement=agreement,
        service=taken[0].pk if taken else None,
        system="Beheerportaal" if row.role.name == _ENGINEER else "Ticketsysteem",
        account=f"dvk-{row.number:03}",
        operations=("consult", "use"),
        need="Vaste medewerker van deze klant",
    )
    try:
        access.grant(row, asked, by=world.by(at))
    except NotNow:
        return


def _cleared(world: World, row: StaffMember, left: int) -> Story:
    """Who left long enough ago has handed everything in; of the other one a laptop is still out."""
    at = yield world.ago(left - 2, "10:30")
    for grant in Grant.objects.filter(member=row, removed_at=None).order_by("id"):
        moving.removed(row, grant, by=world.by(at))
    if left > 30:
        at = yield at + timedelta(hours=5)
        for means in Means.objects.filter(member=row, returned_on=None):
            moving.returned(row, means, on=_day(at), by=world.by(at))


def _screened_again(world: World, number: int, person: _Person, there: Sequence[StaffMember]) -> Story:
    """Before two years have passed a new statement is seen, but for one person, who still waits for it."""
    ago = person.days + 35 * number - 680
    if not number or ago <= 0 or person.left is not None:
        return
    at = yield world.ago(ago, "11:40")
    row = next((each for each in there if each.identity.name == person.name), None)
    if row is not None and row.role is not None and row.role.screened:
        actions.see(row, issued_on=_day(at) - timedelta(days=6), seen_on=_day(at), by=world.by(at))


def _training(world: World, days: int, next_days: int, there: Sequence[StaffMember]) -> Story:
    at = yield world.ago(days, "15:30")
    taught = actions.Taught(
        kind=TrainingKind.INSTRUCTION,
        title="Omgaan met gegevens van klanten, en wat te doen bij een datalek",
        on=_day(at),
        sensitive=True,
        next_on=_day(at) + timedelta(days=days + next_days),
    )
    actions.teach(world.organisation, taught, tuple(there), by=world.by(at))

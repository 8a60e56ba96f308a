"""Staff for these tests: an organisation with a customer, a role and people, made through the pages."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.people import actions, roles
from art28.web.people.models import Form, Grant, Kind, Matter, RoleProfile, StaffMember
from art28.web.services.models import Service, ServiceUse
from web.breaches.world import World, actor, signed_in, world

DAY = timedelta(days=1)
SAID = {
    "confidentiality.duty": True,
    "confidentiality.staff_bound": True,
    "confidentiality.screening_interval": "P3Y",
}


@dataclass(frozen=True, slots=True)
class House:
    """The world, its client as owner, a role that may consult and use within a service, and that service."""

    world: World
    client: Client
    role: RoleProfile
    service: Service

    @property
    def agreement(self) -> Agreement:
        return self.world.agreement

    @property
    def by(self) -> By:
        return By(self.world.owner, actor(self.world.owner), timezone.now())

    def post(self, row: StaffMember, act: str, part: Any = None, /, **data: Any) -> Any:
        """Do an act on the page of somebody."""
        if part is not None:
            return self.client.post(reverse("people:act_on", args=(row.pk, act, part.pk)), data)
        return self.client.post(reverse("people:act", args=(row.pk, act)), data)

    def ask(self, row: StaffMember, **changes: Any) -> Any:
        """Ask for access to the customer's data."""
        data = {
            "service": str(self.service.pk),
            "system": "Beheerportaal",
            "account": f"u{row.number}",
            "operations": ["consult", "use"],
            "need": "Storingen verhelpen",
            **changes,
        }
        where = reverse("people:grant", args=(row.pk,)) + f"?agreement={self.agreement.pk}"
        return self.client.post(where, data)

    def granted(self, row: StaffMember, **changes: Any) -> Grant:
        """Access that was given."""
        answer = self.ask(row, **changes)
        assert answer.status_code == 302, answer.content.decode()
        return Grant.objects.filter(member=row).latest("granted_at")

    def page(self, row: StaffMember) -> str:
        return str(self.client.get(reverse("people:detail", args=(row.pk,))).content.decode())


def house(said: dict[str, Any] | None = None) -> House:
    given = world(SAID if said is None else said)
    by = By(given.owner, actor(given.owner), timezone.now())
    service = Service.objects.create(organisation=given.organisation, name="Werkplekbeheer", changed_at=by.now)
    ServiceUse.objects.create(
        organisation=given.organisation, service=service, agreement=given.agreement, changed_at=by.now
    )
    line = roles.Line(
        activity="Storingen", operations=("consult", "use"), data=("contactgegevens",), service=service.pk
    )
    role = roles.add(given.organisation, roles.Profile(name="Servicedesk", lines=(line,)), by=by)
    return House(given, signed_in(given.owner), role, service)


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def person(at: House, name: str = "Saar Vliet", *, since: int = -400, **about: Any) -> StaffMember:
    """Somebody who works here, with nothing on file yet."""
    values: dict[str, Any] = {"role": at.role, "kind": Kind.EMPLOYEE, **about}
    values["kind"] = Kind(values["kind"])
    joining = actions.About(name=name, joined_on=today(since), **values)
    return actions.join(at.world.organisation, joining, by=at.by)


def bound(at: House, row: StaffMember, matter: Matter = Matter.SECRECY) -> None:
    signed = actions.Signed(matter=matter, form=Form.CONTRACT, signed_on=row.joined_on, kept_at="personeelsdossier")
    actions.bind(row, signed, by=at.by)


def ready(at: House, name: str = "Saar Vliet", **about: Any) -> StaffMember:
    """Somebody to whom access may be given."""
    row = person(at, name, **about)
    bound(at, row)
    actions.see(row, issued_on=row.joined_on - 20 * DAY, seen_on=row.joined_on - 10 * DAY, by=at.by)
    return row


def kept(kind: str) -> str:
    """What the newest act of a kind holds."""
    return Act.objects.filter(kind=kind).latest("at", "id").content.content or ""


def listed(at: House, **given: str) -> list[str]:
    """The names on the list of staff."""
    answer = at.client.get(reverse("people:list"), given)
    return [row.identity.name for row in answer.context["page"].object_list]

"""Agreements that are complete, or not, and what people and the worker do to let them come into force."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.access import Actor
from art28.web.agreements.models import Agreement
from art28.web.commencing import actions
from art28.web.commencing.models import Candidate, Commencement
from art28.web.commencing.working import carry_on
from art28.web.contacts.models import Appointment
from art28.web.lifecycle.models import Signature
from web.breaches import world as worlds
from web.breaches.world import NOW, World, signed_in
from web.lifecycle.world import COMPLETE

LAST = date(2026, 11, 5)


def given(*names: str) -> World:
    """An organisation that appointed whom to turn to, with agreements in which nothing is missing, signed on 5 November."""
    found = worlds.world(COMPLETE)
    Appointment.objects.create(
        organisation=found.organisation, level="first", name="Servicedesk", email="desk@dijkvaart.example", at=NOW,
        by=found.owner,
    )  # fmt: skip
    sign(found, found.agreement)
    for name in names:
        complete(found, name)
    return found


def complete(
    found: World, name: str, said: dict[str, Any] | None = None, *, signed: bool = True, **changes: Any
) -> Agreement:
    """One more agreement in which nothing is missing, unless `said` leaves it out."""
    made = worlds.agreement(found.organisation, COMPLETE if said is None else said, name=name, **changes)
    if signed:
        sign(found, made)
    return made


def sign(found: World, agreement: Agreement, last: date = LAST) -> None:
    for side, on in (("processor", date(2026, 11, 2)), ("controller", last)):
        Signature.objects.create(
            organisation=found.organisation, agreement=agreement, side=side, name="J. Okkerse", role="directeur",
            place="Zwolle", on=on, at=NOW, by=found.owner,
        )  # fmt: skip


def begun(found: World, **more: Any) -> Commencement:
    """Begun on its page."""
    answer = signed_in(found.owner).post(reverse("commencing:new"), more)
    assert answer.status_code == 302, answer.content.decode()
    return Commencement.objects.latest("at")


def begin(found: World, **more: Any) -> Commencement:
    """Begun by its action."""
    wanted = actions.Wanted(**more)
    return actions.begin(found.organisation, wanted, by=found.owner, actor=Actor(found.owner.pk, "owner"), now=NOW)


def work() -> None:
    """The worker's turns, until nothing is due."""
    while carry_on(now=timezone.now(), limit=500):
        pass


def post(found: World, name: str, row: Commencement | Candidate, **data: str) -> int:
    return int(signed_in(found.owner).post(reverse(f"commencing:{name}", args=(row.pk,)), data).status_code)


def page(found: World, row: Commencement, **query: str) -> str:
    answer = signed_in(found.owner).get(reverse("commencing:detail", args=(row.pk,)), query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def of(row: Commencement, name: str) -> Candidate:
    return Candidate.objects.get(commencement=row, agreement__counterparty_name=name)


def stands(row: Commencement) -> dict[str, str]:
    """How each agreement stands, by the name of the other side."""
    rows = Candidate.objects.filter(commencement=row)
    return dict(rows.values_list("agreement__counterparty_name", "standing"))

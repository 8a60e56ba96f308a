"""Contact persons, ours and theirs, through the pages and the worker's pump."""

from datetime import datetime
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.contacts.models import Question
from art28.web.contacts.pump import PUMPS
from art28.web.notices.models import OutboxMessage
from art28.web.parties.models import Contact
from web.breaches.world import World, signed_in

DESK: dict[str, Any] = {
    "level": "first", "name": "Servicedesk", "role": "eerste lijn", "email": "desk@dijkvaart.example", "phone": "0380000418",
}  # fmt: skip
MANAGER: dict[str, Any] = {
    "level": "final", "name": "M. Berg", "role": "service delivery manager", "email": "berg@dijkvaart.example",
    "phone": "0380000419",
}  # fmt: skip


def at(name: str, *args: Any) -> str:
    return reverse(f"contacts:{name}", args=args)


def page(given: World, name: str, *args: Any, **query: str) -> str:
    answer = signed_in(given.owner).get(at(name, *args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def posted(given: World, name: str, /, *args: Any, status: int = 302, **data: Any) -> None:
    answer = signed_in(given.owner).post(at(name, *args), data)
    assert answer.status_code == status, answer.content.decode()[:2000]


def worked(now: datetime | None = None) -> None:
    for pump in PUMPS:
        while pump(now=now or timezone.now(), limit=50):
            pass


def letters(kind: str) -> list[OutboxMessage]:
    return list(OutboxMessage.objects.filter(kind=kind).order_by("handed_over_at", "id"))


def contact() -> Contact:
    return Contact.objects.get(name="J. Okkerse")


def question() -> Question:
    return Question.objects.select_related("contact").latest("asked_at")


def asked(given: World, months: str = "12", remind_days: str = "14") -> Question:
    posted(given, "rhythm", months=months, remind_days=remind_days)
    worked()
    return question()


def answered(row: Question, said: str, status: int = 302, **details: str) -> None:
    answer = Client().post(at("confirm", row.token), {"said": said, **details})
    assert answer.status_code == status, answer.content.decode()[:2000]
    row.refresh_from_db()

"""What the stories of one organisation share: who it is, who its people are, what day it is, and what was made so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from art28.web.accounts.access import Actor, actor_of
from art28.web.accounts.models import Membership, Organisation, User
from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.services.models import Service
from art28.web.subprocessors.models import SubProcessor

HISTORY = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Customer:
    """Another party, as a demonstration invents it; `site` is its domain."""

    name: str
    sector: str
    city: str
    street: str
    postcode: str
    registration: str
    person: str
    site: str

    @property
    def mailbox(self) -> str:
        """Where it takes mail about personal data."""
        return f"privacy@{self.site}"

    @property
    def phone(self) -> str:
        """A number that nobody has."""
        return f"0{self.registration[2:5]} 000 {self.registration[4:8]}"


@dataclass(slots=True)
class World:
    """One organisation and its history. `now` is the moment at which all of it was told; `chance` is the same each time."""

    organisation: Organisation
    people: Mapping[Role, Membership]
    now: datetime
    chance: Random
    scale: float = 1.0
    customers: list[Customer] = field(default_factory=list)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    sub_processors: dict[str, SubProcessor] = field(default_factory=dict)
    told_month: int = 0

    @property
    def began(self) -> datetime:
        """When the history begins."""
        return self.now - HISTORY

    def ago(self, days: float, at: str = "") -> datetime:
        """So many days before now; `at` is the time on the clock of that day."""
        moment = self.now - timedelta(days=days)
        return min(self.at(moment, at), self.now) if at else moment

    def at(self, day: datetime, clock: str) -> datetime:
        """That day at a time on the clock."""
        hour, minute = map(int, clock.split(":"))
        return timezone.make_aware(datetime.combine(timezone.localtime(day).date(), time(hour, minute)))

    def some(self, count: int) -> int:
        """`count` at this scale, one at least."""
        return max(1, round(count * self.scale))

    def user(self, role: Role = Role.PRIVACY_OFFICER) -> User:
        """The person of that role."""
        return self.people[role].user

    def actor(self, role: Role = Role.PRIVACY_OFFICER) -> Actor:
        """That person, as the trail names them."""
        return actor_of(self.people[role])

    def did(self, at: datetime, role: Role = Role.PRIVACY_OFFICER) -> dict[str, Any]:
        """Who did something and when, as most actions want it: `by`, `actor`, `now`."""
        return {"by": self.user(role), "actor": self.actor(role), "now": at}

    def acted(self, at: datetime, role: Role = Role.PRIVACY_OFFICER) -> dict[str, Any]:
        """The same without `by`."""
        return {"actor": self.actor(role), "now": at}

    def by(self, at: datetime, role: Role = Role.PRIVACY_OFFICER) -> By:
        """The same as one value."""
        return By(self.user(role), self.actor(role), at)

    def under(self, template: str, number: int = 0) -> Agreement:
        """One of the agreements on a template, of any where there is none on it: the same each time."""
        found = self._on(template) or list(self.agreements.values())
        return found[number % len(found)]

    def another(self, template: str, number: int) -> Agreement | None:
        """The agreement of that number on a template, another for each number; None where there are not so many."""
        found = self._on(template)
        return found[number] if number < len(found) else None

    def _on(self, template: str) -> list[Agreement]:
        return [each for key, each in self.agreements.items() if key.startswith(f"{template}/")]

"""A breach over several agreements, and mailings about it, for these tests."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM, WORKER
from art28.web.accounts.models import User
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.breaches import actions as breaches
from art28.web.breaches import fanout
from art28.web.breaches.models import Breach
from art28.web.mailings import policies, preparing
from art28.web.mailings.models import Mailing
from art28.web.mailings.sources import Choice, Words, source_of
from web.breaches.world import KNOWN, NOW, SAID, World, actor, agreement, discovery

LATER = NOW + timedelta(hours=1)


def touching(given: World, agreements: list[Agreement]) -> Breach:
    """A breach that touches these agreements, all clocks started."""
    recorded = breaches.record_breach(
        given.organisation,
        [each.pk for each in agreements],
        title="Open back-up",
        facts=KNOWN,
        discovery=discovery(),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )
    while fanout.start_chunk(recorded, actor=WORKER, now=NOW):
        pass
    return recorded


def customers(given: World, count: int, said: Mapping[str, Any] = SAID, *, name: str = "Klant") -> list[Agreement]:
    """Agreements with parties of their own, each with a contact of its own."""
    return [
        agreement(given.organisation, said, name=f"{name} {n}", contact=f"datalek{n}@{name.lower()}.example")
        for n in range(count)
    ]


def second(given: World, role: Role = Role.PRIVACY_OFFICER) -> User:
    """Another member."""
    user = accounts.create_user(f"{role}2@dijkvaart.example", "Tweede Persoon", password=None, now=NOW)
    accounts.add_member(given.organisation, user, role, actor=SYSTEM, now=NOW)
    return user


def prepared(given: World, recorded: Breach, **changes: Any) -> Mailing:
    """A mailing of first reports, its list complete."""
    options: dict[str, Any] = {"notice_kind": "report", **changes}
    words = {name: options.pop(name) for name in ("late_reasons", "closing_reason") if name in options}
    together, now = options.pop("together", True), options.pop("now", LATER)
    to_the_end = options.pop("to_the_end", True)
    source = source_of("breach")
    subject = source.subject(given.organisation, recorded.pk)
    assert subject is not None
    mailing = preparing.prepare(
        subject,
        Choice(**options),
        Words(notice_kind=options["notice_kind"], signed_by="Owner", **words),
        together=together,
        by=given.owner,
        actor=actor(given.owner),
        now=now,
    )
    while to_the_end and preparing.look(mailing, actor=WORKER, now=now):
        pass
    return mailing


def asking(given: World, *, approval_from: int | None = None, recall_minutes: int = 10) -> None:
    """The rules of the organisation."""
    policies.set_policy(
        given.organisation,
        approval_from=approval_from,
        recall_minutes=recall_minutes,
        actor=actor(given.owner),
        now=NOW,
    )

"""Checks that passed, fail and were missed, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.controls import actions, alarms, custody, importing, taking
from art28.web.controls.custody import About
from art28.web.controls.models import Check, Handing, SafeguardKind, Source
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "controls:export", "controls:end", "controls:withdraw", "controls:file", "controls:accept", "controls:blank",
        "controls:apply", "controls:asset_export", "controls:hand", "controls:safeguard",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to look at, by id."""

    failing: UUID
    passing: UUID
    table: UUID
    laptop: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about checks."""
        yield from (Page("controls:list"), Page("controls:list", query="q=nergens"), Page("controls:new"))
        yield from (Page("controls:board"), Page("controls:board", query="state=closed"))
        yield from (Page(f"controls:{name}", (self.failing,)) for name in ("detail", "edit", "result", "promise"))
        yield from (Page("controls:detail", (self.passing,)), Page("controls:upload"))
        yield from (Page("controls:preview", (self.table,)), Page("controls:asset_new"))
        yield from (Page("controls:assets"), Page("controls:assets", query="q=nergens"))
        yield from (Page("controls:asset", (self.laptop,)), Page("controls:asset_edit", (self.laptop,)))


def check(ours: Tenant, agreement: Agreement) -> Checked:
    """Begin checks: one passes, one fails for a thing, one was missed."""
    of, owner, actor, now = ours.organisation, ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    begun = now - timedelta(days=40)
    daily = actions.add(
        of,
        actions.About(
            code="backup-mail", name="Back-ups van de mail", shows="Of de reservekopie van vannacht gelukt is",
            rhythm="daily", owner=owner,
        ),
        actor=actor,
        now=begun,
    )  # fmt: skip
    strong = actions.add(
        of,
        actions.About(
            code="versleuteling", name="Sterkte van de versleuteling", rhythm="weekly", rule="at_least", bound=Decimal(256),
            shows="Met hoeveel bits reservekopieën versleuteld zijn", unit="bit",
        ),
        actor=actor,
        now=begun,
    )  # fmt: skip
    missed = actions.About(
        code="server", name="Wekelijkse servercontrole", shows="Of de servers actueel zijn", rhythm="weekly"
    )
    actions.add(of, missed, actor=actor, now=begun)
    given = [_given(daily, days, passed=days not in (6, 19)) for days in range(30, -1, -1)]
    given += [taking.Given(check=strong.pk, at=now, value=value, thing=thing) for value, thing in _STRENGTHS]
    origin = taking.Origin(source=Source.API, reporter="bewaking")
    for each in given:
        taking.take(of, (each,), origin=origin, actor=actor, now=each.at)
    alarms.miss(now=now, limit=10)
    alarms.tell(now=now, limit=10)
    text = agreements.text_of(agreement)
    assert text is not None
    passage = " ".join(text.text.split())[200:320]
    actions.promise(strong, agreement, clause="2.1", passage=passage, by=owner, actor=actor, now=now)
    table = b"controle;gecontroleerd op;uitslag\nbackup-mail;2026-11-02;gezakt\nelders;2026-11-02;geslaagd\n"
    read = importing.put_in(of, "uitslagen.csv", table, by=owner, now=now)
    return Checked(strong.pk, daily.pk, read.pk, _things(ours))


def _things(ours: Tenant) -> UUID:
    """A place with a server, a laptop that was issued and a key that was taken in."""
    of, owner, actor, now = ours.organisation, ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    today = timezone.localdate()
    common: Any = {"by": owner, "actor": actor, "now": now}
    room = custody.add(of, About(code="R-1", name="Serverruimte", kind="location", country="NL"), actor=actor, now=now)
    custody.add(of, About(code="X-1", name="Server noord", kind="server", place=room), actor=actor, now=now)
    laptop = custody.add(of, About(code="L-104", name="Laptop servicedesk", kind="computer"), actor=actor, now=now)
    key = custody.add(of, About(code="S-1", name="Sleutel serverruimte", kind="key", place=room), actor=actor, now=now)
    for row in (laptop, key):
        custody.hand(row, Handing.ISSUED, holder="M. Berg", on=today, evidence="formulier 7", **common)
    custody.hand(key, Handing.RETURNED, holder="", on=today, evidence="", **common)
    for kind in (SafeguardKind.ENCRYPTED, SafeguardKind.VIRUS_SCAN):
        custody.show(
            laptop, kind, in_place=True, seen_on=today, until=today + timedelta(days=30),
            evidence="rapport van het beheer", **common,
        )  # fmt: skip
    return laptop.pk


_STRENGTHS = ((Decimal(256), "schijf noord"), (Decimal(128), "schijf zuid"))


def _given(row: Check, days: int, *, passed: bool) -> taking.Given:
    at = timezone.now() - timedelta(days=days, minutes=5)
    return taking.Given(check=row.pk, at=at, said=passed, note="" if passed else "schijf vol")

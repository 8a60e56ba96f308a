"""Agreements that end, one at the start and one with its certificate, and terms of what is kept, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from art28.obligations.retaining import Basis, Rule
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.endings import actions, certifying, deleting, keeping, planning, pump, queries
from art28.web.endings.deleting import Deletion
from art28.web.endings.keeping import Longer
from art28.web.endings.models import Choice, ChosenHow, CostKind, Ending, KeptOn, Kind, NoticeBy, Scope
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "endings:export", "endings:handle", "endings:decide", "endings:certificate", "endings:checksums",
        "endings:their_certificate",
        "endings:retention_export", "endings:take_over", "endings:hold", "endings:lift", "endings:run",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ended:
    """What there is to look at."""

    agreement: UUID
    running: UUID
    complete: UUID
    item: UUID
    token: str
    attesting: str

    def pages(self) -> Iterator[Page]:
        """The pages about endings and what is kept."""
        yield from (Page("endings:list"), Page("endings:list", query="state=all&q=nergens"), Page("endings:new"))
        yield Page("endings:new", query=f"agreement={self.agreement}")
        yield from (Page("endings:detail", (self.running,)), Page("endings:detail", (self.complete,)))
        yield from (Page("endings:retention", query="state=all"), Page("endings:retention", query="q=nergens"))
        yield Page("endings:retention", query=f"agreement={self.agreement}")
        yield from (
            Page("endings:retention_new", query=f"agreement={self.agreement}"),
            Page("endings:keep", (self.item,)),
            Page("endings:order", (self.item,)),
            Page("endings:choose", (self.token,)),
            Page("endings:attest", (self.attesting,)),
        )


def end(ours: Tenant, running: Agreement, done: Agreement) -> Ended:
    """Give notice of both; bring the second to its certificate."""
    owner, actor, now = ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    by: dict[str, Any] = {"actor": actor, "now": now}
    item = planning.set_retention(
        running, name="Gespreksgegevens", service="Telefonie", rule=Rule(Basis.ROLLING, "P6M"), said="", provision="",
        since=now - timedelta(days=170), on_order=True, **by,
    )  # fmt: skip
    first, second = (_noticed(ours, each, days) for each, days in ((running, 40), (done, -20)))
    actions.add_cost(first, CostKind.HAND_OVER, "Uitlezen en overdragen", 120_000, actual=False, by=owner, **by)
    place = planning.add_place(
        first, Kind.SUB_PROCESSOR, "Wolkenveld Ltd", service="Back-up", contact=("", ""), days=None, **by
    )
    planning.add_place(first, Kind.BACKUP, "Nachtelijke back-up", service="", contact=("", ""), days=30, **by)
    keeping.set_hold(running, reason="Beslag door de rechtbank", by=owner, **by)
    planning.add_place(second, Kind.SYSTEM, "Centrale", service="Telefonie", contact=("", ""), days=None, **by)
    actions.choose(second, Choice.DELETE, how=ChosenHow.BY_HAND, who="J. Okkerse, per e-mail", at=now, **by)
    longer = Longer(
        on=KeptOn.STATUTORY, what="Facturen", reason="eigen administratie", law="retention.fiscal_administration",
        told_at=now,
    )  # fmt: skip
    keeping.stays(second, longer, **by)
    ids = list(queries.outstanding(second).values_list("pk", flat=True))
    deleting.delete(ours.organisation, ids, Deletion(at=now, method="omgeving verwijderd"), by=owner, **by)
    certifying.certify(second, signed_by="M. Berg, functionaris", **by)
    pump.begin_clocks(now=now, limit=100)
    assert place.token is not None
    return Ended(running.pk, first.pk, second.pk, item.pk, first.token, place.token)


def _noticed(ours: Tenant, agreement: Agreement, days: int) -> Ending:
    today = timezone.localdate()
    ends_on = today + timedelta(days=days)
    given = actions.NoticeGiven(
        by=NoticeBy.CONTROLLER,
        scope=Scope.MAIN,
        noticed_on=today - timedelta(days=30),
        ends_on=ends_on,
        clause="12.2",
        target_on=ends_on + timedelta(days=60),
        sure=True,
    )
    owner = ours.members[Role.OWNER].user
    return actions.give_notice(agreement, given, by=owner, actor=ours.actor(Role.OWNER), now=timezone.now())

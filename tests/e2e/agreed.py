"""Costs of a breach, what may leave, and the life of an agreement, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach
from art28.web.costs import actions as costs
from art28.web.disclosures import actions as disclosures
from art28.web.disclosures.models import Ground, Towards
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "costs:export", "costs:strike", "costs:charge", "costs:statement",
        "disclosures:export", "disclosures:mark", "disclosures:permit",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Agreed:
    """What there is to look at, by id."""

    agreement: UUID
    breach: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about costs and disclosures."""
        yield from (Page("costs:breach", (self.breach,)), Page("disclosures:breach", (self.breach,)))
        yield from (Page("disclosures:list"), Page("disclosures:list", query="q=nergens"))
        yield from (Page("disclosures:agreement", (self.agreement,)), Page("disclosures:hand_out", (self.agreement,)))


def agree(ours: Tenant, agreement: Agreement, breach: Breach) -> Agreed:
    """Keep costs, a permission and a disclosure."""
    owner, actor, now = ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    today = timezone.localdate()
    line = costs.Kept(incurred_by="processor", work="limit", text="De map is afgesloten.", on=today, minutes=150,
                      hourly_cents=9500, expense_cents=0)  # fmt: skip
    costs.keep(breach, agreement, line, by=owner, actor=actor, now=now)
    permission = disclosures.permit(
        agreement,
        recipient="Onderzoeksbureau Noord",
        what="het toegangslogboek",
        given_by="J. Okkerse",
        given_on=today,
        kept_at="brief 2026-118",
        by=owner,
        actor=actor,
        now=now,
    )
    wanted = disclosures.Wanted(
        recipient="Onderzoeksbureau Noord",
        towards=Towards.THIRD_PARTY,
        what="het toegangslogboek van zondag",
        on=today,
        ground=Ground.PERMISSION,
        permission=permission,
    )
    disclosures.disclose(agreement, breach, wanted, by=owner, actor=actor, now=now)
    return Agreed(agreement.pk, breach.pk)

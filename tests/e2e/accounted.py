"""The registers, accountability packs and the yearly report, for the pages about them; what stands in them others put in."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.reports import asking, catalogue, making
from art28.web.reports.models import Dossier
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset({"reports:export", "reports:dossier_download", "reports:yearly_document"})


@dataclass(frozen=True, slots=True)
class Accounted:
    """What there is to look at: a pack that is made, and one that waits."""

    made: UUID
    waiting: UUID

    def pages(self) -> Iterator[Page]:
        """The pages of registers and packs, full and empty."""
        yield Page("reports:index")
        yield from (Page("reports:register", (each.name,)) for each in catalogue.REGISTERS if not each.page)
        yield Page("reports:register", ("costs",), "q=nergens&kind=audit&from=2026-01-01&until=2026-12-31")
        yield Page("reports:yearly")
        yield from (Page("reports:dossiers"), Page("reports:dossiers", query="q=a"), Page("reports:dossier_new"))
        yield from (Page("reports:dossier", (self.made,)), Page("reports:dossier", (self.waiting,)))


def account(ours: Tenant) -> Accounted:
    """Ask for two packs of the organisation, one of which is made."""
    now, owner, actor = timezone.now(), ours.members[Role.OWNER].user, ours.actor(Role.OWNER)

    def ask(language: str) -> Dossier:
        return asking.ask(ours.organisation, asking.Asking(language=language), by=owner, actor=actor, now=now)

    made = ask("nl")
    making.make_due(now=now, limit=1)
    return Accounted(made.pk, ask("en").pk)

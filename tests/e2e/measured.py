"""Agreements held against a profile and a playbook, a risk that is accepted, something that turned; and their pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from art28.checking.playbooks.reading import source_of
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.portfolio import accepting
from art28.web.portfolio.models import Standing
from art28.web.portfolio.pump import pump
from art28.web.yardsticks import actions as yardsticks
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "portfolio:export", "portfolio:check_again", "portfolio:withdraw", "comparisons:bring", "comparisons:download",
        "chains:export",
        "yardsticks:put_in_force", "yardsticks:drop", "yardsticks:retire", "yardsticks:version",
    }
)  # fmt: skip
ACCEPTED, OPEN = "gdpr.b_confidentiality", "gdpr.g_existing_copies"


@dataclass(frozen=True, slots=True)
class Measured:
    """The agreement whose risks are shown, and one that it is held against."""

    agreement: Agreement
    other: Agreement

    def pages(self) -> Iterator[Page]:
        """Every page of the portfolio and of what is measured by."""
        agreement = self.agreement.pk
        yield from (Page("portfolio:index"), Page("portfolio:index", query="q=nergens"))
        yield Page("portfolio:index", query="by=family&measure=playbook&profile=full")
        yield from (Page("portfolio:turned"), Page("portfolio:risks"), Page("portfolio:risks", query="state=withdrawn"))
        yield from (Page("portfolio:accept", (agreement, key)) for key in (ACCEPTED, OPEN))
        yield from (Page("yardsticks:index"), Page("yardsticks:draft"))
        yield from (Page("comparisons:index"), Page("comparisons:index", query=f"a={agreement}"))
        yield Page("comparisons:index", query=f"a={agreement}&b={self.other.pk}")
        yield Page("chains:index")


def measure(ours: Tenant, agreement: Agreement, other: Agreement) -> Measured:
    """Choose a profile, put a playbook in force, draft another, accept a risk of `agreement`."""
    owner, actor, now = ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    yardsticks.choose_profile(ours.organisation, "dutch-practice", by=owner, actor=actor, now=now)
    for name in ("provider", "cautious-controller"):
        row = yardsticks.save_draft(ours.organisation, source_of(name), by=owner, actor=actor, now=now)
        yardsticks.put_in_force(row, by=owner, actor=actor, now=now)
        Standing.objects.update(due_at=now)
        pump(now=now, limit=200)
    draft = source_of("public-body").replace("at most", "hooguit", 1)
    yardsticks.save_draft(ours.organisation, draft, by=owner, actor=actor, now=now)
    accepting.accept(
        agreement,
        ACCEPTED,
        about="Geheimhouding is niet geregeld",
        reason="De medewerkers zijn ambtenaren en uit dien hoofde tot geheimhouding verplicht.",
        owner=owner,
        review_on=date(2100, 1, 1),
        by=owner,
        actor=actor,
        now=now,
    )
    return Measured(agreement, other)

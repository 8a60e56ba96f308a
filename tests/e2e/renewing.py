"""Agreements that go over to a new version, or come into force together, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.amendments.models import Amendment, Renewal
from art28.web.commencing import actions as commencing
from art28.web.commencing.models import Commencement
from art28.web.commencing.working import carry_on
from art28.web.drafts.links import token
from art28.web.drafts.models import Draft
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "amendments:export",
        "amendments:send",
        "amendments:stop",
        "amendments:again",
        "amendments:remind",
        "amendments:leave_out",
        "amendments:revision_document",
        "commencing:confirm",
        "commencing:again",
        "commencing:waive",
        "commencing:go_on",
        "commencing:stop",
        "commencing:leave_out",
        "commencing:take_in",
    }
)


@dataclass(frozen=True, slots=True)
class Renewing:
    """What there is to look at."""

    renewal: Renewal
    told: Amendment
    held: Amendment
    commencement: Commencement

    def pages(self) -> Iterator[Page]:
        """Every page about new versions."""
        yield from (Page("amendments:list"), Page("amendments:new"), Page("amendments:detail", (self.renewal.pk,)))
        yield from (Page("amendments:amendment", (self.told.pk,)), Page("amendments:amendment", (self.held.pk,)))
        yield Page("amendments:versions", (self.told.agreement_id,))
        yield Page("amendments:new", query=f"agreement={self.told.agreement_id}")
        yield from (Page("commencing:list"), Page("commencing:new"), Page("commencing:detail", (self.commencement.pk,)))
        yield Page("amendments:revision", (token("amendment", self.told.pk),))


def renew(ours: Tenant, first: Agreement, second: Agreement, draft: Draft) -> Renewing:
    """A revision that one customer was told of, and that is held up with another."""
    now = timezone.now()
    common = {"organisation": ours.organisation}
    renewal = Renewal.objects.create(
        name="Model 2027", way="notice", template="provider", state="sending", made_at=now, agreement_count=2,
        what="Het model is vernieuwd en in gewone taal gesteld.", made_by=ours.members[Role.OWNER].user,
        effective_on=now.date() + timedelta(days=90), **common,
    )  # fmt: skip
    limit = {"wording": "fixed", "regime": "calendar", "source": "agreement", "backward": False, "working_days": False}
    told = Amendment.objects.create(
        renewal=renewal, agreement=first, draft=draft, standing="sent", sent_at=now, opened_at=now,
        recipient="contract@zonnehoek.example", recipient_name="P. Okkerse", kept=["breach.deadline", "special 1"],
        left=["clause audit|0"], changed=[["requests.deadline", "P14D", "P7D"], ["breach.costs", None, "each_own"]],
        duties=[["notify_breach|processor", {"limit": {"period": "PT24H", **limit}, "channels": ["email"]}, None]],
        effective_on=now.date() + timedelta(days=90), leave_until=now.date() + timedelta(days=89), clause="13.5", **common,
    )  # fmt: skip
    held = Amendment.objects.create(renewal=renewal, agreement=second, standing="held", obstacle="no_address", **common)
    owner = ours.members[Role.OWNER].user
    begun = commencing.begin(
        ours.organisation, commencing.Wanted(reason="Ronde"), by=owner, actor=ours.actor(), now=now
    )  # fmt: skip
    carry_on(now=now, limit=100)
    return Renewing(renewal, told, held, begun)

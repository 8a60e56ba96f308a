"""A signal, a service that is taken, a table that was brought and a token, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.api import tokens
from art28.web.breaches.models import Breach
from art28.web.intake import actions as signals
from art28.web.intake.facts import SignalFacts
from art28.web.intake.models import Source
from art28.web.services import actions as services
from art28.web.services import importing
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "intake:file", "intake:look", "intake:no_breach", "intake:reopen", "intake:join",
        "services:link", "services:unlink", "services:apply", "services:export", "services:leave_out",
        "api:revoke", "api:schema",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signalled:
    """What there is to look at, by id."""

    signal: UUID
    service: UUID
    table: UUID
    breach: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about signals, services and other programs."""
        yield from (Page("intake:queue"), Page("intake:queue", query="state=all"), Page("intake:report"))
        yield from (Page("intake:signal", (self.signal,)), Page("intake:facts", (self.signal,)))
        yield from (Page("intake:breach", query=f"signal={self.signal}"), Page("intake:moments", (self.breach,)))
        yield from (Page("services:list"), Page("services:new"), Page("services:upload"))
        yield from (Page("services:detail", (self.service,)), Page("services:edit", (self.service,)))
        yield from (Page("services:preview", (self.table,)), Page("services:choose", query=f"service={self.service}"))
        yield from (Page("services:grounds", (self.breach,)), Page("api:tokens"), Page("api:operations"))


def signal(ours: Tenant, agreement: Agreement, breach: Breach) -> Signalled:
    """Report a signal, keep a service that is taken under the agreement, bring a table and make a token."""
    owner, actor, now = ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    facts = SignalFacts(what="Een klant ziet facturen van een ander.", where="service", where_name="Back-up")
    origin = signals.Origin(source=Source.FORM, by=owner)
    reported = signals.report(ours.organisation, facts, origin=origin, actor=actor, now=now)
    about = services.About(name="Back-up", data_categories=("naam",), special_categories=("gezondheid",), people=40)
    service = services.add(ours.organisation, about, actor=actor, now=now)
    services.link(service, agreement, services.Use(), actor=actor, now=now)
    table = importing.put_in(ours.organisation, "diensten.csv", b"service\nMail\n", by=owner, now=now)
    tokens.make(
        ours.organisation,
        user=None,
        name="Bewaking",
        scopes=["signals:write"],
        expires_at=None,
        by=owner,
        actor=actor,
        now=now,
    )
    return Signalled(reported.pk, service.pk, table.pk, breach.pk)

"""A record of processing with something to see to, and own activities, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from art28.web.accounts.access import WORKER
from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.processing import actions, drawing, importing, own
from art28.web.processing.judging import Wanted
from art28.web.processing.models import Record
from art28.web.purposes import actions as purposes
from art28.web.purposes.models import Kind
from e2e.page import Page
from web.breaches.world import agreement as allows
from web.people import Tenant

# What only takes a form, and what answers with a file.
WITHOUT_PAGE = frozenset(
    {
        "processing:draw", "processing:act", "processing:part", "processing:apply", "processing:own_end",
        "processing:export", "processing:export_one", "processing:own_export",
        "purposes:act", "purposes:export",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recorded:
    """What there is to look at."""

    agreement: UUID
    own: UUID
    brought: UUID
    allowing: UUID
    purpose: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about records of processing."""
        yield from (Page("processing:list"), Page("processing:list", query="q=nergens&state=special"))
        yield from (Page("processing:record", (self.agreement,)), Page("processing:keeper"))
        yield from (Page("processing:own"), Page("processing:own_new"), Page("processing:upload"))
        yield from (Page("processing:own_edit", (self.own,)), Page("processing:preview", (self.brought,)))
        yield from (Page("purposes:list"), Page("purposes:list", query="q=nergens&state=ended"), Page("purposes:new"))
        yield from (Page("purposes:new", query=f"agreement={each}") for each in (self.agreement, self.allowing))
        yield Page("purposes:detail", (self.purpose,))


def keep(ours: Tenant, agreement: Agreement) -> Recorded:
    """Draw the record up, add to it what is not ours, confirm it, ask; an activity of our own and a table."""
    now, actor = timezone.now(), ours.actor(Role.OWNER)
    by = By(ours.members[Role.OWNER].user, actor, now)
    drawing.draw(ours.organisation, (agreement.pk,), actor=WORKER, now=now)
    record = Record.objects.select_related("organisation", "agreement").get(agreement=agreement)
    wanted = Wanted(service="Klantenonderzoek", purpose="Onderzoek", data=("Gezondheid", "IP-adres"), outside="other")
    actions.add(record, wanted, by=by)
    said = {"stated_in": "bijlage 2", "measures": "", "judgement": "", "explanation": ""}
    actions.choose(record, "health", said=said, by=by)
    actions.confirm(record, name="J. Okkerse", on=date(2026, 11, 20), how="per e-mail", by=by)
    answer = "Kabelwacht B.V.: NL"
    actions.ask(record, matter="countries", asked_by="J. Okkerse", asked_on=date(2026, 11, 21), answer=answer, by=by)
    own.keep(ours.organisation, {"officer": "M. Berg", "measures": "Versleuteling"}, actor=actor, now=now)
    mine = own.add(
        ours.organisation,
        {
            "name": "Salarissen",
            "purposes": ["Loon betalen"],
            "legal_basis": "c",
            "data": ["Namen", "Rekeningnummers"],
            "special": ["BSN"],
            "data_subjects": ["Medewerkers"],
            "recipients": ["Belastingdienst"],
            "countries": ["US"],
            "safeguards": "modelcontract van 3 maart 2025",
            "retention": "7 jaar",
            "measures": ["Versleuteling"],
        },
        actor=actor,
        now=now,
    )
    table = "Activiteit;Doeleinden;Grondslag\nSalarissen;Loon;b\nWerving;Vacatures;x\n"
    brought = importing.put_in(ours.organisation, "eigen.csv", table.encode(), by=by.user, now=now)
    allowing = allows(ours.organisation, {"processing.own_purposes": True}, name="Bibliotheek De Kade", contact="")
    used = purposes.Wanted(kind=Kind.SURVEY, purpose="Tevredenheid over de dienst", data=("E-mailadressen",))
    purpose = purposes.register(allowing, used, by=by)
    purposes.decide(
        purpose, allowed=True, legal_basis="f", informed="in de privacyverklaring", reason="zo is het", by=by
    )
    purposes.log(purpose, what="Enquête aan beheerders", used_at=now, anonymised=False, by=by)
    return Recorded(agreement.pk, mine.pk, brought.pk, allowing.pk, purpose.pk)

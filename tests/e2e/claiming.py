"""Claims in their states, and what is read of liability, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.casework import To
from art28.web.claims import actions, clauses, disputing, insuring, terminating
from art28.web.claims.cases import DisputeState, Ground
from art28.web.claims.models import Head, Intent, Kind, Point, Side
from e2e.page import Page
from web.people import Tenant

# What only takes a form, and what answers with a file.
WITHOUT_PAGE = frozenset(
    {
        "claims:act", "claims:liability_act", "claims:dispute_act", "claims:termination_act",
        "claims:export", "claims:export_cases",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claiming:
    """What there is to look at."""

    agreement: UUID
    ours: UUID
    theirs: UUID
    dispute: UUID
    termination: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about claims."""
        yield from (Page("claims:list"), Page("claims:list", query="q=nergens&state=all"), Page("claims:new"))
        yield from (Page("claims:new", query=f"agreement={self.agreement}"), Page("claims:detail", (self.ours,)))
        yield from (Page("claims:detail", (self.theirs,)), Page("claims:liability", (self.agreement,)))
        for name in ("insurance", "disputes", "terminations"):
            yield from (Page(f"claims:{name}"), Page(f"claims:{name}", query="q=nergens&state=all"))
        yield from (Page("claims:dispute", (self.dispute,)), Page("claims:termination", (self.termination,)))


def claim(ours: Tenant, agreement: Agreement) -> Claiming:
    """A fine to be recovered, in default, and a claim on us that is contested."""
    now = timezone.now()
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), now)
    to = To(recipient="jurist@wendelaar.example", recipient_name="J. Okkerse")
    said = actions.Claimed(
        kind=Kind.FINE,
        claimant=Side.PROCESSOR,
        event="2026-0001",
        what="De toezichthouder legde een boete op omdat een grondslag ontbrak.",
        arose_at=now - timedelta(days=40),
        by_whom="Autoriteit Persoonsgegevens",
        failure="De verwerking had geen grondslag, anders dan is gewaarborgd.",
    )
    fine = actions.claim(agreement, said, by=by)
    actions.add_item(fine, head=Head.FINE, text="Boete", cents=1_250_000, proof="besluit van 3 november", by=by)
    actions.notice_default(
        fine, text="U hebt de grondslag niet aangetoond.", cure_until=now.date() + timedelta(days=14), to=to, by=by
    )
    theirs = actions.claim(
        agreement,
        actions.Claimed(
            kind=Kind.DAMAGE,
            claimant=Side.CONTROLLER,
            event="2026-0001",
            what="Een back-up was zonder wachtwoord te openen.",
            arose_at=now - timedelta(days=30),
            failure="De back-up was niet versleuteld.",
            sub_processor="Opslag De Vliet B.V.",
        ),
        by=by,
    )
    actions.add_item(
        theirs, head=Head.REMEDY, text="Herstel van de omgeving", cents=812_500, proof="factuur 118", by=by
    )
    actions.add_item(theirs, head=Head.PROFIT, text="Gemiste omzet van vier dagen", cents=2_400_000, proof="", by=by)
    clauses.read(agreement, Point.INTENT, says=False, heads=(), passage="", provision="", by=by)
    actions.receive(theirs, at=now - timedelta(days=2), how="aangetekende brief", specified=True, by=by)
    actions.judge(
        theirs,
        failure=theirs.failure,
        sub_processor=theirs.sub_processor,
        attributable=True,
        intent=Intent.ALLEGED,
        impossible=False,
        by=by,
    )
    actions.answer(theirs, text="Omzetverlies is indirecte schade.", by=by)
    today = timezone.localdate()
    policy = {"number": "4411-09", "covers": "Beroepsaansprakelijkheid", "document": "dossier 12"}
    insuring.keep(
        ours.organisation,
        None,
        insurer="Verzekeringen De Dijk",
        cents=100_000_000,
        expires_on=today + timedelta(days=40),
        **policy,
        by=by,
    )
    insuring.ask(agreement, to=to, by=by)
    dispute = disputing.notice(
        agreement, what="Of omzetverlies voor vergoeding in aanmerking komt.", claim=theirs, by=by
    )
    disputing.go(dispute, DisputeState.TALKS, on=today, what="Geen overeenstemming over de omzet.", by=by)
    end = terminating.begin(
        agreement,
        ground=Ground.BREACH,
        party=Side.PROCESSOR,
        reason="De facturen van drie maanden zijn niet betaald.",
        noticed_on=today,
        until=today + timedelta(days=21),
        to=to,
        by=by,
    )
    return Claiming(agreement.pk, fine.pk, theirs.pk, dispute.pk, end.pk)

"""Costs of a breach, what may leave, and the life of an agreement, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach
from art28.web.contacts import appointing, checking, escalating, importing
from art28.web.contacts.appointing import Who
from art28.web.contacts.models import Level
from art28.web.costs import actions as costs
from art28.web.costs.models import Incurred
from art28.web.costs.queries import of_breach
from art28.web.disclosures import actions as disclosures
from art28.web.disclosures.models import Ground, Towards
from art28.web.lifecycle import actions as lives
from art28.web.lifecycle.stages import Stage
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "costs:export", "costs:strike", "costs:charge", "costs:statement",
        "disclosures:export", "disclosures:mark", "disclosures:permit",
        "lifecycle:aside_back", "lifecycle:export", "lifecycle:stage", "lifecycle:waive", "lifecycle:main",
        "lifecycle:signature",
        "contacts:export", "contacts:rhythm", "contacts:apply", "contacts:appoint", "contacts:escalate",
        "contacts:tell_again", "contacts:end_appointment", "contacts:settle", "contacts:ask", "contacts:end",
        "lifecycle:paper", "lifecycle:copy", "lifecycle:note", "lifecycle:review", "lifecycle:terms",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Agreed:
    """What there is to look at, by id."""

    agreement: UUID
    breach: UUID
    change: UUID
    question: str
    table: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about costs, disclosures and lives."""
        yield from (Page("costs:breach", (self.breach,)), Page("disclosures:breach", (self.breach,)))
        yield from (Page("disclosures:list"), Page("disclosures:new"), Page("disclosures:list", query="q=nergens"))
        yield from (Page("disclosures:agreement", (self.agreement,)), Page("disclosures:hand_out", (self.agreement,)))
        yield from (Page("lifecycle:list"), Page("lifecycle:list", query="stage=ended"))
        yield from (Page("lifecycle:agreement", (self.agreement,)), Page("lifecycle:timeline", (self.agreement,)))
        yield Page("lifecycle:aside", (self.agreement,))
        yield from (
            Page("lifecycle:day", (self.agreement,)),
            Page("lifecycle:day", (self.agreement,), "day=2026-11-28"),
        )
        yield from (Page("contacts:list"), Page("contacts:list", query="q=nergens"), Page("contacts:own"))
        yield from (Page("contacts:agreement", (self.agreement,)), Page("contacts:confirm", (self.question,)))
        yield from (Page("contacts:upload"), Page("contacts:preview", (self.table,)))
        yield from (Page("lifecycle:changes"), Page("lifecycle:law", query="since=2018-01-01"))
        yield Page("lifecycle:change", (self.change,))


def agree(ours: Tenant, agreement: Agreement, breach: Breach) -> Agreed:
    """Keep costs, a permission and a disclosure."""
    owner, actor, now = ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    today = timezone.localdate()
    line = costs.Kept(incurred_by=Incurred.PROCESSOR, work="limit", text="De map is afgesloten.", on=today, minutes=150,
                      hourly_cents=9500, expense_cents=0)  # fmt: skip
    costs.keep(of_breach(breach), agreement, line, by=owner, actor=actor, now=now)
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
    by = By(owner, actor, now)
    desk = Who(name="Servicedesk", role="eerste lijn", email="desk@veldlicht.example", phone="038 000 04 18")
    lead = Who(name="M. Berg", role="service delivery manager", email="berg@veldlicht.example", phone="038 000 04 19")
    appointing.appoint(ours.organisation, None, Level.FIRST, desk, by=by)
    appointing.appoint(ours.organisation, agreement, Level.FINAL, lead, by=by)
    for row in appointing.waiting():
        appointing.tell(row, actor=actor, now=now)
    escalating.escalate(agreement, "De storing van zondag is nog niet verklaard.", by=by)
    checking.set_rhythm(ours.organisation, months=12, remind_days=14, by=by)
    question = checking.ask(checking.due(ours.organisation, now)[0], actor=actor, now=now)
    data = b"partij;waarvoor;naam;e-mailadres\nNieuwe Zorg B.V.;privacy;P. Vos;fg@nieuw.example\nZonder;privacy;L. Ver;geen\n"
    table = importing.put_in(ours.organisation, "contacten.csv", data, by=owner, now=now)
    return Agreed(agreement.pk, breach.pk, _lived(ours, agreement), question.token, table.pk)


def _lived(ours: Tenant, agreement: Agreement) -> UUID:
    """Sent, signed by one side, with its main agreement, its terms, a note, and a change to look at."""
    today = timezone.localdate()
    who: dict[str, Any] = {"by": ours.members[Role.OWNER].user, "actor": ours.actor(Role.OWNER), "now": timezone.now()}
    lives.go(agreement, lives.Wanted(stage=Stage.SENT, on=today, reason="per mail"), **who)
    signed = {"side": "processor", "name": "M. Berg", "role": "directeur", "place": "Zwolle", "on": today}
    lives.sign(agreement, {**signed, "initialled": True}, **who)
    main = {"name": "Dienstenovereenkomst", "reference": "DO-7", "services": "hosting\nbeheer", "starts_on": today}
    lives.link_main(agreement, main, **who)
    terms = {"kind": "terms", "name": "Algemene voorwaarden", "dated": today, "source": "https://voorwaarden.example"}
    lives.add_paper(agreement, {**terms, "file_name": "voorwaarden.pdf"}, b"%PDF-1.7", **who)
    lives.note(agreement, "Belt liever dan dat hij mailt.", **who)
    about = {"about": "breach_law", "what": "Nieuwe richtsnoeren over het melden", "source": "EDPB", "from_on": today,
             "due_on": today + timedelta(days=30)}  # fmt: skip
    return lives.log_change(ours.organisation, about, None, owner=None, **who).pk

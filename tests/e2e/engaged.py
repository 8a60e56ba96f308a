"""Sub-processors, one behind another, and a change that is being considered, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.flowdown import actions as flowing
from art28.web.flowdown.actions import Asked, Evaluated, Judged
from art28.web.flowdown.models import Found
from art28.web.notices.models import OutboxMessage
from art28.web.subprocessors import actions, announcing, answering, importing, proposing, sending
from art28.web.subprocessors.actions import About, OnFile, Standing
from art28.web.subprocessors.models import Affected, AnswerKind
from art28.web.subprocessors.proposing import Proposed
from art28.web.subprocessors.pump import pump
from art28.web.subprocessors.sending import Leaving
from art28.web.subprocessors.telling import Saying
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "subprocessors:apply", "subprocessors:take_over", "subprocessors:export", "subprocessors:drop",
        "subprocessors:file_agreement", "subprocessors:behind", "subprocessors:not_behind",
        "subprocessors:safeguard", "subprocessors:end_safeguard", "subprocessors:announce", "subprocessors:window",
        "subprocessors:decide", "subprocessors:withdraw", "subprocessors:carry_out", "subprocessors:reply_bounced",
        "subprocessors:mend_reply", "subprocessors:give_copy", "subprocessors:export_go",
        "flowdown:act", "flowdown:inspection_act", "flowdown:export", "flowdown:copy",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Engaged:
    """What there is to look at, by id."""

    sub_processor: UUID
    table: UUID
    considered: UUID
    announced: UUID
    asked: UUID
    inspection: UUID
    answer: str

    def pages(self) -> Iterator[Page]:
        """The pages about sub-processors and changes of them."""
        yield from (Page("subprocessors:list"), Page("subprocessors:list", query="q=nergens"))
        yield Page("subprocessors:transfers")
        yield from (Page("flowdown:list"), Page("flowdown:list", query="q=nergens"), Page("flowdown:inspections"))
        yield from (Page("flowdown:detail", (self.sub_processor,)), Page("flowdown:ask", (self.sub_processor,)))
        yield Page("flowdown:inspection", (self.inspection,))
        yield from (Page("subprocessors:new"), Page("subprocessors:upload"), Page("subprocessors:changes"))
        yield from (
            Page("subprocessors:detail", (self.sub_processor,)),
            Page("subprocessors:edit", (self.sub_processor,)),
        )
        yield from (Page("subprocessors:preview", (self.table,)), Page("subprocessors:propose"))
        yield from (
            Page("subprocessors:impact", (self.considered,)),
            Page("subprocessors:edit_proposal", (self.considered,)),
        )
        yield from (Page("subprocessors:go", (self.announced,)), Page("mailings:change", (self.announced,)))
        yield from (
            Page("subprocessors:one", (self.announced, self.asked)),
            Page("subprocessors:answer", (self.answer,)),
        )


def engage(ours: Tenant) -> Engaged:
    """Put sub-processors in the register, a safeguard on file, a table in; propose a change, and announce another."""
    of, owner, actor, now = ours.organisation, ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now()
    host = actions.add(
        of,
        About(
            name="Hostwerk Noord B.V.", registration="12345678", street="Havenkade 8", postcode="1234 AB", city="Almere",
            country="NL", countries=("NL", "US"), contact_name="J. Berg", email="privacy@hostwerk.example",
            phone="036 000 04 18",
        ),
        actor=actor,
        now=now,
    )  # fmt: skip
    store = actions.add(of, About(name="Opslagwerk Ltd", country="IE", countries=("IE", "IN")), actor=actor, now=now)
    actions.put_behind(host, store, Standing(role="back-up", countries=("IE",)), actor=actor, now=now)
    on_file = OnFile(country="US", kind="clauses", signed_on=date(2026, 1, 5), assessed_on=date(2026, 1, 9))
    actions.file_safeguard(host, on_file, by=owner, actor=actor, now=now)
    table = importing.put_in(of, "subverwerkers.csv", b"subverwerker;verwerkt in\nMailwerk;NL\n", by=owner, now=now)
    what = Proposed(
        kind="add", sub_processor=store, replaced=None, role="back-up", countries=("IE", "CH"), services=(),
        planned_on=(now + timedelta(days=90)).date(), why="Een tweede plaats voor back-ups.",
        reply_to="bezwaar@veldlicht.example", window_days=14,
    )  # fmt: skip
    considered = proposing.propose(of, what, by=owner, actor=actor, now=now)
    announced = proposing.propose(of, replace(what, sub_processor=host), by=owner, actor=actor, now=now)
    announcing.announce(announced, based_on=announced.version, actor=actor, now=now)
    while pump(now=now, limit=10):
        pass
    rows = Affected.objects.filter(proposal=announced, need__in=(1, 2)).select_related(
        "agreement__organisation", "message"
    )
    asked = rows.earliest("agreement__counterparty_name", "id")
    saying = Saying("J. Okkerse", "Eigenaar veldlicht")
    letters = ((Leaving(asked, "privacy@wendelaar.example", saying, None),),)
    message = sending.send_many(announced, letters, actor=actor, now=now)[asked.agreement_id]
    assert isinstance(message, OutboxMessage)
    answering.answer_by_link(asked, AnswerKind.CONSENT, name="J. Okkerse", text="", now=now)
    by = By(owner, actor, now)
    flowing.judge(
        host, Judged(duty="audit", found=Found.LAID_DOWN, reference="Databijlage van 2 mei, artikel 4"), by=by
    )
    flowing.evaluate(
        host,
        Evaluated(
            on=now.date(), result="points", findings="Back-ups worden niet elk kwartaal teruggezet.",
            looked_at="Auditrapport van maart", next_on=(now + timedelta(days=300)).date(),
        ),
        by=by,
    )  # fmt: skip
    wanted = Asked(
        asked_by="J. Okkerse", asked_on=now.date(), question="Graag het contract met de hoster.",
        due_on=(now + timedelta(days=14)).date(),
    )  # fmt: skip
    inspection = flowing.ask(host, asked.agreement, wanted, by=by)
    return Engaged(host.pk, table.pk, considered.pk, announced.pk, asked.pk, inspection.pk, message.token)

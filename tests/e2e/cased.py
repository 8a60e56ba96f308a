"""Requests of data subjects, instructions and audits in their states, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from art28.obligations.rights import Place, PlaceKind, SubjectRight
from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import Agreement, Direction
from art28.web.audits import actions as audits
from art28.web.audits import announcing, finding, rooms
from art28.web.audits import own as mine
from art28.web.audits.models import ItemKind
from art28.web.casework import To
from art28.web.costs import actions as costs
from art28.web.costs import queries as costed
from art28.web.costs.bearing import other, ours_in
from art28.web.costs.models import Bearer
from art28.web.costs.queries import Case
from art28.web.instructions import actions as instructions
from art28.web.instructions.models import Form, Kind, Matter
from art28.web.requests import actions, passing, queries, stepping
from art28.web.requests.models import Role as OwnRole
from art28.web.requests.models import Source, SubjectRequest
from e2e.page import Page
from web.breaches import world as worlds
from web.people import Tenant

YEAR = timedelta(days=365)

# What only takes a form, and what answers with a file.
WITHOUT_PAGE = frozenset(
    {
        "requests:act", "requests:act_under", "requests:package", "requests:export",
        "instructions:act", "instructions:declaration_act", "instructions:task_act", "instructions:export",
        "audits:act", "audits:export", "audits:room_file", "audits:document", "audits:own_act", "audits:own_report",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cased:
    """What there is to look at."""

    passed: UUID
    token: str
    own: UUID
    instruction: UUID
    declaration: UUID
    task: UUID
    under: UUID
    audit: UUID
    room: str
    own_audit: UUID
    next_audit: UUID
    supplier: UUID
    announced: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about requests."""
        yield from (Page("requests:list"), Page("requests:list", query="q=nergens&state=all"), Page("requests:new"))
        yield from (Page("requests:detail", (self.passed,)), Page("requests:detail", (self.own,), "q=e"))
        yield from (Page("audits:list"), Page("audits:new", query=f"agreement={self.under}"))
        yield from (Page("audits:detail", (self.audit,)), Page("audits:room", (self.room,)))
        yield from (Page("audits:new", query=f"agreement={self.supplier}"), Page("audits:detail", (self.announced,)))
        yield from (Page("audits:own"), Page("audits:own_new"), Page("audits:own", query="q=nergens"))
        yield from (Page("audits:own_detail", (self.own_audit,)), Page("audits:own_detail", (self.next_audit,)))
        yield from (Page(f"instructions:{name}") for name in ("list", "declarations", "tasks", "new"))
        yield from (Page(f"instructions:{name}", query=f"agreement={self.under}") for name in ("new", "ask", "open"))
        yield Page("instructions:detail", (self.instruction,))
        yield from (Page("instructions:declaration", (self.declaration,)), Page("instructions:help", (self.task,)))
        yield from (Page("requests:letter", (self.own, "person_answer")), Page("requests:person", (self.token,)))


def case(ours: Tenant, agreement: Agreement) -> Cased:
    """A request that was passed on to a customer, and one of our own with steps to take."""
    passed = _taken_in(ours, OwnRole.PROCESSOR, (agreement,))
    line = queries.line(passed, agreement.pk)
    assert line is not None
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now())
    going = passing.Passing(
        recipient="fg@wendelaar.example", recipient_name="J. Okkerse", signed_by="", division="Wij zoeken, u antwoordt."
    )
    passing.pass_on(line, going, by=by)
    own = _taken_in(ours, OwnRole.CONTROLLER, ())
    places = (Place(PlaceKind.SYSTEM, "mail-01"), Place(PlaceKind.RECIPIENT, "Drukkerij De Lelie"))
    stepping.plan(own, places, by=by)
    given = instructions.Given(
        kind=Kind.EXPORT,
        form=Form.EMAIL,
        given_by="J. Okkerse",
        given_at=timezone.now(),
        text="Graag alle bestellingen.",
    )
    row = instructions.record_instruction(agreement, given, by=by)
    to = To(recipient="fg@wendelaar.example")
    instructions.warn(row, reasons="Zonder grondslag.", to=to, by=by)
    declared = instructions.ask_declaration(agreement, kind="lawfulness", activity="salarisverwerking", to=to, by=by)
    _cost(agreement, Case("instruction", row.pk, row.reference, "assistance.costs"), by)
    task = instructions.open_task(
        agreement, matter=Matter.DPIA, question="Welke maatregelen?", asked_by="FG", asked_at=timezone.now(), by=by
    )
    instructions.hand_over(task, name="Verklaring van toepasselijkheid", version="3", refused="", by=by)
    wanted = audits.Asked(
        asked_by="FG", asked_at=timezone.now(), planned_at=timezone.now() + timedelta(days=3), systems=("mail-01",)
    )
    audit = audits.ask(agreement, wanted, by=by)
    audits.request_item(audit, kind=ItemKind.LOGS, name="Logboeken van oktober", at=timezone.now(), by=by)
    audited, following = _audited(ours, by)
    room = _room(agreement, by)
    supplier, announced = _of_a_supplier(ours, by)
    return Cased(
        passed.pk, line.token, own.pk, row.pk, declared.pk, task.pk, agreement.pk, audit.pk, room, audited, following,
        supplier, announced,
    )  # fmt: skip


def _of_a_supplier(ours: Tenant, by: By) -> tuple[UUID, UUID]:
    """An agreement with a processor of ours, and an audit of it that was announced."""
    said = {"audit.right": True, "audit.notice": "P2W"}
    made = worlds.agreement(ours.organisation, said, name="Koelwerk Techniek B.V.", direction=Direction.CONTROLLER)
    wanted = audits.Asked(asked_by="M. Berg", asked_at=by.now, planned_at=by.now + YEAR, systems=("koeling",))
    row = audits.ask(made, wanted, by=by)
    announcing.by_letter(row, to=To(recipient="privacy@koelwerk.example"), by=by)
    rooms.put_in(row, name="Verslag", file_name="verslag.pdf", data=b"%PDF-1.7", by=by)
    return made.pk, row.pk


def _audited(ours: Tenant, by: By) -> tuple[UUID, UUID]:
    """An audit of one's own with a finding, and the next one."""
    today = by.now.date()
    wanted = mine.Planned(
        scope="Beheer en back-up", norm="NEN 7510", auditor="Toetsing De Linde", planned_on=today + YEAR
    )
    row = mine.plan(ours.organisation, wanted, by=by)
    came = mine.Reported(held_on=today, compliant=False, outcome="Op één punt na in orde.", valid_until=today + YEAR,
                         next_on=today + YEAR, file=("verslag.pdf", b"%PDF-1.7"))  # fmt: skip
    following = mine.report(row, came, by=by)
    assert following is not None
    finding.find(row, text="Herstel niet getest.", measure="Elk kwartaal herstellen", owner=by.user, due_on=today + YEAR,
                 agreed_by="directie", by=by)  # fmt: skip
    return row.pk, following.pk


def _room(agreement: Agreement, by: By) -> str:
    """The evidence room of another audit, open to its auditor."""
    wanted = audits.Asked(asked_by="FG", asked_at=by.now, planned_at=by.now + YEAR, auditor="Toetsing De Linde",
                          reports_assessed="Zij zeggen niets over toegang.")  # fmt: skip
    row = audits.ask(agreement, wanted, by=by)
    audits.accept(row, to=To(recipient="fg@wendelaar.example"), by=by)
    audits.bind(row, statement="verklaring, dossier 17", at=by.now, by=by)
    rooms.put_in(row, name="Beleid voor toegang", file_name="toegang.pdf", data=b"%PDF-1.7", by=by)
    return rooms.open_to(row, whom="Toetsing De Linde", until=by.now + YEAR, by=by).token


def _cost(agreement: Agreement, case: Case, by: By) -> None:
    """A line that was charged, one struck, an estimate, and one to charge."""
    ours = ours_in(agreement)
    assert ours is not None
    laid: dict[str, Any] = {"bearer": Bearer(other(ours).value), "reason": "afgesproken per mail"}
    who: dict[str, Any] = {"by": by.user, "actor": by.actor, "now": by.now}
    said = costs.Kept(text="Uitvoer gemaakt", on=by.now.date(), minutes=90, hourly_cents=9500, **laid)
    costs.keep(case, agreement, said, **who)
    account = costed.account(agreement.organisation, case.kind, case.id, agreement.pk)
    assert account is not None
    costs.charge(case, account, **who)
    costs.keep(case, agreement, replace(said, text="Nagekeken"), **who)
    costs.keep(case, agreement, replace(said, is_estimate=True), **who)
    costs.strike(case, costs.keep(case, agreement, said, **who), reason="stond er al", **who)


def _taken_in(ours: Tenant, role: OwnRole, under: tuple[Agreement, ...]) -> SubjectRequest:
    asking = actions.Asking(
        role=role,
        rights=(SubjectRight.ACCESS, SubjectRight.ERASURE),
        name="Wietske Elzinga",
        reach="w.elzinga@post.example",
        asked="Welke gegevens hebt u van mij?\nWilt u die daarna wissen?",
        received_at=timezone.now() - timedelta(days=3),
    )
    origin = actions.Origin(source=Source.FORM, by=ours.members[Role.OWNER].user)
    return actions.take_in(
        ours.organisation, asking, under, origin=origin, actor=ours.actor(Role.OWNER), now=timezone.now()
    )

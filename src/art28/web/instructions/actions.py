"""Writes: instructions are recorded, weighed, warned of and carried out; declarations asked for and filed; help given."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from art28.agreement.duties import Action, Trigger
from art28.notices.answers import Section
from art28.notices.language import Language
from art28.notices.notice import LetterKind
from art28.obligations.scoping import Scope, Within, scope
from art28.terms import StartReason
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach
from art28.web.casework import To, keep_act, move, write
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Obligation, Proof
from art28.web.database.numbering import next_number
from art28.web.events import queries as events
from art28.web.instructions import queries
from art28.web.instructions.models import Assistance, Declaration, Form, Instruction, Kind, Material, Matter, State
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An instruction as it was given."""

    kind: Kind
    form: Form
    given_by: str
    given_at: datetime
    text: str
    purpose: str = ""
    connection: str = ""
    consent: str = ""
    basis: str = ""


@transaction.atomic
def record_instruction(agreement: Agreement, given: Given, *, by: By) -> Instruction:
    """Keep an instruction with how it stands to the purposes of its agreement."""
    organisation = agreement.organisation
    year, number = next_number(organisation, Instruction, by.now)
    found = weigh(agreement, given)
    row = Instruction.objects.create(
        organisation=organisation,
        agreement=agreement,
        year=year,
        number=number,
        kind=given.kind,
        form=given.form,
        given_by=given.given_by,
        given_at=given.given_at,
        text=given.text,
        purpose=given.purpose,
        connection=given.connection,
        consent=given.consent,
        within=found.within.value if found else "",
        provision=found.provision if found else "",
        basis=given.basis,
        recorded_at=by.now,
        recorded_by=by.user,
    )
    content = {
        "agreement": str(agreement.pk),
        "kind": row.kind,
        "form": row.form,
        "given_by": row.given_by,
        "given_at": row.given_at.isoformat(),
        "text": row.text,
        "purpose": row.purpose,
        "within": row.within,
        "basis": row.basis,
    }
    keep_act(row, "instruction.recorded", by, content)
    return row


def weigh(agreement: Agreement, given: Given) -> Scope | None:
    """How an instruction stands to the agreement's purposes; None for what a law compels."""
    if given.kind == Kind.LAW:
        return None
    said = deriving.standing(agreement)
    return scope(said, given.purpose, connection=given.connection, consent=given.consent)


@transaction.atomic
def accept(row: Instruction, *, lawful_by: str, by: By) -> None:
    """Take it on. Outside the purposes nothing is done on it; the controller's word that it is lawful is kept where given.

    What a law compels is taken on once the controller was told, or it is on file why it may not be.
    """
    if row.within == Within.OUTSIDE:
        raise NotNow("outside", place=row.provision)
    if row.kind == Kind.LAW and row.told_at is None and not row.untold_reason:
        raise NotNow("untold")
    fields: dict[str, Any] = {"lawful_at": by.now, "lawful_by": lawful_by} if lawful_by else {}
    move(row, (State.RECORDED,), state=State.ACCEPTED, **fields)
    keep_act(row, "instruction.accepted", by, {"lawful_by": lawful_by, "within": row.within})


@transaction.atomic
def warn(row: Instruction, *, reasons: str, to: To, by: By) -> OutboxMessage:
    """Tell the controller at once that the instruction infringes the law (Art. 28(3)); it is suspended until answered."""
    move(row, (State.RECORDED, State.ACCEPTED), state=State.SUSPENDED, warned_at=by.now, warned_reasons=reasons)
    clock = _start(row.agreement, Trigger.UNLAWFUL_INSTRUCTION, _subject(row), by.now, by)
    provision = str(clock.duty["provision"]) if clock else ""
    message = write(
        row.agreement, LetterKind.INSTRUCTION_WARNING, _subject(row), to, by,
        filled={"reasons": reasons}, sections=_said(row), clock=clock, provision=provision,
    )  # fmt: skip
    keep_act(row, "instruction.warned", by, {"reasons": reasons, "message": str(message.pk)})
    return message


@transaction.atomic
def answered(row: Instruction, *, answer: str, withdrawn: bool, at: datetime, by: By) -> None:
    """The controller answered the warning: it withdraws the instruction, or maintains it with its reasons."""
    state = State.WITHDRAWN if withdrawn else State.ACCEPTED
    ended = {"ended_at": at} if withdrawn else {}
    move(row, (State.SUSPENDED,), state=state, answered_at=at, answer=answer, **ended)
    keep_act(row, "instruction.answered", by, {"answer": answer, "withdrawn": withdrawn, "at": at.isoformat()})


@transaction.atomic
def tell_of_law(row: Instruction, *, to: To, by: By) -> OutboxMessage:
    """Tell the controller, before acting, that a law compels the processing (Art. 28(3)(a)). Raises `NotNow`."""
    _compelled(row)
    Instruction.objects.filter(pk=row.pk).update(told_at=by.now)
    row.refresh_from_db()
    filled = {"basis": row.basis, "text": row.text}
    message = write(row.agreement, LetterKind.LEGAL_DUTY, _subject(row), to, by, filled=filled)
    keep_act(row, "instruction.law_told", by, {"basis": row.basis, "message": str(message.pk)})
    return message


@transaction.atomic
def forbid_telling(row: Instruction, *, reason: str, by: By) -> None:
    """Keep that the law forbids to tell the controller, on important grounds of public interest, and which."""
    _compelled(row)
    Instruction.objects.filter(pk=row.pk).update(untold_reason=reason)
    row.refresh_from_db()
    keep_act(row, "instruction.law_untold", by, {"basis": row.basis, "reason": reason})


def _compelled(row: Instruction) -> None:
    if row.kind != Kind.LAW or row.told_at is not None or row.untold_reason or not row.is_open:
        raise NotNow("no_law")


@transaction.atomic
def carried_out(row: Instruction, *, result: str, possible: bool, at: datetime, by: By) -> None:
    """It was carried out, or why it can't be; a suspended one waits for its answer first."""
    if row.state == State.SUSPENDED:
        raise NotNow("suspended")
    if row.state == State.RECORDED:
        raise NotNow("unaccepted")
    move(row, (State.ACCEPTED,), state=State.DONE if possible else State.IMPOSSIBLE, result=result, ended_at=at)
    keep_act(row, "instruction.ended", by, {"state": row.state, "result": result, "at": at.isoformat()})


@transaction.atomic
def ask_declaration(
    agreement: Agreement, *, kind: str, activity: str, to: To, renews: Declaration | None = None, by: By
) -> Declaration:
    """Ask the controller to declare something about an activity, by letter; or to declare again what runs out."""
    row = Declaration.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        kind=kind,
        activity=activity,
        asked_at=by.now,
        asked_by=by.user,
        asked_of=to.recipient,
    )
    if renews is not None and Declaration.objects.filter(pk=renews.pk, renewed=None).update(renewed=row) != 1:
        raise StateChanged(str(renews.pk))
    filled = {"activity": activity, **{name: "1" if name == kind else "" for name in _DECLARED}}
    write(agreement, LetterKind.DECLARATION_ASKED, Subject("declaration", row.pk, ""), to, by, filled=filled)
    content = {
        "agreement": str(agreement.pk),
        "kind": kind,
        "activity": activity,
        "renews": str(renews.pk) if renews else None,
    }
    keep_act(row, "declaration.asked", by, content)
    return row


_DECLARED = ("lawfulness", "legal_basis", "measures", "rights")


@transaction.atomic
def file_declaration(
    row: Declaration, *, text: str, given_by: str, at: datetime, valid_until: date | None, by: By
) -> None:
    """Put on file what the controller declared, by whom and until when it holds."""
    standing = Declaration.objects.filter(pk=row.pk, organisation=row.organisation_id, given_at=None)
    if standing.update(text=text, given_by=given_by, given_at=at, valid_until=valid_until) != 1:
        raise StateChanged(str(row.pk))
    row.refresh_from_db()
    content = {
        "text": text,
        "given_by": given_by,
        "at": at.isoformat(),
        "until": valid_until.isoformat() if valid_until else None,
    }
    keep_act(row, "declaration.filed", by, content)


_CLOCKS = {Matter.DPIA: Action.ASSIST_DPIA, Matter.CONSULTATION: Action.ASSIST_PRIOR_CONSULTATION}


@transaction.atomic
def open_task(
    agreement: Agreement,
    *,
    matter: Matter,
    question: str,
    asked_by: str,
    asked_at: datetime,
    breach: Breach | None = None,
    by: By,
) -> Assistance:
    """Open a task of help; for an impact assessment or a consultation its clock runs.

    One about a `breach` is a question of the other side about it.
    """
    organisation = agreement.organisation
    year, number = next_number(organisation, Assistance, by.now)
    row = Assistance.objects.create(
        organisation=organisation,
        agreement=agreement,
        year=year,
        number=number,
        matter=matter,
        breach=breach,
        question=question,
        asked_by=asked_by,
        asked_at=asked_at,
        recorded_at=by.now,
        recorded_by=by.user,
    )
    content = {"agreement": str(agreement.pk), "matter": matter, "question": question, "asked_at": asked_at.isoformat()}
    if breach is not None:
        content |= {"breach": str(breach.pk), "reference": breach.reference}
    keep_act(row, "assistance.asked", by, content)
    if matter in _CLOCKS:
        subject = Subject(queries.HELP, row.pk, row.reference)
        _start(agreement, Trigger.DPIA, subject, asked_at, by, only=_CLOCKS[matter])
    return row


@transaction.atomic
def hand_over(row: Assistance, *, name: str, version: str, refused: str, by: By) -> Material:
    """Keep what was handed over, by name and version, or why it wasn't."""
    if not row.is_open:
        raise StateChanged(row.reference)
    made = Material.objects.create(
        organisation_id=row.organisation_id,
        assistance=row,
        name=name,
        version=version,
        handed_at=None if refused else by.now,
        refused_reason=refused,
        by=by.user,
        at=by.now,
    )
    keep_act(row, "assistance.handed_over", by, {"name": name, "version": version, "refused": refused})
    return made


@transaction.atomic
def end_task(row: Assistance, *, answer: str, at: datetime, by: By) -> None:
    """Help was given: what came of it; its clock ends."""
    if Assistance.objects.filter(pk=row.pk, ended_at=None).update(ended_at=at, answer=answer) != 1:
        raise StateChanged(row.reference)
    row.refresh_from_db()
    for clock in queries.clocks_of(row.organisation, queries.HELP, row.pk):
        if clock.ended_at is None:
            clocks.end(clock, at=at, by=Proof.DONE, reason=answer[:500], actor=by.actor, now=by.now)
    keep_act(row, "assistance.ended", by, {"answer": answer, "at": at.isoformat()})


def _subject(row: Instruction) -> Subject:
    return Subject(queries.KIND, row.pk, row.reference)


def _start(
    agreement: Agreement, trigger: Trigger, subject: Subject, at: datetime, by: By, *, only: Action | None = None
) -> Obligation | None:
    """Start what the agreement promises then, or one duty of it; the first clock, None where there is none."""
    said = events.Said(trigger, at, StartReason.RECEIVED, None, subject.label)
    found: Obligation | None = None
    for starting in events.would_start(agreement, said):
        if starting.obligation is not None and only in (None, starting.duty.action):
            row = clocks.start(
                agreement, starting.obligation, subject=subject, following=(), owner=by.user, actor=by.actor, now=by.now
            )
            found = found or row
    return found


def _said(row: Instruction) -> tuple[Section, ...]:
    language = writing.language_for(row.agreement)
    asked = (_WHAT[language], row.text), (_WHO[language], row.given_by)
    return tuple(Section(number, question, answer) for number, (question, answer) in enumerate(asked, start=1))


_WHAT = {Language.NL: "Wat houdt de instructie in?", Language.EN: "What does the instruction say?"}
_WHO = {Language.NL: "Wie gaf haar?", Language.EN: "Who gave it?"}

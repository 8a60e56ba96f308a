"""Writes: what somebody found of a duty, evaluations on a clock, requests to see a contract and their answers."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from art28.agreement.duties import Action, Trigger
from art28.terms import Role
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.clocks.own_duties import run_until
from art28.web.disclosures import actions as disclosures
from art28.web.disclosures import queries as disclosing
from art28.web.flowdown import queries
from art28.web.flowdown.checklist import Line, checklist
from art28.web.flowdown.models import Answered, Evaluation, Found, Inspection, InspectionBytes, Judgement
from art28.web.subprocessors.models import SubProcessor

EVALUATION, INSPECTION = "evaluation", "inspection"
"""`Obligation.subject_kind` of the clocks (`clocks.filters.EVENTS`)."""
_LABEL = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What somebody found of a duty: where it stands, or why it lacks or is not relevant."""

    duty: str
    found: Found
    reference: str = ""
    reason: str = ""


@transaction.atomic
def judge(row: SubProcessor, what: Judged, *, by: By) -> Judgement:
    """Keep what was found of a duty in the contract on file, or in one kept elsewhere, against what is promised now.

    Raises `NotNow` where the contract itself says less than was promised: only another contract mends that.
    """
    line = next(each for each in checklist(row, by.now.date()).lines if each.held.duty.id == what.duty)
    if what.found is Found.LAID_DOWN and line.held.short:
        raise NotNow("short", place=line.held.short[0].given.provision if line.held.short[0].given else "")
    kept = Judgement.objects.create(
        organisation=row.organisation,
        sub_processor=row,
        contract=row.agreement,
        promised=line.promised,
        by=by.user,
        at=by.now,
        **asdict(what),
    )
    content = {
        **asdict(what),
        "found": what.found.value,
        "contract": str(row.agreement_id) if row.agreement_id else None,
        "promised": line.promised,
        "promised_in": promised_in(line),
    }
    _record(row, "flowdown.duty_judged", content, by)
    return kept


def promised_in(line: Line) -> dict[str, dict[str, str]]:
    """By which agreement and clause each strictest promise of a duty was made."""
    return {
        each.key: {"agreement": each.customer.source, "clause": each.promised.provision} for each in line.held.standings
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """What an evaluation came to, on what it rests, and when it is done again."""

    on: date
    result: str
    findings: str
    looked_at: str
    next_on: date


@transaction.atomic
def evaluate(row: SubProcessor, what: Evaluated, *, by: By) -> Evaluation:
    """Keep an evaluation; the clock of the one before ends with it, and the next runs until its day."""
    kept = Evaluation.objects.create(
        organisation=row.organisation, sub_processor=row, by=by.user, at=by.now, **asdict(what)
    )
    _record(row, "flowdown.evaluated", _plain(asdict(what)), by)
    running = clock_of(row.organisation_id, EVALUATION, row.pk)
    owner = by.user
    if running is not None:
        owner = running.owner or by.user
        clocks.end(running, at=by.now, by=Proof.DONE, reason=what.findings[:500], actor=by.actor, now=by.now)
    before = Evaluation.objects.filter(organisation=row.organisation_id, sub_processor=row).count()
    run_until(
        row.organisation,
        what.next_on,
        clocks.Subject(EVALUATION, row.pk, row.name[:_LABEL]),
        trigger=Trigger.STANDING,
        cause=row.name,
        gdpr="28(1), 28(4)",
        owner=owner,
        actor=by.actor,
        now=by.now,
        action=Action.EVALUATE_SUB_PROCESSOR,
        again=before,
    )
    return kept


def clock_of(organisation_id: UUID, kind: str, subject_id: UUID) -> Obligation | None:
    """The clock that runs for an evaluation or an inspection."""
    rows = Obligation.objects.filter(
        organisation=organisation_id, subject_kind=kind, subject_id=subject_id, ended_at=None
    )
    return rows.select_related("organisation", "owner").first()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A customer's request to see a contract."""

    asked_by: str
    asked_on: date
    question: str
    due_on: date


@transaction.atomic
def ask(row: SubProcessor, agreement: Agreement, what: Asked, *, by: By) -> Inspection:
    """Keep that a customer asked to see the contract, with what its own agreement says of that; a clock runs until the day
    by which it is answered."""
    said = queries.granting(agreement)
    kept = Inspection.objects.create(
        organisation=row.organisation,
        sub_processor=row,
        agreement=agreement,
        contract=row.agreement,
        clause=said.provision if said is not None else "",
        granted=said is not None and said.value is True,
        by=by.user,
        at=by.now,
        **asdict(what),
    )
    content = {
        "inspection": str(kept.pk),
        "sub_processor": str(row.pk),
        "granted": kept.granted,
        "clause": kept.clause,
        **_plain(asdict(what)),
    }
    _record(agreement, "flowdown.inspection_asked", content, by)
    run_until(
        row.organisation,
        what.due_on,
        clocks.Subject(INSPECTION, kept.pk, f"{row.name} · {agreement.counterparty_name or agreement.title}"[:_LABEL]),
        trigger=Trigger.STANDING,
        cause=row.name,
        gdpr="28(3)(h), 28(4)",
        owner=by.user,
        actor=by.actor,
        now=by.now,
        action=Action.SHOW_CONTRACT,
        bearer=Role.PROCESSOR,
    )
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How a request was answered: `permission` is what allows a contract marked as confidential to leave."""

    answer: Answered
    answered_on: date
    given_to: str
    blacked_out: str
    reason: str
    permission: UUID | None = None


@transaction.atomic
def answer(row: Inspection, what: Reply, file: "UploadedFile[Any] | None", *, by: By) -> None:
    """Keep how the customer was answered.

    Raises `NotNow`: `granted` where its agreement gives it the right and it is refused, `no_contract` where there is none to
    show, `confidential` where the contract may not leave without a permission; `StateChanged` where it was answered already.
    """
    contract = row.contract or row.sub_processor.agreement
    if what.answer is Answered.REFUSED:
        if row.granted:
            raise NotNow("granted", place=row.clause)
    else:
        _may_leave(contract, what, file, by)
    data = file.read() if file is not None else b""
    columns: dict[str, Any] = {name: value for name, value in asdict(what).items() if name != "permission"}
    columns["file_name"] = (file.name or "")[:255] if file is not None and data else ""
    columns["sha256"] = hashlib.sha256(data).hexdigest() if data else ""
    rows = Inspection.objects.filter(pk=row.pk, answer="")
    if rows.update(answered_by=by.user, contract=contract, **columns) != 1:
        raise StateChanged(str(row.pk))
    if data:
        InspectionBytes.objects.create(inspection=row, data=data)
    row.refresh_from_db()
    content = {
        "inspection": str(row.pk),
        "sub_processor": str(row.sub_processor_id),
        "contract": str(contract.pk) if contract else None,
        **_plain(columns),
        "permission": str(what.permission) if what.permission else None,
    }
    _record(row.agreement, "flowdown.inspection_answered", content, by)
    running = clock_of(row.organisation_id, INSPECTION, row.pk)
    if running is not None:
        clocks.end(running, at=by.now, by=Proof.DONE, reason=str(what.answer.label), actor=by.actor, now=by.now)


def _may_leave(contract: Agreement | None, what: Reply, file: "UploadedFile[Any] | None", by: By) -> None:
    """Refuse what can't be shown, and keep what leaves though it is confidential."""
    if contract is None and file is None:
        raise NotNow("no_contract")
    if contract is None or not disclosing.standing(contract).confidential:
        return
    allowed = disclosing.permission(contract, what.permission) if what.permission else None
    if allowed is None:
        raise NotNow("confidential")
    disclosures.hand_out(contract, permission=allowed, actor=by.actor, now=by.now)


def _plain(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}


def _record(subject: SubProcessor | Agreement, kind: str, content: Mapping[str, Any], by: By) -> None:
    """Under the sub-processor, or under the customer's agreement whose life it belongs to."""
    record(organisation=subject.organisation, actor=by.actor, kind=kind, subject=subject, at=by.now, content=content)

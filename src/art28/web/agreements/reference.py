"""What people decided about an agreement -> its reference case as a file; that it was exported is recorded."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from art28.agreement import reference
from art28.agreement.catalogue import catalogue
from art28.agreement.model import Strength
from art28.agreement.reference import Case, Settled
from art28.web.accounts.access import Actor
from art28.web.agreements import asking, queries, rows
from art28.web.agreements.models import Agreement, FactState, FactVersion, Question
from art28.web.audit import actions as audit


class Form(StrEnum):
    """With the agreement's own words, or codes and offsets alone."""

    TEXT = "text"
    OFFSETS = "offsets"


class NothingDecided(Exception):
    """Nobody has decided on a fact of this agreement yet, so there is nothing to measure by."""


def export(agreement: Agreement, form: Form, *, actor: Actor, now: datetime) -> bytes:
    """The case as JSON; the act names the file by its digest. Raises NothingDecided."""
    case = case_of(agreement)
    made = reference.with_text(case) if form is Form.TEXT else reference.without_text(case)
    data = (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
    audit.record(
        organisation=agreement.organisation,
        actor=actor,
        kind="agreement.case_exported",
        subject=agreement,
        at=now,
        content={"form": form.value, "facts": len(case.settled), "sha256": hashlib.sha256(data).hexdigest()},
    )
    return data


def case_of(agreement: Agreement) -> Case:
    """The facts that people decided on, with their passages in the newest text."""
    text = queries.text_of(agreement)
    decided = [row for row in queries.facts_of(agreement) if row.state != FactState.PROPOSED and row.key in catalogue()]
    if text is None or not decided:
        raise NothingDecided(agreement.pk)
    questions = queries.settled_questions_of(agreement)
    order = {key: number for number, key in enumerate(catalogue())}
    settled = (_settled(row, questions) for row in asking.anchored_facts(decided, text))
    return Case(
        text=text.text,
        language=agreement.language,
        extraction=text.extraction,
        file_sha256=agreement.source.sha256,
        settled=tuple(sorted(settled, key=lambda each: order[each.key])),
    )


def _settled(row: FactVersion, questions: Sequence[Question]) -> Settled:
    if row.value is None:
        return Settled(row.key, None)
    value = rows.to_value(row.value)
    asked = [each for each in questions if each.key == row.key and each.settled_by_id in (row.pk, row.restores_id)]
    others = tuple(
        rows.to_value(candidate["value"])
        for question in asked
        for candidate in question.candidates
        if candidate["value"] != row.value
    )
    inferred = row.state == FactState.CONFIRMED and row.strength == Strength.INFERRED
    return Settled(row.key, value, rows.to_citations(row.citations), others, optional=inferred)

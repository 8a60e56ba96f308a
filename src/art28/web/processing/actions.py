"""Writes to records of processing: rows by hand and by notice, what is filled in, choices, confirmations, questions."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction

from art28.web.acting import By
from art28.web.audit.actions import record as keep_act
from art28.web.processing import judging, queries, recognising
from art28.web.processing.judging import Refused, Wanted, Why
from art28.web.processing.models import Activity, Choice, Confirmation, Inquiry, Origin, Record
from art28.web.processing.rows import clause, key_of
from art28.web.services import queries as services

_LISTS = ("data", "data_subjects", "operations", "sub_processors", "countries", "systems", "staff_roles")


@transaction.atomic
def add(found: Record, wanted: Wanted, *, by: By) -> Activity:
    """Put a row on a record by hand. Raises `Refused` where the agreement stands in the way."""
    _held(found, wanted, by)
    return _add(found, wanted, Origin.HAND, by)


@transaction.atomic
def refused(found: Record, wanted: Wanted, refusal: Refused, *, by: By) -> None:
    """Keep that a row was refused, and why."""
    content = {
        "agreement": str(found.agreement_id),
        "why": refusal.code.value,
        "clause": refusal.place,
        "what": refusal.what,
    }
    content |= {"purpose": wanted.purpose, "service": wanted.service}
    keep_act(
        organisation=found.organisation, actor=by.actor, kind="processing.refused", subject=found, at=by.now,
        content=content,
    )  # fmt: skip


@transaction.atomic
def notify_purpose(found: Record, wanted: Wanted, *, notified_by: str, notified_on: date, by: By) -> Activity:
    """Put a purpose on the record that the controller named afterwards, from the day of its notice. Raises `Refused`."""
    if not notified_by.strip():
        raise Refused(Why.NOT_BY_THE_CONTROLLER, place=clause(queries.known(found).facts, "processing.purposes"))
    found_known = queries.known(found)
    if judging.among(wanted.purpose, found_known.purposes):
        raise Refused(Why.TWICE, place=clause(found_known.facts, "processing.purposes"), what=wanted.purpose)
    return _add(found, wanted, Origin.NOTICE, by, notified_by=notified_by.strip(), notified_on=notified_on)


def _add(found: Record, wanted: Wanted, origin: Origin, by: By, **more: Any) -> Activity:
    key = key_of(wanted.service, wanted.purpose, wanted.data)
    held = Activity.objects.filter(organisation=found.organisation_id, record=found, ended_at=None)
    if held.filter(key=key).exists():
        raise Refused(Why.TWICE, what=wanted.service or wanted.purpose)
    row = Activity(
        organisation_id=found.organisation_id,
        record=found,
        origin=origin,
        key=key,
        place=held.count(),
        added_at=by.now,
        added_by=by.user,
        **_columns(wanted),
        **more,
    )
    row.save(force_insert=True)
    content = {**_content(wanted), "origin": origin.value}
    if origin is Origin.NOTICE:
        content |= {
            "notified_by": row.notified_by,
            "notified_on": row.notified_on.isoformat() if row.notified_on else "",
        }
        keep_act(
            organisation=found.organisation, actor=by.actor, kind="processing.purpose_notified", subject=row, at=by.now,
            content=content,
        )  # fmt: skip
    else:
        keep_act(
            organisation=found.organisation, actor=by.actor, kind="processing.activity_added", subject=row, at=by.now,
            content=content,
        )  # fmt: skip
    return row


def _columns(wanted: Wanted) -> dict[str, Any]:
    special = list(recognising.special(wanted.data))
    columns = {name: list(value) if name in _LISTS else value for name, value in asdict(wanted).items()}
    return {**columns, "special": special, "is_special": bool(special)}


def _content(wanted: Wanted) -> dict[str, Any]:
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(wanted).items()}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in plain.items() if value}


def _held(found: Record, wanted: Wanted, by: By) -> None:
    """Raises `Refused` for the first thing that stands in the way."""
    taken = services.taken_by(found.organisation, (found.agreement_id,), by.now.date()).get(found.agreement_id, ())
    in_the_way = judging.reasons(wanted, queries.known(found, tuple(each.name for each in taken)), by.now.date())
    if in_the_way:
        first = in_the_way[0]
        raise Refused(first.code, place=first.place, what=first.what)


@transaction.atomic
def fill_in(row: Activity, wanted: Wanted, *, based_on: int, by: By) -> None:
    """Fill in what a row lacks. What the agreement says of it stays: service, purpose and data of a row of the annex.

    Raises `Refused`; `Why.CHANGED` where somebody else changed it since version `based_on`.
    """
    _held(row.record, wanted, by)
    columns = _columns(wanted)
    if row.origin == Origin.ANNEX:
        columns = {name: value for name, value in columns.items() if name not in _OF_THE_ANNEX}
    same = Activity.objects.filter(organisation=row.organisation_id, pk=row.pk, version=based_on, ended_at=None)
    if same.update(**columns, version=based_on + 1) != 1:
        raise Refused(Why.CHANGED)
    row.refresh_from_db()
    keep_act(
        organisation=row.organisation, actor=by.actor, kind="processing.activity_changed", subject=row, at=by.now,
        content=_content(wanted),
    )  # fmt: skip


_OF_THE_ANNEX = frozenset({"service", "purpose", "data", "special", "is_special"})


@transaction.atomic
def start(row: Activity, *, on: date, assessed: str, why: str, by: By) -> None:
    """Say that the processing began, with what was decided on an impact assessment before. Raises `Refused` without."""
    if not assessed:
        raise Refused(Why.NOT_ASSESSED, place="Art. 35")
    row.started_on, row.assessed, row.assessed_why, row.version = on, assessed, why, row.version + 1
    row.save(update_fields=("started_on", "assessed", "assessed_why", "version"))
    content = {"on": on.isoformat(), "assessed": assessed, "why": why}
    keep_act(
        organisation=row.organisation, actor=by.actor, kind="processing.activity_started", subject=row, at=by.now,
        content=content,
    )  # fmt: skip


@transaction.atomic
def confirm_lawful(row: Activity, *, name: str, on: date, by: By) -> None:
    """Keep that the controller confirmed that content, use and instruction of one activity are lawful."""
    row.lawful_by, row.lawful_on = name, on
    row.save(update_fields=("lawful_by", "lawful_on"))
    keep_act(
        organisation=row.organisation, actor=by.actor, kind="processing.lawful", subject=row, at=by.now,
        content={"name": name, "on": on.isoformat()},
    )  # fmt: skip


@transaction.atomic
def end(row: Activity, *, reason: str, by: By) -> None:
    """Take a row off the record; it stays in the trail."""
    Activity.objects.filter(pk=row.pk, ended_at=None).update(ended_at=by.now)
    keep_act(
        organisation=row.organisation, actor=by.actor, kind="processing.activity_ended", subject=row, at=by.now,
        content={"reason": reason},
    )  # fmt: skip


@transaction.atomic
def describe(found: Record, *, by: By, **said: Any) -> None:
    """Keep what holds for the whole record: operations allowed, environment, the controller's representative and officer."""
    for name, value in said.items():
        setattr(found, name, list(value) if isinstance(value, tuple) else value)
    found.save(update_fields=list(said))
    content = {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}
    keep_act(
        organisation=found.organisation, actor=by.actor, kind="processing.described", subject=found, at=by.now,
        content=content,
    )  # fmt: skip


@transaction.atomic
def choose(found: Record, category: str, *, said: Mapping[str, str], by: By) -> Choice:
    """Keep that the controller has a kind of sensitive data processed, and what is done for it.

    Raises `Refused` where the agreement leaves such data out and no clause is named that states them.
    """
    facts = queries.known(found).facts
    left_out = "processing.special_categories" in facts and (
        facts["processing.special_categories"].value == "excluded_unless_agreed"
    )
    if left_out and recognising.is_in_law(category) and not said.get("stated_in"):
        raise Refused(Why.SPECIAL, place=clause(facts, "processing.special_categories"), what=category)
    row, _made = Choice.objects.update_or_create(
        organisation=found.organisation,
        record=found,
        category=category,
        ended_at=None,
        defaults={**said, "at": by.now, "by": by.user},
    )
    keep_act(
        organisation=found.organisation, actor=by.actor, kind="processing.data_chosen", subject=row, at=by.now,
        content={"category": category, **said},
    )  # fmt: skip
    return row


@transaction.atomic
def confirm(found: Record, *, name: str, on: date, how: str, by: By) -> Confirmation:
    """Keep that the controller confirmed what the record holds now."""
    held = list(queries.activities(found.organisation, (found.pk,)))
    chosen = list(queries.choices(found.organisation, (found.pk,)))
    row = Confirmation.objects.create(
        organisation=found.organisation,
        record=found,
        name=name,
        on=on,
        how=how,
        sha256=queries.digest(held, chosen),
        at=by.now,
        by=by.user,
    )
    content = {"name": name, "on": on.isoformat(), "how": how, "rows": len(held), "sha256": row.sha256}
    keep_act(
        organisation=found.organisation, actor=by.actor, kind="processing.confirmed", subject=found, at=by.now,
        content=content,
    )  # fmt: skip
    return row


@transaction.atomic
def ask(found: Record, *, matter: str, asked_by: str, asked_on: date, answer: str, by: By) -> Inquiry:
    """Keep what the controller asked of the record, and the answer that it gives."""
    row = Inquiry.objects.create(
        organisation=found.organisation,
        record=found,
        matter=matter,
        asked_by=asked_by,
        asked_on=asked_on,
        answer=answer,
        answered_at=by.now,
        at=by.now,
        by=by.user,
    )
    content = {"matter": matter, "asked_by": asked_by, "asked_on": asked_on.isoformat(), "answer": answer}
    keep_act(
        organisation=found.organisation, actor=by.actor, kind="processing.asked", subject=row, at=by.now,
        content=content,
    )  # fmt: skip
    return row

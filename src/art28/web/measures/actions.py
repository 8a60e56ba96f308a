"""Writes to the library: measures are added and arranged, evidence kept, reviews closed with it, things put under them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F, Model

from art28.agreement.duties import Action, Trigger
from art28.web.accounts.models import Organisation, User
from art28.web.acting import By, NotNow, StateChanged
from art28.web.casework import keep_act
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Obligation, Proof
from art28.web.clocks.own_duties import run_until
from art28.web.measures.about import About
from art28.web.measures.models import Effect, Evidence, EvidenceBytes, Item, Measure, MeasureVersion, Review, Standing

UPKEEP = "upkeep"
"""`Obligation.subject_kind` of the clock of a review (`clocks.filters.EVENTS`)."""
_LABEL = 120


class NameTaken(ValueError):
    """Another measure has this name."""


@transaction.atomic
def add(organisation: Organisation, what: About, *, by: By) -> Measure:
    """Put a measure in the library, planned until somebody says that it is in place. Raises `NameTaken`."""
    if Measure.objects.filter(organisation=organisation, name__iexact=what.name).exists():
        raise NameTaken(what.name)
    row = Measure.objects.create(organisation=organisation, changed_at=by.now, **what.record())
    keep_version(row, what, why="", level="", by=by)
    keep_act(row, "safeguard.added", by, what.record())
    return row


def keep_version(row: Measure, what: About, *, why: str, level: str, by: By) -> MeasureVersion:
    """Keep what the measure says from now on, within the caller's transaction."""
    return MeasureVersion.objects.create(
        organisation=row.organisation,
        measure=row,
        number=row.version,
        why=why,
        level=level,
        at=by.now,
        by=by.user,
        **what.record(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """How a measure is looked after. What it says is changed by a `Change`, which asks each agreement first."""

    standing: Standing
    owner: User | None
    review_months: int
    review_on: date | None
    article_32: tuple[str, ...]
    iso27001: tuple[str, ...]
    nen7510: tuple[str, ...]


@transaction.atomic
def arrange(row: Measure, how: Arranged, *, by: By) -> None:
    """Say whether it is in place, whose it is, when it is reviewed, and where it stands in the standards."""
    content: dict[str, Any] = {
        "standing": how.standing.value,
        "owner": str(how.owner.pk) if how.owner else None,
        "review_months": how.review_months,
        "review_on": how.review_on.isoformat() if how.review_on else None,
        "article_32": list(how.article_32),
        "iso27001": list(how.iso27001),
        "nen7510": list(how.nen7510),
    }
    Measure.objects.filter(pk=row.pk).update(
        standing=how.standing,
        owner=how.owner,
        review_months=how.review_months,
        article_32=list(how.article_32),
        iso27001=list(how.iso27001),
        nen7510=list(how.nen7510),
        changed_at=by.now,
    )
    row.refresh_from_db()
    keep_act(row, "safeguard.arranged", by, content)
    if how.review_on != row.review_on:
        _to_review(row, how.review_on, by)
    else:
        _give(row, how.owner, by)


def clock_of(row: Model, kind: str = UPKEEP) -> Obligation | None:
    """The clock that runs for a review, or until a certificate lapses."""
    organisation: Organisation = row.organisation  # type: ignore[attr-defined]
    rows = clock_queries.obligations(organisation).select_related("organisation")
    return rows.filter(subject_kind=kind, subject_id=row.pk, ended_at=None).first()


def _to_review(row: Measure, on: date | None, by: By) -> None:
    """Let the clock end on another day: the one that ran is cancelled, since it was moved, not kept."""
    running = clock_of(row)
    if running is not None:
        clocks.cancel(running, reason=row.name, actor=by.actor, now=by.now)
    Measure.objects.filter(pk=row.pk).update(review_on=on)
    row.refresh_from_db()
    if on is not None:
        _run(row, on, by)


def _run(row: Measure, on: date, by: By) -> None:
    before = clock_queries.obligations(row.organisation).filter(subject_kind=UPKEEP, subject_id=row.pk).count()
    run_until(
        row.organisation,
        on,
        clocks.Subject(UPKEEP, row.pk, row.name[:_LABEL]),
        trigger=Trigger.STANDING,
        cause=row.name,
        gdpr="32(1)(d)",
        owner=row.owner,
        actor=by.actor,
        now=by.now,
        action=Action.REVIEW_MEASURES,
        again=before + 1,
    )


def _give(row: Measure, owner: User | None, by: By) -> None:
    running = clock_of(row)
    if running is not None and running.owner_id != (owner.pk if owner else None):
        clocks.assign(running, owner=owner, actor=by.actor, now=by.now)


@transaction.atomic
def keep_evidence(
    row: Measure, *, name: str, on: date, reference: str, file: "UploadedFile[Any] | None", by: By
) -> Evidence:
    """Keep what shows that a measure is in place. Raises `NotNow` for neither a file nor a place."""
    data = file.read() if file is not None else b""
    if not data and not reference:
        raise NotNow("nothing")
    made = Evidence.objects.create(
        organisation=row.organisation,
        measure=row,
        name=name,
        on=on,
        reference=reference,
        file_name=(file.name or "")[:255] if file is not None and data else "",
        sha256=hashlib.sha256(data).hexdigest() if data else "",
        size=len(data),
        at=by.now,
        by=by.user,
    )
    if data:
        EvidenceBytes.objects.create(evidence=made, data=data)
    content = {
        "evidence": str(made.pk),
        "name": name,
        "on": on.isoformat(),
        "reference": reference,
        "sha256": made.sha256,
    }
    keep_act(row, "safeguard.evidence_kept", by, content)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What a review came to."""

    evidence: Evidence
    effect: Effect
    findings: str
    follow_up: str
    on: date
    next_on: date


_STANDS = {Effect.EFFECTIVE: Standing.IN_PLACE, Effect.PARTLY: Standing.PARTLY, Effect.INEFFECTIVE: Standing.FAILED}


@transaction.atomic
def review(row: Measure, what: Reviewed, *, by: By) -> Review:
    """Close a review with evidence that is new since the last, and set the next. Raises `NotNow` for evidence used before."""
    row = Measure.objects.select_for_update(of=("self",)).select_related("organisation", "owner").get(pk=row.pk)
    last = Review.objects.filter(organisation=row.organisation_id, measure=row).order_by("-at", "-id").first()
    if Review.objects.filter(evidence=what.evidence).exists():
        raise NotNow("used")
    if last is not None and (what.evidence.on < last.on or what.evidence.at <= last.at):
        raise NotNow("old")
    made = Review.objects.create(
        organisation=row.organisation,
        measure=row,
        evidence=what.evidence,
        on=what.on,
        effect=what.effect,
        findings=what.findings,
        follow_up=what.follow_up,
        next_on=what.next_on,
        at=by.now,
        by=by.user,
    )
    content = {
        "evidence": str(what.evidence.pk),
        "on": what.on.isoformat(),
        "effect": what.effect.value,
        "findings": what.findings,
        "follow_up": what.follow_up,
        "next_on": what.next_on.isoformat(),
    }
    keep_act(row, "safeguard.reviewed", by, content)
    running = clock_of(row)
    if running is not None:
        clocks.end(running, at=by.now, by=Proof.DONE, reason=what.findings[:500], actor=by.actor, now=by.now)
    Measure.objects.filter(pk=row.pk).update(
        effect=what.effect,
        reviewed_on=what.on,
        review_on=what.next_on,
        standing=_STANDS[what.effect],
        changed_at=by.now,
    )
    row.refresh_from_db()
    _run(row, what.next_on, by)
    return made


@transaction.atomic
def add_item(row: Measure, columns: Mapping[str, Any], *, by: By) -> Item:
    """Put something under a measure: a device, a key, a document, what it covers or leaves out."""
    made = Item.objects.create(organisation=row.organisation, measure=row, **columns)
    keep_act(row, "safeguard.item_added", by, {"item": str(made.pk), **_plain(columns)})
    return made


@transaction.atomic
def check_item(row: Item, columns: Mapping[str, Any], *, by: By) -> None:
    """Keep how one thing stands now: whether the measure covers it and is met there, and who looked when."""
    _move_item(row, **columns)
    keep_act(row.measure, "safeguard.item_checked", by, {"item": str(row.pk), "name": row.name, **_plain(columns)})


@transaction.atomic
def end_item(row: Item, *, on: date, how: str, by: By) -> None:
    """Keep that it is gone, and how: destroyed, returned, replaced."""
    _move_item(row, ended_on=on, ended_how=how)
    content = {"item": str(row.pk), "name": row.name, "on": on.isoformat(), "how": how}
    keep_act(row.measure, "safeguard.item_ended", by, content)


def _move_item(row: Item, **columns: Any) -> None:
    rows = Item.objects.filter(pk=row.pk, ended_on=None, version=row.version)
    if rows.update(version=F("version") + 1, **columns) != 1:
        raise StateChanged(str(row.pk))
    row.refresh_from_db()


@transaction.atomic
def give_up(row: Measure, *, reason: str, by: By) -> None:
    """Take a measure out of use. Raises `NotNow` while an agreement promises it."""
    if row.promises.filter(retired_at=None).exists():
        raise NotNow("promised")
    if Measure.objects.filter(pk=row.pk, ended_at=None).update(ended_at=by.now, changed_at=by.now) != 1:
        raise StateChanged(str(row.pk))
    running = clock_of(row)
    if running is not None:
        clocks.cancel(running, reason=reason[:500], actor=by.actor, now=by.now)
    keep_act(row, "safeguard.given_up", by, {"reason": reason})


def _plain(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}

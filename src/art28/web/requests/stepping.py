"""Writes: which steps a request takes at which places, what came of each, and the files that they put out."""

from collections.abc import Sequence
from hashlib import sha256

from django.db import transaction
from django.db.models import Max

from art28.obligations.rights import Place, SubjectRight, planned
from art28.web.acting import By, StateChanged
from art28.web.audit.actions import record
from art28.web.database import bulk
from art28.web.requests.models import RequestFile, Step, StepState, SubjectRequest

LARGEST_FILE = 25 * 1024 * 1024
MOST_FILES = 50


class TooLarge(ValueError):
    """A file beyond what is kept, or one too many."""


@transaction.atomic
def plan(row: SubjectRequest, places: Sequence[Place], *, by: By) -> int:
    """Add the steps that the rights asked for take at `places`; those that are there stay. Returns how many are new."""
    if not row.is_open:
        raise StateChanged(f"request {row.reference} was ended")
    SubjectRequest.objects.select_for_update().only("id").get(pk=row.pk)
    known = set(Step.objects.filter(request=row).values_list("right", "kind", "place_kind", "place"))
    last = Step.objects.filter(request=row).aggregate(last=Max("order"))["last"] or 0
    fresh = [
        each
        for each in planned(row.asked, places)
        if (each.right.value, each.step.value, each.place.kind.value, each.place.name) not in known
    ]
    steps = [
        Step(
            organisation_id=row.organisation_id,
            request=row,
            right=each.right.value,
            kind=each.step.value,
            place_kind=each.place.kind.value,
            place=each.place.name,
            order=last + number,
        )
        for number, each in enumerate(fresh, start=1)
    ]
    bulk.create(Step, steps)
    content = {"steps": len(steps), "places": [f"{place.kind.value}: {place.name}" for place in places]}
    record(
        organisation=row.organisation,
        actor=by.actor,
        kind="request.steps_planned",
        subject=row,
        at=by.now,
        content=content,
    )
    return len(steps)


@transaction.atomic
def take(step: Step, row: SubjectRequest, state: StepState, *, result: str, by: By) -> None:
    """Keep what came of a step; said again, the newest counts."""
    if not row.is_open:
        raise StateChanged(f"request {row.reference} was ended")
    undone = state == StepState.AHEAD
    Step.objects.filter(pk=step.pk, request=row).update(
        state=state, result=result, at=None if undone else by.now, by=None if undone else by.user
    )
    content = {
        "right": SubjectRight(step.right).value,
        "step": step.kind,
        "place": step.place,
        "state": state,
        "result": result,
    }
    record(
        organisation=row.organisation,
        actor=by.actor,
        kind="request.step_taken",
        subject=row,
        at=by.now,
        content=content,
    )


@transaction.atomic
def keep_file(row: SubjectRequest, *, name: str, data: bytes, by: By) -> RequestFile:
    """Keep a file of the person's data until it is handed over and erased; its name and digest stay in the trail."""
    if len(data) > LARGEST_FILE or RequestFile.objects.filter(request=row).count() >= MOST_FILES:
        raise TooLarge(name)
    if not row.is_open:
        raise StateChanged(f"request {row.reference} was ended")
    kept = RequestFile.objects.create(
        organisation_id=row.organisation_id,
        request=row,
        name=name[:255],
        size=len(data),
        sha256=sha256(data).hexdigest(),
        data=data,
        kept_at=by.now,
    )
    content = {"size": kept.size, "sha256": kept.sha256}
    record(
        organisation=row.organisation, actor=by.actor, kind="request.file_kept", subject=row, at=by.now, content=content
    )
    return kept

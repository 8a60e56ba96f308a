"""The exercise that a person plays, kept in their session: what they record as a breach meanwhile belongs to it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from art28.web.accounts.access import MemberRequest
from art28.web.exercises import queries
from art28.web.exercises.models import Exercise
from art28.web.exercises.scenarios import scenario
from art28.web.typed import identifier

MOST_AGREEMENTS = 500
"""How many agreements a breach that is played may touch: each of their notices comes to one person."""
_KEY = "exercise"


class NotPlayed(Exception):
    """The exercise is over, or its breach is recorded already."""


def enter(request: HttpRequest, exercise: Exercise) -> None:
    """From here on the person plays."""
    request.session[_KEY] = {"id": str(exercise.pk), "reference": exercise.reference, "title": exercise.title}


def leave(request: HttpRequest) -> None:
    """What the person records is real again."""
    request.session.pop(_KEY, None)


def shown(request: HttpRequest) -> dict[str, str] | None:
    """What the frame says of the exercise that is played: its id, reference and title; no query."""
    kept: dict[str, str] | None = request.session.get(_KEY) if hasattr(request, "session") else None
    return kept


def exercise_of(request: MemberRequest) -> Exercise | None:
    """The exercise that is played, in this organisation and not over yet; one query where there is one, else none."""
    kept = shown(request)
    if kept is None:
        return None
    exercise_id: UUID | None = identifier(kept.get("id", ""))
    found = queries.exercise(request.organisation, exercise_id) if exercise_id else None
    if found is None or found.ended_at is not None:
        leave(request)
        return None
    return found


def before_its_breach(request: MemberRequest) -> Exercise | None:
    """The exercise that is played, as long as its breach isn't recorded; what is reported after that is real."""
    found = exercise_of(request)
    return None if found is None or hasattr(found, "breach") else found


def hold(exercise: Exercise) -> None:
    """Hold the exercise until the transaction ends; raises `NotPlayed` where nothing can be recorded in it any more."""
    rows = Exercise.objects.select_for_update(of=("self",)).filter(
        organisation=exercise.organisation_id, pk=exercise.pk, ended_at=None
    )
    held = rows.first()
    if held is None or queries.is_recorded(held):
        raise NotPlayed(exercise.reference)


def too_many(count: int) -> str:
    """Why a breach that is played can't touch so many agreements."""
    return _(
        "In an exercise a breach touches at most %(most)s agreements, and this would be %(count)s: every notice of it comes"
        " to you. Find fewer by name."
    ) % {"most": MOST_AGREEMENTS, "count": count}


def facts_of(exercise: Exercise) -> dict[str, Any]:
    """What the story tells, as the form of a breach takes it; what a scenario no longer holds is left open."""
    played = scenario(exercise.scenario, exercise.language)
    if played is None:
        return {"title": exercise.title}
    told = {"told_at": exercise.started_at} if played.at_sub_processor else {}
    return {
        **played.facts,
        **told,
        "aware_at": exercise.started_at,
        "noticed_at": exercise.started_at,
        "discovered_at": exercise.started_at,
        "occurred_from": exercise.started_at - played.began_before,
        "origin": "sub_processor" if played.at_sub_processor else "own",
    }


def signal_of(exercise: Exercise) -> dict[str, Any]:
    """What the story tells, as the form of a signal takes it."""
    played = scenario(exercise.scenario, exercise.language)
    told = {"what": exercise.told, "noticed_at": exercise.started_at}
    if played is None:
        return told
    facts = played.facts
    supplier = (
        {"told_at": exercise.started_at, "where": "sub_processor"} if played.at_sub_processor else {"where": "own"}
    )
    return {
        **told,
        **supplier,
        "what": facts.get("description", exercise.told),
        "where_name": played.supplier or facts.get("system", ""),
        "occurred": "known",
        "occurred_from": exercise.started_at - played.began_before,
        "data_other": ", ".join(facts.get("data_categories", ())),
    }


def report_of(exercise: Exercise) -> dict[str, Any]:
    """What the story tells, as the form of a supplier's report takes it."""
    return {"said": exercise.told, "received_at": exercise.started_at, "supplier": is_at_supplier(exercise)}


def is_at_supplier(exercise: Exercise) -> str:
    """The supplier at which the story plays; empty where it plays with the organisation itself."""
    played = scenario(exercise.scenario, exercise.language)
    return played.supplier if played else ""

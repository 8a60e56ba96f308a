"""By what clocks, messages and acts of an exercise are told from real ones: the kind of their subject."""

from typing import Any

BREACH = "exercise"
"""The subject of what a breach starts, where the breach is played."""
INCIDENT = "exercise_incident"
"""The same for a significant incident under the Cyberbeveiligingswet."""
PLAYED = (BREACH, INCIDENT)


def is_played(row: Any) -> bool:
    """Whether a row belongs to an exercise: a breach by its exercise, whatever hangs on one by the kind of its subject."""
    return bool(getattr(row, "exercise_id", None)) or getattr(row, "subject_kind", "") in PLAYED


def mark(row: Any) -> dict[str, bool]:
    """What an act in the trail says besides, where what it is about is only played."""
    return {"exercise": True} if is_played(row) else {}

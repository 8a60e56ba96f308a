"""What the database itself holds of exercises: nothing of one reaches anybody but whoever started it, by whatever way.

A row of the outbox under an exercise goes to the player's address or is refused, whichever code writes it: told by what it is
about, by the clock that it ends, and by the message in which it travels. So is a reminder of its clocks to anybody else.
"""

from art28.web.database.triggers import Guard, frozen, same_organisation

_PLAYED = "breaches_breach AS played JOIN exercises_exercise AS exercise ON exercise.id = played.exercise_id"
_ABOUT = (
    f"EXISTS (SELECT 1 FROM {_PLAYED} WHERE played.id = NEW.subject_id"  # noqa: S608 - names of our own tables
    " AND (exercise.address <> NEW.recipient OR NEW.subject_kind <> 'exercise'))"
)
_UNKNOWN = (
    "(NEW.subject_kind = 'exercise' AND NOT EXISTS (SELECT 1 FROM breaches_breach AS played"
    " WHERE played.id = NEW.subject_id AND played.exercise_id IS NOT NULL))"
)
_CLOCK = (
    f"EXISTS (SELECT 1 FROM {_PLAYED} JOIN clocks_obligation AS clock ON clock.subject_id = played.id"  # noqa: S608
    " WHERE clock.id = NEW.obligation_id AND exercise.address <> NEW.recipient)"
)
_TRAVELS = (
    "EXISTS (SELECT 1 FROM notices_outboxmessage AS carrier WHERE carrier.id = NEW.carrier_id"
    " AND carrier.subject_id <> NEW.subject_id AND 'exercise' IN (carrier.subject_kind, NEW.subject_kind))"
)
_REMINDED = (
    f"EXISTS (SELECT 1 FROM {_PLAYED} JOIN clocks_obligation AS clock ON clock.subject_id = played.id"  # noqa: S608
    " WHERE clock.id = NEW.obligation_id AND exercise.player_id <> NEW.user_id)"
)

GUARDS = (
    Guard("notices_outboxmessage", "INSERT", "to_player", f"{_ABOUT} OR {_UNKNOWN} OR {_CLOCK} OR {_TRAVELS}"),
    Guard("reminders_reminder", "INSERT", "to_player", _REMINDED),
    *same_organisation("breaches_breach", "exercise_id", "exercises_exercise"),
    frozen("breaches_breach", ("exercise_id",), name="exercise"),
    frozen(
        "exercises_exercise",
        ("organisation_id", "year", "number", "scenario", "player_id", "address", "started_at"),
    ),
    Guard("exercises_exercise", "DELETE", "no_delete"),
    *same_organisation("exercises_inject", "exercise_id", "exercises_exercise"),
    frozen("exercises_inject", ("organisation_id", "exercise_id", "number", "due_at")),
)

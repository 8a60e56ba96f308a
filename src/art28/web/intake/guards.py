"""What the database holds of signals: references stay within an organisation, versions and files stay as they came."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation, unless_played_erased

_CHANGED, _DELETED = append_only("intake_signalversion")
_OTHER = (
    "NEW.breach_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM breaches_breach AS own WHERE own.id = NEW.breach_id"
    " AND (own.exercise_id = NEW.exercise_id OR (own.exercise_id IS NULL AND NEW.exercise_id IS NULL)))"
)
_APART = (Guard("intake_signal", "INSERT", "apart_in", _OTHER), Guard("intake_signal", "UPDATE", "apart_up", _OTHER))
"""What is played never joins a real breach, nor what is real one that is played."""

GUARDS = (
    *unless_played_erased(
        (_CHANGED,), "(SELECT row.exercise_id FROM intake_signal AS row WHERE row.id = OLD.signal_id)"
    ),
    _DELETED,
    frozen("intake_signal", ("exercise_id", "year", "number", "source", "received_at", "kept_at", "message_id")),
    frozen("intake_provisionalclock", ("signal_id", "starts", "agreements", "started_at", "ends_at", "made_at")),
    *same_organisation("intake_signalversion", "signal_id", "intake_signal"),
    *same_organisation("intake_signalfile", "signal_id", "intake_signal"),
    *same_organisation("intake_provisionalclock", "signal_id", "intake_signal"),
    *same_organisation("intake_signal", "breach_id", "breaches_breach"),
    *same_organisation("intake_signal", "exercise_id", "exercises_exercise"),
    *_APART,
)

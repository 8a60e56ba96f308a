"""What the database holds of reports received: they stay within an organisation, and stay as they came."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation, unless_played_erased

_FILE_CHANGED, _FILE_DELETED = append_only("received_reportfile")
_OF_REPORT = "(SELECT row.exercise_id FROM received_receivedreport AS row WHERE row.id = {})"
_OTHER = (
    "NEW.breach_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM breaches_breach AS own WHERE own.id = NEW.breach_id"
    " AND (own.exercise_id = NEW.exercise_id OR (own.exercise_id IS NULL AND NEW.exercise_id IS NULL)))"
)
_APART = (
    Guard("received_receivedreport", "INSERT", "apart_in", _OTHER),
    Guard("received_receivedreport", "UPDATE", "apart_up", _OTHER),
)
"""What is played never joins a real breach, nor what is real one that is played."""
GUARDS = (
    *unless_played_erased((_FILE_CHANGED,), _OF_REPORT.format("OLD.report_id")),
    _FILE_DELETED,
    *same_organisation("received_receivedreport", "exercise_id", "exercises_exercise"),
    *_APART,
    *same_organisation("received_receivedreport", "breach_id", "breaches_breach"),
    *same_organisation("received_receivedreport", "signal_file_id", "intake_signalfile"),
    *same_organisation("received_proposal", "report_id", "received_receivedreport"),
    frozen("received_receivedreport", ("organisation_id", "exercise_id", "received_at", "recorded_at"), name="standing"),
    *unless_played_erased((frozen(
        "received_receivedreport",
        ("organisation_id", "supplier", "reference", "received_at", "sent_at", "noticed_at", "said", "data", "file_name",
         "file_sha256", "signal_file_id", "recorded_at", "recorded_by_id"),
        name="as_it_came",
    ),), "OLD.exercise_id"),
    frozen("received_proposal", ("organisation_id", "report_id", "number", "field", "mark"), name="standing"),
    *unless_played_erased(
        (frozen("received_proposal", ("question", "value", "quote")),), _OF_REPORT.format("OLD.report_id")
    ),
    Guard("received_receivedreport", "DELETE", "no_delete"),
    Guard("received_proposal", "DELETE", "no_delete"),
)  # fmt: skip

"""What the database holds of signals: references stay within an organisation, versions and files stay as they came."""

from art28.web.database.triggers import append_only, frozen, same_organisation

GUARDS = (
    *append_only("intake_signalversion"),
    frozen("intake_signal", ("year", "number", "source", "received_at", "kept_at", "message_id")),
    frozen("intake_provisionalclock", ("signal_id", "starts", "agreements", "started_at", "ends_at", "made_at")),
    *same_organisation("intake_signalversion", "signal_id", "intake_signal"),
    *same_organisation("intake_signalfile", "signal_id", "intake_signal"),
    *same_organisation("intake_provisionalclock", "signal_id", "intake_signal"),
    *same_organisation("intake_signal", "breach_id", "breaches_breach"),
)

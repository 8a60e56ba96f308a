"""What the database holds of the call list: it stays within an organisation, and stays."""

from art28.web.database.triggers import Guard, frozen, same_organisation

GUARDS = (
    *same_organisation("calls_callline", "breach_id", "breaches_breach"),
    *same_organisation("calls_callline", "touched_id", "breaches_touchedagreement"),
    frozen("calls_callline", ("organisation_id", "breach_id", "touched_id")),
    Guard("calls_callline", "DELETE", "no_delete"),
)

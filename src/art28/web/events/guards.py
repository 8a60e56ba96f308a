"""What the database holds of events: references stay within an organisation; what was said stays as it was said."""

from art28.web.database.triggers import Guard, frozen, same_organisation

_SAID = (
    "organisation_id",
    "agreement_id",
    "trigger",
    "kind",
    "year",
    "number",
    "title",
    "note",
    "at",
    "start_kind",
    "planned_at",
    "recorded_at",
    "recorded_by_id",
)

GUARDS = (
    *same_organisation("events_event", "agreement_id", "agreements_agreement"),
    frozen("events_event", _SAID),
    Guard("events_event", "DELETE", "no_delete"),
)

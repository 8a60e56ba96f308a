"""What the database holds of clocks: references stay within an organisation; what an obligation was made with is frozen."""

from art28.web.database.triggers import Guard, frozen, same_organisation

_FROZEN = (
    "organisation_id",
    "agreement_id",
    "subject_kind",
    "subject_id",
    "duty_key",
    "action",
    "bearer",
    "ours",
    "duty",
    "limit",
    "following",
    "facts_version",
    "parameters_version",
    "engine_version",
    "started_at",
    "start_reason",
    "ends_at",
    "ends_inclusive",
    "last_day",
    "internal_target_at",
    "ends_by",
    "made_at",
)

GUARDS = (
    *same_organisation("clocks_obligation", "agreement_id", "agreements_agreement"),
    frozen("clocks_obligation", _FROZEN),
    Guard("clocks_obligation", "DELETE", "no_delete"),
    *same_organisation("clocks_defaultfilter", "saved_id", "clocks_savedfilter"),
    *same_organisation("clocks_assignedobligation", "assignment_id", "clocks_assignment"),
    *same_organisation("clocks_assignedobligation", "obligation_id", "clocks_obligation"),
    frozen("clocks_calendarfeed", ("organisation_id", "user_id", "token_hash", "with_names", "made_by_id", "made_at")),
)

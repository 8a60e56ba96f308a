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
)

"""What the database holds of clocks: references stay within an organisation; what an obligation was made with is frozen."""

from art28.web.database.triggers import Guard, same_organisation

_FROZEN = (
    "organisation_id",
    "agreement_id",
    "subject_id",
    "duty_key",
    "facts_version",
    "parameters_version",
    "engine_version",
    "started_at",
    "start_reason",
    "made_at",
)

GUARDS = (
    *same_organisation("clocks_obligation", "agreement_id", "agreements_agreement"),
    Guard("clocks_obligation", "UPDATE", "frozen", " OR ".join(f"NEW.{column} <> OLD.{column}" for column in _FROZEN)),
    Guard("clocks_obligation", "DELETE", "no_delete"),
)

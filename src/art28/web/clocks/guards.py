"""What the database holds of clocks: references stay within an organisation; what an obligation was made with is frozen."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

_FROZEN = (
    "organisation_id",
    "agreement_id",
    "subject_kind",
    "subject_id",
    "duty_key",
    "action",
    "bearer",
    "ours",
    "made_at",
)
_GROUND = (
    "started_at",
    "start_reason",
    "start_kind",
    "duty",
    "limit",
    "following",
    "facts_version",
    "parameters_version",
    "engine_version",
    "ends_at",
    "ends_inclusive",
    "last_day",
    "ends_by",
    "paused_at",
    "revision",
)
"""What a clock stands on: it changes only by one step together with the change that keeps what it was."""
_WITHOUT_CHANGE = (
    "NOT (NEW.revision = OLD.revision + 1 AND EXISTS (SELECT 1 FROM clocks_change AS kept"
    " WHERE kept.obligation_id = NEW.id AND kept.number = NEW.revision))"
)


def _grounded(table: str) -> Guard:
    changed = frozen(table, _GROUND).when
    return Guard(table, "UPDATE", "grounded", f"({changed}) AND {_WITHOUT_CHANGE}")


GUARDS = (
    *same_organisation("clocks_obligation", "agreement_id", "agreements_agreement"),
    frozen("clocks_obligation", _FROZEN),
    _grounded("clocks_obligation"),
    Guard("clocks_obligation", "DELETE", "no_delete"),
    *append_only("clocks_change"),
    *same_organisation("clocks_change", "obligation_id", "clocks_obligation"),
    *same_organisation("clocks_loosening", "obligation_id", "clocks_obligation"),
    frozen("clocks_loosening", ("organisation_id", "obligation_id", "duty", "ground", "told", "asked_at")),
    *same_organisation("clocks_tick", "obligation_id", "clocks_obligation"),
    *same_organisation("clocks_defaultfilter", "saved_id", "clocks_savedfilter"),
    *same_organisation("clocks_assignedobligation", "assignment_id", "clocks_assignment"),
    *same_organisation("clocks_assignedobligation", "obligation_id", "clocks_obligation"),
    frozen("clocks_calendarfeed", ("organisation_id", "user_id", "token_hash", "with_names", "made_by_id", "made_at")),
)

"""What the database holds of endings: references stay within an organisation; what was said and proven stays as it was."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

_NOTICE = (
    *(
        "organisation_id",
        "agreement_id",
        "event_id",
        "notice_by",
        "scope",
        "clause",
        "noticed_on",
        "ends_on",
        "ended_at",
    ),
    *("agreed", "default_choice", "token", "recorded_at", "recorded_by_id"),
)

GUARDS = (
    *same_organisation("endings_ending", "agreement_id", "agreements_agreement"),
    *same_organisation("endings_ending", "event_id", "events_event"),
    frozen("endings_ending", _NOTICE),
    Guard("endings_ending", "DELETE", "no_delete"),
    *same_organisation("endings_cost", "ending_id", "endings_ending"),
    *append_only("endings_cost"),
    *same_organisation("endings_item", "agreement_id", "agreements_agreement"),
    *same_organisation("endings_item", "ending_id", "endings_ending"),
    frozen("endings_item", ("organisation_id", "agreement_id", "kind", "set_at")),
    Guard("endings_item", "DELETE", "no_delete"),
    *append_only("endings_run"),
    *append_only("endings_runline"),
    *same_organisation("endings_hold", "agreement_id", "agreements_agreement"),
    frozen("endings_hold", ("organisation_id", "agreement_id", "reason", "set_at", "set_by_id")),
    Guard("endings_hold", "DELETE", "no_delete"),
    *same_organisation("endings_certificate", "ending_id", "endings_ending"),
    *append_only("endings_certificate"),
)

"""What the database holds of cost lines: they stay within an organisation, stay as written, and stay."""

from art28.web.database.triggers import Guard, frozen, same_organisation

_WRITTEN = (
    "organisation_id",
    "agreement_id",
    "subject_kind",
    "subject_id",
    "key",
    "what",
    "on",
    "minutes",
    "cents",
    "is_estimate",
    "by_id",
    "at",
)

GUARDS = (
    *same_organisation("expenses_expenseline", "agreement_id", "agreements_agreement"),
    frozen("expenses_expenseline", _WRITTEN),
    Guard("expenses_expenseline", "DELETE", "no_delete"),
)

"""What the database holds of costs: what was charged stays as it was, and everything within its organisation."""

from art28.web.database.triggers import append_only, frozen, same_organisation

GUARDS = (
    *append_only("costs_statement"),
    *append_only("costs_charged"),
    frozen(
        "costs_costline",
        ("breach_id", "agreement_id", "incurred_by", "work", "text", "on", "minutes", "hourly_cents", "expense_cents"),
    ),
    *same_organisation("costs_costline", "breach_id", "breaches_breach"),
    *same_organisation("costs_costline", "agreement_id", "agreements_agreement"),
    *same_organisation("costs_statement", "breach_id", "breaches_breach"),
    *same_organisation("costs_statement", "agreement_id", "agreements_agreement"),
    *same_organisation("costs_charged", "line_id", "costs_costline"),
    *same_organisation("costs_charged", "statement_id", "costs_statement"),
)

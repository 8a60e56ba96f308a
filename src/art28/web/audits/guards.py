"""What the database holds of audits: references stay within an organisation; what was asked stays as it was asked."""

from art28.web.database.triggers import Guard, frozen, same_organisation

GUARDS = (
    frozen("audits_audit", ("organisation_id", "agreement_id", "year", "number", "asked_by", "asked_at", "suspicion")),
    Guard("audits_audit", "DELETE", "no_delete"),
    *same_organisation("audits_audit", "agreement_id", "agreements_agreement"),
    *same_organisation("audits_item", "audit_id", "audits_audit"),
    Guard("audits_item", "DELETE", "no_delete"),
    *same_organisation("audits_finding", "audit_id", "audits_audit"),
    Guard("audits_finding", "DELETE", "no_delete"),
)

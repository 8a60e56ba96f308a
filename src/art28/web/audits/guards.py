"""What the database holds of audits: references stay within an organisation; what was asked stays as it was asked."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

GUARDS = (
    frozen("audits_audit", ("organisation_id", "agreement_id", "year", "number", "asked_by", "asked_at", "suspicion")),
    Guard("audits_audit", "DELETE", "no_delete"),
    *same_organisation("audits_audit", "agreement_id", "agreements_agreement"),
    *same_organisation("audits_item", "audit_id", "audits_audit"),
    Guard("audits_item", "DELETE", "no_delete"),
    *same_organisation("audits_finding", "audit_id", "audits_audit"),
    *same_organisation("audits_finding", "own_id", "audits_ownaudit"),
    frozen("audits_ownaudit", ("organisation_id", "year", "number", "scope", "follows_id")),
    Guard("audits_ownaudit", "DELETE", "no_delete"),
    *same_organisation("audits_ownaudit", "follows_id", "audits_ownaudit"),
    *append_only("audits_ownreport"),
    Guard("audits_finding", "DELETE", "no_delete"),
    frozen("audits_room", ("organisation_id", "audit_id")),
    *same_organisation("audits_room", "audit_id", "audits_audit"),
    *append_only("audits_roomdocument"),
    *same_organisation("audits_roomdocument", "audit_id", "audits_audit"),
    *append_only("audits_roombytes"),
    *append_only("audits_visit"),
    *same_organisation("audits_visit", "room_id", "audits_room"),
    *same_organisation("audits_visit", "document_id", "audits_roomdocument"),
)

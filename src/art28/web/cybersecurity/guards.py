"""What the database holds of the Cyberbeveiligingswet's rows: references stay within an organisation."""

from art28.web.database.triggers import Guard, frozen, same_organisation

GUARDS = (
    *same_organisation("cybersecurity_entity", "legal_entity_id", "parties_legalentity"),
    *same_organisation("cybersecurity_incident", "breach_id", "breaches_breach"),
    frozen("cybersecurity_incident", ("organisation_id", "breach_id")),
    Guard("cybersecurity_incident", "DELETE", "no_delete"),
)

"""What the database holds of staff: references stay within an organisation, and what was written stays.

Nobody who isn't bound to confidentiality gets access (Art. 28(3)(b) GDPR).
"""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

_UNBOUND = (
    "NOT EXISTS (SELECT 1 FROM people_commitment AS bound WHERE bound.member_id = NEW.member_id"
    " AND bound.matter = 'secrecy' AND bound.struck_at IS NULL)"
)
_OF_A_MEMBER = (
    *("people_identity", "people_commitment", "people_screening", "people_participation", "people_grant"),
    *("people_means", "people_movement", "people_responsibility", "people_task"),
)

GUARDS = (
    frozen("people_staffmember", ("organisation_id", "number")),
    Guard("people_staffmember", "DELETE", "no_delete"),
    *same_organisation("people_staffmember", "role_id", "people_roleprofile"),
    *same_organisation("people_permitted", "role_id", "people_roleprofile"),
    *same_organisation("people_permitted", "service_id", "services_service"),
    *(guard for table in _OF_A_MEMBER for guard in same_organisation(table, "member_id", "people_staffmember")),
    frozen("people_identity", ("organisation_id", "member_id")),
    Guard("people_identity", "DELETE", "no_delete"),
    frozen("people_commitment", ("member_id", "matter", "form", "signed_on", "sha256", "made_at", "made_by_id")),
    Guard("people_commitment", "DELETE", "no_delete"),
    frozen("people_screening", ("member_id", "issued_on", "seen_on", "seen_by_id", "made_at")),
    Guard("people_screening", "DELETE", "no_delete"),
    *append_only("people_training"),
    *append_only("people_participation"),
    *same_organisation("people_participation", "training_id", "people_training"),
    *same_organisation("people_grant", "agreement_id", "agreements_agreement"),
    *same_organisation("people_grant", "service_id", "services_service"),
    frozen(
        "people_grant",
        ("member_id", "agreement_id", "service_id", "system", "operations", "need", "granted_at", "granted_by_id"),
    ),
    Guard("people_grant", "DELETE", "no_delete"),
    Guard("people_grant", "INSERT", "bound", _UNBOUND),
    frozen("people_means", ("member_id", "kind", "handed_on")),
    Guard("people_means", "DELETE", "no_delete"),
    *append_only("people_movement"),
    frozen("people_task", ("member_id", "concern", "since_on", "period", "opened_at")),
)

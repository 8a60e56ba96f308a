"""What the database holds of disclosures: marks, permissions and disclosures stay as they were written."""

from art28.web.database.triggers import append_only, same_organisation

GUARDS = (
    *append_only("disclosures_mark"),
    *append_only("disclosures_permission"),
    *append_only("disclosures_disclosure"),
    *same_organisation("disclosures_mark", "agreement_id", "agreements_agreement"),
    *same_organisation("disclosures_permission", "agreement_id", "agreements_agreement"),
    *same_organisation("disclosures_disclosure", "agreement_id", "agreements_agreement"),
    *same_organisation("disclosures_disclosure", "breach_id", "breaches_breach"),
    *same_organisation("disclosures_disclosure", "permission_id", "disclosures_permission"),
)

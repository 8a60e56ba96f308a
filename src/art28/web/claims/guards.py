"""What the database holds of claims: what was claimed and said stays as it was, within its organisation."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

_CLAIMED = (
    "organisation_id", "agreement_id", "year", "number", "kind", "claimant", "event", "what", "arose_at", "by_whom",
    "recorded_at", "recorded_by_id",
)  # fmt: skip

GUARDS = (
    frozen("claims_claim", _CLAIMED),
    Guard("claims_claim", "DELETE", "no_delete"),
    frozen("claims_item", ("organisation_id", "claim_id", "head", "text", "cents", "proof", "at", "by_id")),
    Guard("claims_item", "DELETE", "no_delete"),
    *append_only("claims_given"),
    *append_only("claims_clause"),
    frozen("claims_invalid", ("organisation_id", "agreement_id", "provision", "reason", "instead", "at", "by_id")),
    Guard("claims_invalid", "DELETE", "no_delete"),
    *same_organisation("claims_claim", "agreement_id", "agreements_agreement"),
    *same_organisation("claims_item", "claim_id", "claims_claim"),
    *same_organisation("claims_given", "claim_id", "claims_claim"),
    *same_organisation("claims_clause", "agreement_id", "agreements_agreement"),
    *same_organisation("claims_invalid", "agreement_id", "agreements_agreement"),
)

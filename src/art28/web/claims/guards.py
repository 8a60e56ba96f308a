"""What the database holds of claims: what was claimed and said stays as it was, within its organisation."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

_CLAIMED = (
    "organisation_id", "agreement_id", "year", "number", "kind", "claimant", "event", "what", "arose_at", "by_whom",
    "recorded_at", "recorded_by_id",
)  # fmt: skip
_INSURED = (
    "organisation_id", "party_id", "insurer", "number", "covers", "cents", "expires_on", "document", "at", "by_id",
)  # fmt: skip
_TERMINATED = (
    "organisation_id", "agreement_id", "year", "number", "ground", "party", "reason", "noticed_on", "until", "recorded_at",
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
    frozen("claims_policy", _INSURED),
    Guard("claims_policy", "DELETE", "no_delete"),
    frozen("claims_inspection", ("organisation_id", "agreement_id", "by_us", "asked_at", "asked_by_id")),
    Guard("claims_inspection", "DELETE", "no_delete"),
    frozen("claims_dispute", ("organisation_id", "agreement_id", "year", "number", "claim_id", "what", "recorded_at")),
    Guard("claims_dispute", "DELETE", "no_delete"),
    *append_only("claims_disputestep"),
    frozen("claims_termination", _TERMINATED),
    Guard("claims_termination", "DELETE", "no_delete"),
    *same_organisation("claims_policy", "party_id", "parties_counterparty"),
    *same_organisation("claims_inspection", "agreement_id", "agreements_agreement"),
    *same_organisation("claims_dispute", "agreement_id", "agreements_agreement"),
    *same_organisation("claims_dispute", "claim_id", "claims_claim"),
    *same_organisation("claims_disputestep", "dispute_id", "claims_dispute"),
    *same_organisation("claims_termination", "agreement_id", "agreements_agreement"),
    *same_organisation("claims_claim", "agreement_id", "agreements_agreement"),
    *same_organisation("claims_item", "claim_id", "claims_claim"),
    *same_organisation("claims_given", "claim_id", "claims_claim"),
    *same_organisation("claims_clause", "agreement_id", "agreements_agreement"),
    *same_organisation("claims_invalid", "agreement_id", "agreements_agreement"),
)

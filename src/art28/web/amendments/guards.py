"""What the database holds of renewals: what was asked for stays, within its organisation."""

from art28.web.database.triggers import Guard, frozen, same_organisation

GUARDS = (
    frozen(
        "amendments_renewal",
        ("organisation_id", "way", "template", "facts", "what", "effective_on", "made_by_id", "made_at"),
    ),
    frozen("amendments_amendment", ("organisation_id", "renewal_id", "agreement_id")),
    Guard("amendments_addendum", "UPDATE", "no_update"),
    *same_organisation("amendments_addendum", "amendment_id", "amendments_amendment"),
    *same_organisation("amendments_amendment", "renewal_id", "amendments_renewal"),
    *same_organisation("amendments_amendment", "agreement_id", "agreements_agreement"),
    *same_organisation("amendments_amendment", "successor_id", "agreements_agreement"),
    *same_organisation("amendments_amendment", "draft_id", "drafts_draft"),
)

"""What the database holds of drafts: they stay within an organisation, and a version stays as it was made."""

from art28.web.database.triggers import append_only, frozen, same_organisation

GUARDS = (
    frozen("drafts_draft", ("organisation_id", "counterparty_id", "template", "language", "made_by_id", "made_at")),
    *append_only("drafts_draftversion"),
    *same_organisation("drafts_draft", "counterparty_id", "parties_counterparty"),
    *same_organisation("drafts_draft", "legal_entity_id", "parties_legalentity"),
    *same_organisation("drafts_draft", "agreement_id", "agreements_agreement"),
    *same_organisation("drafts_draftversion", "draft_id", "drafts_draft"),
)

"""What the database holds of drafts: they stay within an organisation, and a version stays as it was made."""

from art28.web.database.triggers import append_only, frozen, same_organisation

GUARDS = (
    frozen("drafts_draft", ("organisation_id", "counterparty_id", "template", "language", "made_by_id", "made_at")),
    *append_only("drafts_draftversion"),
    *same_organisation("drafts_draft", "counterparty_id", "parties_counterparty"),
    *same_organisation("drafts_draft", "legal_entity_id", "parties_legalentity"),
    *same_organisation("drafts_draft", "agreement_id", "agreements_agreement"),
    *same_organisation("drafts_draftversion", "draft_id", "drafts_draft"),
    frozen("drafts_round", ("organisation_id", "draft_id", "version_id", "number", "recipient", "sent_at", "message")),
    *append_only("drafts_remark"),
    frozen("drafts_returned", ("organisation_id", "round_id", "sha256", "data", "handed_by", "at")),
    frozen("drafts_change", ("organisation_id", "returned_id", "kind", "key", "ours", "theirs", "pieces")),
    frozen("drafts_mail", ("organisation_id", "draft_id", "recipient", "subject", "text", "made_at")),
    *same_organisation("drafts_round", "draft_id", "drafts_draft"),
    *same_organisation("drafts_round", "version_id", "drafts_draftversion"),
    *same_organisation("drafts_remark", "round_id", "drafts_round"),
    *same_organisation("drafts_returned", "round_id", "drafts_round"),
    *same_organisation("drafts_change", "returned_id", "drafts_returned"),
    *same_organisation("drafts_mail", "draft_id", "drafts_draft"),
)

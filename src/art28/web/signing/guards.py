"""What the database holds of signings: the document never changes, nor what was signed; nothing is removed."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

GUARDS = (
    frozen(
        "signing_signing",
        (
            "organisation_id",
            "draft_id",
            "version_id",
            "document",
            "document_sha256",
            "text_sha256",
            "initials",
            "begun_at",
        ),
    ),
    frozen("signing_signatory", ("organisation_id", "signing_id", "order", "side", "email")),
    *(Guard(table, "DELETE", "no_delete") for table in ("signing_signing", "signing_signatory", "signing_challenge")),
    *same_organisation("signing_signing", "draft_id", "drafts_draft"),
    *same_organisation("signing_signing", "version_id", "drafts_draftversion"),
    *same_organisation("signing_signatory", "signing_id", "signing_signing"),
    *append_only("signing_signedcopy"),
    *same_organisation("signing_signedcopy", "signatory_id", "signing_signatory"),
    *same_organisation("signing_challenge", "signatory_id", "signing_signatory"),
)

"""What the database holds of commencements: which agreements were chosen stays, within their organisation."""

from art28.web.database.triggers import frozen, same_organisation

GUARDS = (
    frozen(
        "commencing_commencement", ("organisation_id", "stage", "words", "reason", "agreement_count", "at", "by_id")
    ),
    frozen("commencing_candidate", ("organisation_id", "commencement_id", "agreement_id")),
    *same_organisation("commencing_candidate", "commencement_id", "commencing_commencement"),
    *same_organisation("commencing_candidate", "agreement_id", "agreements_agreement"),
)

"""What the database holds of records: rows stay within their organisation, confirmations as they were given."""

from art28.web.database.triggers import append_only, frozen, same_organisation

GUARDS = (
    *append_only("processing_confirmation"),
    frozen("processing_record", ("agreement_id",)),
    frozen("processing_inquiry", ("record_id", "matter", "asked_by", "asked_on")),
    *same_organisation("processing_record", "agreement_id", "agreements_agreement"),
    *same_organisation("processing_activity", "record_id", "processing_record"),
    *same_organisation("processing_choice", "record_id", "processing_record"),
    *same_organisation("processing_confirmation", "record_id", "processing_record"),
    *same_organisation("processing_inquiry", "record_id", "processing_record"),
)

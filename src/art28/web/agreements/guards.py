"""What the database holds of agreements: references stay within an organisation; files, texts and facts stay as written."""

from art28.web.database.triggers import Guard, frozen, same_organisation

_FACT = (
    "id",
    "organisation_id",
    "agreement_id",
    "text_id",
    "key",
    "number",
    "value",
    "citations",
    "rule",
    "provision",
    "state",
    "by_id",
    "at",
    "strength",
    "doubts",
    "certainty",
    "decision",
    "restores_id",
)

GUARDS = (
    Guard("agreements_agreementtext", "UPDATE", "no_update"),
    Guard("agreements_sourcebytes", "UPDATE", "no_update"),
    *same_organisation("agreements_agreement", "source_id", "agreements_sourcefile"),
    *same_organisation("agreements_agreement", "counterparty_id", "parties_counterparty"),
    *same_organisation("agreements_agreement", "legal_entity_id", "parties_legalentity"),
    *same_organisation("agreements_agreement", "amends_id", "agreements_agreement"),
    *same_organisation("agreements_agreementtext", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_textstructure", "text_id", "agreements_agreementtext"),
    *same_organisation("agreements_factversion", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_question", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_question", "settled_by_id", "agreements_factversion"),
    *same_organisation("agreements_promisedduty", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_findingrow", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_verdictrow", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_packedcheck", "agreement_id", "agreements_agreement"),
    frozen("agreements_factversion", _FACT),
    frozen(
        "agreements_sourcefile", ("id", "organisation_id", "name", "sha256", "size", "uploaded_by_id", "uploaded_at")
    ),
)

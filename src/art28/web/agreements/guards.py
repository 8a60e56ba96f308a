"""What the database holds of agreements: references stay within an organisation; files, texts and facts stay as written."""

from art28.web.database.triggers import Guard, same_organisation

_FACT_CHANGED = (
    "NOT (NEW.id = OLD.id AND NEW.agreement_id = OLD.agreement_id AND NEW.key = OLD.key AND NEW.number = OLD.number"
    " AND NEW.state = OLD.state AND NEW.at = OLD.at AND NEW.organisation_id = OLD.organisation_id)"
)

GUARDS = (
    Guard("agreements_agreementtext", "UPDATE", "no_update"),
    Guard("agreements_sourcebytes", "UPDATE", "no_update"),
    *same_organisation("agreements_agreement", "source_id", "agreements_sourcefile"),
    *same_organisation("agreements_agreement", "counterparty_id", "parties_counterparty"),
    *same_organisation("agreements_agreement", "legal_entity_id", "parties_legalentity"),
    *same_organisation("agreements_agreementtext", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_factversion", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_question", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_promisedduty", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_findingrow", "agreement_id", "agreements_agreement"),
    *same_organisation("agreements_verdictrow", "agreement_id", "agreements_agreement"),
    Guard("agreements_factversion", "UPDATE", "frozen", _FACT_CHANGED),
)

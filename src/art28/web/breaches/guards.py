"""What the database holds of breaches: references stay within an organisation; versions and calls stay as written."""

from art28.web.database.triggers import append_only, same_organisation

GUARDS = (
    *append_only("breaches_factsversion"),
    *append_only("breaches_call"),
    *append_only("breaches_breachinstant"),
    *same_organisation("breaches_breachinstant", "breach_id", "breaches_breach"),
    *same_organisation("breaches_factsversion", "breach_id", "breaches_breach"),
    *same_organisation("breaches_touchedagreement", "breach_id", "breaches_breach"),
    *same_organisation("breaches_touchedagreement", "agreement_id", "agreements_agreement"),
    *same_organisation("breaches_call", "touched_id", "breaches_touchedagreement"),
)

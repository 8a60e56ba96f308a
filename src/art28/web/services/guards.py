"""What the database holds of services: references stay within an organisation, grounds and frozen lists as written."""

from art28.web.database.triggers import append_only, frozen, same_organisation

GUARDS = (
    *append_only("services_touchedground"),
    *append_only("services_exclusion"),
    frozen("services_excludedagreement", ("exclusion_id", "agreement_id")),
    *same_organisation("services_serviceuse", "service_id", "services_service"),
    *same_organisation("services_serviceuse", "agreement_id", "agreements_agreement"),
    *same_organisation("services_touchedground", "breach_id", "breaches_breach"),
    *same_organisation("services_touchedground", "agreement_id", "agreements_agreement"),
    *same_organisation("services_exclusion", "breach_id", "breaches_breach"),
    *same_organisation("services_excludedagreement", "agreement_id", "agreements_agreement"),
)

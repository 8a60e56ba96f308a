"""What the database holds of own purposes: what was registered stays, and uses as they were logged."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

_REGISTERED = (
    "organisation_id", "agreement_id", "year", "number", "kind", "purpose", "registered_at", "registered_by_id",
)  # fmt: skip

GUARDS = (
    frozen("purposes_ownpurpose", _REGISTERED),
    Guard("purposes_ownpurpose", "DELETE", "no_delete"),
    *same_organisation("purposes_ownpurpose", "agreement_id", "agreements_agreement"),
    *append_only("purposes_use"),
    *same_organisation("purposes_use", "purpose_id", "purposes_ownpurpose"),
)

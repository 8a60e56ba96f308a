"""What the database holds of instructions: references stay within an organisation; what was given stays as it was given."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

_GIVEN = ("organisation_id", "agreement_id", "year", "number", "kind", "form", "given_by", "given_at", "text", "basis")

GUARDS = (
    frozen("instructions_instruction", _GIVEN),
    Guard("instructions_instruction", "DELETE", "no_delete"),
    *same_organisation("instructions_instruction", "agreement_id", "agreements_agreement"),
    frozen("instructions_declaration", ("organisation_id", "agreement_id", "kind", "activity", "asked_at")),
    Guard("instructions_declaration", "DELETE", "no_delete"),
    *same_organisation("instructions_declaration", "agreement_id", "agreements_agreement"),
    Guard("instructions_assistance", "DELETE", "no_delete"),
    *same_organisation("instructions_assistance", "agreement_id", "agreements_agreement"),
    *same_organisation("instructions_assistance", "breach_id", "breaches_breach"),
    *append_only("instructions_material"),
    *same_organisation("instructions_material", "assistance_id", "instructions_assistance"),
)

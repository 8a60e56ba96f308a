"""What the database holds of families: references stay within an organisation; a decision stays as it was taken."""

from art28.web.database.triggers import frozen, same_organisation

GUARDS = (
    *same_organisation("families_print", "agreement_id", "agreements_agreement"),
    *same_organisation("families_version", "family_id", "families_family"),
    *same_organisation("families_member", "agreement_id", "agreements_agreement"),
    *same_organisation("families_member", "version_id", "families_version"),
    *same_organisation("families_factmark", "fact_id", "agreements_factversion"),
    *same_organisation("families_factmark", "family_id", "families_family"),
    *same_organisation("families_familydecision", "family_id", "families_family"),
    *same_organisation("families_recognisedmodel", "agreement_id", "agreements_agreement"),
    frozen("families_familydecision", ("id", "organisation_id", "key", "mark", "listed", "by_id", "role", "at")),
)

"""What the database holds of house templates: they stay within an organisation, and a file stays as it was taken in."""

from art28.web.database.triggers import Guard, frozen, same_organisation

GUARDS = (
    frozen("house_housetemplate", ("organisation_id", "direction", "language", "made_by_id", "made_at")),
    frozen(
        "house_houseversion", ("organisation_id", "template_id", "number", "sha256", "data", "places", "by_id", "at")
    ),
    Guard("house_houseversion", "UPDATE", "settled", 'OLD."settled_at" IS NOT NULL'),
    Guard("house_houseversion", "DELETE", "no_delete"),
    Guard("house_broughtsheet", "UPDATE", "no_update"),
    *same_organisation("house_houseversion", "template_id", "house_housetemplate"),
    *same_organisation("house_broughtsheet", "version_id", "house_houseversion"),
)

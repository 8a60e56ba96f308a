"""What the database holds of sheets: they stay within an organisation, and a row is made as it was looked at."""

from art28.web.database.triggers import Guard, frozen, same_organisation

GUARDS = (
    frozen(
        "sheets_sheet",
        ("organisation_id", "template", "language", "legal_entity_id", "direction", "form", "row_count", "by_id", "at"),
    ),
    Guard("sheets_sheetrow", "UPDATE", "no_update"),
    Guard("sheets_product", "UPDATE", "no_update"),
    *same_organisation("sheets_sheet", "legal_entity_id", "parties_legalentity"),
    *same_organisation("sheets_sheetrow", "sheet_id", "sheets_sheet"),
    *same_organisation("sheets_product", "row_id", "sheets_sheetrow"),
    *same_organisation("sheets_product", "draft_id", "drafts_draft"),
)

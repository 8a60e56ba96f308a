"""What the database holds of packs: rows stay within their organisation; of what and for whom a pack is never changes."""

from art28.web.database.triggers import frozen, same_organisation

GUARDS = (
    frozen(
        "reports_dossier",
        (
            "agreement_id",
            "counterparty_id",
            "language",
            "goes",
            "recipient",
            "towards",
            "ground",
            "asked_at",
            "asked_by_id",
        ),
    ),
    *same_organisation("reports_dossier", "agreement_id", "agreements_agreement"),
    *same_organisation("reports_dossier", "counterparty_id", "parties_counterparty"),
    *same_organisation("reports_dossierpart", "dossier_id", "reports_dossier"),
)

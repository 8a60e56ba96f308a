"""What the database holds of lives: what was written stays, within its organisation."""

from art28.web.database.triggers import append_only, frozen, same_organisation

_KEPT = ("step", "waiver", "mainagreement", "signature", "paper", "note", "change")
_OF_AGREEMENT = ("step", "waiver", "mainagreement", "signature", "paper", "note", "review")

GUARDS = (
    *(guard for name in _KEPT for guard in append_only(f"lifecycle_{name}")),
    frozen(
        "lifecycle_aside", ("organisation_id", "agreement_id", "was", "why", "words", "double_of_id", "at", "by_id")
    ),
    *same_organisation("lifecycle_aside", "agreement_id", "agreements_agreement"),
    *same_organisation("lifecycle_aside", "double_of_id", "agreements_agreement"),
    frozen("lifecycle_review", ("organisation_id", "change_id", "agreement_id")),
    *(
        guard
        for name in _OF_AGREEMENT
        for guard in same_organisation(f"lifecycle_{name}", "agreement_id", "agreements_agreement")
    ),
    *same_organisation("lifecycle_review", "change_id", "lifecycle_change"),
)

"""What the database holds of the portfolio: what turned stays told; an accepted risk stays as it was accepted."""

from art28.web.database.triggers import Guard, append_only, frozen, same_organisation

_ACCEPTED = (
    *("id", "organisation_id", "agreement_id", "finding", "reason", "owner_id", "review_on"),
    *("accepted_by_id", "accepted_at"),
)  # fmt: skip

GUARDS = (
    *append_only("portfolio_turn"),
    *same_organisation("portfolio_turn", "agreement_id", "agreements_agreement"),
    *same_organisation("portfolio_standing", "agreement_id", "agreements_agreement"),
    *same_organisation("portfolio_acceptedrisk", "agreement_id", "agreements_agreement"),
    frozen("portfolio_acceptedrisk", _ACCEPTED),
    Guard("portfolio_acceptedrisk", "DELETE", "no_delete"),
)

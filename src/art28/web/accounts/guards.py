"""What the database holds of accounts: a team and its members are of one organisation."""

from art28.web.database.triggers import same_organisation

GUARDS = (
    *same_organisation("accounts_teammember", "team_id", "accounts_team"),
    *same_organisation("accounts_teammember", "membership_id", "accounts_membership"),
)

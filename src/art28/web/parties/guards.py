"""What the database holds of parties."""

from art28.web.database.triggers import same_organisation

GUARDS = same_organisation("parties_contact", "counterparty_id", "parties_counterparty")

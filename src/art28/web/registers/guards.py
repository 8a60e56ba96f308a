"""What the database holds of registers: a measure stays as it was set, within its organisation."""

from art28.web.database.triggers import append_only, same_organisation

GUARDS = (
    *append_only("registers_measure"),
    *same_organisation("registers_measure", "breach_id", "breaches_breach"),
)

"""What the database holds of breaches: references stay within an organisation; versions and calls stay as written."""

from art28.web.database.triggers import Guard, append_only, same_organisation, unless_erased


def _written(table: str, breach_id: str) -> tuple[Guard, ...]:
    """Rows that stay as written; those of an exercise that is erased may be emptied, never deleted."""
    change, deletion = append_only(table)
    return (*unless_erased((change,), breach_id), deletion)


GUARDS = (
    *_written("breaches_factsversion", "OLD.breach_id"),
    *_written(
        "breaches_call", "(SELECT row.breach_id FROM breaches_touchedagreement AS row WHERE row.id = OLD.touched_id)"
    ),
    *append_only("breaches_breachinstant"),
    *same_organisation("breaches_breachinstant", "breach_id", "breaches_breach"),
    *append_only("breaches_momentcorrection"),
    *same_organisation("breaches_momentcorrection", "breach_id", "breaches_breach"),
    *same_organisation("breaches_factsversion", "breach_id", "breaches_breach"),
    *same_organisation("breaches_touchedagreement", "breach_id", "breaches_breach"),
    *same_organisation("breaches_touchedagreement", "agreement_id", "agreements_agreement"),
    *same_organisation("breaches_call", "touched_id", "breaches_touchedagreement"),
)

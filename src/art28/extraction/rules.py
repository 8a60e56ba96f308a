"""Every rule of extraction, topic by topic, in the order of the catalogue."""

from art28.extraction.rule import Rule
from art28.extraction.topics import (
    assistance,
    audit,
    breach,
    confidentiality,
    contacts,
    document,
    end,
    instructions,
    liability,
    parties,
    plain,
    processing,
    security,
    signing,
    subprocessors,
    term,
    transfers,
)

RULES: tuple[Rule, ...] = (
    *document.RULES,
    *parties.RULES,
    *signing.RULES,
    *processing.RULES,
    *contacts.RULES,
    *instructions.RULES,
    *confidentiality.RULES,
    *security.RULES,
    *breach.RULES,
    *assistance.RULES,
    *subprocessors.RULES,
    *transfers.RULES,
    *audit.RULES,
    *end.RULES,
    *term.RULES,
    *liability.RULES,
    *plain.RULES,
)
"""The order does not matter to the outcome: candidates are weighed by strength, and conflicts stay open."""

"""Every rule of extraction, topic by topic, in the order of the catalogue."""

from art28.extraction import (
    assistance,
    audit,
    breach,
    breach_content,
    breach_duties,
    confidentiality,
    document,
    end,
    instructions,
    law,
    liability,
    parties,
    precedence,
    requests,
    security,
    signatures,
    subprocessors,
    term,
    transfers,
)
from art28.extraction.rule import Rule

RULES: tuple[Rule, ...] = (
    *document.RULES,
    *parties.RULES,
    *signatures.RULES,
    *instructions.RULES,
    *confidentiality.RULES,
    *security.RULES,
    *breach.RULES,
    *breach_content.RULES,
    *breach_duties.RULES,
    *requests.RULES,
    *assistance.RULES,
    *subprocessors.RULES,
    *transfers.RULES,
    *audit.RULES,
    *end.RULES,
    *term.RULES,
    *precedence.RULES,
    *liability.RULES,
    *law.RULES,
)
"""The order does not matter to the outcome: candidates are weighed by strength, and conflicts stay open."""

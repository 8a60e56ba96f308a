"""Every rule of extraction, topic by topic, in the order of the catalogue."""

from art28.extraction import law, liability, parties, precedence, term
from art28.extraction.rule import Rule

RULES: tuple[Rule, ...] = (
    *parties.RULES,
    *term.RULES,
    *precedence.RULES,
    *liability.RULES,
    *law.RULES,
)
"""The order does not matter to the outcome: candidates are weighed by strength, and conflicts stay open."""

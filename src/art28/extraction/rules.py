"""Every rule of extraction, topic by topic, in the order of the catalogue."""

from art28.extraction import liability
from art28.extraction.rule import Rule

RULES: tuple[Rule, ...] = (*liability.RULES,)
"""The order does not matter to the outcome: candidates are weighed by strength, and conflicts stay open."""

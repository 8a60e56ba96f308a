"""Who signed, when and where, or whose place is still empty."""

from art28.extraction.rule import Rule
from art28.extraction.topics.signing import signatures

RULES: tuple[Rule, ...] = (*signatures.RULES,)

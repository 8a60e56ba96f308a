"""Who pays for what: caps, what stands outside them, and fines."""

from art28.extraction.rule import Rule
from art28.extraction.topics.liability import fines, liability

RULES: tuple[Rule, ...] = (
    *liability.RULES,
    *fines.RULES,
)

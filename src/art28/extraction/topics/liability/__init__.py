"""Who pays for what: caps, what stands outside them, indemnities, and fines."""

from art28.extraction.rule import Rule
from art28.extraction.topics.liability import fines, indemnities, liability

RULES: tuple[Rule, ...] = (
    *liability.RULES,
    *indemnities.RULES,
    *fines.RULES,
)

"""Where data may be, and what is carved out of that."""

from art28.extraction.rule import Rule
from art28.extraction.topics.transfers import carve_outs, locations, region, transfers

RULES: tuple[Rule, ...] = (
    *transfers.RULES,
    *region.RULES,
    *locations.RULES,
    *carve_outs.RULES,
)

"""What becomes of the data at the end, by when and with which proof."""

from art28.extraction.rule import Rule
from art28.extraction.topics.end import end, periods, terms

RULES: tuple[Rule, ...] = (
    *end.RULES,
    *periods.RULES,
    *terms.RULES,
)

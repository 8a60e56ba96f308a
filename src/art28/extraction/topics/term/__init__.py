"""From when and for how long, how it ends and how it is changed."""

from art28.extraction.rule import Rule
from art28.extraction.topics.term import amendment, rows, senses, survival, term

RULES: tuple[Rule, ...] = (
    *term.RULES,
    *survival.RULES,
    *amendment.RULES,
    *senses.RULES,
    *rows.RULES,
)

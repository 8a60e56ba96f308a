"""Measures: which, by which standard, who judges them and how they change."""

from art28.extraction.rule import Rule
from art28.extraction.topics.security import change, security

RULES: tuple[Rule, ...] = (
    *security.RULES,
    *change.RULES,
)

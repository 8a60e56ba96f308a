"""Audits: by whom, how often, on which notice, at whose cost."""

from art28.extraction.rule import Rule
from art28.extraction.topics.audit import audit, auditors, terms

RULES: tuple[Rule, ...] = (
    *audit.RULES,
    *auditors.RULES,
    *terms.RULES,
)

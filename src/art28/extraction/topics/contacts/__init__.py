"""Whom each party is reached by, and for what."""

from art28.extraction.rule import Rule
from art28.extraction.topics.contacts import contacts

RULES: tuple[Rule, ...] = (*contacts.RULES,)

"""Agreements in plain words, as they are typed in a quarter of an hour: every topic, said without its terms."""

from art28.extraction.rule import Rule
from art28.extraction.topics.plain import datasheet, speech

RULES: tuple[Rule, ...] = (
    *datasheet.RULES,
    *speech.RULES,
)

"""A personal data breach: what counts as one, who is told, when, over which channel and of what, and who tells others."""

from art28.extraction.rule import Rule
from art28.extraction.topics.breach import authority, breach, channel, content, covers, duties

RULES: tuple[Rule, ...] = (
    *breach.RULES,
    *channel.RULES,
    *content.RULES,
    *covers.RULES,
    *authority.RULES,
    *duties.RULES,
)

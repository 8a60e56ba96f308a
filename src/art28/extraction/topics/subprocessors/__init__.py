"""Sub-processors: on which authorisation, with which notice and objection, and the list of those engaged."""

from art28.extraction.rule import Rule
from art28.extraction.topics.subprocessors import duties, listed, subprocessors

RULES: tuple[Rule, ...] = (
    *subprocessors.RULES,
    *duties.RULES,
    *listed.RULES,
)

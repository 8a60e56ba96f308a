"""The parties: who they are, where they are seated, under which number, who acts for them."""

from art28.extraction.rule import Rule
from art28.extraction.topics.parties import parties

RULES: tuple[Rule, ...] = (*parties.RULES,)

"""What the processor helps with: requests of persons, and the other duties of the controller."""

from art28.extraction.rule import Rule
from art28.extraction.topics.assistance import assistance, request_costs, requests

RULES: tuple[Rule, ...] = (
    *requests.RULES,
    *request_costs.RULES,
    *assistance.RULES,
)

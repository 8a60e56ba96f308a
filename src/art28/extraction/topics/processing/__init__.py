"""What is processed: subject, purposes, data, persons, services, and its bounds."""

from art28.extraction.rule import Rule
from art28.extraction.topics.processing import (
    bounds,
    data_of_people,
    per_person,
    processing,
    prose,
    services,
    single,
    special,
    tables,
)

RULES: tuple[Rule, ...] = (
    *processing.RULES,
    *tables.RULES,
    *special.RULES,
    *bounds.RULES,
    *prose.RULES,
    *per_person.RULES,
    *data_of_people.RULES,
    *services.RULES,
    *single.RULES,
)

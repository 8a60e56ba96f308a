"""What is known of a personal data breach: each field None (or empty) while it isn't known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType


class Topic(StrEnum):
    """What a question about a breach asks for; the first seventeen are the values of the fact `breach.content`."""

    DESCRIPTION = "description"
    NATURE = "nature"
    CAUSE = "cause"
    DATA_CATEGORIES = "data_categories"
    SUBJECT_CATEGORIES = "subject_categories"
    SUBJECT_COUNT = "subject_count"
    RECORD_COUNT = "record_count"
    CONSEQUENCES = "consequences"
    MEASURES = "measures"
    CONTACT_POINT = "contact_point"
    WHEN_OCCURRED = "when_occurred"
    WHEN_DISCOVERED = "when_discovered"
    PROTECTION = "protection"
    OTHER_COUNTRIES = "other_countries"
    REACHABILITY = "reachability"
    SYSTEM = "system"
    VULNERABLE_GROUPS = "vulnerable_groups"
    HOW_DISCOVERED = "how_discovered"
    ONGOING = "ongoing"
    READ_BY_OTHERS = "read_by_others"
    ALTERED = "altered"
    DESTROYED = "destroyed"


class Affected(StrEnum):
    """Which quality of the data was broken: Art. 4(12) GDPR in the words of the EDPB (Guidelines 9/2022, part I)."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


class Extent(StrEnum):
    """An answer between yes and no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Count:
    """An approximate number: the same at both ends where it is exact; `most` is None where only a minimum is known."""

    least: int
    most: int | None

    def __post_init__(self) -> None:
        if self.least < 0 or (self.most is not None and self.most < self.least):
            raise ValueError(f"a count runs from 0 <= least <= most, not {self.least} to {self.most}")


@dataclass(frozen=True, slots=True)
class Contact:
    """Where more can be learnt; whatever isn't given is empty."""

    name: str = ""
    function: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachFacts:
    """The facts of one breach. Instants are aware; texts are as the person who recorded them wrote them.

    `why_unknown` gives, per topic, why it isn't known yet; without one the notice says that it is being investigated.
    `answers` holds what agreements ask beyond these fields, by the mark of the question (`notices.questionnaire.mark`).
    """

    reference: str
    description: str = ""
    affected: tuple[Affected, ...] = ()
    nature: str = ""
    cause: str = ""
    system: str = ""
    occurred_from: datetime | None = None
    occurred_until: datetime | None = None
    ongoing: Extent | None = None
    discovered_at: datetime | None = None
    how_discovered: str = ""
    data_categories: tuple[str, ...] = ()
    subject_categories: tuple[str, ...] = ()
    vulnerable_groups: str = ""
    subjects: Count | None = None
    records: Count | None = None
    consequences: str = ""
    measures_taken: str = ""
    measures_planned: str = ""
    protection: Extent | None = None
    protection_detail: str = ""
    other_countries: tuple[str, ...] | None = None
    reachable: Extent | None = None
    contact: Contact | None = None
    why_unknown: Mapping[Topic, str] = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

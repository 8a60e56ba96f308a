"""What the controller has on file of one breach: the facts, who it is, what it decided, whom it told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from art28.assessing.severity import Severity
from art28.notices.breach import BreachFacts, Contact


class Risk(StrEnum):
    """What a person decided about the rights and freedoms of people (Arts 33(1) and 34(1) GDPR)."""

    UNLIKELY = "unlikely"
    RISK = "risk"
    HIGH = "high"


class Exception34(StrEnum):
    """Why people need not be told of a high risk: the points of Art. 34(3) GDPR."""

    PROTECTED = "a"
    AVERTED = "b"
    DISPROPORTIONATE = "c"


class Means(StrEnum):
    """How people are told."""

    TELEPHONE = "telephone"
    LETTER = "letter"
    EMAIL = "email"
    WEBSITE = "website"
    SOCIAL_MEDIA = "social_media"
    NEWSPAPER = "newspaper"
    OTHER = "other"


PUBLIC = frozenset({Means.WEBSITE, Means.SOCIAL_MEDIA, Means.NEWSPAPER})
"""The means that reach people without addressing them: a public communication as Art. 34(3)(c) GDPR means it."""


@dataclass(frozen=True, slots=True)
class Party:
    """A legal person; whatever isn't known is empty."""

    name: str
    registration: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The decision that stands. `exception` is None where people are told or need not be for want of a high risk."""

    risk: Risk
    authority: bool
    people: bool
    reasons: str
    by: str
    at: datetime
    exception: Exception34 | None = None
    exception_reasons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPeople:
    """That people were told: when, by which means, how many; None where nobody counted."""

    at: datetime
    means: tuple[Means, ...]
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything that an authority's form or a letter to people may ask for; None and empty where it isn't known.

    `received_at` is when the processor's report came, `aware_at` the instant from which the 72 hours count. `late_reasons`
    is wanted only after these. `before` holds the authority's numbers of earlier notifications of the same breach.
    """

    facts: BreachFacts
    controller: Party
    reporter: Contact | None = None
    processors: tuple[Party, ...] = ()
    received_at: datetime | None = None
    aware_at: datetime | None = None
    late_reasons: str = ""
    before: tuple[str, ...] = ()
    severity: Severity | None = None
    decision: Decided | None = None
    told: tuple[ToldPeople, ...] = ()

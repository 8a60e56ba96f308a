"""What goes in and comes out, as types from which the OpenAPI description is made."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, ConfigDict, Field

from art28.obligations.rights import SubjectRight
from art28.web.intake.models import State, Where
from art28.web.requests.models import Role
from art28.web.requests.models import State as RequestState


class SignalIn(Schema):
    """A signal: something that may be a personal data breach. Only `what` must be said; instants carry their offset."""

    model_config = ConfigDict(extra="forbid")

    what: str = Field(min_length=1, max_length=20_000, description="What was seen or heard. Name no people concerned.")
    where: Where = Where.UNKNOWN
    where_name: str = Field("", max_length=200, description="Which system, service or sub-processor.")
    service: str = Field("", max_length=200, description="A service of the catalogue, by name or id.")
    occurred_from: AwareDatetime | None = None
    occurred_until: AwareDatetime | None = None
    noticed_at: AwareDatetime | None = Field(None, description="When it was noticed; else the receipt counts.")
    told_at: AwareDatetime | None = Field(None, description="When the sub-processor told it.")
    data: list[str] = Field(default_factory=list, max_length=50, description="Kinds of data.")
    reach: str = Field("", max_length=200, description="How whoever reports can be reached.")


class ClockOut(Schema):
    """A clock that runs provisionally, for as many agreements."""

    starts: str
    started_at: datetime
    ends_at: datetime | None
    agreements: int


class SignalOut(Schema):
    """A signal as it stands."""

    id: UUID
    reference: str
    state: State
    received_at: datetime
    noticed_at: datetime | None
    breach: str | None = Field(description="The reference of the breach that it was found to be.")
    url: str
    provisional_clocks: list[ClockOut]


class RequestIn(Schema):
    """A request by which a person exercises rights. The person's data are kept apart and can be erased."""

    model_config = ConfigDict(extra="forbid")

    rights: list[SubjectRight] = Field(min_length=1, max_length=8, description="Which rights are exercised.")
    received_at: AwareDatetime = Field(description="When it was received; the month of Art. 12(3) counts from here.")
    role: Role = Field(Role.PROCESSOR, description="What we are towards the person.")
    agreement: UUID | None = Field(None, description="Whose data they are, where that is known: an agreement's id.")
    name: str = Field("", max_length=200, description="Who asks.")
    reach: str = Field("", max_length=254, description="One address or number is enough.")
    asked: str = Field("", max_length=20_000, description="What the person wrote.")
    language: Literal["nl", "en"] = "nl"
    told_by_other: bool = False


class RequestOut(Schema):
    """A request as it stands; nothing of the person."""

    id: UUID
    reference: str
    state: RequestState
    outcome: str
    received_at: datetime
    next_end: datetime | None
    late: int
    url: str


class ServiceOut(Schema):
    """A service of the catalogue."""

    id: UUID
    name: str


class DueOut(Schema):
    """What is due, soonest first; `next` continues where there is more."""

    items: list[dict[str, Any]]
    next: str | None


class BreachOut(Schema):
    """A breach, with how far it is. `instants` holds each that is known, with its reason."""

    id: UUID
    reference: str
    title: str
    state: str
    aware_at: datetime
    recorded_at: datetime
    next_end: datetime | None
    late: int
    agreements: int
    url: str


class MomentOut(Schema):
    """An instant of a breach and why it is this one."""

    kind: str
    at: datetime
    reason: str


class BreachDetailOut(BreachOut):
    """A breach with its instants and signals."""

    moments: list[MomentOut]
    told: int
    to_tell: int
    left_out: int
    signals: list[str]


class BreachesOut(Schema):
    """Breaches, open ones first; `next` is the next page."""

    items: list[BreachOut]
    next: int | None

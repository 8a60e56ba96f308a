"""Results of checks as they go in, and how checks stand as it comes out."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, ConfigDict, Field

MOST_RESULTS = 5_000
_Number = Annotated[Decimal, Field(max_digits=14, decimal_places=4)]


class ResultIn(Schema):
    """What one check found. Where it says neither that it passed nor a value or instant that tells, it counts as failed."""

    model_config = ConfigDict(extra="forbid")

    check: str = Field(..., min_length=1, max_length=40, description="The code of the check.")
    at: AwareDatetime = Field(..., description="When it was checked.")
    passed: bool | None = Field(None, description="False fails whatever the value; leave it out where a value tells.")
    value: _Number | None = Field(None, description="What was measured, such as 256 for the strength of a key.")
    of: AwareDatetime | None = Field(
        None, description="The instant of what was checked, such as when a back-up was made."
    )
    unchanged: Annotated[bool, Field(description="Nothing changed since; where the check allows that.")] = False
    thing: str = Field(
        "", max_length=120, description="Which of several things one check covers; each has its own alarm."
    )
    note: str = Field("", max_length=1000)
    evidence: str = Field("", max_length=500, description="Where what shows it is kept.")
    key: str = Field("", max_length=200, description="The same key is kept once for a check.")


class ResultsIn(Schema):
    """Up to five thousand results; all are kept or, where one can't be so, none."""

    model_config = ConfigDict(extra="forbid")

    results: list[ResultIn] = Field(..., min_length=1, max_length=MOST_RESULTS)


class VerdictOut(Schema):
    """What became of a result."""

    check: str
    passed: bool
    verdict: str
    thing: str


class ResultsOut(Schema):
    """The results that were new, and how many were known by their key."""

    kept: list[VerdictOut]
    known: int


class CheckOut(Schema):
    """A check as it stands; `due_at` None says that a result is wanted at once."""

    id: UUID
    code: str
    name: str
    standing: str
    last_at: datetime | None
    due_at: datetime | None
    alarms: int
    url: str


class ChecksOut(Schema):
    """Checks that run, those that are missed or fail first; `next` is the next page."""

    items: list[CheckOut]
    next: int | None

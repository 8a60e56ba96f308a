"""What an agreement says of the costs of a case -> who bears a line, and who may charge to whom or why nobody may."""

from dataclasses import dataclass
from enum import StrEnum

from art28.obligations import paying
from art28.obligations.settled import Said
from art28.terms import Role
from art28.web.agreements import rows
from art28.web.agreements.deriving import Standing
from art28.web.agreements.models import Agreement, Direction, FactVersion
from art28.web.costs.models import Bearer, CostLine, Ground, Incurred

_OF_THE_CLAUSE = frozenset({Ground.AGREEMENT, Ground.SILENT})


class Why(StrEnum):
    """Why costs aren't charged on."""

    SILENT = "silent"
    EACH_ITS_OWN = "each_own"
    OURS_TO_BEAR = "ours"
    OUTCOME = "outcome"
    ROLE_UNKNOWN = "role"


@dataclass(frozen=True, slots=True)
class Borne:
    """Who bears a line, and on what that rests."""

    bearer: Bearer
    ground: Ground
    provision: str


@dataclass(frozen=True, slots=True)
class Bearing:
    """Who bears the costs under one agreement: `refused` is None where it lets us charge ours to the other side."""

    agreement: Agreement
    ours: Incurred | None
    said: Standing
    clause: str
    passage: str
    refused: Why | None

    def borne(self, line: CostLine) -> Borne:
        """Who bears a line now: by the clause as it stands, unless its cause, an outcome or a person settled it."""
        if line.ground not in _OF_THE_CLAUSE:
            return Borne(Bearer(line.bearer), Ground(line.ground), line.provision)
        return borne(self.said, line.key, cause=_role(line.cause), incurred_by=_role(line.incurred_by))

    def on_other_side(self, line: CostLine) -> bool:
        """Whether a line is ours, and the other side's to bear."""
        if self.ours is None or line.incurred_by != self.ours:
            return False
        return self.borne(line).bearer not in (Bearer.OPEN, Bearer(self.ours.value))


def borne(
    said: Said,
    key: str,
    *,
    compliant: bool | None = None,
    cause: Role | None = None,
    incurred_by: Role | None = None,
) -> Borne:
    """Who bears a line by what is said."""
    paid = paying.bearer(said, key, compliant=compliant, cause=cause, incurred_by=incurred_by)
    return Borne(Bearer(paid.party.value) if paid.party else Bearer.OPEN, Ground(paid.ground.value), paid.provision)


def bearing_of(agreement: Agreement, key: str, fact: FactVersion | None) -> Bearing:
    """Read it from the agreement's fact; what is still an open question counts as silence."""
    read = rows.to_fact(fact) if fact is not None else None
    value = read.value if read is not None and isinstance(read.value, str) else ""
    passage = str(fact.citations[0].get("text", "")) if fact is not None and fact.citations else ""
    said = Standing({key: read} if read is not None else {}, ())
    ours = ours_in(agreement)
    return Bearing(agreement, ours, said, fact.provision if fact else "", passage, _refused(value, ours))


def ours_in(agreement: Agreement) -> Incurred | None:
    """Which side we are on; None where that isn't known yet."""
    return None if agreement.direction == Direction.UNKNOWN else Incurred(agreement.direction)


def other(party: Incurred) -> Incurred:
    """The other side."""
    return Incurred.CONTROLLER if party is Incurred.PROCESSOR else Incurred.PROCESSOR


def _role(value: str) -> Role | None:
    return Role(value) if value else None


def _refused(said: str, ours: Incurred | None) -> Why | None:
    if ours is None:
        return Why.ROLE_UNKNOWN
    match said:
        case "":
            return Why.SILENT
        case "each_own":
            return Why.EACH_ITS_OWN
        case "processor_if_noncompliant":
            return Why.OUTCOME
        case _:
            return Why.OURS_TO_BEAR if said == ours.value else None

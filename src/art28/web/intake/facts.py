"""What is known of a signal: as a value, as JSON in a version, and as the facts of the breach that it may prove to be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from art28.notices.breach import BreachFacts

_INSTANTS = ("occurred_from", "occurred_until", "noticed_at", "told_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalFacts:
    """What somebody reports. Instants are aware; None is not known. `where_name` is the system, service or sub-processor."""

    what: str
    where: str
    where_name: str = ""
    occurred_from: datetime | None = None
    occurred_until: datetime | None = None
    noticed_at: datetime | None = None
    told_at: datetime | None = None
    data: tuple[str, ...] = ()
    reach: str = ""

    def record(self) -> dict[str, Any]:
        """As JSON."""
        found: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        found |= {name: at.isoformat() if (at := found[name]) else None for name in _INSTANTS}
        return {**found, "data": list(self.data)}


def facts_of(record: Mapping[str, Any]) -> SignalFacts:
    """The facts that `record` wrote."""
    given = dict(record)
    given |= {name: datetime.fromisoformat(given[name]) if given[name] else None for name in _INSTANTS}
    return SignalFacts(**{**given, "data": tuple(given["data"])})


def breach_facts(signals: Sequence[SignalFacts], *, discovered_at: datetime | None) -> BreachFacts:
    """The facts with which a breach begins that these signals prove to be, each said once."""
    began = [each.occurred_from for each in signals if each.occurred_from]
    ended = [each.occurred_until for each in signals if each.occurred_until]
    return BreachFacts(
        reference="",
        description="\n\n".join(dict.fromkeys(each.what for each in signals if each.what)),
        system=", ".join(dict.fromkeys(each.where_name for each in signals if each.where_name)),
        occurred_from=min(began, default=None),
        occurred_until=max(ended, default=None),
        discovered_at=discovered_at,
        data_categories=tuple(dict.fromkeys(item for each in signals for item in each.data)),
    )

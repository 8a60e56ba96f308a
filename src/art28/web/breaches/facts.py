"""The facts of a breach as JSON, as kept in a version, and as the core's `BreachFacts`."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from art28.notices.breach import Affected, BreachFacts, Contact, Count, Extent

Json = Mapping[str, Any]

TEXTS = (
    "description",
    "nature",
    "cause",
    "system",
    "how_discovered",
    "vulnerable_groups",
    "consequences",
    "measures_taken",
    "measures_planned",
    "protection_detail",
)
INSTANTS = ("occurred_from", "occurred_until", "discovered_at")
EXTENTS = ("ongoing", "protection", "reachable")
LISTS = ("data_categories", "subject_categories")
COUNTS = ("subjects", "records")
CONTACT = ("name", "function", "phone", "email")


def facts_record(facts: BreachFacts) -> dict[str, Any]:
    """Every field of `facts` but the reference, which is the breach's own."""
    record: dict[str, Any] = {name: getattr(facts, name) for name in TEXTS}
    record |= {name: at.isoformat() if (at := getattr(facts, name)) else None for name in INSTANTS}
    record |= {name: extent.value if (extent := getattr(facts, name)) else None for name in EXTENTS}
    record |= {name: list(getattr(facts, name)) for name in LISTS}
    record |= {
        name: {"least": count.least, "most": count.most} if (count := getattr(facts, name)) else None for name in COUNTS
    }
    record["affected"] = [kind.value for kind in facts.affected]
    record["other_countries"] = list(facts.other_countries) if facts.other_countries is not None else None
    contact = facts.contact
    record["contact"] = {name: getattr(contact, name) for name in CONTACT} if contact else None
    record["answers"] = dict(facts.answers)
    return record


def facts_of(record: Json, *, reference: str) -> BreachFacts:
    """The facts that `facts_record` wrote."""
    fields: dict[str, Any] = {name: str(record[name]) for name in TEXTS}
    fields |= {name: datetime.fromisoformat(record[name]) if record[name] else None for name in INSTANTS}
    fields |= {name: Extent(record[name]) if record[name] else None for name in EXTENTS}
    fields |= {name: tuple(record[name]) for name in LISTS}
    fields |= {name: Count(**record[name]) if record[name] else None for name in COUNTS}
    fields["affected"] = tuple(Affected(kind) for kind in record["affected"])
    countries = record["other_countries"]
    fields["other_countries"] = tuple(countries) if countries is not None else None
    fields["contact"] = Contact(**record["contact"]) if record["contact"] else None
    return BreachFacts(reference=reference, answers=dict(record.get("answers") or {}), **fields)

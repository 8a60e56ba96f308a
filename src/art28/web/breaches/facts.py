"""The facts of a breach as JSON, as kept in a version, and as the core's `BreachFacts`."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from art28.notices.breach import Affected, BreachFacts, Contact, Count, Extent, Topic

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


FIELDS: Mapping[Topic, tuple[str, ...]] = {
    Topic.DESCRIPTION: ("description",),
    Topic.NATURE: ("affected", "nature"),
    Topic.CAUSE: ("cause",),
    Topic.DATA_CATEGORIES: ("data_categories",),
    Topic.SUBJECT_CATEGORIES: ("subject_categories",),
    Topic.SUBJECT_COUNT: ("subjects",),
    Topic.RECORD_COUNT: ("records",),
    Topic.CONSEQUENCES: ("consequences",),
    Topic.MEASURES: ("measures_taken", "measures_planned"),
    Topic.CONTACT_POINT: ("contact",),
    Topic.WHEN_OCCURRED: ("occurred_from", "occurred_until"),
    Topic.WHEN_DISCOVERED: ("discovered_at",),
    Topic.PROTECTION: ("protection", "protection_detail"),
    Topic.OTHER_COUNTRIES: ("other_countries",),
    Topic.REACHABILITY: ("reachable",),
    Topic.SYSTEM: ("system",),
    Topic.VULNERABLE_GROUPS: ("vulnerable_groups",),
    Topic.HOW_DISCOVERED: ("how_discovered",),
    Topic.ONGOING: ("ongoing",),
    Topic.READ_BY_OTHERS: ("affected",),
    Topic.ALTERED: ("affected",),
    Topic.DESTROYED: ("affected",),
}
"""The fields that answer each topic."""


def values_for(topics: Iterable[Topic], record: Json) -> dict[str, Any]:
    """Those fields of `record` that answer `topics` and are filled."""
    names = dict.fromkeys(name for topic in topics for name in FIELDS[topic])
    return {name: value for name in names if (value := record.get(name)) not in (None, "", [], {})}

"""A report as data -> what it proposes for our facts, field by field; a value that no field can hold goes as worded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from art28.letters.reading import ReportRead, SectionRead
from art28.notices.breach import BreachFacts
from art28.notices.marks import mark
from art28.web.breaches.facts import FIELDS, LISTS, TEXTS, facts_of, facts_record


@dataclass(frozen=True, slots=True)
class Proposed:
    """A field with the value proposed for it, the question it stood under and the answer in the report's own words."""

    field: str
    mark: str
    question: str
    value: Any
    quote: str


def proposals(report: ReportRead) -> tuple[Proposed, ...]:
    """What the report proposes, each field once, in the order of its questions."""
    found: dict[tuple[str, str], Proposed] = {}
    for section in report.sections:
        for proposed in _of_section(section):
            found.setdefault((proposed.field, proposed.mark), proposed)
    return tuple(found.values())


def _of_section(section: SectionRead) -> Iterator[Proposed]:
    if section.answer is None:
        return
    fields = tuple(dict.fromkeys(name for topic in section.topics for name in FIELDS[topic]))
    given = {name: section.values[name] for name in fields if name in section.values}
    sound = {name: value for name, value in given.items() if _fits(name, value)}
    for name, value in sound.items():
        yield Proposed(name, "", section.question, value, section.answer)
    if sound:
        return
    worded = next((name for name in fields if name in TEXTS), None)
    if worded is not None:
        yield Proposed(worded, "", section.question, section.answer, section.answer)
    elif not section.topics:
        yield Proposed("answers", mark(section.question), section.question, section.answer, section.answer)


def _fits(name: str, value: object) -> bool:
    """Whether the field can hold the value: it survives the way into the facts and back unchanged."""
    try:
        return bool(facts_record(facts_of({**_EMPTY, name: value}, reference=""))[name] == value)
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


_EMPTY: Mapping[str, Any] = facts_record(BreachFacts(reference=""))


def noticed_in(report: ReportRead) -> datetime | None:
    """When they noticed it, as far as their report says so in a field."""
    for section in report.sections:
        value = section.values.get("discovered_at")
        try:
            at = datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            continue
        if at is not None and at.utcoffset() is not None:
            return at
    return None


def taken(record: Mapping[str, Any], field: str, mark: str, value: Any) -> dict[str, Any]:
    """The facts with a proposal taken over: lists grow by what is new in them, everything else is replaced."""
    if field == "answers":
        return {**record, "answers": {**record.get("answers", {}), mark: value}}
    if field in LISTS or field == "affected":
        return {**record, field: list(dict.fromkeys([*record[field], *value]))}
    return {**record, field: value}

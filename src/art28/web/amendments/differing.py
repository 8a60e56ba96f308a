"""What an agreement says now and what its new version says -> the facts and the promises that change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.duties import Duty
from art28.agreement.model import Value
from art28.obligations.duties import duties_of
from art28.web.agreements import deriving, rows

# What a new version says of itself as a text.
_OF_THE_TEXT = ("document.", "term.signed_on")


@dataclass(frozen=True, slots=True)
class Line:
    """Something that changes: what, and what stood and stands there; empty where it says nothing."""

    label: str
    before: str
    after: str


def changed_facts(before: Mapping[str, Value], after: Mapping[str, Value]) -> list[list[Any]]:
    """The facts that differ, each with what stood before and what follows, None where nothing is said."""
    keys = [key for key in catalogue() if (key in before or key in after) and not key.startswith(_OF_THE_TEXT)]
    pairs = ((key, before.get(key), after.get(key)) for key in keys)
    return [[key, rows.of_value(was), rows.of_value(now)] for key, was, now in pairs if was != now]  # type: ignore[arg-type]


def changed_duties(before: deriving.Standing, after: Mapping[str, Value]) -> list[list[Any]]:
    """The promises that come, go or get another limit: the action, the limit before and after, and whether each stands."""
    here = _by_action(duties_of(before))
    there = _by_action(
        duties_of(
            deriving.Standing({key: rows.entered(key, _json(value), (), "", "") for key, value in after.items()}, ())
        )
    )
    found = []
    for action in dict.fromkeys((*here, *there)):
        was, now = here.get(action), there.get(action)
        if was is None or now is None or _asked(was) != _asked(now):
            found.append([action, _asked(was), _asked(now)])
    return found


def _json(value: Value) -> Any:
    return rows.of_value(value)


def _by_action(duties: Sequence[Duty]) -> dict[str, Duty]:
    return {f"{duty.action.value}|{duty.bearer.value}": duty for duty in duties}


def _asked(duty: Duty | None) -> dict[str, Any] | None:
    """What of a promise can change: within which limit, by which channel."""
    return None if duty is None else {"limit": rows.of_limit(duty.limit), "channels": list(duty.channels)}


def facts_in_words(changed: Sequence[Sequence[Any]], language: str) -> Iterator[Line]:
    """The facts that change, for people."""
    for key, was, now in changed:
        yield Line(labels.fact(key, language), _fact(key, was, language), _fact(key, now, language))


def _fact(key: str, value: Any, language: str) -> str:
    return "" if value is None else labels.value(key, rows.to_value(value), language)


def duties_in_words(changed: Sequence[Sequence[Any]], language: str) -> Iterator[Line]:
    """The promises that change, for people."""
    for name, was, now in changed:
        action, _, bearer = name.partition("|")
        label = f"{labels.action(action, language)} ({labels.role(bearer, language)})"
        yield Line(label, _promise(was, language), _promise(now, language))


def _promise(asked: Mapping[str, Any] | None, language: str) -> str:
    if asked is None:
        return ""
    limit = rows.to_limit(asked["limit"])
    parts = [labels.limit(limit, language)] if limit is not None else ["✓"]
    parts += [labels.channel(each, language) for each in asked["channels"]]
    return ", ".join(parts)

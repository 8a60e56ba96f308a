"""Laws, decisions and bodies that are no more: what agreements still cite, since when it is gone, what took its place."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from art28.law.provision import Status
from art28.law.tables import Row, rows


class Kind(StrEnum):
    ACT = "act"
    DECREE = "decree"
    DIRECTIVE = "directive"
    REGULATION = "regulation"
    DECISION = "decision"
    BODY = "body"
    STANDARD = "standard"


class Ending(StrEnum):
    """How it came to its end."""

    REPEALED = "repealed"
    ANNULLED = "annulled"  # by a court
    REPLACED = "replaced"  # by a body or text that carries on under another name


@dataclass(frozen=True, slots=True, kw_only=True)
class RepealedLaw:
    """A text or body that no longer holds.

    `names` are looked for without regard to case, `abbreviations` as whole words in exactly these capitals; a match
    directly followed by one of `unless_followed_by` is another law. `repealed_on` is the first day it no longer holds.
    """

    id: str
    kind: Kind
    ending: Ending
    country: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    unless_followed_by: tuple[str, ...]
    repealed_on: date
    successors: tuple[str, ...]
    source: str
    checked_on: date
    status: Status
    note: str | None


def repealed_laws(on: date) -> tuple[RepealedLaw, ...]:
    """What an agreement can no longer cite as law in force on that day."""
    return tuple(law for law in all_repealed_laws() if law.repealed_on <= on)


@cache
def all_repealed_laws() -> tuple[RepealedLaw, ...]:
    """Every row, in the order of the file."""
    keys = (
        "id", "kind", "ending", "country", "names", "abbreviations", "unless_followed_by", "repealed_on", "successors",
        "source", "checked_on", "status", "note",
    )  # fmt: skip
    found: dict[str, RepealedLaw] = {}
    for row in rows("repealed.toml", "law", keys=keys):
        item = _law(row)
        if item.id in found:
            raise row.wrong("this id was given before")
        found[item.id] = item
    return tuple(found.values())


def _law(row: Row) -> RepealedLaw:
    names, abbreviations = row.texts("names"), row.texts("abbreviations")
    if not names and not abbreviations:
        raise row.wrong("give names or abbreviations, or nothing can ever match")
    return RepealedLaw(
        id=row.text("id"),
        kind=row.choice("kind", Kind),
        ending=row.choice("ending", Ending),
        country=row.text("country"),
        names=names,
        abbreviations=abbreviations,
        unless_followed_by=row.texts("unless_followed_by"),
        repealed_on=row.day("repealed_on"),
        successors=row.texts("successors"),
        source=row.text("source"),
        checked_on=row.day("checked_on"),
        status=row.choice("status", Status),
        note=row.optional_text("note"),
    )

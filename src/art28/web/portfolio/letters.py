"""Verdicts <-> a letter each, in one order for all agreements: what lists over thousands of them are drawn by."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache

from art28.checking.model import Status
from art28.checking.packs.pack import packs
from art28.checking.playbooks.model import Position
from art28.checking.requirements import requirements

STATUSES: Mapping[str, str] = {
    Status.CONTRADICTED: "A",
    Status.MISSING: "B",
    Status.PARTIAL: "C",
    Status.RESTATED_ONLY: "D",
    Status.COVERED_ELSEWHERE: "E",
    Status.MET: "M",
}
"""The letter of each status, in alphabetical order the worst first, so that the least letter of several is the worst."""
POSITIONS: Mapping[str, str] = {
    Position.WALK_AWAY: "A",
    Position.REQUIRED_LACKING: "B",
    Position.BELOW: "C",
    Position.ACCEPTABLE: "E",
    Position.PREFERRED: "M",
}
"""The letter of each position of a playbook, in the same way."""
UNKNOWN = "Z"
_STATUS_OF = {letter: str(status) for status, letter in STATUSES.items()}
_POSITION_OF = {letter: str(position) for position, letter in POSITIONS.items()}
ARTICLE_28 = "article-28"


@cache
def keys() -> tuple[str, ...]:
    """What has a letter: the requirements of Article 28, then "pack.entry" of every pack."""
    entries = (f"{pack.id}.{entry.id}" for pack in packs().values() for entry in pack.entries)
    return (*requirements(), *entries)


@cache
def layout() -> str:
    """The digest of the order; letters written in another order aren't read."""
    return hashlib.sha256("\n".join(keys()).encode()).hexdigest()[:12]


@cache
def place(key: str) -> int:
    """Where the letter of `key` stands, from 0. Raises ValueError where it has none."""
    return keys().index(key)


def known(key: str) -> bool:
    """Whether `key` has a letter."""
    return key in frozenset(keys())


def columns(pack: str) -> tuple[str, ...]:
    """The keys that belong to Article 28 or a pack, in their order."""
    if pack == ARTICLE_28:
        return tuple(requirements())
    return tuple(f"{pack}.{entry.id}" for entry in packs()[pack].entries)


def spelled(statuses: Mapping[str, str]) -> str:
    """The letters of an agreement."""
    return "".join(STATUSES.get(statuses.get(key, ""), UNKNOWN) for key in keys())


def read(letters: str, wanted: Iterable[str]) -> tuple[str, ...]:
    """The status of each of `wanted` out of the letters of an agreement; empty where it isn't known."""
    return tuple(_STATUS_OF.get(letters[place(key)], "") if letters else "" for key in wanted)


def position_of(letter: str) -> str:
    """The position behind a letter; empty for none."""
    return _POSITION_OF.get(letter, "")

"""Acts -> chain: each record's hash covers the record and the hash before it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from art28.evidence.canonical import Json, canonical

FORMAT = "art28-evidence/1"
GENESIS = "0" * 64
"""The hash before the first record."""


@dataclass(frozen=True, slots=True)
class Act:
    """What the chain holds of an act: ids, codes and a commitment, never content.

    `at` is an instant as `canonical.instant` writes it; `actor` is "ROLE:ID", "contact:ID", or a part of art28 ("worker");
    `subject` is "KIND:ID"; `commitment` as `canonical.commitment` makes it.
    """

    id: str
    at: str
    actor: str
    kind: str
    subject: str
    commitment: str


@dataclass(frozen=True, slots=True)
class Record:
    """An act in its place in the chain, counted from 1, with the hash that seals it."""

    number: int
    act: Act
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: how many records it holds and the hash of the last; whoever keeps both can prove a cut."""

    count: int
    hash: str


EMPTY = Head(0, GENESIS)


def body(number: int, act: Act) -> dict[str, Json]:
    """The record as it is hashed and exported."""
    return {
        "n": number,
        "id": act.id,
        "at": act.at,
        "actor": act.actor,
        "kind": act.kind,
        "subject": act.subject,
        "commitment": act.commitment,
    }


def sealed(acts: Iterable[Act], *, after: Head) -> Iterator[Record]:
    """The records that `acts` become, in order, behind the head `after`."""
    number, previous = after.count, after.hash
    for act in acts:
        number += 1
        previous = _hash(previous, body(number, act))
        yield Record(number, act, previous)


def _hash(previous: str, record: Json) -> str:
    return hashlib.sha256(f"{FORMAT}\n{previous}\n".encode() + canonical(record)).hexdigest()

"""A database -> what it holds, told in ids, codes and counts: migrations, heads of evidence, erasures.

Plain SQL that both databases speak, since the tables may be those of an older or newer art28 than this one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

Rows = Callable[[str], Sequence[tuple[Any, ...]]]
"""Runs a query without parameters and returns its rows."""


@dataclass(frozen=True, slots=True)
class Chain:
    """An organisation's sealed chain: how many records, the last one's hash, and how many acts wait to be sealed."""

    organisation: UUID
    slug: str
    count: int
    head: str
    waiting: int


@dataclass(frozen=True, slots=True)
class Erasure:
    """The content of an act was destroyed, on what ground and when."""

    act: UUID
    ground: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """What a database holds. `is_filled` is true also where tables are there that art28 doesn't know."""

    migrations: tuple[str, ...]
    chains: tuple[Chain, ...]
    erasures: tuple[Erasure, ...]
    is_filled: bool


def held(rows: Rows, tables: frozenset[str]) -> Held:
    """What the database behind `rows` holds, of whose `tables` the names are given."""
    if not tables >= {"django_migrations", "accounts_user", "accounts_organisation"}:
        return Held((), (), (), is_filled=bool(tables))
    migrations = {f"{app}.{name}" for app, name in rows("SELECT app, name FROM django_migrations")}
    people = rows("SELECT COUNT(*) FROM accounts_user")[0][0]
    organisations = rows("SELECT id, slug FROM accounts_organisation ORDER BY slug")
    return Held(
        migrations=tuple(sorted(migrations)),
        chains=_chains(rows, tables, organisations),
        erasures=_erasures(rows) if "audit_actcontent" in tables else (),
        is_filled=bool(people or organisations),
    )


def _chains(rows: Rows, tables: frozenset[str], organisations: Sequence[tuple[Any, ...]]) -> tuple[Chain, ...]:
    heads: dict[UUID, tuple[int, str]] = {}
    waiting: dict[UUID, int] = {}
    if "audit_seal" in tables:
        last = (
            "SELECT organisation_id, number, head FROM audit_seal AS seal WHERE number ="
            " (SELECT MAX(number) FROM audit_seal AS other WHERE other.organisation_id = seal.organisation_id)"
        )
        heads = {_id(organisation): (number, head) for organisation, number, head in rows(last)}
    if "audit_unsealed" in tables:
        counted = rows("SELECT organisation_id, COUNT(*) FROM audit_unsealed GROUP BY organisation_id")
        waiting = {_id(organisation): count for organisation, count in counted}
    return tuple(
        Chain(_id(row), slug, *heads.get(_id(row), (0, "0" * 64)), waiting.get(_id(row), 0))
        for row, slug in organisations
    )


def _erasures(rows: Rows) -> tuple[Erasure, ...]:
    gone = rows("SELECT act_id, ground, erased_at FROM audit_actcontent WHERE erased_at IS NOT NULL ORDER BY act_id")
    return tuple(Erasure(_id(act), ground, _instant(at)) for act, ground, at in gone)


def _id(value: object) -> UUID:
    """SQLite keeps an id as 32 hexadecimal digits, PostgreSQL as a UUID."""
    return value if isinstance(value, UUID) else UUID(str(value))


def _instant(value: object) -> datetime:
    """SQLite keeps an instant as text without zone, in UTC."""
    found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return found if found.tzinfo else found.replace(tzinfo=UTC)

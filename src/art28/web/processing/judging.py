"""Processing that somebody wants to put on a record -> what of the agreement stands in its way, with the clause.

Sources: Art. 28(3)(a) and (10) (only for the controller's purposes, on its instructions), Art. 44 (transfers), Art. 9 and 10.
A consent or order of the controller lifts what the agreement doesn't cover, from its day on; special categories that the
agreement leaves out need a choice with the clause that states them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from art28.law.destinations import is_within
from art28.web.processing import recognising
from art28.web.processing.rows import Facts, clause, listed, said

_SPECIAL_LEFT_OUT = "excluded_unless_agreed"


class Why(StrEnum):
    """What stands in the way of a row."""

    PURPOSE = "purpose"
    SERVICE = "service"
    OPERATION = "operation"
    COUNTRY = "country"
    SPECIAL = "special"
    NO_PURPOSE = "no_purpose"
    CONSENT_LATE = "consent_late"
    TWICE = "twice"
    NOT_ASSESSED = "not_assessed"
    NOT_BY_THE_CONTROLLER = "not_by_the_controller"
    CHANGED = "changed"


class Refused(Exception):
    """The agreement stands in the way; `code` says how, `place` names the clause, `what` the words concerned."""

    def __init__(self, code: Why, *, place: str = "", what: str = "") -> None:
        super().__init__(code.value)
        self.code = code
        self.place = place
        self.what = what


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A row as somebody wants it."""

    service: str = ""
    purpose: str = ""
    data: tuple[str, ...] = ()
    data_subjects: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    retention: str = ""
    sub_processors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    staff_roles: tuple[str, ...] = ()
    environment: str = ""
    own: bool | None = None
    note: str = ""
    outside: str = ""
    legal_basis: str = ""
    consent: str = ""
    consent_on: date | None = None
    started_on: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What a record allows: the agreement's facts, purposes and services named besides, operations, and data chosen."""

    facts: Facts
    purposes: tuple[str, ...]
    services: tuple[str, ...]
    operations: tuple[str, ...]
    stated: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that stands in the way, the clause and the words concerned."""

    code: Why
    place: str
    what: str


def reasons(wanted: Wanted, known: Known, today: date) -> tuple[Reason, ...]:
    """Everything that stands in the way; nothing for what is marked as none of the processor's."""
    return () if wanted.outside else tuple(_reasons(wanted, known, today))


def _reasons(wanted: Wanted, known: Known, today: date) -> Iterator[Reason]:
    facts = known.facts
    covered = bool(wanted.consent) and wanted.consent_on is not None
    if covered and wanted.consent_on is not None and wanted.consent_on > (wanted.started_on or today):
        yield Reason(Why.CONSENT_LATE, clause(facts, "instructions.only_on_instruction"), wanted.consent_on.isoformat())
        covered = False
    purpose_clause = clause(facts, "processing.purposes", "processing.activities", "instructions.only_on_instruction")
    if not wanted.purpose:
        yield Reason(Why.NO_PURPOSE, purpose_clause, "")
    elif known.purposes and not among(wanted.purpose, known.purposes) and not covered:
        yield Reason(Why.PURPOSE, purpose_clause, wanted.purpose)
    if wanted.service and known.services and not among(wanted.service, known.services) and not covered:
        yield Reason(Why.SERVICE, clause(facts, "processing.services", "processing.activities"), wanted.service)
    beyond = [each for each in wanted.operations if each not in known.operations]
    if known.operations and beyond and not covered:
        yield Reason(Why.OPERATION, clause(facts, "processing.activities", "processing.purposes"), ", ".join(beyond))
    yield from _countries(wanted, facts, today, covered=covered)
    if said(facts, "processing.special_categories") == _SPECIAL_LEFT_OUT:
        kinds = {
            kind.value for each in wanted.data for kind in recognising.sensitive(each) if recognising.is_in_law(kind)
        }
        if lacking := sorted(kinds - known.stated):
            yield Reason(Why.SPECIAL, clause(facts, "processing.special_categories"), ", ".join(lacking))


def _countries(wanted: Wanted, facts: Facts, today: date, *, covered: bool) -> Iterator[Reason]:
    region = said(facts, "transfers.region")
    rule = said(facts, "transfers.rule")
    if covered or not (region or rule):
        return
    outside = [each for each in wanted.countries if not is_within(each, region or "EEA", today)]
    if outside:
        yield Reason(Why.COUNTRY, clause(facts, "transfers.region", "transfers.rule"), ", ".join(outside))


def among(wanted: str, known: Sequence[str]) -> bool:
    """Whether `known` has `wanted`, whatever their case and spacing."""
    return plain(wanted) in {plain(each) for each in known}


def plain(text: str) -> str:
    """`text` as it is compared: without case, spacing and the full stop at its end."""
    return " ".join(text.split()).rstrip(" .;").casefold()


def named(facts: Facts) -> tuple[str, ...]:
    """The services that the agreement names, in its list and in its table."""
    table = facts["processing.activities"].value if "processing.activities" in facts else None
    rows = [str(each.get("service") or "") for each in table] if isinstance(table, list) else []
    return tuple(dict.fromkeys(each for each in (*listed(facts, "processing.services"), *rows) if each))

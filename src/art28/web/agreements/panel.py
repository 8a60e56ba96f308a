"""Rows -> what the panel beside a document shows of facts, by group, and of promises, by event, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import get_language

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec, catalogue
from art28.web.agreements import rows
from art28.web.agreements.asking import Reason, reasons
from art28.web.agreements.citing import anchor_of, elsewhere, place
from art28.web.agreements.models import (
    Agreement,
    Certainty,
    Direction,
    FactState,
    FactVersion,
    PromisedDuty,
    Question,
)

_LONG_LIST = 4


@dataclass(frozen=True, slots=True)
class Table:
    """Records in words: heads and cells, without the columns that no record fills."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate of an open question: its number, its value in words, its passage and where that stands."""

    number: int
    value: str
    quote: str
    provision: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact as a line of the panel. `value` is None where nothing is known; `items` replaces it where there are many.

    `state` is empty for a fact that was neither read nor decided; `number` is that of its version, 0 for none.
    """

    key: str
    label: str
    value: str | None
    items: tuple[str, ...]
    table: Table | None
    state: str
    number: int
    provision: str
    anchor: str
    addendum: str
    quotes: tuple[str, ...]
    page: int | None
    by: str
    at: Any
    question: str
    options: tuple[Option, ...]
    reasons: tuple[Reason, ...]
    rule: str
    express: bool

    @property
    def of(self) -> str:
        """The name under which the document's passages point back."""
        return f"fact:{self.key}"

    @property
    def open(self) -> bool:
        """Whether a person is asked to look."""
        return bool(self.question) or self.state == FactState.PROPOSED


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that belong together; `silent` are those that were not found, `opened` says that the chosen one is among them."""

    key: str
    label: str
    lines: tuple[FactLine, ...]
    silent: tuple[FactLine, ...]
    opened: bool

    @property
    def express(self) -> tuple[FactLine, ...]:
        """Those that a clause says expressly and nobody has decided on; none where it is one, which needs no list."""
        found = tuple(line for line in self.lines if line.express)
        return found if len(found) > 1 else ()


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A promise as a line of the panel. `ours` says that we are the bearer; `law` names the article it rests on alone."""

    key: str
    label: str
    limit: str
    bearer: str
    beneficiary: str
    ours: bool
    channels: str
    provision: str
    law: str
    provisional: bool
    anchor: str
    addendum: str
    quotes: tuple[str, ...]

    @property
    def of(self) -> str:
        """The name under which the document's passages point back."""
        return f"duty:{self.key}"


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Promises that the same event starts."""

    label: str
    lines: tuple[DutyLine, ...]


def fact_groups(
    versions: Iterable[FactVersion], questions: Iterable[Question], *, chosen: str
) -> tuple[FactGroup, ...]:
    """Every fact of the catalogue, by group and in its order."""
    known = {row.key: row for row in versions}
    open_questions = {row.key: row for row in questions}
    groups = []
    for key, specs in groupby(catalogue().values(), key=lambda spec: spec.group):
        lines = tuple(fact_line(spec, known.get(spec.key), open_questions.get(spec.key)) for spec in specs)
        found = tuple(line for line in lines if line.state or line.question)
        silent = tuple(line for line in lines if not line.state and not line.question)
        opened = any(line.of == chosen for line in silent)
        groups.append(FactGroup(key, labels.group(key, _language()), found, silent, opened))
    return tuple(groups)


def fact_line(spec: FactSpec, row: FactVersion | None, question: Question | None) -> FactLine:
    """One fact in words."""
    language = _language()
    value = row.value if row is not None else None
    several = value if isinstance(value, list) and not rows.is_records(spec.key) else []
    citations: Sequence[Mapping[str, Any]] = row.citations if row is not None else ()
    options = tuple(_options(spec.key, question)) if question is not None else ()
    if not citations and options:
        citations = question.candidates[0]["citations"] if question is not None else ()
    return FactLine(
        key=spec.key,
        label=labels.fact(spec.key, language),
        value=None if value is None else labels.value(spec.key, rows.to_value(value), language),
        items=_items(spec.key, several) if len(several) >= _LONG_LIST else (),
        table=_table(spec, value) if rows.is_records(spec.key) and value else None,
        state=row.state if row is not None else "",
        number=row.number if row is not None else 0,
        provision=place(row.provision) if row is not None else "",
        anchor=anchor_of(citations),
        addendum=elsewhere(citations),
        quotes=tuple(citation["text"] for citation in citations),
        page=citations[0]["page"] if citations else None,
        by=str(row.by) if row is not None and row.by is not None else "",
        at=row.at if row is not None else None,
        question=labels.question(question.kind, language) if question is not None else "",
        options=options,
        reasons=reasons(row, question),
        rule=row.rule if row is not None else "",
        express=row is not None
        and question is None
        and row.state == FactState.PROPOSED
        and row.certainty == Certainty.EXPRESS,
    )


def _items(key: str, value: Sequence[str]) -> tuple[str, ...]:
    return tuple(labels.value(key, (item,), _language()) for item in value)


def _options(key: str, question: Question) -> Iterable[Option]:
    for number, candidate in enumerate(question.candidates):
        citations = candidate["citations"]
        yield Option(
            number=number,
            value=labels.value(key, rows.to_value(candidate["value"]), _language()),
            quote=citations[0]["text"] if citations else "",
            provision=place(candidate["provision"]),
            anchor=anchor_of(citations),
        )


def _table(spec: FactSpec, records: Sequence[Mapping[str, Any]]) -> Table:
    language = _language()
    filled = [name for name in spec.fields if any(record.get(name) not in (None, "", []) for record in records)]
    return Table(
        tuple(labels.field(name, language) for name in filled),
        tuple(tuple(labels.cell(spec.key, name, record.get(name), language) for name in filled) for record in records),
    )


def duty_groups(agreement: Agreement, duties: Iterable[PromisedDuty]) -> tuple[DutyGroup, ...]:
    """The promises by the event that starts them."""
    groups: dict[str, list[DutyLine]] = {}
    for row in duties:
        groups.setdefault(row.trigger, []).append(_duty_line(agreement, row))
    return tuple(DutyGroup(labels.trigger(key, _language()), tuple(lines)) for key, lines in groups.items())


def _duty_line(agreement: Agreement, row: PromisedDuty) -> DutyLine:
    language = _language()
    limit = rows.to_limit(row.limit)
    return DutyLine(
        key=row.key,
        label=labels.action(row.action, language),
        limit=labels.limit(limit, language) if limit is not None else "",
        bearer=labels.role(row.bearer, language),
        beneficiary=labels.role(row.beneficiary, language),
        ours=agreement.direction != Direction.UNKNOWN and row.bearer == agreement.direction,
        channels=labels.enumerated([labels.channel(name, language) for name in row.channels], language),
        provision=place(row.provision),
        law=row.gdpr if not row.citations else "",
        provisional=row.provisional,
        anchor=anchor_of(row.citations),
        addendum=elsewhere(row.citations),
        quotes=tuple(citation["text"] for citation in row.citations),
    )


def _language() -> str:
    return get_language() or "nl"

"""A sub-processor -> its checklist: each duty, whether its contract lays it down, and where that falls short of promises."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from art28.comparing import flow_down
from art28.comparing.flow_down import Held
from art28.web.agreements import rows
from art28.web.flowdown import promises
from art28.web.flowdown.models import Evaluation, Found, Judgement, Result
from art28.web.lifecycle import queries as lives
from art28.web.lifecycle.stages import Stage
from art28.web.subprocessors.models import SubProcessor
from art28.web.subprocessors.register import register


class State(StrEnum):
    """How a duty stands, what asks for something in front."""

    SHORT = "short"
    LACKS = "lacks"
    AGAIN = "again"
    READ = "read"
    FOUND = "found"
    NOT_RELEVANT = "not_relevant"
    NOT_ASKED = "not_asked"


SETTLED = frozenset({State.READ, State.FOUND, State.NOT_RELEVANT, State.NOT_ASKED})
"""States in which nothing is left to do."""


class Lack(StrEnum):
    """What stands in the way of saying that flow-down is in place."""

    NO_CONTRACT = "no_contract"
    UNSIGNED = "unsigned"
    SHORT = "short"
    LACKS = "lacks"
    AGAIN = "again"
    NEVER = "never"
    OVERDUE = "overdue"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Line:
    """One duty, with the judgement that counts; `earlier` is one of another contract, which no longer does."""

    held: Held
    judgement: Judgement | None
    earlier: Judgement | None

    @property
    def promised(self) -> dict[str, Any]:
        """The strictest promises of the duty, by key, as JSON keeps them."""
        return {each.key: rows.of_value(each.promised.value) for each in self.held.standings}

    @property
    def state(self) -> State:
        """How it stands. A person's word fills silence; what the contract itself says less, it can't make more."""
        if self.judgement is not None and self.judgement.found != Found.LAID_DOWN:
            return State.LACKS if self.judgement.found == Found.LACKS else State.NOT_RELEVANT
        if not self.held.is_relevant:
            return State.NOT_ASKED
        if self.held.short:
            return State.SHORT
        if self.held.laid_down and not self.held.silent:
            return State.READ
        if self.judgement is None:
            return State.SHORT if self.held.laid_down else State.LACKS
        return State.FOUND if self.judgement.promised == self.promised else State.AGAIN


@dataclass(frozen=True, slots=True)
class Checklist:
    """The duties of one sub-processor, the newest evaluation, and what lacks; `stage` is how far its contract is."""

    row: SubProcessor
    lines: tuple[Line, ...]
    evaluation: Evaluation | None
    stage: Stage | None
    on: date

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What lacks of the contract and of the evaluation."""
        return (*self.contract_lacks, *evaluation_lacks(self.evaluation, self.on))

    @property
    def contract_lacks(self) -> tuple[Lack, ...]:
        """What lacks of the contract: each kind once."""
        states = {line.state for line in self.lines}
        found = (
            (Lack.NO_CONTRACT, self.row.agreement_id is None and not self._ticked),
            (Lack.UNSIGNED, self.stage in (Stage.DRAFT, Stage.SENT)),
            (Lack.SHORT, State.SHORT in states),
            (Lack.LACKS, State.LACKS in states),
            (Lack.AGAIN, State.AGAIN in states),
        )
        return tuple(lack for lack, holds in found if holds)

    @property
    def _ticked(self) -> bool:
        """Whether somebody found a duty in a contract that is kept elsewhere."""
        return any(line.judgement is not None and line.judgement.found == Found.LAID_DOWN for line in self.lines)

    @property
    def in_place(self) -> bool:
        """Whether every duty that is relevant to it is laid down, in a contract that is signed."""
        return not self.contract_lacks

    @property
    def open_lines(self) -> tuple[Line, ...]:
        """The duties of which something lacks."""
        return tuple(line for line in self.lines if line.state not in SETTLED)

    def record(self) -> dict[str, Any]:
        """How it stands, as the trail keeps it."""
        return {
            "in_place": self.in_place,
            "contract": str(self.row.agreement_id) if self.row.agreement_id else None,
            "lacks": [each.value for each in self.contract_lacks],
            "duties": {line.held.duty.id: line.state.value for line in self.lines},
        }


def evaluation_lacks(newest: Evaluation | None, on: date) -> tuple[Lack, ...]:
    """What lacks of the evaluation."""
    if newest is None:
        return (Lack.NEVER,)
    overdue = (Lack.OVERDUE,) if newest.next_on < on else ()
    return (*overdue, Lack.FAILED) if newest.result == Result.FAILS else overdue


def checklist(row: SubProcessor, on: date) -> Checklist:
    """The checklist of one sub-processor; a fixed number of queries, however many customers and promises there are."""
    organisation = row.organisation
    every = {entry.row.pk: entry for entry in register(organisation, on) if entry.row is not None}
    services = promises.services_of(every[row.pk], every) if row.pk in every else frozenset()
    links = promises.promised(organisation, promises.customers(organisation, row.pk, services, on))
    contract = row.agreement
    link = promises.contracts(organisation, [contract])[contract.pk] if contract else promises.NO_CONTRACT
    newest = judgements([row.pk]).get(row.pk, {})
    lines = tuple(_line(held, newest.get(held.duty.id), row) for held in flow_down.held(links, link, on))
    return Checklist(row, lines, evaluation_of(row), lives.standing(contract).stage if contract else None, on)


def _line(held: Held, judgement: Judgement | None, row: SubProcessor) -> Line:
    if judgement is not None and judgement.contract_id != row.agreement_id:
        return Line(held, None, judgement)
    return Line(held, judgement, None)


def judgements(sub_processors: list[UUID]) -> Mapping[UUID, dict[str, Judgement]]:
    """The newest judgement of each duty, by sub-processor; one query."""
    found: dict[UUID, dict[str, Judgement]] = {}
    rows_ = Judgement.objects.filter(sub_processor__in=sub_processors).select_related("by").order_by("at", "id")
    for each in rows_:
        found.setdefault(each.sub_processor_id, {})[each.duty] = each
    return found


def evaluation_of(row: SubProcessor) -> Evaluation | None:
    """The newest evaluation."""
    rows_ = Evaluation.objects.filter(organisation=row.organisation_id, sub_processor=row).select_related("by")
    return rows_.order_by("-on", "-at", "-id").first()

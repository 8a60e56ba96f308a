"""A contract with a sub-processor, and what customers were promised -> whether each duty goes down to it (Art. 28(4))."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from art28.agreement.model import Fact
from art28.comparing.chain import Standing, State, linked, strictness
from art28.comparing.facts import gains
from art28.comparing.link import Link
from art28.obligations.settled import settled


@dataclass(frozen=True, slots=True)
class FlowDuty:
    """A duty of a processor that goes down to whom it engages: by which facts it is promised, `also` by which it shows.

    `always` says that the law asks it of every sub-processor; another is relevant once a customer was promised it.
    """

    id: str
    article: str
    always: bool
    facts: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """One duty: what the contract lays down of it, and each promise to customers beside what the contract says."""

    duty: FlowDuty
    laid_down: tuple[Fact, ...]
    standings: tuple[Standing, ...]

    @property
    def is_relevant(self) -> bool:
        """Whether the law or a promise to a customer asks it of the sub-processor."""
        return self.duty.always or bool(self.standings)

    @property
    def short(self) -> tuple[Standing, ...]:
        """Where the contract says less than a customer was promised."""
        return tuple(each for each in self.standings if each.state is State.SHORT)

    @property
    def silent(self) -> tuple[Standing, ...]:
        """Where the contract says nothing of what a customer was promised."""
        return tuple(each for each in self.standings if each.state is State.SILENT)


@cache
def flow_duties() -> tuple[FlowDuty, ...]:
    """The duties that go down, in the order of the Regulation."""
    text = files("art28.comparing").joinpath("flow_down.toml").read_text(encoding="utf-8")
    return tuple(
        FlowDuty(row["id"], row["article"], row["always"], tuple(row["facts"]), tuple(row.get("also", ())))
        for row in tomllib.loads(text)["duty"]
    )


def keys() -> tuple[str, ...]:
    """Every fact that a duty goes down by."""
    return tuple(key for duty in flow_duties() for key in (*duty.facts, *duty.also))


def held(customers: Sequence[Link], contract: Link, on: date) -> tuple[Held, ...]:
    """Every duty held against the contract. A customer may be a link a promise: who and how many they are is not counted."""
    standings = {each.key: each for each in linked("", customers, (contract,), on).standings}
    return tuple(
        Held(
            duty,
            tuple(_laid_down(contract, (*duty.facts, *duty.also))),
            tuple(standings[key] for key in duty.facts if key in standings),
        )
        for duty in flow_duties()
    )


def laid_down(contract: Link) -> tuple[str, ...]:
    """The duties of which the contract lays anything down, whatever was promised."""
    return tuple(each.id for each in flow_duties() if any(_laid_down(contract, (*each.facts, *each.also))))


def _laid_down(contract: Link, wanted: Iterable[str]) -> Iterable[Fact]:
    for key in wanted:
        what = settled(contract.said, key)
        if what is not None and _binds(what.fact):
            yield what.fact


def _binds(fact: Fact) -> bool:
    """Whether a fact lays something down: neither a flag that is down, nor an empty list, nor what leaves all free."""
    if fact.key in gains():
        return strictness(fact) is not None and fact.value != ()
    return fact.value not in (False, "", ())

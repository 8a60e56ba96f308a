"""A checklist -> what its page and its table say of each duty."""

from dataclasses import dataclass

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.spoken import spoken
from art28.web.agreements.citing import place
from art28.web.chains import showing as chains
from art28.web.flowdown.checklist import Checklist, Line, State
from art28.web.flowdown.telling import DUTIES, STATES
from art28.web.yardsticks.showing import language_now

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Said:
    """What the contract lays down: of what, in which words of art28's, where, and the passage itself."""

    key: str
    what: str
    value: str
    place: str
    passage: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One duty as a row; `rows` are the promises to customers beside what the contract says."""

    line: Line
    name: str
    article: str
    state: State
    state_name: str
    said: tuple[Said, ...]
    rows: tuple[chains.Row, ...]


def shown(found: Checklist) -> tuple[Shown, ...]:
    """The rows of a checklist, in the order of the Regulation."""
    return tuple(_shown(line) for line in found.lines)


def _shown(line: Line) -> Shown:
    language = language_now()
    said = tuple(
        Said(
            fact.key,
            labels.fact(fact.key, language),
            labels.shorten("; ".join(spoken(catalogue()[fact.key], fact.value, language)), _LONGEST),
            place(fact.provision) if fact.provision else "",
            labels.shorten(fact.citations[0].text, _LONGEST) if fact.citations else "",
        )
        for fact in line.held.laid_down
    )
    duty = line.held.duty
    return Shown(
        line,
        str(DUTIES[duty.id]),
        duty.article,
        line.state,
        str(STATES[line.state]),
        said,
        tuple(chains.row(each) for each in line.held.standings),
    )

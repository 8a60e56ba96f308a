"""Statements -> judgement -> verdict: how rules put what they find, and how that is cited."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from art28.checking.model import Message, Status, Verdict
from art28.checking.words.places import places
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned, Text

_MOST = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule says of a requirement: by which statements, or near which ones it would belong where it is missing.

    It names statements and quotes none, so that what is cited is worked out in one place.
    """

    requirement: str
    status: Status
    reason: str
    by: tuple[Statement, ...]
    lacking: tuple[str, ...] = ()


Rule = Callable[[Questioned], Judgement]
"""What judges a requirement: by what it asks of a text, and nothing else."""


def met(requirement: str, by: Iterable[Statement]) -> Judgement:
    """The agreement meets `requirement` in the statements `by`."""
    return _judgement(requirement, Status.MET, by, reason="met")


def partial(requirement: str, by: Iterable[Statement], *lacking: str) -> Judgement:
    """The duty is there, without the elements `lacking`; the first of them is the reason given."""
    return _judgement(requirement, Status.PARTIAL, by, reason=lacking[0], lacking=lacking)


def contradicted(requirement: str, by: Iterable[Statement], *, reason: str) -> Judgement:
    """The agreement says the opposite of `requirement`, or takes the duty away again."""
    return _judgement(requirement, Status.CONTRADICTED, by, reason=reason)


def elsewhere(requirement: str, by: Iterable[Statement]) -> Judgement:
    """The agreement points to another document for this, which isn't at hand."""
    return _judgement(requirement, Status.COVERED_ELSEWHERE, by, reason="elsewhere")


def missing(requirement: str, near: Iterable[Statement] = ()) -> Judgement:
    """Nothing in the agreement meets `requirement`; it would belong with what is said in `near`."""
    return Judgement(requirement, Status.MISSING, "missing", tuple(near)[:_MOST])


def judged(requirement: str, by: Iterable[Statement], *lacking: str) -> Judgement:
    """Met where nothing is lacking, else partial."""
    return partial(requirement, by, *lacking) if lacking else met(requirement, by)


def verdict(text: Text, judgement: Judgement) -> Verdict:
    """The judgement with the provisions and the document's own words that it rests on."""
    return Verdict(
        requirement=judgement.requirement,
        status=judgement.status,
        reason=Message(f"{judgement.requirement}.{judgement.reason}"),
        citations=text.citations(judgement.by) if judgement.status is not Status.MISSING else (),
        provision=places((statement.clause for statement in judgement.by), text.agreement.reading.language),
        lacking=judgement.lacking,
    )


def _judgement(
    requirement: str, status: Status, by: Iterable[Statement], *, reason: str, lacking: tuple[str, ...] = ()
) -> Judgement:
    return Judgement(requirement, status, reason, tuple(dict.fromkeys(by))[:_MOST], lacking)

"""Statements -> verdict: how rules put their judgement into words."""

from collections.abc import Iterable

from art28.checking.model import Message, Status, Verdict
from art28.checking.places import places
from art28.checking.statements import Statement
from art28.checking.text import Text

_MOST = 4


def met(text: Text, requirement: str, by: Iterable[Statement]) -> Verdict:
    """The agreement meets `requirement` in the statements `by`."""
    return _verdict(text, requirement, Status.MET, by, reason="met")


def partial(text: Text, requirement: str, by: Iterable[Statement], *lacking: str) -> Verdict:
    """The duty is there, without the elements `lacking`; the first of them is the reason given."""
    return _verdict(text, requirement, Status.PARTIAL, by, reason=lacking[0], lacking=lacking)


def contradicted(text: Text, requirement: str, by: Iterable[Statement], *, reason: str) -> Verdict:
    """The agreement says the opposite of `requirement`, or takes the duty away again."""
    return _verdict(text, requirement, Status.CONTRADICTED, by, reason=reason)


def elsewhere(text: Text, requirement: str, by: Iterable[Statement]) -> Verdict:
    """The agreement points to another document for this, which isn't at hand."""
    return _verdict(text, requirement, Status.COVERED_ELSEWHERE, by, reason="elsewhere")


def missing(text: Text, requirement: str, near: Iterable[Statement] = ()) -> Verdict:
    """Nothing in the agreement meets `requirement`; it would belong with what is said in `near`."""
    clauses = [statement.clause for statement in near][:_MOST]
    where = places(clauses, text.agreement.reading.language)
    return Verdict(requirement, Status.MISSING, Message(f"{requirement}.missing"), provision=where)


def judged(text: Text, requirement: str, by: Iterable[Statement], *lacking: str) -> Verdict:
    """Met where nothing is lacking, else partial."""
    return partial(text, requirement, by, *lacking) if lacking else met(text, requirement, by)


def _verdict(
    text: Text, requirement: str, status: Status, by: Iterable[Statement], *, reason: str, lacking: tuple[str, ...] = ()
) -> Verdict:
    rests_on = tuple(dict.fromkeys(by))[:_MOST]
    return Verdict(
        requirement=requirement,
        status=status,
        reason=Message(f"{requirement}.{reason}"),
        citations=text.citations(rests_on),
        provision=places((statement.clause for statement in rests_on), text.agreement.reading.language),
        lacking=lacking,
    )

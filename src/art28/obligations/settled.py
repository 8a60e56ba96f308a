"""An agreement's facts and open questions as the ground that a duty stands on."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.agreement.model import Fact, OpenQuestion, Value
from art28.document.model import Citation
from art28.terms import Role
from art28.timelimits.period import InvalidPeriod, parse_period


class Wording(StrEnum):
    """How a limit is worded; all but `FIXED` stand without a number."""

    FIXED = "fixed"
    IMMEDIATELY = "immediately"
    WITHOUT_UNDUE_DELAY = "without_undue_delay"
    BEFOREHAND = "beforehand"
    IN_TIME_TO_OBJECT = "in_time_to_object"
    ON_REQUEST = "on_request"
    AFTER_THE_END = "after_the_end"
    AT_ALL_TIMES = "at_all_times"
    PERIODICALLY = "periodically"


class Said(Protocol):
    """What an agreement says: an `Agreement` as read, or the facts and questions kept of one."""

    @property
    def facts(self) -> Mapping[str, Fact]:
        """What is settled, by key."""
        ...

    @property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """What is open."""
        ...


@dataclass(frozen=True, slots=True)
class Settled:
    """A fact to build on; `provisional` where it is the strictest candidate of an open question."""

    fact: Fact
    provisional: bool

    @property
    def value(self) -> Value:
        """The fact's value."""
        return self.fact.value


def settled(agreement: Said, key: str) -> Settled | None:
    """What the agreement says on `key`: its fact, else the strictest candidate of its open question, else None."""
    fact = agreement.facts.get(key)
    if fact is not None:
        return Settled(fact, provisional=False)
    open_questions = (question for question in agreement.questions if question.key == key and question.candidates)
    strictest = next((strictest_of(question) for question in open_questions), None)
    return Settled(strictest, provisional=True) if strictest is not None else None


NOTICE_PERIODS = frozenset({"subprocessors.notice_period", "audit.notice", "term.amendment_notice"})
"""Durations that must lie before an event: the longest is the strictest. Of every other duration the shortest is."""


def strictest_of(question: OpenQuestion) -> Fact:
    """The candidate to act on while a question is open; the first one for what has no length.

    A calendar month counts as 30 days here (Regulation 1182/71 art. 3(2)(d), by analogy): this only ranks candidates.
    """
    lengths = [length(candidate) for candidate in question.candidates]
    known = [length for length in lengths if length is not None]
    if len(known) != len(lengths):
        return question.candidates[0]
    wanted = max(known) if question.key in NOTICE_PERIODS else min(known)
    return question.candidates[lengths.index(wanted)]


def length(candidate: Fact) -> timedelta | None:
    """How long a period is, to rank it beside another; None for what is no period."""
    if not isinstance(candidate.value, str):
        return None
    try:
        period = parse_period(candidate.value)
    except InvalidPeriod:
        return None
    months = period.years * 12 + period.months + period.month_fraction
    return period.clock + timedelta(weeks=period.weeks, days=period.days + float(months * 30))


def choice(agreement: Said, key: str) -> str | None:
    """The value of a choice, a text or a duration; None where the agreement is silent."""
    found = settled(agreement, key)
    return found.value if found is not None and isinstance(found.value, str) else None


def choices(agreement: Said, key: str) -> tuple[str, ...]:
    """The values of a fact that holds several; empty where the agreement is silent."""
    found = settled(agreement, key)
    if found is None or not isinstance(found.value, tuple):
        return ()
    return tuple(item for item in found.value if isinstance(item, str))


def says(agreement: Said, key: str) -> bool:
    """Whether a flag is raised. A flag that is down and one that is absent are alike here: the law remains."""
    found = settled(agreement, key)
    return found is not None and found.value is True


_HOURS = re.compile(r"^PT\d+H$")
_WORKING_DAYS = re.compile(r"werkdag|werkbare dag|working day|business day|werktag|jours? ouvr", re.IGNORECASE)
_PLAIN_DAYS = re.compile(
    r"(?<!werk)(?<!werkbare )(?<!working )(?<!business )(?:\bdag(?:en)?\b|\bdays?\b)", re.IGNORECASE
)


def limit_by(agreement: Said, key: str, *, otherwise: Wording, backward: bool = False) -> DutyLimit:
    """The limit that the duration `key` sets; where it is not settled, the word `otherwise` on the ground of the law."""
    found = settled(agreement, key)
    if found is None or not isinstance(found.value, str):
        return by_law(otherwise, backward=backward)
    return DutyLimit(
        period=found.value,
        wording=Wording.FIXED,
        regime=regime_of(found.value),
        source=LimitSource.AGREEMENT,
        backward=backward,
        working_days=counts_working_days(found.fact),
    )


def by_law(wording: Wording, *, backward: bool = False) -> DutyLimit:
    """A limit that the law puts in words, without a number."""
    return DutyLimit(period=None, wording=wording, regime="", source=LimitSource.LAW, backward=backward)


def by_agreement(wording: Wording, *, backward: bool = False) -> DutyLimit:
    """A limit that the agreement puts in words, without a number."""
    return DutyLimit(period=None, wording=wording, regime="", source=LimitSource.AGREEMENT, backward=backward)


def regime_of(period: str) -> str:
    """How a period of an agreement is counted: hours by the clock, all else as the contract has it (law.md A-10)."""
    return "hours" if _HOURS.match(period) else "contract"


def counts_working_days(fact: Fact) -> bool:
    """Whether the passage counts in working days, which ISO 8601 cannot say.

    A passage that speaks of working days and of plain days as well is taken as plain days: the earlier end is the safe one.
    """
    if not (isinstance(fact.value, str) and fact.value.startswith("P") and fact.value.endswith("D")):
        return False
    passage = " ".join(citation.text for citation in fact.citations)
    return bool(_WORKING_DAYS.search(passage)) and not _PLAIN_DAYS.search(passage)


@dataclass(frozen=True, slots=True)
class Promise:
    """What a duty says apart from its ground: who must do what, when what happens, within which limit, and how."""

    action: Action
    trigger: Trigger
    bearer: Role
    beneficiary: Role
    limit: DutyLimit | None
    gdpr: str
    channels: tuple[str, ...] = ()
    content: tuple[str, ...] = ()


def duty(agreement: Said, promise: Promise, rests_on: Iterable[str]) -> Duty:
    """The duty that `promise` is, standing on those of the keys `rests_on` that the agreement speaks of."""
    ground = tuple((key, found) for key in rests_on if (found := settled(agreement, key)) is not None)
    return Duty(
        id=f"{promise.trigger}.{promise.bearer}.{promise.action}",
        action=promise.action,
        trigger=promise.trigger,
        bearer=promise.bearer,
        beneficiary=promise.beneficiary,
        limit=promise.limit,
        channels=promise.channels,
        content=promise.content,
        citations=_once(citation for _, found in ground for citation in found.fact.citations),
        provision=next((found.fact.provision for _, found in ground if found.fact.provision), ""),
        facts=tuple(key for key, _ in ground),
        gdpr=promise.gdpr,
        provisional=any(found.provisional for _, found in ground),
    )


def _once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citations))

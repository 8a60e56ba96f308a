"""Why a person is asked about a fact, in words that can be checked against the document; and what was decided last."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.model import Strength
from art28.extraction.doubts import Doubt
from art28.web.agreements import pointing, rows
from art28.web.agreements.models import AgreementText, FactState, FactVersion, Question


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is asked: an icon, a word and a sentence that says what it means; `tone` colours it."""

    icon: str
    tone: str
    word: str | Promise
    text: str | Promise


_DOUBTS: Mapping[str, Reason] = {
    Doubt.INFERRED: Reason(
        "corner-down-right",
        "soon",
        _("Inferred"),
        _(
            "No sentence says this in so many words. It follows from the passage; judge whether you would conclude the same."
        ),
    ),
    Doubt.PASSING: Reason(
        "message-circle-question-mark",
        "soon",
        _("In passing"),
        _("The agreement says this in a sentence about something else, not in a clause of its own."),
    ),
    Doubt.BLANK: Reason(
        "pencil",
        "soon",
        _("Left open"),
        _("The passage holds a placeholder, so something in it may still have had to be filled in."),
    ),
    Doubt.RECOGNISED: Reason(
        "eye",
        "soon",
        _("Recognised"),
        _(
            "This passage was recognised in a picture of the page. Compare its names and figures with the document itself."
        ),
    ),
}
_EXPRESS = Reason(
    "circle-check",
    "done",
    _("Express"),
    _("A clause says this expressly, and no equally strong passage says otherwise."),
)
_UNMEASURED = Reason(
    "circle-question-mark",
    "waiting",
    _("Not rated"),
    _("This was read before art28 kept how firmly a passage says it. Have the agreement read again to see."),
)
_CONFLICT = Reason(
    "git-compare",
    "late",
    _("Contradictory"),
    _("Passages that are equally strong say different things. Until you choose, art28 reckons with the strictest."),
)
_AMBIGUOUS = Reason(
    "git-compare",
    "late",
    _("Ambiguous"),
    _("The passage can be read in more than one way. Until you choose, art28 reckons with the strictest."),
)
_DIFFERS = Reason(
    "refresh-cw",
    "late",
    _("Read differently"),
    _("A later reading differs from what a person decided. The decision stands until you choose."),
)
_BY_PERSON = Reason("user", "done", _("By hand"), _("A person entered this."))


def reasons(fact: FactVersion | None, question: Question | None) -> tuple[Reason, ...]:
    """Why this is asked, the gravest first; for a fact that is express, that it is."""
    if question is not None:
        if fact is not None and fact.state != FactState.PROPOSED:
            return (_DIFFERS,)
        return (_AMBIGUOUS if question.kind == "ambiguous" else _CONFLICT,)
    if fact is None:
        return ()
    if not fact.rule:
        return (_BY_PERSON,) if fact.state != FactState.PROPOSED else ()
    if fact.strength is None:
        return (_UNMEASURED,)
    doubts = tuple(_DOUBTS[each] for each in fact.doubts if each in _DOUBTS)
    return doubts or ((_EXPRESS,) if fact.strength == Strength.EXPRESS else ())


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """A decision that can be taken back: on what, what was decided, and the version that it made."""

    agreement_id: UUID
    agreement: str
    key: str
    label: str
    value: str
    state: str
    number: int
    at: datetime


def decided_lines(versions: Iterable[FactVersion]) -> tuple[DecidedLine, ...]:
    """Decisions in words."""
    language = get_language() or "nl"
    return tuple(
        DecidedLine(
            agreement_id=row.agreement_id,
            agreement=row.agreement.title,
            key=row.key,
            label=labels.fact(row.key, language),
            value=""
            if row.value is None
            else labels.shorten(labels.value(row.key, rows.to_value(row.value), language), 60),
            state=row.state,
            number=row.number,
            at=row.at,
        )
        for row in versions
        if row.key in catalogue()
    )


def anchored_facts(versions: Sequence[FactVersion], text: AgreementText | None) -> list[FactVersion]:
    """The facts with their passages where they stand in the newest text; those that cite it already are as they were."""
    if text is None:
        return list(versions)
    found = []
    for row in versions:
        if row.text_id == text.pk or not row.citations or any(each.get("document") for each in row.citations):
            found.append(row)
            continue
        moved = copy(row)
        moved.citations = pointing.anchored(row.citations, text)
        found.append(moved)
    return found


@dataclass(frozen=True, slots=True)
class AtOnce:
    """What somebody confirmed in one go last, as far as it stands."""

    decision: UUID
    count: int
    at: datetime


def decided_at_once(versions: Sequence[FactVersion], user_id: UUID) -> AtOnce | None:
    """The last decision of this person on several facts; None where there is none, or it was taken back."""
    mine = [row for row in versions if row.decision and row.by_id == user_id and row.state == FactState.CONFIRMED]
    last = max(mine, key=lambda row: row.at, default=None)
    if last is None or last.decision is None:
        return None
    return AtOnce(last.decision, sum(row.decision == last.decision for row in mine), last.at)

"""An agreement's questions and the breach's facts -> the draft of its next notice, and the draft -> sections."""

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from art28.notices.answers import Section, sections_of
from art28.notices.breach import BreachFacts
from art28.notices.questions import Question
from art28.web.agreements.models import Agreement
from art28.web.breaches import promises
from art28.web.breaches.facts import facts_record, values_for
from art28.web.breaches.promises import Promised

Draft = list[dict[str, Any]]
LONGEST_ANSWER = 10_000
LONGEST_REASON = 300


def new(agreement: Agreement, said: Promised, facts: BreachFacts) -> Draft:
    """The agreement's questions, each with what the facts answer."""
    language, zone = promises.language(agreement), ZoneInfo(agreement.organisation.time_zone)
    questions = said.questions(language)
    proposed = sections_of(questions, facts, language=language, zone=zone)
    record = facts_record(facts)
    return [_item(question, section, record) for question, section in zip(questions, proposed, strict=True)]


def refreshed(draft: Sequence[Mapping[str, Any]], proposed: Draft) -> Draft:
    """The draft with new proposals; an answer that somebody wrote stays, one that was only proposed follows the facts."""
    by_words = {item["question"]: item for item in draft}
    by_id = {item["id"]: item for item in draft if item.get("id")}
    return [_kept(item, by_words.get(item["question"]) or by_id.get(item["id"])) for item in proposed]


def written(draft: Sequence[Mapping[str, Any]], answers: Mapping[int, str], reasons: Mapping[int, str]) -> Draft:
    """The draft with what somebody wrote, by number of the question; an empty answer is none."""
    return [
        {
            **item,
            "answer": _entered(answers.get(item["number"], item["answer"] or ""), LONGEST_ANSWER) or None,
            "why": _entered(reasons.get(item["number"], item["why"]), LONGEST_REASON),
        }
        for item in draft
    ]


def _entered(text: str, longest: int) -> str:
    """What somebody typed, as far as a form lets them; PostgreSQL keeps no NUL."""
    return text.replace("\x00", "").strip()[:longest]


def sections(draft: Sequence[Mapping[str, Any]]) -> tuple[Section, ...]:
    """The draft as the sections of a notice."""
    return tuple(
        Section(
            item["number"],
            item["question"],
            item["answer"],
            "" if item["answer"] else item["why"],
            topics=tuple(item.get("topics", ())),
            values=item.get("values", {}) if item["answer"] == item["proposed"] else {},
        )
        for item in draft
    )


def unanswered(draft: Sequence[Mapping[str, Any]]) -> int:
    """How many questions have no answer yet."""
    return sum(1 for item in draft if not item["answer"])


def _item(question: Question, section: Section, record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": question.id,
        "number": question.number,
        "question": question.text,
        "kind": question.kind,
        "options": list(question.options),
        "source": question.source.value,
        "topics": [topic.value for topic in question.topics],
        "values": values_for(question.topics, record) if section.answer else {},
        "proposed": section.answer,
        "answer": section.answer,
        "why": section.why_missing,
    }


def _kept(item: dict[str, Any], before: Mapping[str, Any] | None) -> dict[str, Any]:
    if before is None or before["answer"] in (None, before["proposed"]):
        return item
    return {**item, "answer": before["answer"], "why": before["why"]}

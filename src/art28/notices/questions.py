"""An agreement's facts -> the questions that its breach report must answer: its own form, its list, or the law's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from art28.agreement.model import Record, Value
from art28.notices.breach import Topic
from art28.notices.language import Language
from art28.notices.texts import texts
from art28.notices.topics import topics_of


class QuestionSource(StrEnum):
    """Who asks: the agreement's own form, the list in its clause, Art. 33(3) GDPR, or a person who added the question."""

    FORM = "form"
    CLAUSE = "clause"
    LAW = "law"
    ADDED = "added"


class QuestionKind(StrEnum):
    """How a question is answered: ITEMS by yes or no for each of its options, CHOICE by one of them."""

    TEXT = "text"
    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    CONTACT = "contact"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is put to the reader. `kind` is one of `QuestionKind`; `options` may be empty.

    `id` stays with it when its words or its place change: "form-3" for the third of a form, the topic for an item of a
    clause or of the law.
    """

    number: int
    text: str
    kind: str
    options: tuple[str, ...]
    topics: tuple[Topic, ...]
    source: QuestionSource
    id: str = ""


ART_33_3 = (Topic.NATURE, Topic.SUBJECT_CATEGORIES, Topic.SUBJECT_COUNT, Topic.DATA_CATEGORIES, Topic.RECORD_COUNT,
            Topic.CONTACT_POINT, Topic.CONSEQUENCES, Topic.MEASURES)  # fmt: skip
"""Art. 33(3)(a) to (d). It binds the controller; a processor gives what it has of it (EDPB Guidelines 9/2022)."""

_BESIDE_THE_LAW = (Topic.DESCRIPTION, *ART_33_3, Topic.WHEN_OCCURRED, Topic.WHEN_DISCOVERED)
_KINDS = {
    Topic.SUBJECT_COUNT: "number",
    Topic.RECORD_COUNT: "number",
    Topic.WHEN_OCCURRED: "date",
    Topic.WHEN_DISCOVERED: "date",
    Topic.CONTACT_POINT: "contact",
    Topic.PROTECTION: "yes_no",
    Topic.OTHER_COUNTRIES: "yes_no",
    Topic.REACHABILITY: "yes_no",
    Topic.ONGOING: "yes_no",
}


def questions_of(facts: Mapping[str, Value], *, language: Language) -> tuple[Question, ...]:
    """The questions of an agreement with these `facts` (values by key), as far as they concern the breach report.

    The agreement's form is put verbatim, so in the agreement's language, and after it what the clause asks besides; the
    items of a clause and of the law are put in `language`. Where an agreement without a form asks for less than Art. 33(3),
    the items of the law that it leaves out come after its own: the controller must answer these, and will ask.
    """
    form = _form(facts.get("breach.questionnaire"))
    named = facts.get("breach.content")
    items = tuple(Topic(item) for item in named if isinstance(item, str)) if isinstance(named, tuple) else ()
    if form:
        covered = {topic for question in form for topic in question.topics}
        asked = tuple(topic for topic in items if topic not in covered)
    else:
        asked = tuple(dict.fromkeys((*items, *(_BESIDE_THE_LAW if not items else ART_33_3))))
    first = max((question.number for question in form), default=0) + 1
    return form + tuple(
        _item(topic, number, source=QuestionSource.CLAUSE if topic in items else QuestionSource.LAW, language=language)
        for number, topic in enumerate(asked, start=first)
    )


def _item(topic: Topic, number: int, *, source: QuestionSource, language: Language) -> Question:
    return Question(
        number=number,
        text=texts(language).questions[topic],
        kind=_KINDS.get(topic, "text"),
        options=(),
        topics=(topic,),
        source=source,
        id=topic.value,
    )


_OWN_NUMBER = re.compile(r"^\W*\d{1,3}[.):]\s+")


def _form(records: Value | None) -> tuple[Question, ...]:
    """The questions of a form, by their own numbers where these are distinct."""
    rows = [row for row in records if isinstance(row, Mapping)] if isinstance(records, tuple) else []
    asked = [(row, _OWN_NUMBER.sub("", str(row.get("question") or "")).strip()) for row in rows]
    asked = [(row, text) for row, text in asked if text]
    own = [row.get("number") for row, _ in asked]
    distinct = all(isinstance(number, int) for number in own) and len(set(own)) == len(own)
    return tuple(
        _question(row, text, number if distinct and isinstance(number, int) else position, f"form-{position}")
        for position, ((row, text), number) in enumerate(zip(asked, own, strict=True), start=1)
    )


def _question(row: Record, text: str, number: int, identifier: str) -> Question:
    kind, given = row.get("kind"), row.get("options")
    options = given if isinstance(given, tuple) else ()
    known = kind if isinstance(kind, str) and kind in _KNOWN else QuestionKind.TEXT.value
    return Question(
        number=number,
        text=text,
        kind=QuestionKind.CHOICE.value if known == QuestionKind.TEXT and len(options) > 1 else known,
        options=options,
        topics=topics_of(text),
        source=QuestionSource.FORM,
        id=identifier,
    )


_KNOWN = frozenset(QuestionKind)

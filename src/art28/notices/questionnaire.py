"""An agreement's questions as data: to JSON and back, and edited by people, question by question."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Literal

from art28.notices.breach import Topic
from art28.notices.questions import Question, QuestionKind, QuestionSource

Questions = tuple[Question, ...]
Record = Mapping[str, object]


class UnknownQuestion(LookupError):
    """The questionnaire has no question with that id: somebody removed it meanwhile."""


def records(questions: Questions) -> list[dict[str, object]]:
    """The questions as plain JSON."""
    return [
        {
            "id": question.id,
            "number": question.number,
            "text": question.text,
            "kind": question.kind,
            "options": list(question.options),
            "topics": [topic.value for topic in question.topics],
            "source": question.source.value,
        }
        for question in questions
    ]


def questions_in(kept: Sequence[Record]) -> Questions:
    """The questions that `records` wrote; raises ValueError for what it can't have written."""
    return tuple(_question(record) for record in kept)


def _question(record: Record) -> Question:
    number, options, topics = record["number"], record["options"], record["topics"]
    if not (isinstance(number, int) and isinstance(options, list) and isinstance(topics, list)):
        raise ValueError("a question has a number, and its options and topics are lists")
    return Question(
        number=number,
        text=str(record["text"]),
        kind=QuestionKind(str(record["kind"])).value,
        options=tuple(str(option) for option in options),
        topics=tuple(Topic(topic) for topic in topics),
        source=QuestionSource(str(record["source"])),
        id=str(record["id"]),
    )


def read_mark(questions: Questions) -> str:
    """What a questionnaire as read is known by: agreements that ask the same in the same order share it."""
    lines = ("\t".join((question.text, question.kind, *question.options)) for question in questions)
    return sha256("\n".join(lines).encode()).hexdigest()


def place_of(questions: Questions, question_id: str) -> int:
    """Where the question stands, from nought; raises `UnknownQuestion`."""
    for place, question in enumerate(questions):
        if question.id == question_id:
            return place
    raise UnknownQuestion(question_id)


def changed(questions: Questions, new: Question) -> Questions:
    """With the question of that id put as `new` puts it, in the same place."""
    place = place_of(questions, new.id)
    return _numbered((*questions[:place], replace(new, source=questions[place].source), *questions[place + 1 :]))


def added(questions: Questions, new: Question, *, after: str = "") -> Questions:
    """With one question more, behind the one with id `after`, else at the end; it gets an id of its own."""
    taken = {question.id for question in questions}
    number = next(number for number in range(1, len(questions) + 2) if f"added-{number}" not in taken)
    place = place_of(questions, after) + 1 if after else len(questions)
    own = replace(new, id=f"added-{number}", source=QuestionSource.ADDED)
    return _numbered((*questions[:place], own, *questions[place:]))


def removed(questions: Questions, question_id: str) -> Questions:
    """Without the question."""
    place = place_of(questions, question_id)
    return _numbered((*questions[:place], *questions[place + 1 :]))


def moved(questions: Questions, question_id: str, direction: Literal["up", "down"]) -> Questions:
    """With the question one place further up or down; at the edge it stays."""
    place = place_of(questions, question_id)
    other = place - 1 if direction == "up" else place + 1
    if not 0 <= other < len(questions):
        return questions
    order = list(questions)
    order[place], order[other] = order[other], order[place]
    return _numbered(tuple(order))


def _numbered(questions: Questions) -> Questions:
    """Numbered in their order: a form that people edited has no gaps to explain."""
    return tuple(replace(question, number=number) for number, question in enumerate(questions, start=1))

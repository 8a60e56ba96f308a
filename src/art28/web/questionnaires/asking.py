"""A breach -> what its agreements ask that no fact of it answers: each question once, with how many agreements ask it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID
from zoneinfo import ZoneInfo

from art28.notices.answers import sections_of
from art28.notices.breach import BreachFacts, Topic
from art28.notices.language import Language
from art28.notices.marks import mark
from art28.notices.questionnaire import Questions, questions_in
from art28.notices.questions import Question
from art28.web.agreements import queries as agreements
from art28.web.breaches import promises
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach
from art28.web.questionnaires import queries
from art28.web.questionnaires.models import QuestionnaireVersion

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Common:
    """A question that no field of the facts is meant for. `answer` is what somebody answered for the whole breach.

    `told` is what the facts say all the same, such as a yes to a kind of data that they name; None where they don't.
    `language` is that of the agreements that ask it, in which it is answered.
    """

    mark: str
    question: Question
    count: int
    answer: str
    told: str | None
    language: Language


@dataclass(frozen=True, slots=True)
class Together:
    """What the agreements of a breach ask: questions to answer once, and facts that are asked for and not yet known."""

    agreements: int
    common: tuple[Common, ...]
    missing: tuple[tuple[Topic, int], ...]

    @property
    def unanswered(self) -> int:
        """How many of the questions have no answer yet."""
        return sum(1 for each in self.common if not each.answer and each.told is None)


@dataclass(slots=True)
class _Counting:
    """Each question met, and how many agreements put it."""

    agreements: int = 0
    questions: dict[str, tuple[Question, int, Language]] = field(default_factory=dict)
    topics: dict[Topic, tuple[Question, int]] = field(default_factory=dict)

    def meet(self, asked: Questions, count: int, language: Language) -> None:
        """Count what `count` agreements ask; a question that one of them puts twice counts once."""
        self.agreements += count
        for key, question in {mark(each.text, each.options): each for each in asked if not each.topics}.items():
            first, so_far, spoken = self.questions.get(key, (question, 0, language))
            self.questions[key] = (first, so_far + count, spoken)
        for topic, question in {topic: each for each in asked for topic in each.topics}.items():
            first, so_far = self.topics.get(topic, (question, 0))
            self.topics[topic] = (first, so_far + count)


def together(breach: Breach, facts: BreachFacts) -> Together:
    """What all agreements that the breach touches ask, in a number of queries that doesn't grow with them."""
    counting = _Counting()
    for questions, count, spoken in _asked(breach):
        counting.meet(questions, count, spoken)
    zone, language = ZoneInfo(breach.organisation.time_zone), promises.language_in(breach.organisation)
    fields = replace(facts, answers={})
    common = []
    for key, (question, count, spoken) in counting.questions.items():
        (section,) = sections_of((question,), fields, language=spoken, zone=zone)
        common.append(Common(key, question, count, facts.answers.get(key, ""), section.answer, spoken))
    missing = [
        (topic, count)
        for topic, (question, count) in counting.topics.items()
        if sections_of((question,), facts, language=language, zone=zone)[0].answer is None
    ]
    return Together(
        agreements=counting.agreements,
        common=tuple(sorted(common, key=lambda each: (-each.count, each.question.number))),
        missing=tuple(sorted(missing, key=lambda each: -each[1])),
    )


def _asked(breach: Breach) -> Iterator[tuple[Questions, int, Language]]:
    organisation = breach.organisation
    touched = breaches.narrowed(breach, breaches.Narrowing()).select_related(None)
    unsure = agreements.questions_among(organisation, touched.values("agreement_id"), queries.KEYS)
    yield from _one_by_one(breach, tuple(dict.fromkeys(unsure.values_list("agreement_id", flat=True))))
    groups = queries.grouped(
        touched.exclude(agreement_id__in=unsure.values("agreement_id")), organisation, by_settling=True
    )
    own = QuestionnaireVersion.objects.in_bulk([group.own for group in groups if group.own])
    settled = queries.all_settled(organisation) if any(group.family for group in groups) else queries.Settled()
    for group in groups:
        version = own.get(group.own) if group.own else None
        if version is None and group.family:
            version = settled.in_family(group.family, group.read)
        yield questions_in(version.questions or []) if version else group.read, group.count, group.language


def _one_by_one(breach: Breach, agreement_ids: tuple[UUID, ...]) -> Iterator[tuple[Questions, int, Language]]:
    """Agreements that say it in two ways: what they ask hangs on the strictest of them, so each is drawn by itself."""
    for start in range(0, len(agreement_ids), _AT_ONCE):
        some = agreement_ids[start : start + _AT_ONCE]
        said = promises.promised(breach.organisation, some)
        for agreement in agreements.agreements(breach.organisation).filter(pk__in=some).select_related("organisation"):
            spoken = promises.language(agreement)
            yield said[agreement.pk].questions(spoken), 1, spoken

import pytest

from art28.agreement.model import Record, Value
from art28.notices.breach import Topic
from art28.notices.language import Language
from art28.notices.questions import QuestionSource, questions_of
from art28.notices.topics import topics_of

FORM: tuple[Record, ...] = (
    {"number": 1, "question": "Wat is er gebeurd?", "kind": "text", "options": None},
    {"number": 2, "question": "Telefoonnummers", "kind": "yes_no", "options": ("JA", "NEE")},
)


def test_the_agreements_own_form_is_asked_word_for_word_without_what_only_the_law_asks() -> None:
    asked = questions_of({"breach.questionnaire": FORM}, language=Language.EN)
    assert [question.text for question in asked] == ["Wat is er gebeurd?", "Telefoonnummers"]
    assert {question.source for question in asked} == {QuestionSource.FORM}
    assert asked[1].options == ("JA", "NEE")


def test_the_items_of_a_clause_come_first_and_those_of_the_law_that_it_leaves_out_after_them() -> None:
    asked = questions_of({"breach.content": ("cause", "measures")}, language=Language.NL)
    assert [question.topics[0] for question in asked[:2]] == [Topic.CAUSE, Topic.MEASURES]
    assert asked[0].source is QuestionSource.CLAUSE
    assert {question.topics[0] for question in asked[2:]} == {
        Topic.NATURE,
        Topic.SUBJECT_CATEGORIES,
        Topic.SUBJECT_COUNT,
        Topic.DATA_CATEGORIES,
        Topic.RECORD_COUNT,
        Topic.CONTACT_POINT,
        Topic.CONSEQUENCES,
    }
    assert asked[2].source is QuestionSource.LAW


def test_a_silent_agreement_is_asked_what_the_law_lists_after_what_happened() -> None:
    asked = questions_of({}, language=Language.EN)
    assert asked[0].text == "What happened?"
    assert {question.source for question in asked} == {QuestionSource.LAW}
    assert [question.number for question in asked] == list(range(1, len(asked) + 1))


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("Van hoeveel personen zijn gegevens betrokken?", (Topic.SUBJECT_COUNT,)),
        ("Wanneer is de Inbreuk ontdekt (datum en tijd)?", (Topic.WHEN_DISCOVERED,)),
        ("Welke maatregelen zijn genomen om de gevolgen te beperken?", (Topic.MEASURES,)),
        ("Zijn de contactgegevens van de betrokken personen bekend?", (Topic.REACHABILITY,)),
        ("the nature of the personal data breach", (Topic.NATURE,)),
        ("When did the breach occur?", (Topic.WHEN_OCCURRED,)),
        ("zo ja; welke gegevens zijn het", ()),
        ("Overig", ()),
    ],
)
def test_a_question_is_known_by_its_words(question: str, topics: tuple[Topic, ...]) -> None:
    assert topics_of(question) == topics


def test_what_the_clause_asks_besides_its_form_comes_after_it() -> None:
    facts: dict[str, Value] = {"breach.questionnaire": FORM, "breach.content": ("description", "cause")}
    asked = questions_of(facts, language=Language.EN)
    assert [(question.number, question.topics) for question in asked[2:]] == [(3, (Topic.CAUSE,))]


def test_a_form_keeps_its_own_numbers_and_shows_them_once() -> None:
    form: tuple[Record, ...] = tuple(
        {"number": number, "question": f"{number}. Wat is de oorzaak?", "kind": "text"} for number in (5, 11)
    )
    asked = questions_of({"breach.questionnaire": form}, language=Language.NL)
    assert [(question.number, question.text) for question in asked] == [
        (5, "Wat is de oorzaak?"),
        (11, "Wat is de oorzaak?"),
    ]

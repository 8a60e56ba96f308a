"""What a rule judges is worked out once for texts that answer its questions alike, and again for those that don't."""

import pytest

from art28.checking.judging import Judgement, met, missing
from art28.checking.model import Status
from art28.checking.recalling import judgements
from art28.checking.words import asking
from art28.checking.words.known import Memory
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned, Text, text_of
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document

SAYS = """Verwerkersovereenkomst

Stichting Zonhof (hierna: Verwerkingsverantwoordelijke) en Rekenhuis B.V. (hierna: Verwerker) komen overeen:

Artikel 1. Meldingen

1.1 Verwerker meldt een datalek binnen {hours} uur na ontdekking aan Verwerkingsverantwoordelijke.

1.2 Verwerker verstrekt daarbij de aard van de inbreuk.

Artikel 2. Kosten

2.1 De kosten van een controle zijn {costs} euro.
"""


def text(memory: Memory | None, *, hours: int = 24, costs: int = 900, more: str = "") -> Text:
    given = (SAYS.format(hours=hours, costs=costs) + more).encode()
    return text_of(extract(read_document(given, name="afspraken.txt", limits=Limits())), memory)


class Counting:
    """A rule on breaches that counts how often it is run."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, text: Questioned) -> Judgement:
        self.times += 1
        told = text.about("datalek")
        beside = [other for one in told for other in text.around(one, after=1)]
        return met("told", (*told, *beside)) if text.where(_names_hours) else missing("told", told)


def _names_hours(one: Statement) -> bool:
    return "24 uur" in one.text


def test_a_rule_is_run_once_for_texts_that_answer_its_questions_alike() -> None:
    memory, rule = Memory(), Counting()
    first = text(memory)
    judgements(first, [rule])
    other = text(memory, costs=1200, more="\n2.2 Partijen spreken elkaar jaarlijks.\n")

    (judgement,) = judgements(other, [rule])

    assert rule.times == 1
    assert judgement.status is Status.MET
    assert [one.text for one in judgement.by] == [
        "1.1 PROCESSOR meldt een datalek binnen 24 uur na ontdekking aan CONTROLLER.",
        "1.2 PROCESSOR verstrekt daarbij de aard van de inbreuk.",
    ]
    assert all(one is other.statements[one.index] for one in judgement.by)


@pytest.mark.parametrize(
    "differing",
    [{"hours": 48}, {"more": "\nArtikel 3. Overig\n\n3.1 Een datalek is ook een bijna-datalek.\n"}],
    ids=["other words", "one statement more"],
)
def test_a_rule_is_run_again_where_an_answer_differs(differing: dict[str, object]) -> None:
    memory, rule = Memory(), Counting()
    judgements(text(memory), [rule])

    (judgement,) = judgements(text(memory, **differing), [rule])  # type: ignore[arg-type]

    assert rule.times == 2
    assert [one.index for one in judgement.by] == [
        one.index
        for one in judgements(text(None, **differing), [Counting()])[0].by  # type: ignore[arg-type]
    ]


def test_a_rule_is_run_again_where_the_same_words_stand_elsewhere() -> None:
    memory, rule = Memory(), Counting()
    judgements(text(memory), [rule])
    moved = extract(
        read_document(
            SAYS.format(hours=24, costs=9).replace("Artikel 1. M", "1.0 Vooraf.\n\nArtikel 1. M").encode(),
            name="a.txt",
            limits=Limits(),
        )
    )

    (judgement,) = judgements(text_of(moved, memory), [rule])

    assert rule.times == 2
    assert [one.text[:3] for one in judgement.by] == ["1.1", "1.2"]


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_MOST_ANSWERS", 2)
    memory, rule = Memory(), Counting()
    for hours in (24, 25, 26):
        judgements(text(memory, hours=hours), [rule])
    judgements(text(memory, hours=26), [rule])
    assert rule.times == 3

    judgements(text(memory, hours=24), [rule])

    assert rule.times == 4


def test_nothing_is_remembered_after_forgetting_nor_without_a_memory() -> None:
    memory, rule = Memory(), Counting()
    judgements(text(memory), [rule])
    memory.clear()
    judgements(text(memory), [rule])
    assert rule.times == 2
    judgements(text(None), [rule])
    judgements(text(None), [rule])
    assert rule.times == 4

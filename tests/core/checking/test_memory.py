"""What is remembered of statements changes nothing: not one verdict, finding or citation, whatever was checked before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from art28.agreement.model import Agreement
from art28.checking.check import checked
from art28.checking.model import Checked
from art28.checking.packs.pack import every_pack
from art28.checking.packs.packing import measured
from art28.checking.words.known import Memory
from art28.checking.words.text import text_of
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document

ROOT = Path(__file__).resolve().parents[3]
FILES = (*sorted((ROOT / "samples" / "text").glob("*.txt")), *sorted((ROOT / "tests" / "agreements").glob("*.html")))


def whole(agreement: Agreement, memory: Memory | None = None) -> Checked:
    text = text_of(agreement, memory)
    return measured(text, checked(text), every_pack())


def varied(text: str) -> str:
    """The same agreement for another customer: other figures, and a sentence more."""
    return text.replace("24", "48").replace("10", "11") + "\n\nPartijen evalueren de samenwerking jaarlijks.\n"


@pytest.fixture(scope="module")
def agreements() -> tuple[Agreement, ...]:
    def read() -> Iterator[Agreement]:
        for path in FILES:
            yield extract(read_document(path.read_bytes(), name=path.name, limits=Limits()))
        for path in FILES[:4]:
            changed = varied(path.read_text(encoding="utf-8"))
            yield extract(read_document(changed.encode(), name=path.name, limits=Limits()))

    return tuple(read())


def test_agreements_that_follow_each_other_are_checked_as_each_by_itself(agreements: tuple[Agreement, ...]) -> None:
    plain = [repr(whole(agreement)) for agreement in agreements]
    memory = Memory()

    assert [repr(whole(agreement, memory)) for agreement in agreements] == plain
    assert [repr(whole(agreement, memory)) for agreement in reversed(agreements)] == plain[::-1]


def test_a_memory_that_forgets_answers_the_same(agreements: tuple[Agreement, ...]) -> None:
    memory = Memory(most=40)
    several = agreements[:6]

    assert [repr(whole(one, memory)) for one in several] == [repr(whole(one)) for one in several]
    assert len(memory) == 40


def test_no_sentence_of_an_agreement_is_remembered(agreements: tuple[Agreement, ...]) -> None:
    memory = Memory()
    for agreement in (*agreements[:2], agreements[0]):
        whole(agreement, memory)
    statement = max(text_of(agreements[0], memory).statements, key=lambda one: len(one.text))

    known = memory.of(agreements[0].reading.language, statement.own_at, statement.text)

    assert known.found
    assert statement.text not in repr([known.found, known.ends, known.meets, known.told])
    assert not [word for word in memory.words() if " " in word]


def test_nothing_of_an_agreement_is_remembered_after_forgetting(agreements: tuple[Agreement, ...]) -> None:
    memory = Memory()
    whole(agreements[0], memory)
    whole(agreements[1], memory)
    assert memory.words()

    memory.clear()

    assert not memory.words()
    assert not len(memory)

"""Reference cases: what a person established, with the text or as codes and offsets."""

import json

from art28.agreement.model import Record, Value
from art28.agreement.reference import Case, Settled, with_text, without_text
from art28.document.model import Citation
from corpus.annotations import Annotations, rebuild

TEXT = (
    "Verwerker is Veldlicht ICT B.V. te\nZwolle. Verwerker meldt een inbreuk binnen 24 uur. Verwerkt worden namen,\n"
    "adressen en   foto's. Hosting gebeurt door Maanlicht N.V. in Ierland."
)


def cited(words: str) -> Citation:
    start = TEXT.index(words)
    return Citation(words, start, start + len(words), None)


def case(*settled: Settled) -> Case:
    return Case(TEXT, "nl", "x/1", "f" * 64, settled)


LISTED: Record = {"name": "Maanlicht N.V.", "service": "Hosting", "established_in": "IE", "processing_in": ("IE",)}


def settled(key: str, value: Value | None, *quotes: str, also: tuple[Value, ...] = ()) -> Settled:
    return Settled(key, value, tuple(cited(words) for words in quotes), also)


WHOLE = case(
    settled("processor.name", "Veldlicht ICT B.V.", "Veldlicht ICT B.V. te\nZwolle"),
    settled("breach.deadline", "PT24H", "binnen 24 uur", also=("PT72H",)),
    settled("processing.data_categories", ("namen", "foto's"), "namen,\nadressen en   foto's"),
    settled(
        "subprocessors.list",
        (LISTED,),
        "Hosting gebeurt door Maanlicht N.V. in Ierland.",
    ),
    settled("liability.cap", None),
)


def test_the_case_without_text_rebuilds_into_the_case_with_it() -> None:
    told, bare = with_text(WHOLE), without_text(WHOLE)
    rebuilt = rebuild(Annotations(**bare), TEXT)["facts"]  # type: ignore[arg-type]
    facts = told["facts"]
    assert isinstance(facts, dict)
    assert {key: fact["value"] for key, fact in rebuilt.items()} == {key: fact["value"] for key, fact in facts.items()}
    assert rebuilt["breach.deadline"]["also"] == ["PT72H"]


def test_the_case_without_text_holds_no_word_of_the_agreement() -> None:
    written = json.dumps(without_text(WHOLE))
    for word in ("Veldlicht", "Maanlicht", "namen", "foto", "binnen", "Hosting"):
        assert word not in written


def test_what_is_not_said_is_reviewed_and_absent() -> None:
    told = with_text(WHOLE)
    assert told["reviewed"] == [each.key for each in WHOLE.settled]
    assert told["left_out"] == []
    assert "liability.cap" not in str(told["facts"])


def test_words_that_stand_nowhere_in_the_text_are_left_out_and_named() -> None:
    bare = without_text(case(settled("processor.name", "Zonlicht B.V.", "Zwolle")))
    assert (bare["facts"], bare["left_out"]) == ({}, ["processor.name"])


def test_a_value_without_a_passage_is_left_out_of_both() -> None:
    entered = case(settled("breach.deadline", "PT24H"))
    for made in (with_text(entered), without_text(entered)):
        assert (made["facts"], made["left_out"]) == ({}, ["breach.deadline"])


def test_what_was_inferred_is_optional() -> None:
    told = with_text(case(Settled("audit.right", True, (cited("Verwerker"),), optional=True)))
    assert isinstance(told["facts"], dict)
    assert told["facts"]["audit.right"]["optional"] is True

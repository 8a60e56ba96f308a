"""The reference agreements beside the checkout: what is read is right, and most of what stands there is read."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from scoring import Score, score

SHARED = Path(__file__).resolve().parents[4] / "shared"
LEAST_PRECISION, LEAST_F1 = 0.95, 0.85
OUTLINE = (
    "document.",
    "processor.",
    "controller.",
    "contacts.",
    "processing.",
    "main_agreement.",
    "term.",
    "liability.",
    "law.",
)

pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the reference agreements are not beside this checkout"),
]


def names() -> tuple[str, ...]:
    return tuple(path.stem for path in sorted((SHARED / "gold").glob("*.json")))


@cache
def agreement(name: str) -> Agreement:
    path = SHARED / "seeds" / f"{name}.txt"
    return extract(read_document(path.read_bytes(), name=path.name, limits=Limits()))


def expected(name: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))["facts"]
    return facts


def total(prefixes: tuple[str, ...]) -> Score:
    scores = (
        score(
            {key: fact for key, fact in expected(name).items() if key.startswith(prefixes)},
            {key: fact.value for key, fact in agreement(name).facts.items() if key.startswith(prefixes)},
        )
        for name in names()
    )
    return sum(scores, Score(0, 0, 0, 0))


@pytest.mark.parametrize("prefixes", [("",), OUTLINE], ids=["all", "outline"])
def test_the_bars_are_met(prefixes: tuple[str, ...]) -> None:
    reached = total(prefixes)
    assert reached.precision >= LEAST_PRECISION
    assert reached.f1 >= LEAST_F1


def test_every_fact_cites_the_document_word_for_word() -> None:
    for name in names():
        read = agreement(name)
        text = read.reading.flow.document.text
        for fact in read.facts.values():
            assert all(text[c.start : c.end] == c.text for c in fact.citations), fact.key

"""How well agreements are read that a converter made something else of: the same facts, by the form that is left."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from agreements.converted import markdown, plain
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from scoring import Score, score

HERE = Path(__file__).resolve().parent
PAGES = tuple(sorted(HERE.glob("*-*.html")))


@pytest.mark.parametrize(
    ("convert", "bar"),
    [
        (markdown, 0.965),
        (partial(plain, between="\t"), 0.95),
        (partial(plain, between=" "), 0.94),
        (partial(plain, between="\n"), 0.925),
    ],
    ids=["Markdown", "text with tabs", "text with blanks", "text with a cell a line"],
)
def test_what_a_converter_leaves_is_read_well(convert: Callable[[str], str], bar: float) -> None:
    together = Score(0, 0, 0, 0)
    for page in PAGES:
        text = convert(page.read_text(encoding="utf-8"))
        agreement = extract(read_document(text.encode(), name="x.txt", limits=Limits()))
        expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["facts"]
        together += score(expected, {key: fact.value for key, fact in agreement.facts.items()})
    assert PAGES
    assert together.f1 >= bar
    assert together.precision >= 0.97

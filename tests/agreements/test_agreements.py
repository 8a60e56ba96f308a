"""How well agreements are read that were written to be unlike each other: by language, and all together."""

import json
from collections import defaultdict
from pathlib import Path

from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from scoring import Score, score

HERE = Path(__file__).resolve().parent
PAGES = tuple(sorted(path for kind in ("html", "txt", "md", "pdf") for path in HERE.glob(f"*-*.{kind}")))
BARS = {"nl": 0.95, "en": 0.95, "de": 0.93, "fr": 0.93}
PRECISION = 0.95


def _score(page: Path) -> Score:
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["facts"]
    agreement = extract(read_document(page.read_bytes(), name=page.name, limits=Limits()))
    return score(expected, {key: fact.value for key, fact in agreement.facts.items()})


def test_each_page_has_its_facts() -> None:
    assert PAGES
    assert {page.stem for page in PAGES} == {path.stem for path in HERE.glob("*.json")}


def test_they_are_read_well_in_every_language() -> None:
    nothing = Score(0, 0, 0, 0)
    by_language: dict[str, Score] = defaultdict(lambda: nothing)
    for page in PAGES:
        by_language[page.name[:2]] += _score(page)
    assert {language: round(own.f1, 3) for language, own in by_language.items() if own.f1 < BARS[language]} == {}
    assert sum(by_language.values(), nothing).precision >= PRECISION

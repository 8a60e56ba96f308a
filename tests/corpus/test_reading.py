"""How well the annotated agreements are read: by language, and all together."""

from collections import defaultdict

import pytest

from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from corpus.annotations import NAMES, TEXTS, load, rebuild, text_of
from scoring import Score, score

# The first ten were annotated before any rule was made for them.
FIRST = NAMES[:10]
BAR = 0.85
BARS = {"nl": 0.9, "en": 0.85, "de": 0.7, "fr": 0.7}
PRECISION = 0.95


def _score(name: str) -> Score:
    annotations = load(name)
    text = text_of(annotations)
    assert text is not None
    agreement = extract(read_document(text.encode(), name="agreement.txt", limits=Limits()))
    read = {key: fact.value for key, fact in agreement.facts.items() if key not in annotations.left_out}
    return score(rebuild(annotations, text)["facts"], read)


@pytest.mark.reference
@pytest.mark.skipif(not TEXTS.is_dir(), reason="the agreements are not beside this checkout (../shared)")
def test_they_are_read_well_in_every_language() -> None:
    nothing = Score(0, 0, 0, 0)
    by_language: dict[str, Score] = defaultdict(lambda: nothing)
    first = nothing
    for name in NAMES:
        own = _score(name)
        by_language[load(name).language] += own
        first += own if name in FIRST else nothing
    assert first.f1 >= BAR
    assert {language: round(own.f1, 3) for language, own in by_language.items() if own.f1 < BARS[language]} == {}
    assert sum(by_language.values(), nothing).precision >= PRECISION

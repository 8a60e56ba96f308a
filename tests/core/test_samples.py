"""The samples as every reader meets them: all formats, against what a careful reader found in the text."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from scoring import Score, score

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = tuple(path.stem for path in sorted((SAMPLES / "facts").glob("*.json")))
FORMATS = {"text": "txt", "markdown": "md", "html": "html", "docx": "docx", "pdf": "pdf"}


@cache
def agreement(name: str, form: str) -> Agreement:
    path = SAMPLES / form / f"{name}.{FORMATS[form]}"
    return extract(read_document(path.read_bytes(), name=path.name, limits=Limits()))


def expected(name: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((SAMPLES / "facts" / f"{name}.json").read_text(encoding="utf-8"))["facts"]
    return facts


def total(form: str) -> Score:
    scores = (
        score(expected(name), {key: fact.value for key, fact in agreement(name, form).facts.items()}) for name in NAMES
    )
    return sum(scores, Score(0, 0, 0, 0))


def test_there_are_eight_dutch_and_two_english_samples() -> None:
    languages = [agreement(name, "text").reading.language for name in NAMES]
    assert sorted(languages) == ["en", "en", *["nl"] * 8]


@pytest.mark.parametrize("form", FORMATS)
def test_facts_of_the_samples_are_right_in_every_format(form: str) -> None:
    result = total(form)
    assert result.precision == pytest.approx(1.0)
    assert result.f1 == pytest.approx(1.0)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "docx"])
@pytest.mark.parametrize("name", NAMES)
def test_every_format_gives_the_same_facts(name: str, form: str) -> None:
    """A page style may set a title in capitals; nothing else differs."""
    word, other = (
        {key: repr(fact.value).casefold() for key, fact in agreement(name, each).facts.items()}
        for each in ("docx", form)
    )
    assert other == word


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_every_citation_is_verbatim(name: str, form: str) -> None:
    read = agreement(name, form)
    document = read.reading.flow.document
    for fact in read.facts.values():
        for citation in fact.citations:
            assert citation.text == document.text[citation.start : citation.end]
            assert citation.text.strip()


def test_the_samples_are_built_from_their_sources() -> None:
    for tool in (["build.py", "--check"], ["check.py"]):
        done = subprocess.run(
            [sys.executable, str(SAMPLES / tool[0]), *tool[1:]], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

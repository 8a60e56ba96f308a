"""One agreement reads alike in every format: the same words in the same order, under the same numbers."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from art28.document.flow import flow_of
from art28.document.outline import Part, outline_of
from art28.reading.limits import Limits
from art28.reading.read import read_document

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
NAMES = tuple(path.stem for path in sorted((SAMPLES / "docx").glob("*.docx")))
OTHERS = (("pdf", "pdf"), ("html", "html"), ("markdown", "md"), ("text", "txt"))


@cache
def reading(folder: str, suffix: str, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a sample's flow, and its articles, numbered paragraphs and annexes.

    A title without a number is told from text by its type or mark-up, which plain text has lost: those are left out.
    """
    path = SAMPLES / folder / f"{name}.{suffix}"
    flow = flow_of(read_document(path.read_bytes(), name=path.name, limits=Limits()))
    places: list[str] = []
    for clause in outline_of(flow):
        place = clause.article if clause.part is Part.ANNEX else clause.number or clause.article
        if clause.part in (Part.BODY, Part.ANNEX) and place and places[-1:] != [place]:
            places.append(place)
    return tuple(_words(flow.text)), tuple(places)


def _words(text: str) -> Iterator[str]:
    for word in text.replace("-", " ").replace("|", " ").replace("<br>", " ").split():
        plain = "".join(character for character in word.casefold() if character.isalnum())
        if plain:
            yield plain


@pytest.mark.parametrize(("folder", "suffix"), OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_the_words_are_those_of_the_word_file(name: str, folder: str, suffix: str) -> None:
    expected, found = reading("docx", "docx", name)[0], reading(folder, suffix, name)[0]
    assert SequenceMatcher(None, expected, found, autojunk=False).ratio() > 0.93


@pytest.mark.parametrize(("folder", "suffix"), OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_the_clauses_have_the_numbers_of_the_word_file(name: str, folder: str, suffix: str) -> None:
    assert reading(folder, suffix, name)[1] == reading("docx", "docx", name)[1]

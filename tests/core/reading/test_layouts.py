"""The same agreement set otherwise reads the same: in columns, with tables that nothing rules, with its lines numbered."""

from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from art28.document.flow import flow_of
from art28.document.model import Document
from art28.document.outline import Part, outline_of
from art28.reading.limits import Limits
from art28.reading.read import read_document
from builder.pdf import as_pdf
from builder.source import parse

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
NAMES = tuple(path.stem for path in sorted((SAMPLES / "pdf").glob("*.pdf")))
LAYOUTS = ("columns", "borderless", "annotated", "landscape")


@cache
def usual(name: str) -> Document:
    path = SAMPLES / "pdf" / f"{name}.pdf"
    return read_document(path.read_bytes(), name=path.name, limits=Limits())


@cache
def typeset(name: str, layout: str) -> Document:
    data = as_pdf(parse(SAMPLES / "source" / f"{name}.md"), layout)
    return read_document(data, name=f"{name}-{layout}.pdf", limits=Limits())


def words(document: Document) -> list[str]:
    flow = flow_of(document).text.replace("-", " ")
    return [plain for word in flow.split() if (plain := "".join(c for c in word.casefold() if c.isalnum()))]


def rows(document: Document) -> set[tuple[str, ...]]:
    """What stands in the rows of the tables, cell by cell, in letters and digits alone."""
    lines = (line for line in flow_of(document).lines if line.block.cells)
    text = flow_of(document).text
    return {
        tuple("".join(c for c in cell.casefold() if c.isalnum()) for cell in text[line.start : line.end].split("\t"))
        for line in lines
    }


def places(document: Document) -> list[str]:
    found: list[str] = []
    for clause in outline_of(flow_of(document)):
        place = clause.article if clause.part is Part.ANNEX else clause.number or clause.article
        if clause.part in (Part.BODY, Part.ANNEX) and place and found[-1:] != [place]:
            found.append(place)
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", NAMES)
def test_another_layout_gives_the_same_words_in_the_same_order(name: str, layout: str) -> None:
    expected, found = words(usual(name)), words(typeset(name, layout))
    assert SequenceMatcher(None, expected, found, autojunk=False).ratio() > 0.97


@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_layout_gives_the_same_clauses(layout: str) -> None:
    differing = [name for name in NAMES if places(usual(name)) != places(typeset(name, layout))]
    # In one sample two tables stand side by side; without rules, not even their own rows tell them apart.
    assert len(differing) <= 1, differing


@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_layout_keeps_what_stands_in_one_row(layout: str) -> None:
    expected = {(name, row) for name in NAMES for row in rows(usual(name))}
    found = {(name, row) for name in NAMES for row in rows(typeset(name, layout))}
    assert len(expected) > 100
    assert len(expected & found) > 0.9 * len(expected)

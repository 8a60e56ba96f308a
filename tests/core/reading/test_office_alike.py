"""One agreement saved as ODT, RTF or anew as DOCX by an office suite: the same text, blocks, history and facts."""

import re
from collections.abc import Callable
from functools import cache

import pytest

from art28.document.model import BlockKind, Document
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from office import SAMPLES, needs_libreoffice, rich, samples_as

NAMES = tuple(path.stem for path in sorted(SAMPLES.glob("*.docx")))
FORMS = ("odt", "rtf", "docx")

pytestmark = needs_libreoffice


@cache
def original(name: str) -> Document:
    data = rich() if name == "rich" else (SAMPLES / f"{name}.docx").read_bytes()
    return read_document(data, name="overeenkomst.docx", limits=Limits())


@cache
def saved(name: str, form: str) -> Document:
    return read_document(samples_as(form)[name], name=f"overeenkomst.{form}", limits=Limits())


def shape(document: Document) -> list[tuple[BlockKind, str | None, str, int]]:
    """The blocks but for page footers, whose page numbers are counted anew."""
    return [
        (block.kind, block.label, document.text[block.span.start : block.span.end], len(block.cells))
        for block in document.blocks
        if block.kind is not BlockKind.PAGE_FOOTER
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [*NAMES, "rich"])
def test_the_blocks_are_those_of_the_word_file(name: str, form: str) -> None:
    assert shape(saved(name, form)) == shape(original(name))


# LibreOffice writes what goes on with a count begun elsewhere as a list of its own, and not where that starts.
COUNTED_ON = frozenset({"05-hosting-en"})


@pytest.mark.parametrize("name", [*sorted({*NAMES} - COUNTED_ON), "rich"])
def test_numbers_that_a_rich_text_file_leaves_to_its_reader_are_those_that_it_would_have_written(name: str) -> None:
    written = samples_as("rtf")[name]
    assert re.search(rb"{\\listtext", written) or b"\\listtable" not in written
    data = re.sub(rb"{\\listtext[^{}]*(?:{[^{}]*}[^{}]*)*}", b"", written)
    assert b"listtext" not in data
    assert shape(read_document(data, name="overeenkomst.rtf", limits=Limits())) == shape(original(name))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_the_facts_are_those_of_the_word_file(name: str, form: str) -> None:
    facts: Callable[[Document], dict[str, object]] = lambda d: {k: f.value for k, f in extract(d).facts.items()}  # noqa: E731
    assert facts(saved(name, form)) == facts(original(name))


@pytest.mark.parametrize("form", FORMS)
def test_changes_comments_and_notes_are_those_of_the_word_file(form: str) -> None:
    first, second = original("rich"), saved("rich", form)
    assert [(c.kind, c.text, c.author, c.when[:16]) for c in second.changes] == [
        (c.kind, c.text, c.author, c.when[:16]) for c in first.changes
    ]
    assert [second.text[c.span.start : c.span.end] for c in second.changes] == ["", "24"]
    (comment,) = second.comments
    assert second.text[comment.span.start : comment.span.end] == "24 uur"
    assert (comment.text, comment.author, comment.when[:16]) == ("Te kort?", "M. Jansen", "2024-05-01T10:00")
    assert {note.code: note.detail for note in second.notes} == {note.code: note.detail for note in first.notes}


def test_the_document_with_one_of_each_reads_in_full() -> None:
    assert original("rich").text.splitlines() == [
        "Kaderlijn B.V.",
        "Artikel 1. Melding",
        "1.1 Verwerker meldt:",
        "a) per e-mail;",
        "b) te weten:",
        "(i) dagelijks.",
        "Een inbreuk wordt gemeld binnen 24 uur na ontdekking.",
        "1 Ook in het weekend.",
        "Artikel 2. Slot",
        "Tabel:",
        "Contact: avg@kaderlijn.example",
        "Naam\tPlaats en land",
        "Wolkenveld B.V.\tDelft\tNederland",
        "\tGent\tBelgië",
        "a\tb",
        "c  d",
    ]

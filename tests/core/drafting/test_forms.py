"""A draft as Word, PDF, web page and Markdown: valid, the same each time, and safe with what people type."""

import io
import re
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree, html

from art28.document.model import BlockKind
from art28.drafting.draft import draft
from art28.drafting.html import as_html
from art28.drafting.markdown import as_markdown
from art28.drafting.model import Draft
from art28.drafting.pdf import as_pdf, places_for_initials
from art28.drafting.word import as_docx
from art28.drafting.wordfields import references
from core.drafting.given import GIVEN, MEASURES, differing, read
from office import converted, needs_libreoffice

ON = date(2026, 11, 28)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(language: str = "nl", **changes: str) -> Draft:
    facts = {**GIVEN[language], **{key.replace("__", "."): value for key, value in changes.items()}}
    return draft(facts, template="customer", language=language, measures=MEASURES[language])


def test_a_pdf_says_that_it_is_archivable_and_accessible_and_encloses_its_facts() -> None:
    data = as_pdf(made(), dated=ON)

    about = data[data.index(b"<x:xmpmeta") : data.index(b"</x:xmpmeta>")].decode()
    assert "<pdfaid:part>3</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert b"facts.json" in data


@pytest.mark.parametrize("address", ["fg@zonnehoek.example", "functionaris@zonnehoek-zorggroep-noord.example"])
def test_no_word_of_a_table_reaches_into_the_next_column(address: str) -> None:
    """Held by where the words stand on the page: what a column begins with is right of the longest word before it."""
    person = {
        "party": "controller",
        "purpose": "breach",
        "name": "J. Winter-van Zonneveld",
        "phone": "+31 6 99 00 11 22",
    }
    listed = ({**person, "role": "functionaris gegevensbescherming", "email": address},)
    drafted = draft({**GIVEN["nl"], "contacts.list": listed}, template="customer", language="nl")
    page = list(pypdfium2.PdfDocument(as_pdf(drafted, dated=ON)))[-1]

    places = [_place(page, word) for word in ("gegevensbescherming", "+31 6", address)]
    for (_, right), (left, _) in pairwise(places):
        assert right < left
    assert places[-1][1] < page.get_width() - 28 / 25.4 * 72


def _place(page: pypdfium2.PdfPage, words: str) -> tuple[float, float]:
    """Where words stand on a page, from left to right."""
    text = page.get_textpage()
    start, count = text.search(words).get_next()
    boxes = [text.get_charbox(at) for at in range(start, start + count)]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert as_pdf(made(), dated=ON) == as_pdf(made(), dated=ON)
    assert as_html(made()) == as_html(made())
    assert as_markdown(made()) == as_markdown(made())
    assert as_docx(made()) == as_docx(made())


def test_word_counts_articles_and_clauses_by_itself() -> None:
    drafted = made()
    data = as_docx(drafted)
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    written = "".join(text.text or "" for text in tree.iter(f"{W}t"))
    agreement = read(data, "docx")
    labels = [block.label for block in agreement.reading.flow.document.blocks if block.kind is not BlockKind.TABLE_ROW]

    assert "2.1" not in written
    numbers = [clause.number for article in drafted.articles for clause in article.clauses]
    assert [label for label in labels if label in numbers] == numbers


def test_what_people_type_is_shown_and_not_carried_out() -> None:
    name = '<script>alert(1)</script> #let x = 1 & "B.V."'
    drafted = made(processor__name=name)

    page = html.fromstring(as_html(drafted))
    assert not page.findall(".//script")
    assert name in html.tostring(page, method="text", encoding="unicode")
    assert name in " ".join(read(as_docx(drafted), "docx").reading.flow.document.text.split())
    assert "alert(1)" in re.sub(r"\s+", " ", read(as_pdf(drafted, dated=ON), "pdf").reading.flow.document.text)


@needs_libreoffice
def test_libreoffice_saves_the_word_file_without_loss(tmp_path: Path) -> None:
    for language in ("nl", "en"):
        drafted = made(language)
        path = tmp_path / f"{language}.docx"
        path.write_bytes(as_docx(drafted))

        saved = (converted([path], "docx", tmp_path / f"out-{language}") / path.name).read_bytes()

        assert differing(drafted.facts, read(saved, "docx")) == {}


def test_a_word_file_has_contents_references_header_and_footer_as_fields() -> None:
    drafted = made("en")
    parts = zipfile.ZipFile(io.BytesIO(as_docx(drafted)))
    document = etree.fromstring(parts.read("word/document.xml"))
    codes = [(code.text or "").split() for code in document.iter(f"{W}instrText")]
    marks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}

    assert ["TOC", "\\n", "\\o", '"1-1"', "\\h", "\\z", "\\u"] in codes
    referred = {code[1] for code in codes if code[0] == "REF"}
    assert {"_Annex1", "_Annex2", "_Annex3", "_Annex4", "_Article5"} <= referred <= marks
    assert {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")} <= marks
    assert b"Stichting Zonhof" in parts.read("word/header1.xml")
    assert b"NUMPAGES" in parts.read("word/footer1.xml")


@pytest.mark.parametrize(("template", "asked"), [("customer", True), ("balanced", False), ("provider", False)])
@pytest.mark.parametrize(("language", "word"), [("nl", "Paraaf:"), ("en", "Initials:")])
def test_where_a_template_wants_initials_every_page_has_a_place_for_them(
    template: str, language: str, word: str, *, asked: bool
) -> None:
    drafted = draft(GIVEN[language], template=template, language=language, measures=MEASURES[language])
    parts = zipfile.ZipFile(io.BytesIO(as_docx(drafted)))
    feet = [parts.read(name).decode() for name in parts.namelist() if "/footer" in name]
    assert any(word in foot and foot.count('w:leader="underscore"') == 2 for foot in feet) is asked
    pdf = pypdfium2.PdfDocument(as_pdf(drafted, dated=ON, initials=places_for_initials(drafted)))
    assert [word in page.get_textpage().get_text_range() for page in pdf] == [asked] * len(pdf)


def test_a_reference_to_an_article_shows_its_word_once() -> None:
    said = "Verwerker doet de melding van artikel 5 van deze overeenkomst, zie Article 2 of this agreement."
    pieces = [piece for piece in references(said, annexes=5, articles=9) if piece[1]]
    assert [words for words, _ in pieces] == ["artikel 5", "2"]
    assert pieces[0][1].endswith("\\* Lower")


@pytest.mark.parametrize("character", ["\x0b", "\x00", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_no_document_holds_becomes_a_blank(character: str) -> None:
    drafted = made(processor__representative=f"R.{character}Boskamp", main_agreement__reference=f"Raam{character}werk")
    assert drafted.facts["processor.representative"] == "R. Boskamp"
    assert "R. Boskamp" in read(as_docx(drafted), "docx").reading.flow.document.text
    assert as_pdf(drafted, dated=ON).startswith(b"%PDF")
    assert "Raam werk" in as_html(drafted)

"""Notices as documents: the same bytes each time, accessible, with the data enclosed, and marked where they are drafts."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

import docx
from art28.letters.data import report_data
from art28.letters.letter import Addressee, Letter, letter_of
from art28.letters.pdf import as_pdf
from art28.letters.word import as_docx
from art28.notices.language import Language

RECORD: dict[str, Any] = {
    "kind": "report",
    "reference": "2026-0007",
    "subject": "Melding: inbreuk 2026-0007",
    "salutation": "Geachte mevrouw,",
    "opening": ["Wij melden een inbreuk."],
    "sections": [
        {"number": 1, "question": "Wat is er gebeurd?", "answer": "#strong[Een map] $stond$ *open* <b>.\nTot zondag.",
         "why_missing": "", "changed": True, "topics": ["description"], "values": {"description": "Een map stond open."}},
        {"number": 2, "question": "Wat is de oorzaak?", "answer": None, "why_missing": "Wordt onderzocht.", "changed": False},
    ],
    "closing": ["Meer volgt."],
    "evidence_text": "Ons register telde 12 handelingen.",
    "signature": ["Met vriendelijke groet,", "M. Berg", "Dijkvaart B.V."],
}  # fmt: skip


def letter(language: Language = Language.NL, *, is_draft: bool = False) -> Letter:
    return letter_of(
        RECORD,
        language=language,
        sender="Dijkvaart B.V.",
        addressee=Addressee("J. Okkerse", "Stichting Zorg", "datalek@zorg.example"),
        agreement="„Verwerkersovereenkomst”",
        dated=datetime(2026, 11, 22, 3, 40, tzinfo=UTC),
        zone=ZoneInfo("Europe/Amsterdam"),
        texts_version="2026-11-22",
        evidence=("ab" * 32, 12),
        is_draft=is_draft,
    )


def words_in(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def xml_of(word: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return archive.read(part).decode()


@pytest.mark.parametrize("language", Language)
def test_the_same_letter_gives_the_same_bytes(language: Language) -> None:
    assert as_pdf(letter(language)) == as_pdf(letter(language))
    assert as_docx(letter(language)) == as_docx(letter(language))


def test_the_pdf_says_what_it_is_archivable_and_accessible() -> None:
    pdf = as_pdf(letter())
    about = pdf.decode("latin-1")
    assert "<pdfaid:part>3</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"] == "Melding: inbreuk 2026-0007"


def test_the_pdf_encloses_the_report_as_data_and_says_no_more_in_it_than_the_letter() -> None:
    document = pypdfium2.PdfDocument(as_pdf(letter()))
    (enclosed,) = (document.get_attachment(place) for place in range(document.count_attachments()))
    assert enclosed.get_name() == "report.json"
    data = json.loads(bytes(enclosed.get_data()))
    assert data == json.loads(report_data(letter()))
    assert (data["format"], data["reference"], data["sent_at"]) == (
        "art28-report/1",
        "2026-0007",
        "2026-11-22T03:40:00+00:00",
    )
    assert [section["values"] for section in data["sections"]] == [{"description": "Een map stond open."}, {}]


def test_what_people_wrote_is_text_and_never_markup() -> None:
    assert "#strong[Een map] $stond$ *open* <b>. Tot zondag." in words_in(as_pdf(letter()))
    cells = docx.Document(io.BytesIO(as_docx(letter()))).tables[0].rows[1].cells
    assert [paragraph.text for paragraph in cells[2].paragraphs] == [
        "#strong[Een map] $stond$ *open* <b>.",
        "Tot zondag.",
    ]


def test_what_is_new_and_what_is_unknown_is_said_in_words() -> None:
    for words in (words_in(as_pdf(letter())), xml_of(as_docx(letter()), "word/document.xml")):
        assert words.count("gewijzigd of aangevuld") == 1
        assert "Nog niet bekend." in words
        assert "Wordt onderzocht." in words


def test_a_draft_is_marked_across_the_page_and_what_was_sent_is_not() -> None:
    assert "CONCEPT" in words_in(as_pdf(letter(is_draft=True)))
    assert "CONCEPT" in xml_of(as_docx(letter(is_draft=True)), "word/header1.xml")
    assert "CONCEPT" not in words_in(as_pdf(letter()))
    assert "CONCEPT" not in xml_of(as_docx(letter()), "word/header1.xml")
    assert "DRAFT" in words_in(as_pdf(letter(Language.EN, is_draft=True)))


def test_the_word_document_has_styles_a_head_that_repeats_and_page_numbers() -> None:
    word = docx.Document(io.BytesIO(as_docx(letter())))
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.text and paragraph.style]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") == 3
    assert "w:tblHeader" in xml_of(as_docx(letter()), "word/document.xml")
    assert re.findall(r"PAGE|NUMPAGES", xml_of(as_docx(letter()), "word/footer1.xml")) == ["PAGE", "NUMPAGES"]
    assert word.core_properties.language == "nl-NL"


def test_a_letter_of_many_long_answers_runs_over_pages() -> None:
    long = replace(letter().sections[0], answer="Een lange zin over wat er is gebeurd. " * 60)
    many = replace(letter(), sections=tuple(replace(long, number=number) for number in range(1, 12)))
    assert len(pypdfium2.PdfDocument(as_pdf(many))) > 5

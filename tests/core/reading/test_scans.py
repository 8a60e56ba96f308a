"""Pages that are pictures: recognised where Tesseract is installed, and said so; refused with what to do where it isn't."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from art28.document.flow import flow_of
from art28.document.model import NoteCode
from art28.extraction.doubts import Doubt, doubts_of
from art28.extraction.extract import extract
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jail import Jail
from art28.reading.limits import Limits
from art28.reading.pdf.notes import ranges
from art28.reading.pdf.recognition import LANGUAGES, languages
from art28.reading.read import read_document
from scans import scanned
from scoring import Score, score

MakePdf = Callable[..., bytes]
SAMPLES = Path(__file__).resolve().parents[3] / "samples"
FULL = "Verwerker neemt passende technische en organisatorische maatregelen om de gegevens te"
needs_tesseract = pytest.mark.skipif(
    languages() != LANGUAGES, reason="no tesserocr, or not all of Tesseract's languages: scans are not recognised here"
)


def sample(name: str) -> bytes:
    return (SAMPLES / "pdf" / f"{name}.pdf").read_bytes()


def scored(name: str, data: bytes, suffix: str) -> Score:
    expected = json.loads((SAMPLES / "facts" / f"{name}.json").read_text(encoding="utf-8"))["facts"]
    facts = extract(read_document(data, name=f"{name}.{suffix}", limits=Limits())).facts
    return score(expected, {key: fact.value for key, fact in facts.items()})


@needs_tesseract
@pytest.mark.parametrize(("name", "askew"), [("03-softwarehuis", False), ("10-payroll-en", True)])
def test_a_scan_gives_nearly_the_facts_of_its_text(name: str, askew: bool) -> None:
    text = scored(name, (SAMPLES / "text" / f"{name}.txt").read_bytes(), "txt")
    assert scored(name, scanned(sample(name), askew=askew), "pdf").f1 > text.f1 - 0.1


@needs_tesseract
def test_what_was_recognised_says_so_with_its_pages_and_how_sure_it_is() -> None:
    document = read_document(scanned(sample("09-webbureau-kort")), name="scan.pdf", limits=Limits())
    note = next(note for note in document.notes if note.code is NoteCode.RECOGNISED_TEXT)
    assert note.detail.startswith("1-2 (")
    assert [page.recognised is not None and page.recognised > 80 for page in document.pages] == [True, True]
    assert "tesseract/" in document.extraction
    facts = extract(document).facts.values()
    assert facts
    assert all(citation.recognised for fact in facts for citation in fact.citations)
    assert all(Doubt.RECOGNISED in doubts_of(fact) for fact in facts)


@needs_tesseract
def test_only_the_pages_without_text_are_recognised(make_pdf: MakePdf) -> None:
    page = [(70, 700 - 20 * i, FULL) for i in range(8)]
    drawn = scanned(make_pdf([[(70, 700, "Bijlage 3 Contactpersonen"), (70, 680, "Meldpunt: 0320 000 911")]]))
    asked: list[tuple[int, int]] = []
    document = read_document(
        joined(make_pdf([page]), drawn),
        name="gemengd.pdf",
        limits=Limits(),
        progress=lambda number, pages: asked.append((number, pages)),
    )
    assert asked == [(2, 2)]
    assert [page.recognised is None for page in document.pages] == [True, False]
    assert "0320 000 911" in flow_of(document).text
    assert not document.cite(document.blocks[0].span).recognised


@needs_tesseract
def test_a_scan_is_recognised_in_confinement_and_tells_how_far_it_is() -> None:
    asked: list[tuple[int, int]] = []
    with Jail() as jail:
        document = jail.read(
            scanned(sample("09-webbureau-kort"), pages=[0]),
            name="scan.pdf",
            progress=lambda page, pages: asked.append((page, pages)),
        )
    assert asked == [(1, 1)]
    assert document.pages[0].recognised is not None
    assert "verwerkersovereenkomst" in document.text


@needs_tesseract
def test_no_more_pages_are_recognised_than_the_limit_and_the_others_are_named() -> None:
    document = read_document(scanned(sample("09-webbureau-kort")), name="scan.pdf", limits=Limits(recognised_pages=1))
    assert [(note.code, note.detail[:1]) for note in document.notes] == [
        (NoteCode.RECOGNISED_TEXT, "1"),
        (NoteCode.PAGES_WITHOUT_TEXT, "2"),
    ]


def test_a_scan_is_refused_with_what_to_install_where_nothing_recognises_it(tmp_path: Path) -> None:
    data = scanned(sample("09-webbureau-kort"), pages=[0])
    with pytest.raises(UnreadableFile) as raised:
        read_document(data, name="scan.pdf", limits=Limits(tessdata=str(tmp_path)))
    assert raised.value.reason is Unreadable.NO_TEXT
    assert "art28[ocr]" in raised.value.message


def test_numbers_that_follow_each_other_are_written_as_a_range() -> None:
    assert ranges([1, 2, 3, 5, 7, 8]) == "1-3, 5, 7-8"


def joined(*parts: bytes) -> bytes:
    """The pages of several PDFs in one."""
    whole = pdfium.PdfDocument.new()
    for part in parts:
        whole.import_pages(pdfium.PdfDocument(part))
    buffer = io.BytesIO()
    whole.save(buffer)
    return buffer.getvalue()
